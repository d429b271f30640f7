"""Encrypting what a store has from before attendances, forms of names and years of birth were encrypted.

Migrations of the schema have no key, so they leave the earlier rows in tables of their own. The first program that
opens the store with its key encrypts them and drops these tables, in one transaction: whoever is interrupted leaves
them as they were, and the next start does it again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Any

import numpy as np
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Connection, MetaData, RowMapping, Table, insert, inspect, select, text

from liaison_metrics.domain.facts import NameForm
from liaison_metrics.store.engine import Store
from liaison_metrics.store.records.attendances import ATTENDANCE, columns_of, encrypted_columns, rows_of
from liaison_metrics.store.records.audit import AuditChain
from liaison_metrics.store.records.name_forms import save_name_forms
from liaison_metrics.store.tables.columns import names_of
from liaison_metrics.store.tables.fact_encryption import unpacked_form
from liaison_metrics.store.uploads import Row

_AT_A_TIME = 1000
"""Rows that are encrypted and written together."""

_TABLES = ("readable_name_form", "readable_birth", "earlier_name_form", "earlier_attendance")
_COLUMNS = ("event_id", "sheet", "column", "community", "group", "gender", "companions")
_YEAR = np.dtype([("year", "<u2"), ("rest", "V14")])


def encrypt_stored_facts(store: Store, secret: bytes) -> None:
    """Encrypts everything that is not encrypted as it is today. Raises StoreError if it cannot be written."""
    with store.reading() as connection:
        if not _left(connection):
            return
    with store.writing() as connection:
        left = _left(connection)  # another program may have done it meanwhile
        schema = MetaData()
        schema.reflect(connection, only=sorted(left))
        tables = schema.tables
        if "readable_name_form" in left:
            for rows in _rows(connection, tables["readable_name_form"]):
                save_name_forms(connection, {row["name"]: _form(row) for row in rows})
        if "earlier_name_form" in left:
            _encrypt_forms_again(connection, tables["earlier_name_form"], secret)
        if "earlier_attendance" in left:
            years = _readable_years(connection, tables["readable_birth"]) if "readable_birth" in left else {}
            for upload, rows in _attendances_by_upload(connection, tables["earlier_attendance"]):
                _encrypt_attendances(connection, upload, rows, years or _decrypted_years(rows, secret))
        chain = AuditChain(secret)
        chain.rewrite(connection, chain, _without_checksum)
        for table in left:
            connection.execute(text(f"DROP TABLE {table}"))


def _left(connection: Connection) -> set[str]:
    return set(_TABLES) & set(inspect(connection).get_table_names())


def _rows(connection: Connection, table: Table) -> list[Sequence[RowMapping]]:
    """Returns the rows of a table, in parts."""
    return list(connection.execute(select(table)).mappings().partitions(_AT_A_TIME))


def _attendances_by_upload(connection: Connection, table: Table) -> Iterator[tuple[int, Sequence[RowMapping]]]:
    """Yields the attendances of each upload: those of all at once would need much memory."""
    connection.execute(text(f"CREATE INDEX ix_{table.name} ON {table.name} (upload_id)"))
    for upload in connection.scalars(select(table.c.upload_id).distinct()).all():
        yield upload, connection.execute(select(table).where(table.c.upload_id == upload)).mappings().all()


def _form(row: RowMapping) -> NameForm:
    latin = None if row["latin"] is None else _digests(row["latin"])
    return NameForm(_digests(row["tokens"]), bytes(row["encoding"]), latin)


def _digests(stored: bytes) -> frozenset[int]:
    return frozenset(np.frombuffer(stored, dtype="<i8").tolist())


def _encrypt_forms_again(connection: Connection, table: Table, secret: bytes) -> None:
    """Stores forms that were encrypted for the digests of their names, under places that do not show these."""
    cipher = AESGCM(blake2b(secret, digest_size=32, person=b"forms of names").digest())
    for rows in _rows(connection, table):
        forms = {}
        for row in rows:
            name = row["name"].to_bytes(8, "little", signed=True)
            plain = cipher.decrypt(bytes(row["form"])[:12], bytes(row["form"])[12:], name)
            forms[row["name"]] = unpacked_form(plain)
        save_name_forms(connection, forms)


def _readable_years(connection: Connection, table: Table) -> dict[int, int]:
    return dict(iter(connection.execute(select(table.c.id, table.c.birth_year))))


def _decrypted_years(rows: Sequence[RowMapping], secret: bytes) -> dict[int, int]:
    """Returns the years of birth that were encrypted in a block of their own, by the attendances' numbers."""
    key = blake2b(secret, digest_size=32, person=b"years of birth").digest()
    decryptor = Cipher(algorithms.AES(key), modes.ECB()).decryptor()
    plain = decryptor.update(bytes.fromhex("".join(row["born"] for row in rows))) + decryptor.finalize()
    return dict(zip((row["id"] for row in rows), np.frombuffer(plain, dtype=_YEAR)["year"].tolist(), strict=True))


def _encrypt_attendances(
    connection: Connection, upload: int, rows: Sequence[RowMapping], years: Mapping[int, int]
) -> None:
    """Stores attendances of an upload with their numbers of before."""
    names = names_of(connection.dialect)
    made: list[dict[str, Any]] = [
        {name: row[name] for name in (*_COLUMNS, "name", "email", "phone", "birth", "row")}
        | {"birth_year": years[row["id"]], "sheet": names.decrypt(row["sheet"]) if names else row["sheet"]}
        for row in rows
    ]
    numbers = np.array([row["id"] for row in rows], dtype=np.int64)
    columns = encrypted_columns(connection, upload, numbers, columns_of(made))
    connection.execute(insert(ATTENDANCE), rows_of(columns))


def _without_checksum(line: Row) -> Row:
    """Returns a line of the audit record without the checksum of a file, which a guessed file would give again."""
    changed = dict(line)
    for name in ("before", "after"):
        if '"checksum"' in line[name]:
            values = json.loads(line[name])
            values.pop("checksum", None)
            changed[name] = json.dumps(values, ensure_ascii=False, sort_keys=True) if values else ""
    return changed
