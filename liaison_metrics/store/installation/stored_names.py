"""Encrypting the names of files and sheets that a store has from before they were encrypted.

A migration of the schema cannot do it, because it has no key. It is done in one transaction by the first program that
opens the store with its key: whoever is interrupted leaves everything as it was, and the next start does it again.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Column, Connection, MetaData, String, Table, insert, select, type_coerce, update
from sqlmodel import SQLModel

from liaison_metrics.store.encryption import NameEncryption
from liaison_metrics.store.engine import Store
from liaison_metrics.store.tables.columns import EncryptedName
from liaison_metrics.store.uploads import INSTALLATION


def encrypt_stored_names(store: Store, names: NameEncryption) -> None:
    """Encrypts all names that are still readable, unless that was done. Raises StoreError if it cannot be written."""
    with store.reading() as connection:
        if _is_done(connection):
            return
    with store.writing() as connection:
        if not _is_done(connection):
            for column in name_columns():
                _encrypt(connection, column, names)
            connection.execute(update(INSTALLATION).values(names_encrypted=True))


def name_columns() -> Iterator[Column[str]]:
    """Yields the columns with names of files and sheets."""
    for table in SQLModel.metadata.sorted_tables:
        yield from (column for column in table.c if isinstance(column.type, EncryptedName))


def _is_done(connection: Connection) -> bool:
    return bool(connection.scalar(select(INSTALLATION.c.names_encrypted)))


def _encrypt(connection: Connection, column: Column[str], names: NameEncryption) -> None:
    stored = type_coerce(column, String)
    readable = [
        name
        for name in connection.scalars(select(stored).where(stored != "").distinct())
        if not names.is_encrypted(name)
    ]
    if not readable:
        return
    # Looked up in a table of its own: one pass over the rows, however many names there are.
    mapping = Table(
        "readable_name", MetaData(), Column("readable", String, primary_key=True), Column("encrypted", String),
        prefixes=["TEMPORARY"],
    )  # fmt: skip
    mapping.create(connection)
    connection.execute(insert(mapping), [{"readable": name, "encrypted": names.encrypt(name)} for name in readable])
    encrypted = select(mapping.c.encrypted).where(mapping.c.readable == stored).scalar_subquery()
    changed = update(column.table).where(stored.in_(select(mapping.c.readable)))
    connection.execute(changed.values({column.name: type_coerce(encrypted, String)}))
    mapping.drop(connection)
