"""Searching the history of uploads by actor, state, and file name or number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from sqlalchemy import ColumnElement, Connection, exists, func, select

from liaison_metrics.store.records.attendances import ATTENDANCE
from liaison_metrics.store.uploads import EVENT, HEADCOUNT, QUESTION, UPLOAD, Row, read_uploads

State = Literal["active", "undone", "rejected", "questions"]


def look_up(
    connection: Connection, most: int, made_by: Collection[str], state: State | None = None, words: str = ""
) -> tuple[int, list[Row]]:
    """Returns how many uploads of some actors match, and the latest of them (at most *most*) in the form of
    ``read_uploads``.

    *words* are a part of the file name, in upper or lower case, or the number of the upload.
    """
    conditions = list(_conditions(made_by, state))
    if words.strip():
        numbers = list(_named(connection, conditions, words.strip()))
        return len(numbers), read_uploads(connection, conditions=[UPLOAD.c.id.in_(numbers[:most])])
    total = connection.scalar(select(func.count()).select_from(UPLOAD).where(*conditions)) or 0
    return total, read_uploads(connection, limit=most, conditions=conditions)


def _named(connection: Connection, conditions: Sequence[ColumnElement[bool]], words: str) -> Iterator[int]:
    """Yields the uploads with words in their file name or number, the latest first. The names are encrypted in the
    database, so they are compared here."""
    query = select(UPLOAD.c.id, UPLOAD.c.file).where(*conditions).order_by(UPLOAD.c.id.desc())
    for number, file in connection.execute(query):
        if words.casefold() in file.casefold() or words == str(number):
            yield number


def _conditions(made_by: Collection[str], state: State | None) -> Iterator[ColumnElement[bool]]:
    yield UPLOAD.c.made_by.in_(made_by)
    if state:
        yield {
            "active": UPLOAD.c.undone_at.is_(None),
            "undone": UPLOAD.c.undone_at.is_not(None),
            "rejected": UPLOAD.c.rejected > 0,
            "questions": exists().where(QUESTION.c.upload_id == UPLOAD.c.id),
        }[state]


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


def sums_of_city(connection: Connection, city: str) -> dict[str, int]:
    """Returns the same sums about one city: all rows of sheets that are about this city alone, and of sheets about
    several cities the attendances and headcounts there. No other row says which city it is about."""
    there, elsewhere = (
        _facts_by_upload(connection, EVENT.c.city == city),
        _facts_by_upload(connection, EVENT.c.city != city),
    )
    active = select(UPLOAD).where(UPLOAD.c.undone_at.is_(None))
    uploads = {row["id"]: row for row in connection.execute(active).mappings() if row["id"] in there}
    counted = select(QUESTION.c.upload_id, func.count()).group_by(QUESTION.c.upload_id)
    open_questions: dict[int, int] = dict(iter(connection.execute(counted)))
    found = Counter(dict.fromkeys(("uploads", *COUNTED, "questions"), 0))
    for number, row in uploads.items():
        alone = number not in elsewhere
        found += Counter({name: row[name] for name in COUNTED} if alone else there[number])
        found += Counter({"uploads": 1, "questions": open_questions.get(number, 0) if alone else 0})
    return {name: found[name] for name in ("uploads", *COUNTED, "questions")}


def _facts_by_upload(connection: Connection, where: ColumnElement[bool]) -> dict[int, Counter[str]]:
    """Returns for each upload the rows that state something of some events: attendances, and headcounts with their
    people."""
    found: dict[int, Counter[str]] = {}
    for table, people in ((ATTENDANCE, None), (HEADCOUNT, HEADCOUNT.c.people)):
        query = select(table.c.upload_id, func.count(), func.sum(people) if people is not None else func.count())
        query = query.join(EVENT, EVENT.c.id == table.c.event_id).where(where).group_by(table.c.upload_id)
        for upload, rows, total in connection.execute(query):
            counted = {"attendances": rows} if people is None else {"headcount_rows": rows, "headcount": int(total)}
            found.setdefault(upload, Counter()).update({**counted, "rows_read": rows})
    return found
