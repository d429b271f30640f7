"""Where the gap to the target is: each city and each community against its share of the target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.index.basis import FigureBasis
from liaison_metrics.domain.project import NOT_STATED, Indicator, Project
from liaison_metrics.domain.reach.expected import Status
from liaison_metrics.domain.reach.model import Breakdown, BreakdownLine
from liaison_metrics.services.figures import IndicatorFigure
from liaison_metrics.services.labels import basis_words, by_dimension, counting_sentence, dimension_name, label
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.filters import Filters
from liaison_metrics.ui.frame.parts import NOTHING, bar, folded, joined, lines_table

FEW = 5
"""The lines of a list that are shown at first, so that the whole gap fits on one screen."""


@dataclass(frozen=True, slots=True)
class GapLine:
    """A city or community (its code), the people reached there, and its share of the target."""

    code: str
    identified: int
    unidentified: int
    share: int

    @property
    def missing(self) -> int:
        """How many people are missing to the share; negative where there are more."""
        return self.share - self.identified - self.unidentified


def gap_lines(project: Project, indicator: Indicator, breakdown: Breakdown) -> list[GapLine]:
    """Returns the cities or communities of a breakdown of the whole project, the furthest behind its share first.

    A city can have a target of its own. The others share what is left of the target evenly, and so do communities.
    """
    own, codes = {}, [code for code in project.communities if code != NOT_STATED]
    if breakdown.dimension == "city":
        own, codes = dict(indicator.targets), [city.code for city in project.cities]
    others = len(codes) - len(own)
    even = (indicator.target - sum(own.values())) / others if others else 0
    nobody = BreakdownLine("", 0, 0)
    people = {line.code: line for line in breakdown.lines}
    found = [
        GapLine(code, line.identified, line.unidentified, own.get(code, round(even)))
        for code in codes
        for line in [people.get(code, nobody)]
    ]
    return sorted(found, key=lambda line: (-line.missing, line.code))


def gap_words(figure: IndicatorFigure) -> str:
    """Returns what an indicator still needs, in one sentence. *figure* is that of the whole project."""
    reached, floor, target = figure.reach.reached, figure.reach.floor, figure.target
    if figure.status is Status.SECURED:
        text = _("No gap: {floor} confirmed people against a target of {target}.")
        return text.format(floor=fmt.number(floor), target=fmt.number(target))
    if reached >= target:
        return ngettext(
            "Target reached. The name of {n} more person would confirm it without unidentified people.",
            "Target reached. Names for {n} more people would confirm it without unidentified people.",
            target - floor,
        ).format(n=fmt.number(target - floor))
    if figure.is_final:
        return (
            ngettext("{n} short of the target", "{n} short of the target", target - reached).format(
                n=fmt.number(target - reached)
            )
            + "."
        )
    needed = ngettext("{n} still needed.", "{n} still needed.", target - reached).format(n=fmt.number(target - reached))
    if figure.status is Status.NOT_HELD_YET:
        needed += " " + _("No event for this indicator has been recorded yet.")
    return needed


def gap_card(project: Project, filters: Filters, figure: IndicatorFigure, breakdowns: Sequence[Breakdown]) -> Markup:
    """Returns where the gap of the chosen indicator is; *figure* and *breakdowns* are those of the whole project."""
    heading = _("Where the gap is")
    whole = _("Whole project:") + " " if filters.chosen else ""
    indicator = project.indicator(figure.code)
    sides = (
        NOTHING
        if indicator.one_event
        else joined(_side(project, filters, indicator, breakdown) for breakdown in breakdowns)
    )
    return Markup(
        '<section class="card gap" aria-label="{}"><div class="row"><h2>{}</h2>'
        '<p class="muted small">{}{} · {}</p></div>'
        '<div class="sides">{}</div></section>'
    ).format(heading, heading, whole, figure.code, gap_words(figure), sides)


def _side(project: Project, filters: Filters, indicator: Indicator, breakdown: Breakdown) -> Markup:
    dimension, lines = breakdown.dimension, gap_lines(project, indicator, breakdown)
    full = max((max(line.share, line.identified + line.unidentified) for line in lines), default=0)
    rows = [_line(project, filters, dimension, line, full) for line in lines]
    more = NOTHING
    if len(rows) > FEW + 1:
        rest = ngettext("{n} more", "{n} more", len(rows) - FEW).format(n=fmt.number(len(rows) - FEW))
        more, rows = folded(rest, _table(dimension, rows[FEW:])), rows[:FEW]
    shares = {line.share for line in lines if line.code not in indicator.targets}
    words = _("each an even share of {n}").format(n=fmt.number(shares.pop())) if len(shares) == 1 else ""
    if dimension == "city" and indicator.targets:
        words = _("targets of the project file, else an even share") if words else _("targets of the project file")
    return Markup('<div><h3>{} <span class="muted small">{}</span></h3>{}{}</div>').format(
        by_dimension(dimension), words, _table(dimension, rows), more
    )


def _table(dimension: str, rows: Sequence[Markup]) -> Markup:
    name = _("Distance to the share: {dimension}").format(dimension=dimension_name(dimension))
    return Markup('<table class="lines"><caption class="unseen">{}</caption><tbody>{}</tbody></table>').format(
        name, joined(rows)
    )


def _line(project: Project, filters: Filters, dimension: str, line: GapLine, full: int) -> Markup:
    name = label(project, dimension, line.code)
    if dimension in filters.dimensions:
        name = Markup('<a data-go href="{}" data-at="gap-{}-{}" aria-label="{}">{}</a>').format(
            filters.choosing(**{dimension: line.code}).link, dimension, line.code,
            _("Show only {name}").format(name=name), name,
        )  # fmt: skip
    return Markup(
        '<tr><th scope="row">{}</th><td class="bar-cell"><span class="against">{}'
        '<span class="share" style="left:{:.2f}%"></span></span></td><td class="n">{}</td><td class="n {}">{}</td></tr>'
    ).format(
        name,
        bar(line.identified, line.unidentified, full),
        100 * line.share / full if full else 0,
        _("{n} of {share}").format(n=fmt.number(line.identified + line.unidentified), share=fmt.number(line.share)),
        "late" if line.missing > 0 else "good",
        _missing_words(line.missing),
    )


def _missing_words(missing: int) -> str:
    if missing > 0:
        return ngettext("{n} short", "{n} short", missing).format(n=fmt.number(missing))
    return ngettext("{n} over", "{n} over", -missing).format(n=fmt.number(-missing)) if missing else _("reached")


def counting_words(figure: IndicatorFigure) -> str:
    """Returns how people are counted, and the confirmed number."""
    least = ngettext(
        "At least {floor} person was reached.", "At least {floor} different people were reached.", figure.reach.floor
    ).format(floor=fmt.number(figure.reach.floor))
    return f"{counting_sentence()} {least}"


def counting_note(filters: Filters, figure: IndicatorFigure) -> Markup:
    """Returns the counting sentence with a link to the counting rules."""
    return joined(
        [
            Markup('<p class="muted small">{} ').format(counting_words(figure)),
            Markup('<a data-go href="counting?{}" data-at="counting">{} →</a></p>').format(
                filters.carried, _("How people are counted")
            ),
        ]
    )


def basis_note(figure: IndicatorFigure, basis: FigureBasis) -> Markup:
    """Returns how the people of a figure are known, line by line up to the figure."""
    rows = [(words, fmt.number(people)) for words, people in basis_words(basis) if people]
    rows.append((_("People reached"), fmt.number(basis.reached)))
    heading = _("What {code} rests on").format(code=figure.code)
    table = lines_table(heading, (_("How people are known"),), (_("People"),), rows)
    return folded(heading, Markup('<div class="card">{}</div>').format(table))
