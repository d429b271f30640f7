"""The content of Events: the list, and one event with its figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.project import Project
from liaison_metrics.services.events import details
from liaison_metrics.services.events.details import EventDetail
from liaison_metrics.services.events.planned import STATES, EventChoice, Listed, matching
from liaison_metrics.services.labels import dimension_name, event_name, every, label, signed_words
from liaison_metrics.texts import _, ngettext, pgettext
from liaison_metrics.ui.events.statements.sheets import people_words
from liaison_metrics.ui.frame.cache import PageRequest, cached_by_store
from liaison_metrics.ui.frame.filters import MANY_LINES, Filters, codes_of, number_in
from liaison_metrics.ui.frame.head import choice_field, page_head, search_field
from liaison_metrics.ui.frame.parts import (
    NOTHING,
    HeadCell,
    download_links,
    help_mark,
    joined,
    line_link,
    lines_shown,
    more_lines,
    stacked,
    table_of,
)

DESCENDING = frozenset({"date", "identified", "unidentified", "people", "expected"})
"""Columns that begin with the largest: the latest event, most people."""

SORTS = ("date", "title", "activity", "city", "state", "identified", "unidentified", "people", "expected")
"""The columns by which the list can be sorted; the first is the default. "-date" is the other direction."""


@dataclass(frozen=True, slots=True)
class EventsRequest:
    """What an address shows on the page: the filters, and the list's own sort order.

    ``check`` is the number of an event to compare with those that it may be one with, ``series`` that of the first
    event of a possible series, ``plan`` that of a planned event; 0 for none.
    """

    filters: Filters
    sort: str = "date"
    check: int = 0
    series: int = 0
    plan: int = 0

    @property
    def link(self) -> str:
        """Returns the address of this request."""
        query = {
            "sort": self.sort if self.sort != "date" else "", "check": str(self.check or ""),
            "series": str(self.series or ""), "plan": str(self.plan or ""),
        }  # fmt: skip
        own = urlencode({key: value for key, value in query.items() if value})
        return "?" + "&".join(part for part in (self.filters.query(), own) if part)

    def with_event(self, event: int | None) -> EventsRequest:
        """Returns the request for one event, or (None) for the list."""
        return replace(self, filters=self.filters.showing(event=event), check=0, series=0, plan=0)

    def with_check(self, event: int) -> EventsRequest:
        """Returns the request that compares an event with those that it may be one with."""
        return replace(self.with_event(None), check=event)

    def with_series(self, event: int) -> EventsRequest:
        """Returns the request for the possible series whose first event this is."""
        return replace(self.with_event(None), series=event)

    def with_plan(self, plan: int) -> EventsRequest:
        """Returns the request for a planned event without a sheet."""
        return replace(self.with_event(None), plan=plan)


def find_detail(page_request: PageRequest, number: int) -> EventDetail | None:
    """Returns the event with this number, or the one that it counts as; None where there is none."""
    return cached_by_store(
        ("event", number), page_request, lambda: details.find(page_request.workspace, number, page_request.actor)
    )


def read_request(filters: Filters, address: Mapping[str, str]) -> EventsRequest:
    """Returns the request in an address; unknown values are skipped."""
    sort = address.get("sort", "")
    return EventsRequest(
        filters, sort if sort.removeprefix("-") in SORTS else "date", number_in(address, "check"),
        number_in(address, "series"), number_in(address, "plan"),
    )  # fmt: skip


def state_words(state: str) -> str:
    """Returns the label of an event's state, with a symbol."""
    return {
        "held": _("● held"), "planned": _("○ planned"), "no_sheet": _("▢ no sheet yet"),
        "corrected": _("✎ corrected"), "to_check": _("? to check"),
        "series": _("↻ series"),
    }[state]  # fmt: skip


def head(project: Project, request: EventsRequest, detail: EventDetail | None, *, with_fields: bool) -> Markup:
    """Returns the head of the page, or of an event's own page; *with_fields* adds the filter fields of the list."""
    if detail:
        fact = detail.event.fact
        back = line_link(request.with_event(None), _("All events"), "close")
        return page_head(event_name(project, fact), " · ".join(event_words(project, fact)), back)
    intro = _("All events, held and planned. Correct wrong details here; the original file stays unchanged.")
    return stacked(page_head(_("Events"), intro), _fields(project, request) if with_fields else NOTHING)


def _fields(project: Project, request: EventsRequest) -> Markup:
    filters, here = request.filters, request.with_event(None)

    def dimension(name: str) -> Markup:
        words = {"": every(name)} | {code: label(project, name, code) for code in codes_of(project, name)}
        base = replace(request, filters=filters.choosing(**{name: ""}))
        return choice_field(dimension_name(name), name, filters.chosen_in(name), base, words)

    states = {"": pgettext("states", "All")} | {state: state_words(state) for state in STATES}
    sorts = {"date": _("Latest first"), "people": _("Most people first"), "title": _("Title"), "city": _("City")}
    rendered = [
        search_field(_("Search"), filters.words, replace(here, filters=here.filters.showing(words=""))),
        dimension("city"),
        dimension("activity"),
        choice_field(_("State"), "state", filters.state, replace(here, filters=here.filters.showing(state="")), states),
        # On a narrow page, whose list has no headings.
        Markup('<div class="narrow-only">{}</div>').format(
            choice_field(_("Sort by"), "sort", request.sort, replace(here, sort="date"), sorts)
        ),
    ]
    return Markup('<div class="fields" role="group" aria-label="{}">{}</div>').format(_("Filters"), joined(rendered))


def matching_events(project: Project, request: EventsRequest, events: Sequence[Listed]) -> list[Listed]:
    """Returns the events that match the request, sorted; equal ones by date, the latest first."""
    filters, column = request.filters, request.sort.removeprefix("-")
    choice = EventChoice(filters.chosen_in("city"), filters.chosen_in("activity"), filters.state, filters.words)
    found = sorted(
        matching(project, events, choice), key=lambda one: (one.fact.date, -one.fact.id), reverse=True
    )  # fmt: skip
    values: Mapping[str, Callable[[Listed], Any]] = {
        "date": lambda one: one.fact.date,
        "title": lambda one: fmt.sort_key(event_name(project, one.fact)),
        "activity": lambda one: label(project, "activity", one.fact.activity),
        "city": lambda one: label(project, "city", one.fact.city),
        "state": lambda one: STATES.index(one.state),
        "identified": lambda one: one.event.identified if one.event else -1,
        "unidentified": lambda one: one.event.unidentified if one.event else -1,
        "people": lambda one: one.people,
        "expected": lambda one: one.expected or 0,
    }
    return sorted(found, key=values[column], reverse=(column in DESCENDING) != request.sort.startswith("-"))


def list_card(project: Project, request: EventsRequest, events: Sequence[Listed]) -> Markup:
    """Returns the list of events, each with a link to its own page; a click on a heading sorts it."""
    filters = request.filters
    with_plan = any(one.plan for one in events)
    shown = joined(
        _line(project, request, one, with_plan=with_plan) for one in events[: lines_shown(filters, len(events))]
    )
    heads = [
        _heading(request, "date", _("Date")), _heading(request, "title", _("Title")),
        _heading(request, "activity", _("Activity"), "apart"), _heading(request, "city", _("City")),
        _heading(request, "state", _("State")),
    ]  # fmt: skip
    figures = [
        _heading(request, "identified", _("identified"), "apart", help_mark("identified", "events")),
        _heading(request, "unidentified", _("unidentified"), "apart", help_mark("unidentified", "events")),
        _heading(request, "people", _("people")),
    ]
    if with_plan:
        figures.append(_heading(request, "expected", _("expected"), "apart"))
    longer = replace(request, filters=filters.showing(lines=MANY_LINES))
    body = table_of(_("Events"), heads, figures, shown, "compact") if events else _no_event()
    heading = ngettext("{n} event", "{n} events", len(events)).format(n=fmt.number(len(events)))
    more = more_lines(filters, len(events), longer)
    return _card(heading, download_links(filters, _("Events"), table="event_list"), body + more)


def _heading(request: EventsRequest, column: str, words: str, classes: str = "", mark: Markup = NOTHING) -> HeadCell:
    """Returns a heading that sorts by its column, and the other way round if the list is sorted by it."""
    by_this = request.sort.removeprefix("-") == column
    turned = by_this and not request.sort.startswith("-")
    down = (column in DESCENDING) == turned
    arrow = Markup(' <span aria-hidden="true">{}</span>').format("▼" if down else "▲") if by_this else NOTHING
    link = Markup('<a data-go="sort" href="{}" data-at="sort-{}">{}{}</a>{}').format(
        replace(request, sort=f"-{column}" if turned else column).link, column, words, arrow, mark
    )
    return HeadCell(link, classes, ("descending" if down else "ascending") if by_this else "")


def _no_event() -> Markup:
    return Markup('<p class="muted">{}</p>').format(_("No events match these filters."))


def _line(project: Project, request: EventsRequest, one: Listed, *, with_plan: bool) -> Markup:
    fact, event = one.fact, one.event
    title: str | Markup = event_name(project, fact)
    if event:
        title = Markup('<a data-go href="{}" data-at="event-{}">{}</a>').format(
            request.with_event(event.number).link, event.number, title
        )
    elif one.plan:
        title = Markup('<a data-go href="{}" data-at="plan-{}">{}</a>').format(
            request.with_plan(one.plan.number).link, one.plan.number, title
        )
    late = one.state in ("corrected", "to_check", "no_sheet")
    lead = (
        Markup('<td class="n lead">{}</td>').format(fmt.number(event.people))
        if event
        else Markup('<td class="n lead"><span class="narrow-only">{}</span></td>').format(
            ngettext("{n} expected", "{n} expected", one.expected or 0).format(n=fmt.number(one.expected or 0))
        )
    )
    return Markup(
        '<tr><td class="nowrap">{}</td><th scope="row" class="text">{}</th><td class="text apart">{}</td><td>{}</td>'
        '<td class="nowrap {}">{}</td>{}{}{}{}</tr>'
    ).format(
        fmt.day(fact.date), title, label(project, "activity", fact.activity), label(project, "city", fact.city),
        "late" if late else "muted" if one.state == "planned" else "", state_words(one.state),
        _number(event.identified if event else None), _number(event.unidentified if event else None), lead,
        _number(one.expected) if with_plan else NOTHING,
    )  # fmt: skip


def _number(value: int | None) -> Markup:
    return Markup('<td class="n apart">{}</td>').format("" if value is None else fmt.number(value))


def detail_card(project: Project, request: EventsRequest, detail: EventDetail, expected: int | None) -> Markup:
    """Returns an event's figures and towards which indicators it counts."""
    event, fact = detail.event, detail.event.fact
    counts = [one.code for one in project.indicators if fact.activity in project.activities_of(one)]
    figures = [
        (_("people"), event.people, NOTHING),
        (_("identified"), event.identified, help_mark("identified", "event")),
        (_("unidentified"), event.unidentified, help_mark("unidentified", "event")),
    ]
    if expected is not None:
        figures.append((_("expected"), expected, NOTHING))
    facts = joined(
        Markup("<div><dt>{}{}</dt><dd>{}</dd></div>").format(word, mark, fmt.number(n)) for word, n, mark in figures
    )
    return Markup(
        '<section class="card stack" aria-label="{}"><dl class="facts">{}</dl><p>{}</p>{}<p>{}</p>{}</section>'
    ).format(
        _("Event details"), facts, people_words(detail), _signed(detail),
        _("Counts towards {codes}.").format(codes=fmt.names(counts)) if counts else _("Counts towards no indicator."),
        _remarks(request, detail),
    )  # fmt: skip


def _signed(detail: EventDetail) -> Markup:
    """Returns how many rows are signed, nothing where no sheet says it."""
    words = signed_words(detail.signed)
    note = _("Typed marks only: signatures on paper or as pictures cannot be read.")
    return Markup('<p>{} <span class="muted small">{}</span></p>').format(words, note) if words else NOTHING


def _remarks(request: EventsRequest, detail: EventDetail) -> Markup:
    """Returns what else decides how an event counts: events to check, a series."""
    remarks = NOTHING
    if detail.event.to_check:
        remarks += Markup('<p class="late">{} <a data-go href="{}" data-at="check">{}</a></p>').format(
            _("This may be the same event as another one. They are counted together until somebody decides."),
            request.with_check(detail.event.number).link, _("Compare them"),
        )  # fmt: skip
    if detail.event.in_series:
        words = _("Part of a series: of the people not identified, only those of its largest event count.")
        remarks += Markup("<p>{}</p>").format(words)
    return remarks


def event_words(project: Project, fact: EventFact) -> tuple[str, ...]:
    """Returns day, city and activity of an event as text."""
    return (fmt.day(fact.date), label(project, "city", fact.city), label(project, "activity", fact.activity))


def _card(heading: str, tools: Markup, body: Markup) -> Markup:
    return Markup(
        '<section class="card" aria-label="{}"><div class="row"><h2 data-says>{}</h2>{}</div>{}</section>'
    ).format(heading, heading, tools, body)
