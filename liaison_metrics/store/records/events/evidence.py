"""Files that prove events, encrypted, and the source events to which they belong."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, select

from liaison_metrics.domain.events.decisions import EventKey
from liaison_metrics.store import tables
from liaison_metrics.store.records.events.source_places import add_places, source_places
from liaison_metrics.store.uploads import NO_FIGURE, Row, move_revision

EVIDENCE = tables.EvidenceFileTable.__table__  # type: ignore[attr-defined]
EVIDENCE_EVENT = tables.EvidenceEventTable.__table__  # type: ignore[attr-defined]


def add(connection: Connection, file: Row, keys: Sequence[EventKey]) -> int:
    """Stores a file (kind, form, file, checksum, content, made_by) of the event with these source events, the most
    important first; returns its number."""
    values = file | {"made_at": datetime.now(UTC)}
    number = int(connection.scalar(insert(EVIDENCE).values(values).returning(EVIDENCE.c.id)) or 0)
    add_places(connection, EVIDENCE_EVENT.c.file_id, number, keys)
    move_revision(connection, [NO_FIGURE])
    return number


def remove(connection: Connection, number: int) -> None:
    """Removes a file for good."""
    connection.execute(delete(EVIDENCE_EVENT).where(EVIDENCE_EVENT.c.file_id == number))
    connection.execute(delete(EVIDENCE).where(EVIDENCE.c.id == number))
    move_revision(connection, [NO_FIGURE])


def read_files(connection: Connection, numbers: Collection[int]) -> list[Row]:
    """Returns some files without their content, the earliest first."""
    columns = (column for column in EVIDENCE.c if column is not EVIDENCE.c.content)
    query = select(*columns).where(EVIDENCE.c.id.in_(numbers)).order_by(EVIDENCE.c.id)
    return [dict(row._mapping) for row in connection.execute(query)]


def read_kinds(connection: Connection) -> dict[int, str]:
    """Returns the kind of each file."""
    return dict(iter(connection.execute(select(EVIDENCE.c.id, EVIDENCE.c.kind))))


def read_content(connection: Connection, number: int) -> tuple[bytes, str] | None:
    """Returns the encrypted content of a file and its checksum, None if there is no such file."""
    row = connection.execute(select(EVIDENCE.c.content, EVIDENCE.c.checksum).where(EVIDENCE.c.id == number)).first()
    return (bytes(row.content), row.checksum) if row else None


def read_places(connection: Connection, number: int | None = None) -> dict[int, list[tuple[EventKey, int | None]]]:
    """Returns to which source events each file belongs (one: that with a *number*), as ``source_places`` does."""
    return source_places(connection, EVIDENCE_EVENT.c.file_id, number)


def remove_all(connection: Connection) -> None:
    """Removes all files."""
    connection.execute(delete(EVIDENCE_EVENT))
    connection.execute(delete(EVIDENCE))
