"""Encrypting what a store has from before forms of names and years of birth were encrypted.

The migration of the schema has no key, so it leaves them in tables of their own. The first program that opens the store
with its key encrypts them and drops these tables, in one transaction: whoever is interrupted leaves them as they were,
and the next start does it again.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Integer,
    LargeBinary,
    MetaData,
    RowMapping,
    Table,
    bindparam,
    insert,
    inspect,
    select,
    text,
    update,
)

from liaison_metrics.domain.facts import NameForm
from liaison_metrics.store.engine import Store
from liaison_metrics.store.tables.fact_encryption import facts_of
from liaison_metrics.store.uploads import ATTENDANCE, NAME_FORM

_AT_A_TIME = 1000
"""Rows that are encrypted and written together."""

_OLD = MetaData()
_FORMS = Table(
    "readable_name_form", _OLD, Column("name", BigInteger), Column("tokens", LargeBinary),
    Column("latin", LargeBinary), Column("encoding", LargeBinary),
)  # fmt: skip
_BIRTHS = Table(
    "readable_birth", _OLD, Column("id", Integer), Column("name", BigInteger), Column("birth_year", Integer)
)


def encrypt_stored_facts(store: Store) -> None:
    """Encrypts everything that is still readable. Raises StoreError if it cannot be written."""
    with store.reading() as connection:
        if not _left(connection):
            return
    with store.writing() as connection:
        left = _left(connection)  # another program may have done it meanwhile
        if _FORMS.name in left:
            _encrypt_forms(connection)
        if _BIRTHS.name in left:
            _encrypt_births(connection)
        for table in left:
            connection.execute(text(f"DROP TABLE {table}"))


def _left(connection: Connection) -> set[str]:
    return {_FORMS.name, _BIRTHS.name} & set(inspect(connection).get_table_names())


def _all(connection: Connection, table: Table) -> list[Sequence[RowMapping]]:
    """Returns the rows of a table, in parts."""
    return list(connection.execute(select(table)).mappings().partitions(_AT_A_TIME))


def _encrypt_forms(connection: Connection) -> None:
    encrypt = facts_of(connection.dialect).encrypt_form
    for rows in _all(connection, _FORMS):
        connection.execute(
            insert(NAME_FORM), [{"name": row["name"], "form": encrypt(row["name"], _form(row))} for row in rows]
        )


def _form(row: RowMapping) -> NameForm:
    latin = None if row["latin"] is None else _digests(row["latin"])
    return NameForm(_digests(row["tokens"]), bytes(row["encoding"]), latin)


def _digests(stored: bytes) -> frozenset[int]:
    return frozenset(np.frombuffer(stored, dtype="<i8").tolist())


def _encrypt_births(connection: Connection) -> None:
    encrypt = facts_of(connection.dialect).encrypt_births
    change = update(ATTENDANCE).where(ATTENDANCE.c.id == bindparam("number")).values(born=bindparam("encrypted"))
    for rows in _all(connection, _BIRTHS):
        born = encrypt([row["name"] for row in rows], [row["birth_year"] for row in rows])
        connection.execute(
            change, [{"number": row["id"], "encrypted": one} for row, one in zip(rows, born, strict=True)]
        )
