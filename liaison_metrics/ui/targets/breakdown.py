"""A breakdown as a table with bars and a visible total."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach import EVENT_DIMENSIONS
from liaison_metrics.domain.reach.model import Breakdown, BreakdownLine, Point
from liaison_metrics.services.figures import IndicatorFigure
from liaison_metrics.services.labels import by_dimension, dimension_name, in_more_than_one, label, ordered
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.filters import MAP, Filters
from liaison_metrics.ui.frame.parts import NOTHING, bar, download_links, folded, joined, lines_table, scrolling


def breakdown_card(project: Project, filters: Filters, breakdown: Breakdown) -> Markup:
    """Returns a breakdown of the chosen indicator; a click on a line sets or removes it as a filter.

    It lists all lines even when one is chosen, so that the others are one click away. Details are more columns.
    """
    dimension = breakdown.dimension
    heading = by_dimension(dimension)
    lines = [*ordered(dimension, breakdown.lines), *_empty_lines(project, breakdown)]
    full = max((line.reached for line in lines), default=0)
    head = Markup(
        '<tr><th scope="col">{}</th><th class="bar-cell"><span class="unseen">{}</span></th>{}</tr>'
    ).format(
        dimension_name(dimension), _("Bar"),
        _numbers(filters, "th", (_("identified"), _("unidentified"), _("reached"), _("share"))),
    )  # fmt: skip
    table = Markup(
        '<table class="lines"><caption class="unseen">{}</caption><thead>{}</thead><tbody>{}</tbody><tfoot>{}</tfoot>'
        "</table>"
    ).format(
        _("{indicator}, {heading}: people reached").format(indicator=filters.indicator, heading=fmt.inside(heading)),
        head,
        joined(_line(project, filters, breakdown, line, full) for line in lines),
        _sum(filters, breakdown),
    )
    if filters.details:
        table = scrolling(heading, table, "details")
    return Markup('<section class="card part" aria-label="{}"><div class="row"><h2>{}</h2>{}</div>{}</section>').format(
        heading, heading, _tools(filters, dimension, heading), table
    )


def _tools(filters: Filters, dimension: str, heading: str) -> Markup:
    """Returns the downloads, and beside the cities the link that opens or closes their map."""
    files = download_links(filters, heading, table=f"by-{dimension.replace('_', '-')}", picture=dimension)
    if dimension != "city":
        return files
    words = _("Hide map") if filters.map else _("Map")
    return Markup('<span class="tools"><a data-go="{}" href="{}" data-at="map"{}>{}</a></span>{}').format(
        MAP,
        filters.showing(map=not filters.map).link,
        NOTHING if filters.map else Markup(' data-to="map"'),
        words,
        files,
    )


def _empty_lines(project: Project, breakdown: Breakdown) -> list[BreakdownLine]:
    """Returns lines for the cities that have reached nobody yet, so that the gap is visible."""
    if breakdown.dimension != "city":
        return []
    seen = {line.code for line in breakdown.lines}
    return [BreakdownLine(city.code, 0, 0) for city in project.cities if city.code not in seen]


def _line(project: Project, filters: Filters, breakdown: Breakdown, line: BreakdownLine, full: int) -> Markup:
    dimension, total = breakdown.dimension, breakdown.total.reached
    chosen, name = filters.chosen_in(dimension), label(project, dimension, line.code)
    here = chosen == line.code
    return Markup(
        '<tr class="{}"><th scope="row"><a data-go href="{}" data-at="{}-{}" aria-label="{}"{}>{}</a></th>'
        '<td class="bar-cell">{}</td>{}</tr>'
    ).format(
        "chosen" if here else "faded" if chosen else "",
        filters.choosing(**{dimension: "" if here else line.code}).link,
        dimension,
        line.code,
        (_("Show all again, not only {name}") if here else _("Show only {name}")).format(name=name),
        Markup(' aria-current="true"') if here else NOTHING,
        name,
        bar(line.identified, line.unidentified, full),
        _numbers(filters, "td", _people_words(line.identified, line.unidentified, total)),
    )


def _people_words(identified: int, unidentified: int, total: int) -> tuple[str, ...]:
    reached = identified + unidentified
    return fmt.number(identified), fmt.number(unidentified), fmt.number(reached), fmt.share(reached, total)


def _numbers(filters: Filters, cell: str, words: Sequence[str]) -> Markup:
    """Returns the cells of the number columns: identified, unidentified, reached and share; of these only reached
    without details."""
    shown = words if filters.details else words[2:3]
    scope = Markup(' scope="col"') if cell == "th" else NOTHING
    return joined(Markup('<{}{} class="n">{}</{}>').format(Markup(cell), scope, word, Markup(cell)) for word in shown)


def _sum(filters: Filters, breakdown: Breakdown) -> Markup:
    total = breakdown.total
    row = Markup('<tr class="{}"><th scope="row" colspan="2">{}</th>{}</tr>')
    between = NOTHING
    if breakdown.dimension in EVENT_DIMENSIONS:
        # Only identified people can be recognised in several lines.
        identified, _none, reached, share = _people_words(-breakdown.overlap, 0, total.reached)
        numbers = _numbers(filters, "td", (identified, "", reached, share))
        between = row.format("between", in_more_than_one(breakdown.dimension), numbers)
    words = _("Total")
    if filters.chosen_in(breakdown.dimension):
        words = _("Total, all cities") if breakdown.dimension == "city" else _("Total, all communities")
    numbers = _numbers(filters, "td", _people_words(total.identified, total.unidentified, total.reached))
    return between + row.format("sum", words, numbers)


def details_link(filters: Filters) -> Markup:
    """Returns the link that shows more columns in the tables, or fewer."""
    words = _("Fewer columns") if filters.details else _("Details")
    return Markup('<span class="tools"><a data-go="details" href="{}" data-at="details">{}</a></span>').format(
        filters.showing(details=not filters.details).link, words
    )


def curve_table(figure: IndicatorFigure, points: Sequence[Point]) -> Markup:
    """Returns the data of the chart over time as a table that opens on click, the latest day first."""
    if not points:
        return NOTHING
    name = _("{code} over time").format(code=figure.code)
    heads = [_("identified"), _("unidentified"), _("reached")]
    rows = (
        (fmt.day(one.day), fmt.number(one.identified), fmt.number(one.unidentified), fmt.number(one.reached))
        for one in reversed(points)
    )
    return folded(_("The chart as a table"), lines_table(name, [_("Day")], heads, rows))
