"""Events: what files state of each and what is true of it, the files behind it, and correcting what is wrong.

What files state stays as it is. A correction stands beside it, with who and when, and can be taken back; two events
that are one are one by a correction.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from rapidfuzz import fuzz
from sqlalchemy import Connection

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.errors import NotAllowed, UnknownEvent, WrongEntry
from liaison_metrics.services import figures
from liaison_metrics.services.access.actors import COORDINATOR, Actor
from liaison_metrics.services.intake.manual_entry import event_problems
from liaison_metrics.services.preview import Effect
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store import events as stored
from liaison_metrics.texts import _


@dataclass(frozen=True, slots=True)
class EventSummary:
    """An event as it counts, its people, and the events as files state them that count as it."""

    fact: EventFact
    identified: int
    unidentified: int
    stated: tuple[EventFact, ...]

    @property
    def number(self) -> int:
        """The number by which the event is asked for."""
        return self.fact.id

    @property
    def people(self) -> int:
        """Identified and unidentified people together."""
        return self.identified + self.unidentified

    @property
    def corrected(self) -> bool:
        """Whether files state something else, or several events that are this one."""
        return self.stated != (self.fact,)


@dataclass(frozen=True, slots=True)
class Statement:
    """What one upload states of an event: as which, by how many rows of participants, and how many unlisted people."""

    upload: int
    file: str
    made_by: str
    imported_at: datetime
    stated: EventFact
    attendances: int
    headcount: int


@dataclass(frozen=True, slots=True)
class Correction:
    """What somebody said is true of one stated event or several. ``holds`` where nothing later was said of at least one
    of them and it was not taken back."""

    number: int
    truth: EventFact
    stated: int
    made_by: str
    made_at: datetime
    revoked_at: datetime | None
    holds: bool


@dataclass(frozen=True, slots=True)
class EventDetail:
    """One event with the files behind it and its corrections, the latest first."""

    event: EventSummary
    statements: tuple[Statement, ...]
    corrections: tuple[Correction, ...]


def all_events(workspace: Workspace) -> list[EventSummary]:
    """Returns the events at which anybody counts, the earliest first, also those that are still to come."""
    with workspace.snapshot() as (_index, connection):
        stated = stored.stated_events(connection)
        found = figures.events(workspace, scope=Scope(until=workspace.project.end))
    return [EventSummary(one.event, one.identified, one.unidentified, tuple(stated[one.event.id])) for one in found]


def one(workspace: Workspace, number: int) -> EventDetail | None:
    """Returns the event of a number, its own or that of one that counts as it; None where there is none."""
    with workspace.snapshot() as (_index, connection):
        found = next((one for one in all_events(workspace) if number in {fact.id for fact in one.stated}), None)
        if found is None:
            return None
        stated = {fact.id: fact for fact in found.stated}
        statements = tuple(
            Statement(
                row["upload"], row["file"], row["made_by"], row["imported_at"], stated[row["event"]],
                row["attendances"], row["headcount"],
            )
            for row in stored.read_statements(connection, stated)
        )  # fmt: skip
        return EventDetail(found, statements, _corrections(connection, found))


def _corrections(connection: Connection, event: EventSummary) -> tuple[Correction, ...]:
    own = {stored.key_of(event.fact), *map(stored.key_of, event.stated)}
    rows = stored.read_corrections(connection)
    latest: dict[stored.Key, int] = {}
    for row in rows:
        if row["revoked_at"] is None:
            latest.setdefault(stored.stated_key(row), row["id"])
    found = []
    for _moment, together in groupby(rows, key=lambda row: (row["made_at"], row["made_by"])):
        act = list(together)
        truth = EventFact(0, *(act[0][name] for name in ("activity", "city", "date", "title")))
        if own.isdisjoint({stored.key_of(truth), *map(stored.stated_key, act)}):
            continue
        holds = any(latest.get(stored.stated_key(row)) == row["id"] for row in act)
        first = act[0]
        found.append(
            Correction(
                first["id"], truth, len(act), first["made_by"], first["made_at"], first["revoked_at"], holds
            )
        )  # fmt: skip
    return tuple(found)


def correct(
    workspace: Workspace,
    number: int,
    actor: Actor = COORDINATOR,
    *,
    activity: str | None = None,
    city: str | None = None,
    day: date | None = None,
    title: str | None = None,
) -> tuple[Effect, ...]:
    """Keeps what is true of an event beside what files state (None: as it is now); returns what that did to the
    indicators. With the data of another event it becomes one with it.

    Raises WrongEntry for data that cannot be an event's or are its data already, UnknownEvent, and NotAllowed where a
    partner corrects an event of another's city or moves one there.
    """

    def keep(connection: Connection, event: EventFact) -> EventFact:
        asked = {"activity": activity, "city": city, "date": day, "title": title and " ".join(title.split())}
        return replace(event, **{name: value for name, value in asked.items() if value is not None})  # type: ignore[arg-type]

    return _corrected(workspace, number, actor, keep)


def join(workspace: Workspace, number: int, into: int, actor: Actor = COORDINATOR) -> tuple[Effect, ...]:
    """Makes an event one with another, whose data are the true ones; returns what that did to the indicators.

    Raises UnknownEvent, WrongEntry where both are one already, and NotAllowed where a partner joins an event of
    another's city.
    """

    def keep(connection: Connection, event: EventFact) -> EventFact:
        other = _event(connection, into)
        return replace(other, id=event.id)

    return _corrected(workspace, number, actor, keep)


def _corrected(
    workspace: Workspace, number: int, actor: Actor, truth: Callable[[Connection, EventFact], EventFact]
) -> tuple[Effect, ...]:
    project = workspace.project

    def write(connection: Connection) -> None:
        event = _event(connection, number)
        true = truth(connection, event)
        for wrong in event_problems(project, true):
            raise wrong
        check_allowed(project, actor, event.city, true.city)
        if true == event:
            raise WrongEntry(
                _("Nothing was changed: this is true of the event already."), hint=_("Change what is wrong, then save.")
            )
        stored.correct(connection, event, true, actor.code)

    return _with_effects(workspace, write)


def take_back(workspace: Workspace, correction: int, actor: Actor = COORDINATOR) -> tuple[Effect, ...]:
    """Takes a correction back, so that what was true before is true again; returns what that did to the indicators.

    Raises UnknownEvent where there is none that stands, and NotAllowed where another party made it.
    """

    def write(connection: Connection) -> None:
        standing = {row["id"]: row for row in stored.read_corrections(connection) if row["revoked_at"] is None}
        if correction not in standing:
            raise UnknownEvent(
                _("There is no such correction that could be taken back."), hint=_("Load the page to see what stands.")
            )
        if not actor.may_change(standing[correction]["made_by"]):
            raise NotAllowed(
                _("This correction was made by somebody else."), hint=_("Ask the coordinator to take it back.")
            )
        stored.revoke_correction(connection, correction)

    return _with_effects(workspace, write)


def likely_the_same(event: EventSummary, others: Sequence[EventSummary]) -> list[EventSummary]:
    """Returns the other events, first those that may be the same: on the same day in the same city, or of a like
    title."""
    words = stored.title_key(event.fact.title)

    def likeness(other: EventSummary) -> tuple[float, int]:
        same = (other.fact.city == event.fact.city) + (other.fact.date == event.fact.date)
        title = fuzz.token_sort_ratio(words, stored.title_key(other.fact.title)) / 100 if words else 0
        return same + title + 0.5 * (other.fact.activity == event.fact.activity), other.number

    return sorted((one for one in others if one.number != event.number), key=likeness, reverse=True)


def may_change(project: Project, actor: Actor, city: str) -> bool:
    """Returns whether a party may say what is true of the events of a city: the coordinator, and the partner there."""
    return actor.is_coordinator or project.city(city).partner == actor.partner


def check_allowed(project: Project, actor: Actor, *cities: str) -> None:
    """Raises NotAllowed where a partner acts for a city that is another's."""
    if not all(may_change(project, actor, city) for city in cities):
        raise NotAllowed(
            _("This event is in another partner’s city."), hint=_("Ask the coordinator, who can change every event.")
        )


def _event(connection: Connection, number: int) -> EventFact:
    """Returns the event as it counts, by its number or that of one that counts as it."""
    stated = next((s for s in stored.stated_events(connection).values() if number in {one.id for one in s}), None)
    if stated is None:
        raise UnknownEvent(
            _("There is no event {number}.").format(number=number), hint=_("Load the page to see what stands.")
        )
    return stored.true_events(connection).get(stated[0].id, stated[0])


def _with_effects(workspace: Workspace, write: Callable[[Connection], None]) -> tuple[Effect, ...]:
    before = figures.indicators(workspace)
    with workspace.store.writing() as connection:
        write(connection)
    after = figures.indicators(workspace)
    return tuple(
        Effect(one.code, one.target, one.reach.reached, now.reach.reached)
        for one, now in zip(before, after, strict=True)
    )
