"""A breakdown as a table with bars and a visible total."""

from __future__ import annotations

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach import EVENT_DIMENSIONS
from liaison_metrics.domain.reach.model import Breakdown, BreakdownLine
from liaison_metrics.services.labels import by_dimension, dimension_name, in_more_than_one, label, ordered
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.filters import Filters
from liaison_metrics.ui.frame.parts import NOTHING, bar, download_links, joined


def breakdown_card(project: Project, filters: Filters, breakdown: Breakdown) -> Markup:
    """Returns a breakdown of the chosen indicator; a click on a line sets or removes it as a filter.

    It lists all lines even when one is chosen, so that the others are one click away.
    """
    dimension = breakdown.dimension
    heading = by_dimension(dimension)
    lines = [*ordered(dimension, breakdown.lines), *_empty_lines(project, breakdown)]
    full = max((line.reached for line in lines), default=0)
    head = Markup(
        '<tr><th scope="col">{}</th><th class="bar-cell"><span class="unseen">{}</span></th>'
        '<th scope="col" class="n apart">{}</th><th scope="col" class="n apart">{}</th>'
        '<th scope="col" class="n">{}</th><th scope="col" class="n">{}</th></tr>'
    ).format(dimension_name(dimension), _("Bar"), _("identified"), _("unidentified"), _("reached"), _("share"))
    return Markup(
        '<section class="card part" aria-label="{}"><div class="row"><h2>{}</h2>{}</div>'
        '<table class="lines"><caption class="unseen">{}</caption><thead>{}</thead>'
        "<tbody>{}</tbody><tfoot>{}</tfoot></table></section>"
    ).format(
        heading,
        heading,
        download_links(filters, heading, table="indicators", picture=dimension),
        _("{indicator}, {heading}: people reached").format(indicator=filters.indicator, heading=heading.lower()),
        head,
        joined(_line(project, filters, breakdown, line, full) for line in lines),
        _sum(filters, breakdown),
    )


def _empty_lines(project: Project, breakdown: Breakdown) -> list[BreakdownLine]:
    """Returns lines for the cities that have reached nobody yet, so that the gap is visible."""
    if breakdown.dimension != "city":
        return []
    seen = {line.code for line in breakdown.lines}
    return [BreakdownLine(city.code, 0, 0) for city in project.cities if city.code not in seen]


def _line(project: Project, filters: Filters, breakdown: Breakdown, line: BreakdownLine, full: int) -> Markup:
    dimension, total = breakdown.dimension, breakdown.total.reached
    chosen = filters.chosen_in(dimension)
    here = chosen == line.code
    return Markup(
        '<tr class="{}"><th scope="row"><a data-go href="{}" data-at="{}-{}"{}>{}</a></th><td class="bar-cell">{}</td>'
        '<td class="n apart">{}</td><td class="n apart">{}</td><td class="n">{}</td><td class="n muted">{}</td></tr>'
    ).format(
        "chosen" if here else "faded" if chosen else "",
        filters.choosing(**{dimension: "" if here else line.code}).link,
        dimension,
        line.code,
        Markup(' aria-current="true"') if here else NOTHING,
        label(project, dimension, line.code),
        bar(line.identified, line.unidentified, full),
        fmt.number(line.identified),
        fmt.number(line.unidentified),
        fmt.number(line.reached),
        fmt.share(line.reached, total),
    )


def _sum(filters: Filters, breakdown: Breakdown) -> Markup:
    total = breakdown.total
    row = Markup(
        '<tr class="{}"><th scope="row" colspan="2">{}</th><td class="n apart">{}</td><td class="n apart">{}</td>'
        '<td class="n">{}</td><td class="n">{}</td></tr>'
    )
    between = NOTHING
    if breakdown.dimension in EVENT_DIMENSIONS:
        # Only identified people can be recognised in several lines.
        twice = fmt.number(-breakdown.overlap)
        between = row.format(
            "between",
            in_more_than_one(breakdown.dimension),
            twice,
            "",
            twice,
            fmt.share(-breakdown.overlap, total.reached),
        )
    words = _("Total")
    if filters.chosen_in(breakdown.dimension):
        words = _("Total, all cities") if breakdown.dimension == "city" else _("Total, all communities")
    return between + row.format(
        "sum",
        words,
        fmt.number(total.identified),
        fmt.number(total.unidentified),
        fmt.number(total.reached),
        fmt.share(total.reached, total.reached),
    )
