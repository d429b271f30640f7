"""Files that prove events, encrypted, and the source events to which they belong."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, select

from liaison_metrics.domain.events.decisions import EventKey
from liaison_metrics.store import tables
from liaison_metrics.store.uploads import EVENT, NO_FIGURE, Row, move_revision

EVIDENCE = tables.EvidenceFileTable.__table__  # type: ignore[attr-defined]
EVIDENCE_EVENT = tables.EvidenceEventTable.__table__  # type: ignore[attr-defined]

_KEY = ("activity", "city", "date", "title_key")


def add(connection: Connection, file: Row, keys: Sequence[EventKey]) -> int:
    """Stores a file (kind, form, file, checksum, content, made_by) of the event with these source events, the most
    important first; returns its number."""
    values = file | {"made_at": datetime.now(UTC)}
    number = int(connection.scalar(insert(EVIDENCE).values(values).returning(EVIDENCE.c.id)) or 0)
    stated = [f"stated_{name}" for name in _KEY]
    connection.execute(
        insert(EVIDENCE_EVENT), [{"file_id": number} | dict(zip(stated, key, strict=True)) for key in keys]
    )
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
    """Returns to which source events each file belongs (one: the file with that *number*), the most important first:
    the key of each, and its id, None where no upload has it."""
    mine = EVIDENCE_EVENT.c
    same: ColumnElement[bool] = and_(*(mine[f"stated_{name}"] == EVENT.c[name] for name in _KEY))
    columns = [mine[f"stated_{name}"] for name in _KEY]
    query = select(mine.file_id, EVENT.c.id, *columns).outerjoin(EVENT, same).order_by(mine.id)
    query = query if number is None else query.where(mine.file_id == number)
    found: dict[int, list[tuple[EventKey, int | None]]] = {}
    for file, source, *key in connection.execute(query):
        found.setdefault(file, []).append((tuple(key), source))
    return found


def remove_all(connection: Connection) -> None:
    """Removes all files."""
    connection.execute(delete(EVIDENCE_EVENT))
    connection.execute(delete(EVIDENCE))
