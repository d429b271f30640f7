"""The texts of a report, by indicator and period."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, select

from liaison_metrics.store import tables
from liaison_metrics.store.uploads import NO_FIGURE, Row, move_revision

REPORT_TEXT = tables.ReportTextTable.__table__  # type: ignore[attr-defined]


def keep_text(connection: Connection, indicator: str, period: str, text: str, made_by: str) -> None:
    """Stores the text on an indicator in a period in place of the one before; "" removes it."""
    mine = (REPORT_TEXT.c.indicator == indicator, REPORT_TEXT.c.period == period)
    connection.execute(delete(REPORT_TEXT).where(*mine))
    if text:
        values = {"indicator": indicator, "period": period, "text": text}
        connection.execute(insert(REPORT_TEXT).values(**values, made_by=made_by, made_at=datetime.now(UTC)))
    move_revision(connection, [NO_FIGURE])


def read_texts(connection: Connection, period: str) -> dict[str, Row]:
    """Returns the texts of a period by indicator: text, who wrote it and when."""
    query = select(REPORT_TEXT).where(REPORT_TEXT.c.period == period)
    return {row.indicator: dict(row._mapping) for row in connection.execute(query)}


def remove_all_texts(connection: Connection) -> None:
    """Removes all texts. Issued reports keep theirs."""
    connection.execute(delete(REPORT_TEXT))
