"""Deliverables: what was entered about them, their versions and files, and who signed them."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, select

from liaison_metrics.store import tables
from liaison_metrics.store.uploads import NO_FIGURE, Row, move_revision

DELIVERABLE = tables.DeliverableTable.__table__  # type: ignore[attr-defined]
VERSION = tables.DeliverableVersionTable.__table__  # type: ignore[attr-defined]
FILE = tables.DeliverableFileTable.__table__  # type: ignore[attr-defined]
SIGNATORY = tables.SignatoryTable.__table__  # type: ignore[attr-defined]


def read_deliverables(connection: Connection) -> dict[str, Row]:
    """Returns what was entered about deliverables, by their codes: owner, due, state, link."""
    return {row.code: dict(row._mapping) for row in connection.execute(select(DELIVERABLE))}


def save_deliverable(connection: Connection, code: str, values: Row, made_by: str) -> None:
    """Stores owner, due date, state and link of a deliverable, in place of what was entered before."""
    connection.execute(delete(DELIVERABLE).where(DELIVERABLE.c.code == code))
    connection.execute(insert(DELIVERABLE).values(code=code, **values, **_made(made_by)))
    move_revision(connection, [NO_FIGURE])


def read_versions(connection: Connection) -> list[Row]:
    """Returns the versions of all deliverables, in the order in which they were added."""
    return [dict(row._mapping) for row in connection.execute(select(VERSION).order_by(VERSION.c.id))]


def add_version(connection: Connection, values: Row, content: bytes | None, made_by: str) -> int:
    """Stores a version (deliverable, version, date, note, file, checksum) with the encrypted content of its file (None:
    it has none); returns its number."""
    made = insert(VERSION).values(**values, **_made(made_by)).returning(VERSION.c.id)
    number = int(connection.scalar(made) or 0)
    if content is not None:
        connection.execute(insert(FILE).values(version_id=number, content=content))
    move_revision(connection, [NO_FIGURE])
    return number


def remove_version(connection: Connection, number: int) -> None:
    """Removes a version and its file."""
    connection.execute(delete(FILE).where(FILE.c.version_id == number))
    connection.execute(delete(VERSION).where(VERSION.c.id == number))
    move_revision(connection, [NO_FIGURE])


def read_file(connection: Connection, number: int) -> bytes | None:
    """Returns the encrypted file of a version, None if it has none."""
    content = connection.scalar(select(FILE.c.content).where(FILE.c.version_id == number))
    return None if content is None else bytes(content)


def read_signatories(connection: Connection) -> list[Row]:
    """Returns who signed deliverables, the earliest first."""
    query = select(SIGNATORY).order_by(SIGNATORY.c.date, SIGNATORY.c.id)
    return [dict(row._mapping) for row in connection.execute(query)]


def add_signatory(connection: Connection, values: Row, made_by: str) -> int:
    """Stores a signatory (deliverable, organisation, name, date); returns its number."""
    made = insert(SIGNATORY).values(**values, **_made(made_by)).returning(SIGNATORY.c.id)
    number = int(connection.scalar(made) or 0)
    move_revision(connection, [NO_FIGURE])
    return number


def remove_signatory(connection: Connection, number: int) -> None:
    """Removes a signatory."""
    connection.execute(delete(SIGNATORY).where(SIGNATORY.c.id == number))
    move_revision(connection, [NO_FIGURE])


def _made(made_by: str) -> Row:
    return {"made_by": made_by, "made_at": datetime.now(UTC)}
