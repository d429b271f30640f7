"""The content of Events: the list, and one event with its figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.project import Project
from liaison_metrics.services.events import details
from liaison_metrics.services.events.details import EventDetail
from liaison_metrics.services.events.planned import STATES, Listed, matching
from liaison_metrics.services.labels import dimension_name, label
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.events.statements import people_words
from liaison_metrics.ui.frame.cache import PageRequest, cached_by_store
from liaison_metrics.ui.frame.filters import MANY_LINES, Filters, codes_of, number_in
from liaison_metrics.ui.frame.head import choice_field, page_head
from liaison_metrics.ui.frame.parts import NOTHING, download_links, joined, more_lines, stacked, table_of

SORTS: Mapping[str, Callable[[Listed], object]] = {
    "date": lambda one: (-one.fact.date.toordinal(), one.fact.id),
    "people": lambda one: (-one.people, -(one.expected or 0), one.fact.date),
    "title": lambda one: (one.fact.title == "", one.fact.title.casefold(), one.fact.date),
}
"""The sort orders of the list; the first is the default."""


@dataclass(frozen=True, slots=True)
class EventsRequest:
    """What an address shows on the page: the filters, and the list's own sort order.

    ``check`` is the number of an event to compare with those that it may be one with, ``series`` that of the first
    event of a possible series; 0 for none.
    """

    filters: Filters
    sort: str = "date"
    check: int = 0
    series: int = 0

    @property
    def link(self) -> str:
        """Returns the address of this request."""
        query = {
            "sort": self.sort if self.sort != "date" else "", "check": str(self.check or ""),
            "series": str(self.series or ""),
        }  # fmt: skip
        own = urlencode({key: value for key, value in query.items() if value})
        return "?" + "&".join(part for part in (self.filters.query(), own) if part)

    def with_event(self, event: int | None) -> EventsRequest:
        """Returns the request for one event, or (None) for the list."""
        return replace(self, filters=self.filters.showing(event=event), check=0, series=0)

    def with_check(self, event: int) -> EventsRequest:
        """Returns the request that compares an event with those that it may be one with."""
        return replace(self.with_event(None), check=event)

    def with_series(self, event: int) -> EventsRequest:
        """Returns the request for the possible series whose first event this is."""
        return replace(self.with_event(None), series=event)


def find_detail(page_request: PageRequest, number: int) -> EventDetail | None:
    """Returns the event with this number, or the one that it counts as; None where there is none."""
    return cached_by_store(
        ("event", number), page_request, lambda: details.find(page_request.workspace, number, page_request.actor)
    )


def read_request(filters: Filters, address: Mapping[str, str]) -> EventsRequest:
    """Returns the request in an address; unknown values are skipped."""
    sort = address.get("sort", "")
    return EventsRequest(
        filters, sort if sort in SORTS else "date", number_in(address, "check"), number_in(address, "series")
    )


def state_words(state: str) -> str:
    """Returns the label of an event's state, with a symbol."""
    return {
        "held": _("● held"), "planned": _("○ planned"), "corrected": _("✎ corrected"), "to_check": _("? to check"),
        "series": _("↻ series"),
    }[state]  # fmt: skip


def head(project: Project, request: EventsRequest, *, with_fields: bool) -> Markup:
    """Returns the head of the page; *with_fields* adds the filter and sort fields of the list."""
    intro = _("All events, held and planned. Correct wrong details here; the original file stays unchanged.")
    return stacked(page_head(_("Events"), intro), _fields(project, request) if with_fields else NOTHING)


def _fields(project: Project, request: EventsRequest) -> Markup:
    filters = request.filters

    def dimension(name: str) -> Markup:
        words = {"": _("All")} | {code: label(project, name, code) for code in codes_of(project, name)}
        base = replace(request, filters=filters.choosing(**{name: ""}))
        return choice_field(dimension_name(name), name, filters.chosen_in(name), base, words)

    states = {"": _("All")} | {state: state_words(state) for state in STATES}
    sorts = {"date": _("Latest first"), "people": _("Most people first"), "title": _("Title")}
    here = request.with_event(None)
    rendered = [
        dimension("city"),
        dimension("activity"),
        choice_field(_("State"), "state", filters.state, replace(here, filters=here.filters.showing(state="")), states),
        choice_field(_("Sort by"), "sort", request.sort, replace(here, sort="date"), sorts),
    ]
    return Markup('<div class="fields" role="group" aria-label="{}">{}</div>').format(_("Filters"), joined(rendered))


def matching_events(request: EventsRequest, events: Sequence[Listed]) -> list[Listed]:
    """Returns the events that match the request, sorted."""
    filters = request.filters
    kept = matching(events, filters.chosen_in("city"), filters.chosen_in("activity"), filters.state)
    return sorted(kept, key=SORTS[request.sort])  # type: ignore[arg-type]


def list_card(project: Project, request: EventsRequest, events: Sequence[Listed]) -> Markup:
    """Returns the list of events, each with a link to its own page."""
    filters = request.filters
    shown = joined(_line(project, request, one) for one in events[: filters.lines])
    heads = (_("Date"), _("Title"), _("Activity"), _("City"), _("State"))
    figures = (_("identified"), _("unidentified"), _("people"), _("expected"))
    longer = replace(request, filters=filters.showing(lines=MANY_LINES))
    body = table_of(_("Events"), heads, figures, shown) if events else _no_event()
    heading = ngettext("{n} event", "{n} events", len(events)).format(n=fmt.number(len(events)))
    more = more_lines(filters, len(events), longer)
    return _card(heading, download_links(filters, _("Events"), table="event_list"), body + more)


def _no_event() -> Markup:
    return Markup('<p class="muted">{}</p>').format(_("No events match these filters."))


def _line(project: Project, request: EventsRequest, one: Listed) -> Markup:
    fact, event = one.fact, one.event
    title: str | Markup = fact.title or _("Untitled")
    if event:
        title = Markup('<a data-go href="{}" data-at="event-{}">{}</a>').format(
            request.with_event(event.number).link, event.number, title
        )
    came = (event.identified, event.unidentified, event.people) if event else (None,) * 3
    return Markup(
        '<tr><td class="nowrap">{}</td><th scope="row" class="text">{}</th><td class="text">{}</td><td>{}</td>'
        '<td class="nowrap {}">{}</td>{}</tr>'
    ).format(
        fmt.day(fact.date), title, label(project, "activity", fact.activity), label(project, "city", fact.city),
        {"corrected": "late", "to_check": "late", "planned": "muted"}.get(one.state, ""), state_words(one.state),
        joined(_number(value) for value in (*came, one.expected)),
    )  # fmt: skip


def _number(value: int | None) -> Markup:
    return Markup('<td class="n">{}</td>').format("" if value is None else fmt.number(value))


def detail_card(project: Project, request: EventsRequest, detail: EventDetail, expected: int | None) -> Markup:
    """Returns an event's details and figures, and the link back to the list."""
    event, fact = detail.event, detail.event.fact
    counts = [one.code for one in project.indicators if fact.activity in project.activities_of(one)]
    figures = [
        (_("people"), event.people),
        (_("identified"), event.identified),
        (_("unidentified"), event.unidentified),
    ]
    if expected is not None:
        figures.append((_("expected"), expected))
    facts = joined(Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(word, fmt.number(n)) for word, n in figures)
    return Markup(
        '<section class="card stack" aria-label="{}"><div class="row"><h2>{}</h2>'
        '<a data-go class="small" href="{}" data-at="close">{}</a></div><p>{}</p><dl class="facts">{}</dl>'
        "<p>{}</p>{}</section>"
    ).format(
        _("Event details"), fact.title or _("Untitled"), request.with_event(None).link, _("All events"),
        " · ".join((*event_words(project, fact), _("counts towards {codes}").format(codes=fmt.names(counts)))), facts,
        people_words(detail), _remarks(request, detail),
    )  # fmt: skip


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
    return Markup('<section class="card" aria-label="{}"><div class="row"><h2>{}</h2>{}</div>{}</section>').format(
        heading, heading, tools, body
    )
