"""Encrypting all that a store holds anew, with another secret key, within one writing transaction.

What cannot be decrypted with the present key stays as it is. The digests of people stay the same inside what is
encrypted: so people go on to be recognised, and figures, decisions and answers go on to hold, whether or not a file was
kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from sqlalchemy import Connection, MetaData, Table, bindparam, delete, insert, select, update

from liaison_metrics.store.encryption import Encryption, NameEncryption
from liaison_metrics.store.installation.people_key import keep_people_secret, people_secret
from liaison_metrics.store.installation.stored_names import name_columns, replace_values
from liaison_metrics.store.records.audit import AuditChain
from liaison_metrics.store.records.name_forms import batches
from liaison_metrics.store.tables.fact_encryption import FactEncryption

WORDS: Mapping[str, tuple[str, ...]] = {
    "upload": ("options",), "rejected_row": ("value", "reason"), "open_question": ("value", "text"),
    "answer": ("value",), "asked_question": ("file", "value", "text"), "waiting_sheet": ("file", "options"),
    "person_decision": ("evidence",), "event_mention": ("data",), "event_data_edit": ("data",),
    "forgotten_person": ("traces", "receipt"), "statement": ("accepted",),
}  # fmt: skip
"""The columns of words that ``Encryption`` encrypted. Names, files, attendances, forms and secrets come beside them."""


@dataclass(frozen=True, slots=True)
class KeyChange:
    """A change from one secret key to another. *purpose* says for what the secret of an account's second factor is
    encrypted; *progress* is told which share of the work is done."""

    old: bytes
    new: bytes
    purpose: Callable[[int], str]
    progress: Callable[[float], None] = lambda _share: None


def encrypt_anew(connection: Connection, change: KeyChange) -> str:
    """Encrypts everything with the new key, and has the store recognise it from now on; returns its check value. The
    connection is a writing one: all of it is stored when it commits, or nothing."""
    raw = MetaData()  # tables as they are stored: nothing is decrypted when it is read
    raw.reflect(connection)
    people = people_secret(connection, change.old)
    _files(connection, change, raw.tables["original"], raw.tables["upload"])
    for name in ("waiting_sheet", "evidence_file"):
        _files(connection, change, raw.tables[name], raw.tables[name])
    _files(connection, change, raw.tables["deliverable_file"], raw.tables["deliverable_version"])
    change.progress(0.3)
    _attendances(connection, change, raw.tables["attendance"])
    change.progress(0.8)
    _forms(connection, change, raw.tables["name_form"])
    for name, columns in WORDS.items():
        _words(connection, change, raw.tables[name], columns)
    _names(connection, change)
    _factors(connection, change, raw.tables["second_factor"])
    AuditChain(change.new).rewrite(connection, AuditChain(change.old), lambda line: line)
    connection.execute(delete(raw.tables["failed_sign_in"]))  # digests of addresses under the old key
    keep_people_secret(connection, people, change.new)
    installation = raw.tables["installation"]
    store_id = connection.scalar(select(installation.c.store_id)) or ""
    value = Encryption(change.new).check_value(store_id)
    connection.execute(update(installation).values(key_check=value))
    change.progress(1.0)
    return value


def uploads_without_file(connection: Connection, secret: bytes) -> list[int]:
    """Returns the uploads whose original file was not kept, or cannot be decrypted with this key."""
    raw = MetaData()
    raw.reflect(connection, only=["upload", "original"])
    upload, original = raw.tables["upload"], raw.tables["original"]
    names, encryption = NameEncryption(secret), Encryption(secret)
    found = []
    for number, checksum in connection.execute(select(upload.c.id, upload.c.checksum).order_by(upload.c.id)):
        content = connection.scalar(select(original.c.content).where(original.c.upload_id == number))
        if content is None or encryption.decrypt_file(bytes(content), names.decrypt(checksum)) is None:
            found.append(number)
    return found


def _files(connection: Connection, change: KeyChange, table: Table, described: Table) -> None:
    """Encrypts the files of a table anew, one at a time; *described* has their checksums."""
    old, new, names = Encryption(change.old), Encryption(change.new), NameEncryption(change.old)
    key = next(iter(table.primary_key.columns))
    for number in connection.scalars(select(key)).all():
        checksum = names.decrypt(connection.scalar(select(described.c.checksum).where(described.c.id == number)) or "")
        data = old.decrypt_file(bytes(connection.scalar(select(table.c.content).where(key == number)) or b""), checksum)
        if data is not None:
            content = new.encrypt_file(data, checksum)
            connection.execute(update(table).where(key == number).values(content=content))


def _attendances(connection: Connection, change: KeyChange, table: Table) -> None:
    """Encrypts the records of attendances anew. Their ids depend on the key, so each row is written anew."""
    old, new = FactEncryption(change.old), FactEncryption(change.new)
    old_names, new_names = NameEncryption(change.old), NameEncryption(change.new)
    ids = list(connection.scalars(select(table.c.id)))
    for some in batches(ids):
        rows = [dict(row) for row in connection.execute(select(table).where(table.c.id.in_(some))).mappings()]
        here, uploads, events = (
            np.array([row[name] for row in rows], dtype=np.int64) for name in ("id", "upload_id", "event_id")
        )
        records = old.decrypt_records(here, uploads, events, [row["record"] for row in rows])
        connection.execute(delete(table).where(table.c.id.in_(some)))
        encrypted = new.encrypt_records(records, uploads, events)
        for row, number, record in zip(rows, new.ids(records["number"]).tolist(), encrypted, strict=True):
            row |= {"id": number, "record": record}
            row |= {name: new_names.encrypt(old_names.decrypt(row[name])) for name in ("sheet", "column")}
        connection.execute(insert(table), sorted(rows, key=lambda row: row["id"]))


def _forms(connection: Connection, change: KeyChange, table: Table) -> None:
    old, new = FactEncryption(change.old), FactEncryption(change.new)
    for some in batches(list(connection.scalars(select(table.c.place)))):
        stored = connection.scalars(select(table.c.form).where(table.c.place.in_(some)))
        forms = [old.decrypt_form(bytes(one)) for one in stored]
        connection.execute(delete(table).where(table.c.place.in_(some)))
        placed = sorted((new.place_of_form(name), new.encrypt_form(name, form)) for name, form in filter(None, forms))
        if placed:
            connection.execute(insert(table), [{"place": place, "form": form} for place, form in placed])


def _words(connection: Connection, change: KeyChange, table: Table, columns: tuple[str, ...]) -> None:
    old, new = Encryption(change.old), Encryption(change.new)
    key = next(iter(table.primary_key.columns))
    rows = []
    for number, *words in connection.execute(select(key, *(table.c[name] for name in columns))):
        anew = [new.encrypt(plain) if (plain := old.decrypt(word)) else word for word in words]
        if anew != words:
            rows.append({"number": number, **{f"new_{name}": word for name, word in zip(columns, anew, strict=True)}})
    if rows:
        values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in columns}
        connection.execute(update(table).where(key == bindparam("number")).values(values), rows)


def _names(connection: Connection, change: KeyChange) -> None:
    old, new = NameEncryption(change.old), NameEncryption(change.new)
    for column in name_columns():
        if column.table.name != "attendance":  # done with the rest of its rows
            replace_values(connection, column, lambda name: new.encrypt(old.decrypt(name)))


def _factors(connection: Connection, change: KeyChange, table: Table) -> None:
    old, new = Encryption(change.old), Encryption(change.new)
    for account, secret in connection.execute(select(table.c.account_id, table.c.secret)).all():
        purpose = change.purpose(account)
        plain = old.decrypt_secret(secret, purpose)
        if plain is not None:
            anew = new.encrypt_secret(plain, purpose)
            connection.execute(update(table).where(table.c.account_id == account).values(secret=anew))
