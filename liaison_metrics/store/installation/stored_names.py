"""Encrypting the names of files and sheets that a store has from before they were encrypted.

A migration of the schema cannot do it, because it has no key. It is done in one transaction by the first program that
opens the store with its key: whoever is interrupted leaves everything as it was, and the next start does it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlalchemy import Column, Connection, MetaData, String, Table, insert, select, type_coerce, update
from sqlmodel import SQLModel

from liaison_metrics.store.encryption import NameEncryption
from liaison_metrics.store.engine import Store
from liaison_metrics.store.tables.columns import EncryptedName
from liaison_metrics.store.uploads import INSTALLATION


def encrypt_stored_names(store: Store, names: NameEncryption) -> None:
    """Encrypts all names that are still readable, or not padded, unless that was done. Raises StoreError if it cannot
    be written."""
    with store.reading() as connection:
        if _is_done(connection):
            return
    with store.writing() as connection:
        if not _is_done(connection):
            for column in name_columns():
                _encrypt(connection, column, names)
            connection.execute(update(INSTALLATION).values(names_encrypted=True))


def name_columns() -> Iterator[Column[str]]:
    """Yields the columns with names of files, sheets and columns, and digests of files."""
    for table in SQLModel.metadata.sorted_tables:
        yield from (column for column in table.c if isinstance(column.type, EncryptedName))


def _is_done(connection: Connection) -> bool:
    return bool(connection.scalar(select(INSTALLATION.c.names_encrypted)))


def _encrypt(connection: Connection, column: Column[str], names: NameEncryption) -> None:
    replace_values(
        connection, column, lambda name: name if names.is_encrypted(name) else names.encrypt(names.decrypt(name))
    )


def replace_values(connection: Connection, column: Column[str], change: Callable[[str], str]) -> None:
    """Changes the values of a column as they are stored. Each different value is changed once."""
    stored = type_coerce(column, String)
    values = {name: change(name) for name in connection.scalars(select(stored).where(stored != "").distinct())}
    rows = [{"old": old, "new": new} for old, new in values.items() if new != old]
    if not rows:
        return
    # Looked up in a table of its own: one pass over the rows, however many names there are.
    mapping = Table(
        "changed_name", MetaData(), Column("old", String, primary_key=True), Column("new", String),
        prefixes=["TEMPORARY"],
    )  # fmt: skip
    mapping.create(connection)
    connection.execute(insert(mapping), rows)
    new = select(mapping.c.new).where(mapping.c.old == stored).scalar_subquery()
    changed = update(column.table).where(stored.in_(select(mapping.c.old)))
    connection.execute(changed.values({column.name: type_coerce(new, String)}))
    mapping.drop(connection)
