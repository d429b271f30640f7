"""Sheets that wait to be imported, and questions that wait for the coordinator."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, select, update

from liaison_metrics.store import tables
from liaison_metrics.store.uploads import Row

SHEET = tables.WaitingSheetTable.__table__  # type: ignore[attr-defined]
QUESTION = tables.AskedQuestionTable.__table__  # type: ignore[attr-defined]


def add_sheet(connection: Connection, sheet: Row) -> int:
    """Stores a sheet that waits; returns its number."""
    values = sheet | {"added_at": datetime.now(UTC)}
    return int(connection.scalar(insert(SHEET).values(values).returning(SHEET.c.id)) or 0)


def change_sheet(connection: Connection, number: int, values: Row) -> None:
    """Changes values of a sheet that waits."""
    connection.execute(update(SHEET).where(SHEET.c.id == number).values(values))


def owner_of_sheet(connection: Connection, number: int) -> Row | None:
    """Returns the owner and the partner of a sheet that waits, None if there is no such sheet."""
    row = connection.execute(select(SHEET.c.owner, SHEET.c.partner).where(SHEET.c.id == number)).first()
    return dict(row._mapping) if row else None


def read_sheets(connection: Connection, owner: str) -> list[Row]:
    """Returns the sheets of an owner that wait, the earliest first."""
    query = select(SHEET).where(SHEET.c.owner == owner).order_by(SHEET.c.id)
    return [dict(row._mapping) for row in connection.execute(query)]


def all_sheets(connection: Connection) -> list[Row]:
    """Returns the sheets of everybody that wait."""
    return [dict(row._mapping) for row in connection.execute(select(SHEET).order_by(SHEET.c.id))]


def remove_sheets(connection: Connection, numbers: Sequence[int]) -> None:
    """Removes sheets that wait."""
    connection.execute(delete(SHEET).where(SHEET.c.id.in_(numbers)))


def remove_sheets_before(connection: Connection, added: datetime) -> int:
    """Removes the sheets that were added before a time; returns how many."""
    return connection.execute(delete(SHEET).where(SHEET.c.added_at < added)).rowcount


def has_sheets_before(connection: Connection, added: datetime) -> bool:
    """Returns whether a sheet that waits was added before a time."""
    return connection.scalar(select(SHEET.c.id).where(SHEET.c.added_at < added).limit(1)) is not None


def add_question(connection: Connection, question: Row) -> int:
    """Stores a question to the coordinator; returns its number."""
    values = question | {"asked_at": datetime.now(UTC), "code": "", "settled_by": "", "settled_at": None}
    return int(connection.scalar(insert(QUESTION).values(values).returning(QUESTION.c.id)) or 0)


def read_questions(connection: Connection, *, open_only: bool = False) -> list[Row]:
    """Returns the questions to the coordinator, the earliest first."""
    query = select(QUESTION).order_by(QUESTION.c.id)
    if open_only:
        query = query.where(QUESTION.c.settled_at.is_(None))
    return [dict(row._mapping) for row in connection.execute(query)]


def settle_questions(connection: Connection, numbers: Sequence[int], code: str, settled_by: str) -> None:
    """Settles questions."""
    values = {"code": code, "settled_by": settled_by, "settled_at": datetime.now(UTC)}
    connection.execute(update(QUESTION).where(QUESTION.c.id.in_(numbers)).values(values))
