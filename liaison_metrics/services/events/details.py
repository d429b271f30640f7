"""One event: the sheets that state it, which of their numbers counts, and what people decided about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from liaison_metrics.domain.events.decisions import key_of
from liaison_metrics.domain.events.statements import KINDS, EventStatement, breakdown, largest
from liaison_metrics.domain.facts import EventFact, SheetKey
from liaison_metrics.domain.index import IndexState
from liaison_metrics.domain.index.checks import evidence_of, keys_of
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import requires
from liaison_metrics.services.events.history import Correction, Decision, corrections_of, decisions_of
from liaison_metrics.services.events.listing import EventSummary, find_event, readable_cities
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store import events as stored
from liaison_metrics.store.uploads import Row


@dataclass(frozen=True, slots=True)
class HeadcountEntry:
    """A number of people as one row or cell states it; a code is None where it says nothing. ``additional`` names the
    words by which they are in addition to the list; it is "" for people who were there, listed or not."""

    row: int
    column: str
    people: int
    community: str | None
    group: str | None
    gender: str | None
    age_band: str | None
    additional: str


@dataclass(frozen=True, slots=True)
class SheetStatement:
    """What one sheet states of an event: as which source event, how many rows of participants, and which numbers.

    ``states`` is the number of people that it gives (0: none), ``in_use`` says whether that number counts, ``divides``
    are the kinds (``community`` …) by which it divides the people who are not listed. ``signed`` of ``signed_of`` rows
    bear a typed mark for a signature, None where the sheet says nothing about signatures.
    """

    upload: int
    file: str
    partner: str
    made_by: str
    imported_at: datetime
    stated: EventFact
    sheet: str
    listed: int
    entries: tuple[HeadcountEntry, ...]
    states: int
    in_use: bool
    divides: tuple[str, ...]
    signed: int | None = None
    signed_of: int | None = None


@dataclass(frozen=True, slots=True)
class EventDetail:
    """One event with the sheets that state it, its corrections and the decisions about it, the latest first.

    ``joined`` are the source events that were taken as this event because their title is near or missing.
    """

    event: EventSummary
    statements: tuple[SheetStatement, ...]
    joined: tuple[EventFact, ...]
    corrections: tuple[Correction, ...]
    decisions: tuple[Decision, ...]

    @property
    def signed(self) -> tuple[int, int] | None:
        """How many rows of the sheets are signed, and of how many; None where no sheet says anything about it."""
        known = [(one.signed or 0, one.signed_of) for one in self.statements if one.signed_of]
        return (sum(signed for signed, _of in known), sum(of for _signed, of in known)) if known else None


@requires(Action.EVENT_READ)
def find(workspace: Workspace, number: int, actor: Actor) -> EventDetail | None:
    """Returns the event with this number, or the one that it counts as; None where there is none. Raises NotAllowed
    where it is in another partner's city."""
    with workspace.snapshot() as (index, connection):
        event = find_event(workspace, number, actor)
        if event is None:
            return None
        keys = keys_of(index, event.number)
        return EventDetail(
            event,
            tuple(_statements(index, connection, event)),
            _joined(index, event),
            corrections_of(index, connection, {key_of(event.fact), *keys}),
            decisions_of(index, connection, keys),
        )


@requires(Action.EVENT_READ)
def signed_rows(workspace: Workspace, actor: Actor) -> dict[int, tuple[int, int]]:
    """Returns how many rows of the sheets of each event (by its own number) are signed, and of how many, where sheets
    say it, in the cities whose events the actor may see."""
    cities = readable_cities(workspace.project, actor)
    found: dict[int, tuple[int, int]] = {}
    with workspace.snapshot() as (index, connection):
        for source, signed, of in stored.read_signed(connection) if cities else ():
            event = index.calendar.event_of.get(source)
            if event is not None and index.calendar.derived[event].fact.city in cities:
                before = found.get(event, (0, 0))
                found[event] = before[0] + signed, before[1] + of
    return found


def _joined(index: IndexState, event: EventSummary) -> tuple[EventFact, ...]:
    """Returns, of the source events whose own data differ from the event's, one of each data."""
    truth = index.calendar.sources.decisions.truth
    others = {key_of(fact): fact for fact in event.stated if key_of(truth(fact)[0]) != key_of(event.fact)}
    return tuple(others.values())


def _statements(index: IndexState, connection: Connection, event: EventSummary) -> Iterable[SheetStatement]:
    facts = {fact.id: fact for fact in event.stated}
    rows = stored.read_headcount_rows(connection, facts)
    statements = evidence_of(index, event.number).statements
    by_sheet = {sheet: one for one in statements for sheet in one.sheets}
    most = largest(statements)
    counts = most > event.count.listed + event.count.additional or event.count.unlisted
    dividing = {kind: breakdown(statements, at)[1] for at, kind in enumerate(KINDS)}
    for row in stored.read_statements(connection, facts):
        sheet: SheetKey = (row["upload"], row["sheet"])
        statement = by_sheet.get(sheet)
        yield SheetStatement(
            row["upload"], row["file"], row["partner"], row["made_by"], row["imported_at"], facts[row["event"]],
            row["sheet"], row["listed"], tuple(_entries(rows, row)), statement.stated if statement else 0,
            bool(statement and counts and statement.stated == most), _divides(statement, dividing), row["signed"],
            row["signed_of"],
        )  # fmt: skip


def _divides(statement: EventStatement | None, dividing: dict[str, EventStatement | None]) -> tuple[str, ...]:
    return tuple(kind for kind, one in dividing.items() if statement is not None and one is statement)


def _entries(rows: Iterable[Row], of: Row) -> Iterable[HeadcountEntry]:
    for row in rows:
        if (row["upload_id"], row["event_id"], row["sheet"]) == (of["upload"], of["event"], of["sheet"]):
            yield HeadcountEntry(
                row["row"], row["column"], row["people"], row["community"], row["group"], row["gender"],
                row["age_band"], row["additional"],
            )  # fmt: skip
