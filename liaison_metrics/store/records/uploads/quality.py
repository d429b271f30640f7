"""What the store says about the quality of uploads: rows without a date, and when a file came first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from liaison_metrics.store.uploads import QUESTION, REJECTED, UPLOAD


def rows_without_date(connection: Connection, advice: Sequence[str]) -> dict[int, int]:
    """Returns how many rows have no date that can be read, by upload: those of a question about the date, and those
    that were rejected with this *advice*, in any of its wordings."""
    found: defaultdict[int, set[tuple[str, int]]] = defaultdict(set)
    asked = select(QUESTION.c.upload_id, QUESTION.c.sheet, QUESTION.c.rows).where(QUESTION.c.kind == "date")
    for upload, sheet, rows in connection.execute(asked):
        found[upload].update((sheet, row) for row in rows)
    rejected = select(REJECTED.c.upload_id, REJECTED.c.sheet, REJECTED.c.row).where(REJECTED.c.fix.in_(advice))
    for upload, sheet, row in connection.execute(rejected):
        found[upload].add((sheet, row))
    return {upload: len(rows) for upload, rows in found.items()}


def first_imported(connection: Connection) -> dict[int, datetime]:
    """Returns when each upload came: of one that replaces another, when the first of them came."""
    found: dict[int, datetime] = {}
    query = select(UPLOAD.c.id, UPLOAD.c.imported_at, UPLOAD.c.replaces).order_by(UPLOAD.c.id)
    for upload, imported_at, replaced in connection.execute(query):
        found[upload] = min(imported_at, found.get(replaced, imported_at))
    return found
