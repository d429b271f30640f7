"""Issued reports and their files."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, func, insert, select, update

from liaison_metrics.store import tables
from liaison_metrics.store.uploads import Row

REPORT = tables.IssuedReportTable.__table__  # type: ignore[attr-defined]
FORM = tables.IssuedFormTable.__table__  # type: ignore[attr-defined]


def next_number(connection: Connection) -> int:
    """Returns the number of the next report to issue."""
    return int(connection.scalar(select(func.coalesce(func.max(REPORT.c.id), 0))) or 0) + 1


def keep(connection: Connection, number: int, report: Row, forms: Mapping[str, bytes]) -> None:
    """Stores a report, given by the columns of ``IssuedReportTable``, and its files."""
    connection.execute(insert(REPORT).values(id=number, **report))
    rows = [{"report_id": number, "file": file, "content": content} for file, content in forms.items()]
    connection.execute(insert(FORM), rows)


def read_reports(connection: Connection, number: int | None = None) -> list[Row]:
    """Returns the issued reports, the latest first. *number* selects one."""
    query = select(REPORT).order_by(REPORT.c.id.desc())
    query = query if number is None else query.where(REPORT.c.id == number)
    return [dict(row._mapping) for row in connection.execute(query)]


def change(connection: Connection, number: int, withdrawal: Row) -> None:
    """Stores that a report is withdrawn, or that it is not any more: the columns that say so."""
    connection.execute(update(REPORT).where(REPORT.c.id == number).values(**withdrawal))


def read_forms(connection: Connection, number: int) -> dict[str, bytes]:
    """Returns the files of an issued report by name."""
    query = select(FORM.c.file, FORM.c.content).where(FORM.c.report_id == number).order_by(FORM.c.id)
    return {row.file: bytes(row.content) for row in connection.execute(query)}
