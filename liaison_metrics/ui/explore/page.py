"""The content of Explore: figures by two dimensions, then events, attendances and source rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.model import Breakdown, Cross, EventFigures
from liaison_metrics.services.figures import AttendanceLine
from liaison_metrics.services.labels import dimension_name, label, names_sentence
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.explore.cross import EVENTS, cross_heading, cross_table, single_table
from liaison_metrics.ui.explore.cross_chart import bars_chart, cross_chart
from liaison_metrics.ui.frame.chart import PlotlyChart
from liaison_metrics.ui.frame.filters import DIMENSIONS, Filters
from liaison_metrics.ui.frame.head import active_filters, choice_field, fields, page_head, scope_line
from liaison_metrics.ui.frame.parts import (
    NOTHING,
    download_links,
    joined,
    legend,
    line_link,
    more_lines,
    note,
    nothing_yet,
    stacked,
    table_of,
)
from liaison_metrics.ui.targets.cards import indicator_choice

ATTENDANCES = "attendances"
"""The ``data-place`` of an event's attendances, for links that lead there."""


def head(project: Project, filters: Filters, day: date) -> Markup:
    """Returns the head of the page: filters, indicator, and the two dimensions."""
    return stacked(
        page_head(_("Explore"), scope_line(project, filters, day)),
        fields(project, filters, DIMENSIONS),
        active_filters(project, filters),
        indicator_choice(project, filters, _dimensions(filters)),
        _chart_head(filters),
    )


def empty(project: Project, filters: Filters, day: date) -> Markup:
    """Returns the page of an empty store."""
    return stacked(page_head(_("Explore"), scope_line(project, filters, day)), nothing_yet())


def _dimensions(filters: Filters) -> Markup:
    names = {dimension: dimension_name(dimension) for dimension in filters.dimensions}
    rows = choice_field(_("Rows"), "rows", filters.rows, filters.showing(rows="community", event=None), names)
    columns = choice_field(
        _("Columns"),
        "columns",
        filters.columns or "none",
        filters.showing(columns="city", event=None),
        {"none": _("None")} | {code: name for code, name in names.items() if code != filters.rows},
    )
    return Markup('<div class="fields beside">{}{}</div>').format(rows, columns)


@dataclass(frozen=True, slots=True)
class ExploreContent:
    """An indicator by one or two dimensions, as chart and as table."""

    chart: PlotlyChart
    table: Markup


def one_dimension(project: Project, filters: Filters, breakdown: Breakdown) -> ExploreContent:
    """Returns the chosen indicator by one dimension."""
    return ExploreContent(
        bars_chart(project, breakdown), _table_card(filters, single_table(project, filters, breakdown))
    )


def two_dimensions(project: Project, filters: Filters, cross: Cross) -> ExploreContent:
    """Returns the chosen indicator by two dimensions."""
    return ExploreContent(cross_chart(project, cross), _table_card(filters, cross_table(project, filters, cross)))


def _chart_head(filters: Filters) -> Markup:
    heading = cross_heading(filters)
    tools = (NOTHING if filters.columns else legend()) + download_links(filters, heading, picture="cross")
    return Markup('<div class="row"><h2>{}</h2>{}</div>').format(heading, tools)


def chart_words() -> str:
    """Returns the description of the chart for screen readers."""
    return _("Chart of the numbers in the table below.")


def _table_card(filters: Filters, table: Markup) -> Markup:
    heading = _("Table")
    hint = Markup('<p class="muted small">{}</p>').format(_("Select a number to see the events behind it."))
    return _card(heading, download_links(filters, cross_heading(filters), table="cross"), hint + table)


def _card(heading: str, tools: Markup, body: Markup, place: str = "") -> Markup:
    return Markup(
        '<section class="card" aria-label="{}" data-place="{}"><div class="row"><h2>{}</h2>{}</div>{}</section>'
    ).format(heading, place, heading, tools, body)


def events_card(project: Project, filters: Filters, events: Sequence[EventFigures]) -> Markup:
    """Returns the events behind the figures, latest first, or only the chosen one; a click chooses an event."""
    latest = sorted(events, key=lambda one: (one.event.date, one.event.id), reverse=True)
    chosen = [one for one in latest if one.event.id == filters.event]
    rows = joined(_event(project, filters, one) for one in chosen or latest[: filters.lines])
    heads = (_("Date"), _("Title"), _("Activity"), _("City"))
    figures = (_("identified"), _("unidentified"), _("reached"))
    more = line_link(filters.showing(event=None), _("Show all {n}").format(n=fmt.number(len(events))), "all")
    return _card(
        ngettext("{n} event", "{n} events", len(events)).format(n=fmt.number(len(events))),
        download_links(filters.showing(event=None), _("Events"), table="events"),
        table_of(_("Events"), heads, figures, rows) + (more if chosen else more_lines(filters, len(events))),
        EVENTS,
    )


def _event(project: Project, filters: Filters, one: EventFigures) -> Markup:
    here = filters.event == one.event.id
    shown = replace(filters, event=None if here else one.event.id)
    return Markup(
        '<tr class="{}"><td class="nowrap">{}</td><th scope="row" class="text">'
        '<a data-go href="{}" data-at="event-{}" data-to="{}"{}>'
        '{}</a></th><td class="text">{}</td><td>{}</td><td class="n">{}</td><td class="n">{}</td><td class="n">{}</td>'
        "</tr>"
    ).format(
        "chosen" if here else "",
        fmt.day(one.event.date),
        shown.link,
        one.event.id,
        EVENTS if here else ATTENDANCES,
        Markup(' aria-current="true"') if here else NOTHING,
        one.event.title or _("Untitled"),
        label(project, "activity", one.event.activity),
        label(project, "city", one.event.city),
        fmt.number(one.identified),
        fmt.number(one.unidentified),
        fmt.number(one.attendances),
    )


def attendances_card(
    project: Project, filters: Filters, lines: Sequence[AttendanceLine], table: str = "attendances"
) -> Markup:
    """Returns the attendances of the chosen event that match the filters, each with its source row.

    *table* is the CSV that downloads them.
    """
    if not lines:
        return note(_("This event has no individual records for these filters (headcounts only)."))
    rows = joined(_attendance(project, line) for line in lines[: filters.lines])
    first = lines[0]
    heads = (
        _("Person"), _("Community"), _("Group"), _("Gender"), _("Age band"), _("File"), _("Sheet"),
    )  # fmt: skip
    heading = _("{title}, {city}, {day}: {n} attendances").format(
        title=first.title or label(project, "activity", first.activity),
        city=label(project, "city", first.city),
        day=fmt.day(first.date),
        n=fmt.number(len(lines)),
    )
    body = table_of(heading, heads, (_("Row"),), rows) + more_lines(filters, len(lines))
    hint = Markup('<p class="muted small">{}</p>').format(
        names_sentence()
        + " "
        + _("Each person has one pseudonym across all events. Rows without a pseudonym could not be identified.")
    )
    return _card(heading, download_links(filters, heading, table=table), body + hint, ATTENDANCES)


def _attendance(project: Project, line: AttendanceLine) -> Markup:
    column = f" · {line.column}" if line.column else ""
    return Markup(
        '<tr><th scope="row" class="nowrap">{}</th><td>{}</td><td class="text">{}</td><td>{}</td>'
        '<td class="nowrap">{}</td><td class="text">{}</td><td>{}</td><td class="n">{}</td></tr>'
    ).format(
        line.person or _("unidentified"),
        label(project, "community", line.community),
        label(project, "group", line.group),
        label(project, "gender", line.gender),
        label(project, "age_band", line.age_band),
        line.file,
        line.sheet,
        f"{line.row}{column}",
    )
