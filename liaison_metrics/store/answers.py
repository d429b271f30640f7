"""What people said of sheets, kept for the next sheet of the same shape; and words that the project file lacks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select, update

from liaison_metrics.store import tables
from liaison_metrics.store.uploads import Row, move_revision

ANSWER = tables.AnswerTable.__table__  # type: ignore[attr-defined]
WORD = tables.NewWordTable.__table__  # type: ignore[attr-defined]


def standing(connection: Connection, partner: str | None = None, signature: str | None = None) -> list[Row]:
    """Returns the answers that hold, the earliest first: of all, of a partner, or for sheets of one shape."""
    query = select(ANSWER).where(ANSWER.c.revoked_at.is_(None)).order_by(ANSWER.c.id)
    if partner is not None:
        query = query.where(ANSWER.c.partner == partner)
    if signature is not None:
        query = query.where(ANSWER.c.signature == signature)
    return [dict(row._mapping) for row in connection.execute(query)]


def remember(connection: Connection, answers: Sequence[Row], made_by: str) -> None:
    """Keeps answers (partner, signature, kind, value, code)."""
    made = {"made_by": made_by, "made_at": datetime.now(UTC)}
    if answers:
        connection.execute(insert(ANSWER), [answer | made for answer in answers])


def revoke(connection: Connection, numbers: Sequence[int]) -> int:
    """Takes answers back; returns how many held."""
    held = ANSWER.c.id.in_(numbers) & ANSWER.c.revoked_at.is_(None)
    return connection.execute(update(ANSWER).where(held).values(revoked_at=datetime.now(UTC))).rowcount


def new_words(connection: Connection) -> list[tuple[str, str, str]]:
    """Returns the words that were added to those of the project file: kind, code, label."""
    query = select(WORD.c.kind, WORD.c.code, WORD.c.label).order_by(WORD.c.id)
    return [(kind, code, label) for kind, code, label in connection.execute(query)]


def add_word(connection: Connection, kind: str, code: str, label: str, made_by: str) -> None:
    """Adds a word to those of the project file."""
    made = {"made_by": made_by, "made_at": datetime.now(UTC)}
    connection.execute(insert(WORD).values(kind=kind, code=code, label=label, **made))
    move_revision(connection)
