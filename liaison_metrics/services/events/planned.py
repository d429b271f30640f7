"""Planned events: where, when and how many people are expected. They don't count until a sheet for them is imported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection

from liaison_metrics.domain.events.titles import title_key
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.work_plan import fills
from liaison_metrics.errors import Place, UnknownEvent, WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, check, requires
from liaison_metrics.services.events.listing import EventSummary, all_events, readable_cities
from liaison_metrics.services.intake.manual_entry import MOST_PEOPLE, event_problems
from liaison_metrics.services.labels import event_name, label
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store import events as stored
from liaison_metrics.store.uploads import Row
from liaison_metrics.texts import _

STATES = ("held", "planned", "no_sheet", "corrected", "to_check", "series")
"""The states of events by which the list can be filtered; "no_sheet": its day has passed and no sheet has come."""


@dataclass(frozen=True, slots=True)
class PlannedEvent:
    """A planned event, the people ``expected`` (0: not stated), and the event ``held`` in its place (None: no sheet for
    it yet). ``key`` is by which the calendar that it came from knows it again, "" for none."""

    number: int
    activity: str
    city: str
    date: date
    title: str
    expected: int
    made_by: str
    made_at: datetime
    held: EventSummary | None
    key: str = ""

    @property
    def fact(self) -> EventFact:
        """The planned event as a fact with the id 0."""
        return EventFact(0, self.activity, self.city, self.date, self.title)


@requires(Action.EVENT_READ)
def planned(workspace: Workspace, actor: Actor) -> list[PlannedEvent]:
    """Returns the planned events in the cities whose events the actor may see, the earliest first, each with the event
    held in its place."""
    cities = readable_cities(workspace.project, actor)
    with workspace.snapshot() as (_index, connection):
        return _planned(connection, all_events(workspace, actor), cities)


def _planned(connection: Connection, events: Sequence[EventSummary], cities: frozenset[str]) -> list[PlannedEvent]:
    places = defaultdict[tuple[str, str, date], list[EventSummary]](list)
    for event in events:
        places[event.fact.activity, event.fact.city, event.fact.date].append(event)
    return [
        PlannedEvent(
            row["id"], row["activity"], row["city"], row["date"], row["title"], row["expected"], row["made_by"],
            row["made_at"],
            _filling(planned_fact(row), places.get((row["activity"], row["city"], row["date"]), ())), row["key"],
        )
        for row in stored.read_planned(connection)
        if row["city"] in cities
    ]  # fmt: skip


def planned_fact(row: Row) -> EventFact:
    """Returns a stored planned event as a fact with the id 0."""
    return EventFact(0, row["activity"], row["city"], row["date"], row["title"])


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the event list: an event that was held, planned, or both."""

    event: EventSummary | None
    plan: PlannedEvent | None

    @property
    def fact(self) -> EventFact:
        """The corrected event; its id is 0 where it is only planned."""
        if self.event:
            return self.event.fact
        assert self.plan is not None
        return self.plan.fact

    @property
    def people(self) -> int:
        """Identified and unidentified people who attended."""
        return self.event.people if self.event else 0

    @property
    def expected(self) -> int | None:
        """How many people were expected (None: not planned, or not stated)."""
        return self.plan.expected or None if self.plan else None

    @property
    def states(self) -> tuple[str, ...]:
        """Its states: held, corrected, to check, in a series, without a sheet, planned."""
        event = self.event
        told = {
            "no_sheet": event is None and self.fact.date < date.today(),
            "held": event is not None, "corrected": event is not None and event.corrected,
            "to_check": event is not None and event.to_check, "series": event is not None and event.in_series,
            "planned": self.plan is not None,
        }  # fmt: skip
        return tuple(state for state, so in told.items() if so)

    @property
    def state(self) -> str:
        """The state that a line shows: of several, what is special about the event."""
        return next((state for state in ("to_check", "corrected", "series") if state in self.states), self.states[0])


@dataclass(frozen=True, slots=True)
class EventChoice:
    """Which events of the list: of a city, an activity (codes) and a state (of ``STATES``), and with some words in the
    name, the title in a file, the city or the activity; "" is any."""

    city: str = ""
    activity: str = ""
    state: str = ""
    words: str = ""


def matching(project: Project, events: Iterable[Listed], choice: EventChoice) -> list[Listed]:
    """Returns the lines of a choice."""
    wanted = title_key(choice.words).split()

    def fits(one: Listed) -> bool:
        fact = one.fact
        coded = choice.city in ("", fact.city) and choice.activity in ("", fact.activity)
        return coded and (not choice.state or choice.state in one.states) and _has_words(project, one, wanted)

    return [one for one in events if fits(one)]


def _has_words(project: Project, one: Listed, wanted: Sequence[str]) -> bool:
    if not wanted:
        return True
    fact, stated = one.fact, one.event.stated if one.event else ()
    places = (label(project, "city", fact.city), label(project, "activity", fact.activity))
    text = title_key(" ".join((event_name(project, fact), *places, *(source.title for source in stated))))
    return all(word in text for word in wanted)


@requires(Action.EVENT_READ)
def listed(workspace: Workspace, actor: Actor) -> list[Listed]:
    """Returns the events, held and planned, in the cities whose events the actor may see, the earliest first."""
    with workspace.snapshot() as (_index, connection):
        events = all_events(workspace, actor)
        plans = _planned(connection, events, readable_cities(workspace.project, actor))
    of_event = {plan.held.number: plan for plan in reversed(plans) if plan.held}
    found = [Listed(event, of_event.get(event.number)) for event in events]
    found += [Listed(None, plan) for plan in plans if not plan.held]
    return sorted(found, key=lambda one: (one.fact.date, one.fact.id))


@requires(Action.EVENT_PLAN)
def plan(workspace: Workspace, event: EventFact, expected: int, actor: Actor) -> int:
    """Plans an event (its id is ignored) with the number of people expected (0: not known); returns the planned
    event's number.

    Raises WrongEntry for details that no event can have, and NotAllowed where it is in another partner's city.
    """
    event = replace(event, title=" ".join(event.title.split()))
    for problem in _problems(workspace.project, event, expected):
        raise problem
    check(actor, Action.EVENT_PLAN, Resource.event(workspace.project, event.city))
    row: Row = {
        "activity": event.activity, "city": event.city, "date": event.date, "title": event.title, "expected": expected,
        "key": "",
    }  # fmt: skip
    with workspace.store.writing() as connection:
        number = stored.plan(connection, row, actor.code)
        planned_event = AuditEntry(AuditAction.EVENT_PLAN, AuditKind.PLANNED_EVENT, number, after=recorded(row))
        record(connection, workspace, actor, planned_event)
        return number


@requires(Action.EVENT_REMOVE)
def remove(workspace: Workspace, number: int, actor: Actor) -> None:
    """Removes a planned event.

    Raises UnknownEvent where there is none, and NotAllowed where it is in another partner's city.
    """
    with workspace.store.writing() as connection:
        row = next((row for row in stored.read_planned(connection) if row["id"] == number), None)
        if row is None:
            raise UnknownEvent(_("That planned event no longer exists."), hint=_("Reload the page."))
        check(actor, Action.EVENT_REMOVE, Resource.event(workspace.project, row["city"]))
        stored.remove_planned(connection, number)
        removed = AuditEntry(AuditAction.EVENT_REMOVE, AuditKind.PLANNED_EVENT, number, before=recorded(row))
        record(connection, workspace, actor, removed)


def recorded(row: Row) -> dict[str, object]:
    """Returns what the audit record says about a planned event: not its title."""
    return {name: str(row[name]) for name in ("activity", "city", "date", "expected")}


def _problems(project: Project, event: EventFact, expected: int) -> Iterator[WrongEntry]:
    yield from event_problems(project, event)
    if not 0 <= expected <= MOST_PEOPLE:
        wrong = _("{n} can’t be the number of people expected.").format(n=expected)
        yield WrongEntry(
            wrong, hint=_("Enter a whole number, or nothing if you don’t know."), place=Place(column=_("Expected"))
        )


def _filling(fact: EventFact, events: Sequence[EventSummary]) -> EventSummary | None:
    """Returns which of the events where and when one was planned is that one: under the same title where both have
    one; of several the one of that very title, then the largest."""
    wanted = title_key(fact.title)

    def closeness(event: EventSummary) -> tuple[bool, int]:
        return title_key(event.fact.title) == wanted, event.people

    return max((event for event in events if fills(fact, event.fact)), key=closeness, default=None)
