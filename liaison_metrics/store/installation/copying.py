"""All rows of a store as files of text, and back: the same from and to SQLite and PostgreSQL.

A table is a number of files of JSON lines. The content of an original or of an issued report's file is a file of its
own, before the line of its row.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Date,
    DateTime,
    LargeBinary,
    MetaData,
    String,
    Table,
    delete,
    func,
    insert,
    inspect,
    select,
    text,
    type_coerce,
)
from sqlmodel import SQLModel

from liaison_metrics.store.database.migrating import migrate, newest_version
from liaison_metrics.store.tables.columns import EncryptedName
from liaison_metrics.store.uploads import INSTALLATION

CONTENT = "content"
"""The column of uploaded and issued files."""

TEMPORARY = frozenset({"account_session", "one_time_link", "failed_sign_in", "used_sign_in_step", "waiting_sheet"})
"""Tables that a backup leaves out: in a restored store, everybody signs in again. Sheets that are not imported are not
kept longer than they wait."""

ROWS_AT_A_TIME = 2000
"""Rows in one file: a few hundred kilobytes."""


@dataclass(frozen=True, slots=True)
class PartOfStore:
    """One file of a store: its name, its data, and how many rows of which table it contains."""

    name: str
    data: bytes
    table: str
    rows: int


def parts(connection: Connection) -> Iterator[PartOfStore]:
    """Yields all that the store contains, as *connection* sees it, a part at a time."""
    for table in lasting_tables():
        has_files = CONTENT in table.c
        size = 1 if has_files else ROWS_AT_A_TIME
        columns = (type_coerce(one, String).label(one.name) if _is_name(one) else one for one in table.c)
        query = select(*columns).order_by(*table.primary_key.columns).execution_options(yield_per=size)
        for number, rows in enumerate(connection.execute(query).mappings().partitions(size), 1):
            name = f"{table.name}/{number:06}"
            values = [dict(row) for row in rows]
            if has_files:
                yield PartOfStore(f"{name}.{CONTENT}", values[0].pop(CONTENT), table.name, 0)
            lines = [json.dumps(value, default=_as_text, ensure_ascii=False) for value in values]
            yield PartOfStore(f"{name}.jsonl", "\n".join(lines).encode(), table.name, len(values))


def _is_name(column: Column[Any]) -> bool:
    """Returns whether a column is copied as it is stored, encrypted."""
    return isinstance(column.type, EncryptedName)


def lasting_tables() -> list[Table]:
    """Returns the tables that a backup contains, each after those that it refers to."""
    return [table for table in SQLModel.metadata.sorted_tables if table.name not in TEMPORARY]


def is_new(connection: Connection) -> bool:
    """Returns whether nothing was ever stored: every table but that of the installation is empty."""
    prepared = connection.dialect.identifier_preparer
    others = (prepared.format_table(table) for table in lasting_tables() if table is not INSTALLATION)
    # One statement: fifty would take longer to prepare than all else that opens a new store.
    return not connection.scalar(text("SELECT " + " OR ".join(f"EXISTS (SELECT 1 FROM {one})" for one in others)))


def _as_text(value: object) -> str:
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    assert isinstance(value, date)  # a datetime is one, too
    return value.isoformat()


def last_numbers(connection: Connection) -> dict[str, int]:
    """Returns the last number that each table gave to a row, which may be gone: its number is not given again."""
    if connection.dialect.name == "sqlite":
        return dict(iter(connection.execute(text("SELECT name, seq FROM sqlite_sequence"))))
    numbers = {}
    for table, sequence in _sequences(connection):
        last = f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}"
        numbers[table] = int(connection.scalar(text(last)) or 0)
    return numbers


def load(
    connection: Connection, version: str, found: Iterable[tuple[str, bytes]], numbers: Mapping[str, int]
) -> dict[str, int]:
    """Writes the parts of a store (name and data) of a schema version into an empty one, and migrates it to the newest
    version. *numbers* are the last ones given. Returns how many rows each table got."""
    if version != newest_version():
        present = MetaData()
        present.reflect(connection)
        present.drop_all(connection)
        migrate(connection, version)
    schema = MetaData()
    schema.reflect(connection)
    connection.execute(delete(schema.tables[INSTALLATION.name]))
    counts = {name: 0 for name in schema.tables if name != "alembic_version"}
    content: dict[str, bytes] = {}
    for name, data in found:
        table = schema.tables[name.partition("/")[0]]
        if name.endswith(f".{CONTENT}"):
            content = {CONTENT: data}
            continue
        readers = {column.name: _reader(column.type) for column in table.c}
        rows = [
            {key: readers[key](value) for key, value in json.loads(line).items()} | content
            for line in data.decode().split("\n")
        ]
        connection.execute(insert(table), rows)
        counts[table.name] += len(rows)
        content = {}
    _continue_numbers(connection, schema, numbers)
    if version != newest_version():
        migrate(connection)
    return counts


def _reader(kind: Any) -> Callable[[Any], Any]:
    """Returns what makes a value of a column's type from its JSON."""
    if isinstance(kind, DateTime):
        return lambda value: value and datetime.fromisoformat(value).astimezone(UTC).replace(tzinfo=None)
    if isinstance(kind, Date):
        return lambda value: value and date.fromisoformat(value)
    if isinstance(kind, LargeBinary):
        return lambda value: value if value is None else b64decode(value)
    return lambda value: value


def _continue_numbers(connection: Connection, schema: MetaData, numbers: Mapping[str, int]) -> None:
    if connection.dialect.name == "sqlite":
        for name, last in numbers.items():
            changed = {"name": name, "last": last}
            connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :name AND seq < :last"), changed)
            missing = "SELECT 1 FROM sqlite_sequence WHERE name = :name"
            add = f"INSERT INTO sqlite_sequence (name, seq) SELECT :name, :last WHERE NOT EXISTS ({missing})"
            if name in schema.tables:
                connection.execute(text(add), changed)
        return
    for name, sequence in _sequences(connection):
        table: Table = schema.tables[name]
        last = max(numbers.get(name, 0), connection.scalar(select(func.max(table.c.id))) or 0)
        if last:
            connection.execute(text("SELECT setval(:sequence, :last)"), {"sequence": sequence, "last": last})


def _sequences(connection: Connection) -> Iterator[tuple[str, str]]:
    """Yields the tables of a PostgreSQL database that number their rows, and what counts the numbers."""
    inspector = inspect(connection)
    for name in inspector.get_table_names():
        if any(column["name"] == "id" for column in inspector.get_columns(name)):
            owned = connection.scalar(text("SELECT pg_get_serial_sequence(:table, 'id')"), {"table": f'"{name}"'})
            if owned:
                yield name, str(owned)
