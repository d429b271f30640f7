"""Events: what files state about each, corrections of it, and the uploads behind it.

The source event (as the file states it) never changes. A correction is stored beside it, with who made it and when, and
can be undone. Merging two events is a correction too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import TypedDict, Unpack

from rapidfuzz import fuzz
from sqlalchemy import Connection

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.errors import UnknownEvent, WrongEntry
from liaison_metrics.services import figures
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, check, requires
from liaison_metrics.services.intake.manual_entry import event_problems
from liaison_metrics.services.preview import Effect
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store import events as stored
from liaison_metrics.texts import _


@dataclass(frozen=True, slots=True)
class EventSummary:
    """A corrected event, its people, and its source events (``stated``)."""

    fact: EventFact
    identified: int
    unidentified: int
    stated: tuple[EventFact, ...]

    @property
    def number(self) -> int:
        """The event's number."""
        return self.fact.id

    @property
    def people(self) -> int:
        """Identified and unidentified people together."""
        return self.identified + self.unidentified

    @property
    def corrected(self) -> bool:
        """Whether it differs from its source event, or was merged from several."""
        return self.stated != (self.fact,)


@dataclass(frozen=True, slots=True)
class Statement:
    """What one upload states about an event: the source event, the attendances and the headcount."""

    upload: int
    file: str
    made_by: str
    imported_at: datetime
    stated: EventFact
    attendances: int
    headcount: int


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction of one source event or several (``stated``: how many). ``holds``: it is in use, that is, not undone
    and not replaced for all of them."""

    number: int
    truth: EventFact
    stated: int
    made_by: str
    made_at: datetime
    revoked_at: datetime | None
    holds: bool


class EventChanges(TypedDict, total=False):
    """The details of an event that a correction changes."""

    activity: str | None
    city: str | None
    day: date | None
    title: str | None


@dataclass(frozen=True, slots=True)
class EventDetail:
    """An event with the uploads behind it and its corrections, the latest first."""

    event: EventSummary
    statements: tuple[Statement, ...]
    corrections: tuple[Correction, ...]


def all_events(workspace: Workspace) -> list[EventSummary]:
    """Returns the events with people who count, the earliest first, future ones included."""
    with workspace.snapshot() as (_index, connection):
        stated = stored.stated_events(connection)
        found = figures.events(workspace, scope=Scope(until=workspace.project.end))
    return [EventSummary(one.event, one.identified, one.unidentified, tuple(stated[one.event.id])) for one in found]


def find(workspace: Workspace, number: int) -> EventDetail | None:
    """Returns the event with this number, or the one that it was merged into; None where there is none."""
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


@requires(Action.EVENT_CORRECT)
def correct(workspace: Workspace, number: int, actor: Actor, **changes: Unpack[EventChanges]) -> tuple[Effect, ...]:
    """Corrects an event beside what files state (None: no change); returns the effect on each indicator. With the
    details of another event, both are merged.

    Raises UnknownEvent, WrongEntry for details that no event can have or that change nothing, and NotAllowed where the
    event is, or would be, in another partner's city.
    """
    title = changes.get("title")
    new = {
        "activity": changes.get("activity"), "city": changes.get("city"), "date": changes.get("day"),
        "title": title and " ".join(title.split()),
    }  # fmt: skip
    given = {name: value for name, value in new.items() if value is not None}

    def write(connection: Connection) -> None:
        event = _event(connection, number)
        corrected = replace(event, **given)  # type: ignore[arg-type]
        _correct(workspace, connection, event, corrected, (actor, Action.EVENT_CORRECT))

    return _with_effects(workspace, write)


@requires(Action.EVENT_MERGE)
def merge(workspace: Workspace, number: int, into: int, actor: Actor) -> tuple[Effect, ...]:
    """Merges an event into another, whose details are kept; returns the effect on each indicator.

    Raises UnknownEvent, WrongEntry where both are the same event already, and NotAllowed where one of them is in
    another partner's city.
    """

    def write(connection: Connection) -> None:
        event = _event(connection, number)
        corrected = replace(_event(connection, into), id=event.id)
        _correct(workspace, connection, event, corrected, (actor, Action.EVENT_MERGE))

    return _with_effects(workspace, write)


def _correct(
    workspace: Workspace, connection: Connection, event: EventFact, corrected: EventFact, by: tuple[Actor, Action]
) -> None:
    actor, action = by
    for problem in event_problems(workspace.project, corrected):
        raise problem
    for city in (event.city, corrected.city):
        check(actor, action, Resource.event(workspace.project, city))
    if corrected == event:
        raise WrongEntry(
            _("No change: the event already has these details."), hint=_("Change what is wrong, then save.")
        )
    stored.correct(connection, event, corrected, actor.code)


@requires(Action.CORRECTION_UNDO)
def undo(workspace: Workspace, correction: int, actor: Actor) -> tuple[Effect, ...]:
    """Undoes a correction, with those that were made together with it; returns the effect on each indicator.

    Raises UnknownEvent where it does not exist or was undone before, and NotAllowed for somebody else's.
    """

    def write(connection: Connection) -> None:
        active = {row["id"]: row for row in stored.read_corrections(connection) if row["revoked_at"] is None}
        if correction not in active:
            raise UnknownEvent(_("That correction no longer exists."), hint=_("Reload the page."))
        check(actor, Action.CORRECTION_UNDO, Resource.correction(active[correction]["made_by"]))
        stored.revoke_correction(connection, correction)

    return _with_effects(workspace, write)


def likely_matches(event: EventSummary, others: Sequence[EventSummary]) -> list[EventSummary]:
    """Returns the other events, those first that may be the same event: on the same day, in the same city, or with a
    similar title."""
    words = stored.title_key(event.fact.title)

    def likeness(other: EventSummary) -> tuple[float, int]:
        same = (other.fact.city == event.fact.city) + (other.fact.date == event.fact.date)
        title = fuzz.token_sort_ratio(words, stored.title_key(other.fact.title)) / 100 if words else 0
        return same + title + 0.5 * (other.fact.activity == event.fact.activity), other.number

    return sorted((one for one in others if one.number != event.number), key=likeness, reverse=True)


def _event(connection: Connection, number: int) -> EventFact:
    """Returns the corrected event by its number, or by the number of one of its source events."""
    stated = next((s for s in stored.stated_events(connection).values() if number in {one.id for one in s}), None)
    if stated is None:
        raise UnknownEvent(_("There is no event {number}.").format(number=number), hint=_("Reload the page."))
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
