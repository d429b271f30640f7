"""The gap to the target, as sentences."""

from __future__ import annotations

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.expected import Status
from liaison_metrics.domain.reach.model import Breakdown
from liaison_metrics.services.figures import IndicatorFigure
from liaison_metrics.services.labels import counting_sentence, label
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.filters import Filters
from liaison_metrics.ui.frame.parts import joined


def gap_sentences(project: Project, figure: IndicatorFigure, cities: Breakdown) -> list[str]:
    """Returns what an indicator still needs, and which cities are furthest behind an equal share.

    *figure* and *cities* are those of the whole project. No target by city exists, so the sentence says that an equal
    share is an assumption.
    """
    reached, floor, target = figure.reach.reached, figure.reach.floor, figure.target
    if figure.status is Status.SECURED:
        text = _("No gap: {floor} confirmed people against a target of {target}.")
        return [text.format(floor=fmt.number(floor), target=fmt.number(target))]
    if reached >= target:
        return [
            _("Target reached. Names for {n} more people would confirm it without unidentified people.").format(
                n=fmt.number(target - floor)
            )
        ]
    sentences = [_("{n} still needed.").format(n=fmt.number(target - reached))]
    if figure.status is Status.NOT_HELD_YET:
        return [*sentences, _("No event for this indicator has been recorded yet.")]
    even_share = target / len(project.cities)
    people = {city.code: 0 for city in project.cities} | {line.code: line.reached for line in cities.lines}
    behind = sorted((count, code) for code, count in people.items() if count < even_share)[:3]
    named = [f"{label(project, 'city', code)} ({fmt.number(count)})" for count, code in behind]
    if named:
        sentences.append(
            _("If each city contributed equally ({share} each), the furthest behind are {cities}.").format(
                share=fmt.number(round(even_share)), cities=fmt.names(named)
            )
        )
    return sentences


def gap_card(project: Project, filters: Filters, figure: IndicatorFigure, cities: Breakdown) -> Markup:
    """Returns the gap of the chosen indicator; *figure* and *cities* are those of the whole project."""
    heading = _("Gap to target")
    whole = [_("Whole project:")] if filters.chosen else []
    sentences = " ".join([*whole, *gap_sentences(project, figure, cities)])
    return Markup('<section class="card" aria-label="{}"><h2>{}</h2><p class="muted">{}</p></section>').format(
        heading, heading, sentences
    )


def counting_words(figure: IndicatorFigure) -> str:
    """Returns how people are counted, and the confirmed number."""
    least = _("At least {floor} different people were reached.").format(floor=fmt.number(figure.reach.floor))
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
