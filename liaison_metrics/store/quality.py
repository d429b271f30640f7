"""How good what was brought is: sums over the uploads that stand."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from liaison_metrics.store.uploads import QUESTION, UPLOAD

COUNTED = (
    "rows_read", "attendances", "headcount", "headcount_rows", "not_counted", "repeated", "already_known", "rejected",
)  # fmt: skip


def sums(connection: Connection) -> dict[str, int]:
    """Returns the number of ``uploads`` that stand, the sums of what their reports counted, and the ``questions`` about
    them that are open."""
    standing = UPLOAD.c.undone_at.is_(None)
    columns = [func.coalesce(func.sum(UPLOAD.c[name]), 0).label(name) for name in COUNTED]
    row = connection.execute(select(func.count().label("uploads"), *columns).where(standing)).one()
    asked = select(func.count()).select_from(QUESTION.join(UPLOAD, UPLOAD.c.id == QUESTION.c.upload_id))
    questions = connection.scalar(asked.where(standing)) or 0
    return {name: int(value) for name, value in row._mapping.items()} | {"questions": int(questions)}
