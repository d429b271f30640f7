"""Saved answers, used again for later sheets with the same headers; and communities added to the project file's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, select, update

from liaison_metrics.store import tables
from liaison_metrics.store.uploads import Row, move_revision

ANSWER = tables.AnswerTable.__table__  # type: ignore[attr-defined]
COMMUNITY = tables.AddedCommunityTable.__table__  # type: ignore[attr-defined]


def read_answers(connection: Connection, partner: str | None = None, signature: str | None = None) -> list[Row]:
    """Returns the answers in use, the earliest first; *partner* and *signature* (of headers) filter them."""
    query = select(ANSWER).where(ANSWER.c.revoked_at.is_(None)).order_by(ANSWER.c.id)
    if partner is not None:
        query = query.where(ANSWER.c.partner == partner)
    if signature is not None:
        query = query.where(ANSWER.c.signature == signature)
    return [dict(row._mapping) for row in connection.execute(query)]


def save(connection: Connection, answers: Sequence[Row], made_by: str) -> None:
    """Stores answers (partner, signature, kind, value, code)."""
    made = {"made_by": made_by, "made_at": datetime.now(UTC)}
    if answers:
        connection.execute(insert(ANSWER), [answer | made for answer in answers])


def undo(connection: Connection, numbers: Sequence[int]) -> int:
    """Undoes answers; returns how many were in use."""
    in_use = ANSWER.c.id.in_(numbers) & ANSWER.c.revoked_at.is_(None)
    return connection.execute(update(ANSWER).where(in_use).values(revoked_at=datetime.now(UTC))).rowcount


def added_communities(connection: Connection) -> dict[str, dict[str, str]]:
    """Returns the names of the added communities by code and language."""
    query = select(COMMUNITY.c.code, COMMUNITY.c.language, COMMUNITY.c.label).order_by(COMMUNITY.c.id)
    found: dict[str, dict[str, str]] = {}
    for row in connection.execute(query):
        found.setdefault(row.code, {})[row.language] = row.label
    return found


def name_community(connection: Connection, code: str, name: tuple[str, str], made_by: str) -> None:
    """Names a community (language and label) that is added to those of the project file."""
    language, label = name
    made = {"made_by": made_by, "made_at": datetime.now(UTC)}
    connection.execute(delete(COMMUNITY).where(COMMUNITY.c.code == code, COMMUNITY.c.language == language))
    connection.execute(insert(COMMUNITY).values(code=code, language=language, label=label, **made))
    move_revision(connection)
