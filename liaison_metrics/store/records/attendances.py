"""Storing and reading attendances. What tells people apart is encrypted in one record a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from sqlalchemy import Connection, Insert, Select, select, update

from liaison_metrics.domain.facts import Int64s
from liaison_metrics.store import tables
from liaison_metrics.store.tables.fact_encryption import RECORD, Records, facts_of

ATTENDANCE = tables.AttendanceTable.__table__  # type: ignore[attr-defined]
_INSTALLATION = tables.InstallationTable.__table__  # type: ignore[attr-defined]

ENCRYPTED = ("name", "email", "phone", "birth", "birth_year", "row")
"""What the encrypted record of an attendance holds beside its number."""

_AS_GIVEN = ("sheet", "column", "community", "group", "gender", "companions")
"""What is stored of an attendance beside its record as it is given."""

ROWS_AT_A_TIME = 1000
"""How many rows to fetch at a time: a million at once took 1.5 times as long and three times the memory."""


def take_numbers(connection: Connection, count: int) -> Int64s:
    """Returns numbers for new attendances: higher than any that was given before."""
    last = _INSTALLATION.c.attendances_numbered
    taken = connection.scalar(update(_INSTALLATION).values(attendances_numbered=last + count).returning(last))
    return np.arange(int(taken or 0) - count + 1, int(taken or 0) + 1, dtype=np.int64)


def encrypted_columns(
    connection: Connection, upload: int, numbers: Int64s, columns: Mapping[str, Sequence[Any]]
) -> dict[str, Sequence[Any]]:
    """Returns the columns to store for attendances of an upload, in the order in which they are to be inserted, which
    says nothing about their order in the file. They are given with readable digests, years and rows."""
    records = np.zeros(len(numbers), dtype=RECORD)
    records["number"] = numbers
    for name in ENCRYPTED:
        records[name] = columns[name]
    encryption = facts_of(connection.dialect)
    ids = encryption.ids(numbers)
    events = np.array(columns["event_id"], dtype=np.int64)
    sealed = encryption.encrypt_records(records, np.full(len(numbers), upload, np.int64), events)
    given = {name: columns[name] for name in _AS_GIVEN} | {"record": sealed}
    order = np.argsort(ids)
    places = order.tolist()
    return {
        "id": ids[order].tolist(), "upload_id": [upload] * len(numbers), "event_id": events[order].tolist(),
        **{name: [values[place] for place in places] for name, values in given.items()},
    }  # fmt: skip


def execute_many(connection: Connection, statement: Insert, columns: Mapping[str, Sequence[Any]]) -> None:
    """Executes a statement with each of some rows, given by their columns. The values go to the driver as they are,
    without SQLAlchemy, which halves the time for long sheets."""
    compiled = statement.compile(dialect=connection.dialect, column_keys=list(columns))
    ordered = compiled.positiontup
    values: Any = list(zip(*map(columns.__getitem__, ordered), strict=True)) if ordered else rows_of(columns)
    connection.exec_driver_sql(str(compiled), values)


def columns_of(rows: Sequence[Mapping[str, Any]]) -> dict[str, Sequence[Any]]:
    """Returns the columns of rows that all have the same ones."""
    return {name: [row[name] for row in rows] for name in rows[0]} if rows else {}


def rows_of(columns: Mapping[str, Sequence[Any]]) -> list[dict[str, Any]]:
    """Returns rows that are given by their columns."""
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def records_of(connection: Connection, rows: Sequence[Sequence[Any]]) -> Records:
    """Returns the records of rows that begin with id, upload, event and encrypted record."""
    ids, uploads, events, encrypted = list(zip(*rows, strict=True))[:4]
    id_column, upload_column, event_column = (np.array(column, dtype=np.int64) for column in (ids, uploads, events))
    return facts_of(connection.dialect).decrypt_records(id_column, upload_column, event_column, encrypted)


def selected(*more: Any) -> Select[Any]:
    """Returns the query of attendances for ``records_of``; *more* columns follow."""
    return select(ATTENDANCE.c.id, ATTENDANCE.c.upload_id, ATTENDANCE.c.event_id, ATTENDANCE.c.record, *more)


def names_in(connection: Connection, uploads: Iterable[int] | None = None) -> Int64s:
    """Returns the digests of the names in some uploads (None: in all), each once, in order."""
    query = selected() if uploads is None else selected().where(ATTENDANCE.c.upload_id.in_(list(uploads)))
    found = [np.unique(records_of(connection, rows)["name"]) for rows in fetched(connection, query)]
    return np.unique(np.concatenate(found)) if found else np.zeros(0, dtype=np.int64)


def fetched(
    connection: Connection, query: Select[Any], values: Mapping[str, Any] | None = None
) -> Iterator[list[tuple[Any, ...]]]:
    """Yields the rows of a query, in parts; *values* are those of its parameters."""
    # The driver's own cursor returns plain tuples: for a million rows SQLAlchemy's row objects would cost too much.
    cursor = connection.execute(query, values).cursor
    try:
        while rows := cursor.fetchmany(ROWS_AT_A_TIME):
            yield rows  # type: ignore[misc]
    finally:
        cursor.close()
