"""The content of Explore: figures by two dimensions, then events, attendances and source rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.model import Breakdown, Cross, EventFigures
from liaison_metrics.domain.reach.scope import PERSON_DIMENSIONS
from liaison_metrics.services.figures import AttendanceLine
from liaison_metrics.services.labels import dimension_name, event_name, label, names_sentence
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.explore.cross import EVENTS, cross_heading, cross_table, single_table
from liaison_metrics.ui.frame.filters import DIMENSIONS, Filters
from liaison_metrics.ui.frame.head import active_filters, choice_field, fields, page_head, scope_line
from liaison_metrics.ui.frame.parts import (
    NOTHING,
    HeadCell,
    download_links,
    joined,
    legend,
    lines_shown,
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


def one_dimension(project: Project, filters: Filters, breakdown: Breakdown) -> Markup:
    """Returns the chosen indicator by one dimension, with bars."""
    return _figures_card(filters, single_table(project, filters, breakdown), legend())


def two_dimensions(project: Project, filters: Filters, cross: Cross) -> Markup:
    """Returns the chosen indicator by two dimensions, with coloured cells."""
    return _figures_card(filters, cross_table(project, filters, cross))


def _figures_card(filters: Filters, table: Markup, beside: Markup = NOTHING) -> Markup:
    heading, words = cross_heading(filters), _("Select a number to see the events behind it.")
    if filters.columns:
        words += " " + _("The more people, the stronger the colour of a cell.")
    hint = Markup('<div class="row hint"><p class="muted small">{}</p>{}</div>').format(words, beside)
    return _card(heading, download_links(filters, heading, table="cross", picture="cross"), hint + table)


def _card(heading: str, tools: Markup, body: Markup, place: str = "") -> Markup:
    return Markup(
        '<section class="card" aria-label="{}" data-place="{}"><div class="row"><h2{}>{}</h2>{}</div>{}</section>'
    ).format(heading, place, Markup(" data-says") if place else NOTHING, heading, tools, body)


@dataclass(frozen=True, slots=True)
class EventsBehind:
    """The events behind the figures, how many people came to each of them in all (by its number), and in which cities
    the reader may see the rows."""

    events: Sequence[EventFigures]
    everybody: Mapping[int, int]
    open_cities: frozenset[str]


def events_card(project: Project, filters: Filters, behind: EventsBehind) -> Markup:
    """Returns the events behind the figures, latest first; a click on a number shows the rows behind it."""
    latest = sorted(behind.events, key=lambda one: (one.event.date, one.event.id), reverse=True)
    fewer = any(behind.everybody.get(one.event.id) != one.attendances for one in latest)
    chosen = next((at for at, one in enumerate(latest, 1) if one.event.id == filters.event), 0)
    shown = latest[: max(lines_shown(filters, len(latest)), chosen)]
    rows = joined(_event(project, filters, one, behind, fewer=fewer) for one in shown)
    heads = (_("Date"), _("Title"), HeadCell(_("Activity"), "apart"), _("City"))
    figures = [HeadCell(_("identified"), "apart"), HeadCell(_("unidentified"), "apart"), HeadCell(_("counted"))]
    if fewer:
        figures.append(HeadCell(_("everybody there"), "apart"))
    return _card(
        ngettext("{n} event", "{n} events", len(latest)).format(n=fmt.number(len(latest))),
        download_links(filters.showing(event=None), _("Events"), table="events"),
        (_why_fewer(project, filters) if fewer else NOTHING)
        + table_of(_("Events"), heads, figures, rows, "compact")
        + more_lines(filters, len(latest)),
        EVENTS,
    )


def _why_fewer(project: Project, filters: Filters) -> Markup:
    """Returns why an event can show fewer people here than on Events."""
    groups = [fmt.noun(label(project, "group", code)) for code in project.indicator(filters.indicator).groups_left_out]
    own = [label(project, one, code) for one, code in filters.chosen.items() if one in PERSON_DIMENSIONS]
    reasons = []
    if groups:
        reasons.append(
            _("{indicator} leaves out {groups}.").format(indicator=filters.indicator, groups=fmt.names(groups))
        )
    if own:
        reasons.append(_("Only people who match the filters are counted: {filters}.").format(filters=fmt.names(own)))
    reasons.append(_("So an event can count fewer people here than were there; Events shows everybody."))
    return Markup('<p class="muted small text hint">{}</p>').format(" ".join(reasons))


def _event(project: Project, filters: Filters, one: EventFigures, behind: EventsBehind, *, fewer: bool) -> Markup:
    event = one.event
    everybody = Markup('<td class="n apart">{}</td>').format(fmt.number(behind.everybody.get(event.id, 0)))
    return Markup(
        '<tr class="{}"><td class="nowrap">{}</td><th scope="row" class="text">'
        '<a data-go href="events?event={}" data-at="event-{}">{}</a></th>'
        '<td class="text apart">{}</td><td>{}</td><td class="n apart">{}</td><td class="n apart">{}</td>'
        '<td class="n lead">{}</td>{}</tr>'
    ).format(
        "chosen" if filters.event == event.id else "",
        fmt.day(event.date),
        event.id,
        event.id,
        event_name(project, event),
        label(project, "activity", event.activity),
        label(project, "city", event.city),
        fmt.number(one.identified),
        fmt.number(one.unidentified),
        _rows_link(project, filters, one) if event.city in behind.open_cities else fmt.number(one.attendances),
        everybody if fewer else NOTHING,
    )


def _rows_link(project: Project, filters: Filters, one: EventFigures) -> Markup:
    here, n = filters.event == one.event.id, fmt.number(one.attendances)
    words = _("{n}, {event}: hide the rows") if here else _("{n}, {event}: show the rows")
    return Markup('<a data-go href="{}" data-at="rows-{}" data-to="{}" aria-label="{}"{}>{}</a>').format(
        replace(filters, event=None if here else one.event.id).link, one.event.id, EVENTS if here else ATTENDANCES,
        words.format(n=n, event=event_name(project, one.event)),
        Markup(' aria-current="true"') if here else NOTHING, n,
    )  # fmt: skip


def attendances_card(
    project: Project, filters: Filters, lines: Sequence[AttendanceLine], table: str = "attendances"
) -> Markup:
    """Returns the attendances of the chosen event that match the filters, each with its source row.

    *table* is the CSV that downloads them.
    """
    if not lines:
        return note(_("No rows of this event match these filters. A headcount has no rows."))
    rows = joined(_attendance(project, line) for line in lines[: lines_shown(filters, len(lines))])
    first = lines[0]
    heads = (
        _("Person"), _("Community"), _("Group"), _("Gender"), _("Age band"), _("File"), _("Sheet"),
    )  # fmt: skip
    heading = ngettext(
        "{title}, {city}, {day}: {n} attendance", "{title}, {city}, {day}: {n} attendances", len(lines)
    ).format(
        title=first.title or label(project, "activity", first.activity),
        city=label(project, "city", first.city),
        day=fmt.day(first.date),
        n=fmt.number(len(lines)),
    )
    body = table_of(heading, heads, (_("Row"),), rows, "compact") + more_lines(filters, len(lines))
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
        '<td class="nowrap">{}</td><td class="text">{}</td><td class="apart">{}</td>'
        '<td class="n lead" data-label="{}">{}</td></tr>'
    ).format(
        line.person or _("unidentified"),
        label(project, "community", line.community),
        label(project, "group", line.group),
        label(project, "gender", line.gender),
        label(project, "age_band", line.age_band),
        line.file,
        line.sheet,
        _("row"),
        f"{line.row}{column}",
    )
