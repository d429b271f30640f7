"""Notes on indicators, events, partners and months."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, select, update

from liaison_metrics.domain.events.decisions import EventKey
from liaison_metrics.store import tables
from liaison_metrics.store.records.events.source_places import add_places, source_places
from liaison_metrics.store.uploads import NO_FIGURE, Row, move_revision

NOTE = tables.NoteTable.__table__  # type: ignore[attr-defined]
NOTE_EVENT = tables.NoteEventTable.__table__  # type: ignore[attr-defined]


def add_note(connection: Connection, note: Row, keys: Sequence[EventKey]) -> int:
    """Stores a note (kind, code, text, in_report, made_by), on an event with these source events, the most important
    first; returns its number."""
    values = note | {"made_at": datetime.now(UTC)}
    number = int(connection.scalar(insert(NOTE).values(values).returning(NOTE.c.id)) or 0)
    if keys:
        add_places(connection, NOTE_EVENT.c.note_id, number, keys)
    move_revision(connection, [NO_FIGURE])
    return number


def change_note(connection: Connection, number: int, values: Row) -> None:
    """Stores other values of a note (text, in_report, made_by) and the time of the change."""
    change = update(NOTE).where(NOTE.c.id == number).values(**values, made_at=datetime.now(UTC))
    connection.execute(change)
    move_revision(connection, [NO_FIGURE])


def remove_note(connection: Connection, number: int) -> None:
    """Removes a note for good."""
    connection.execute(delete(NOTE_EVENT).where(NOTE_EVENT.c.note_id == number))
    connection.execute(delete(NOTE).where(NOTE.c.id == number))
    move_revision(connection, [NO_FIGURE])


def read_notes(connection: Connection, number: int | None = None) -> list[Row]:
    """Returns the notes (one: that with a *number*), the earliest first."""
    query = select(NOTE).order_by(NOTE.c.id)
    query = query if number is None else query.where(NOTE.c.id == number)
    return [dict(row._mapping) for row in connection.execute(query)]


def read_note_places(connection: Connection) -> dict[int, list[tuple[EventKey, int | None]]]:
    """Returns the source events of each note on an event, as ``source_places`` does."""
    return source_places(connection, NOTE_EVENT.c.note_id)


def remove_all_notes(connection: Connection) -> None:
    """Removes all notes."""
    connection.execute(delete(NOTE_EVENT))
    connection.execute(delete(NOTE))
