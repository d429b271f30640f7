"""Searching the history of uploads by actor, state, and file name or number."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal

from sqlalchemy import ColumnElement, Connection, exists, func, or_, select

from liaison_metrics.store.uploads import QUESTION, UPLOAD, Row, read_uploads

State = Literal["active", "undone", "rejected", "questions"]

_MOST_DIGITS = 18
"""No upload has a longer number, and databases reject them."""


def look_up(
    connection: Connection, most: int, made_by: Collection[str], state: State | None = None, words: str = ""
) -> tuple[int, list[Row]]:
    """Returns how many uploads of some actors match, and the latest of them (at most *most*) in the form of
    ``read_uploads``.

    *words* are a part of the file name, in upper or lower case, or the number of the upload.
    """
    conditions = list(_conditions(made_by, state, words.strip()))
    total = connection.scalar(select(func.count()).select_from(UPLOAD).where(*conditions)) or 0
    return total, read_uploads(connection, limit=most, conditions=conditions)


def _conditions(made_by: Collection[str], state: State | None, words: str) -> Iterator[ColumnElement[bool]]:
    yield UPLOAD.c.made_by.in_(made_by)
    if state:
        yield {
            "active": UPLOAD.c.undone_at.is_(None),
            "undone": UPLOAD.c.undone_at.is_not(None),
            "rejected": UPLOAD.c.rejected > 0,
            "questions": exists().where(QUESTION.c.upload_id == UPLOAD.c.id),
        }[state]
    if words:
        # SQLite ignores case for ASCII letters only; with other letters, the same case is needed.
        by_name = or_(UPLOAD.c.file.icontains(words, autoescape=True), UPLOAD.c.file.contains(words, autoescape=True))
        is_number = words.isascii() and words.isdecimal() and len(words) <= _MOST_DIGITS
        yield or_(by_name, UPLOAD.c.id == int(words)) if is_number else by_name


def uploaders(connection: Connection) -> list[str]:
    """Returns the codes of all actors with uploads."""
    return list(connection.scalars(select(UPLOAD.c.made_by).distinct().order_by(UPLOAD.c.made_by)))


def followers(connection: Connection, uploads: Collection[int]) -> dict[int, int]:
    """Returns for each upload the active one that replaced it, if there is one."""
    query = select(UPLOAD.c.replaces, UPLOAD.c.id).where(UPLOAD.c.replaces.in_(uploads), UPLOAD.c.undone_at.is_(None))
    return dict(iter(connection.execute(query.order_by(UPLOAD.c.id))))


COUNTED = (
    "rows_read", "attendances", "headcount", "headcount_rows", "not_counted", "repeated", "already_known", "rejected",
)  # fmt: skip


def sums(connection: Connection) -> dict[str, int]:
    """Returns the number of active ``uploads``, the sums of their counts, and the number of their unanswered
    ``questions``."""
    active = UPLOAD.c.undone_at.is_(None)
    columns = [func.coalesce(func.sum(UPLOAD.c[name]), 0).label(name) for name in COUNTED]
    row = connection.execute(select(func.count().label("uploads"), *columns).where(active)).one()
    open_questions = select(func.count()).select_from(QUESTION.join(UPLOAD, UPLOAD.c.id == QUESTION.c.upload_id))
    questions = connection.scalar(open_questions.where(active)) or 0
    return {name: int(value) for name, value in row._mapping.items()} | {"questions": int(questions)}
