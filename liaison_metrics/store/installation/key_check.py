"""The check value of the secret key. With it, the store recognises its key without containing it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection, select, update

from liaison_metrics.store import tables
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.engine import Store
from liaison_metrics.store.uploads import INSTALLATION, UPLOAD

ANSWER = tables.AnswerTable.__table__  # type: ignore[attr-defined]

_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class KeyCheck:
    """The random id of a store, and the check value of its key ("" if it has no key yet)."""

    store_id: str
    value: str


def read_key_check(connection: Connection) -> KeyCheck:
    """Returns the store's id and the check value of its key."""
    row = connection.execute(select(INSTALLATION.c.store_id, INSTALLATION.c.key_check)).one()
    return KeyCheck(row.store_id, row.key_check)


def save_first_key(store: Store, find: Callable[[Connection], tuple[_Key, str]]) -> tuple[_Key, str]:
    """Stores the check value of the key that *find* returns with it. Returns both.

    Writers take turns: of two programs that start on a new store, the second finds the key of the first.
    """
    with store.writing() as connection:
        key, value = find(connection)
        connection.execute(update(INSTALLATION).values(key_check=value))
    return key, value


def fits_encrypted_words(connection: Connection, secret: bytes) -> bool:
    """Returns whether a key decrypts the words of a store without check value; if it has none, every key does."""
    encryption = Encryption(secret)
    return all(encryption.decrypt(word) for word in _encrypted_words(connection))


def _encrypted_words(connection: Connection) -> Iterator[str]:
    for column in (ANSWER.c.value, UPLOAD.c.options):
        word = connection.scalar(select(column).where(column != "").order_by(column.table.c.id.desc()).limit(1))
        if word:
            yield word
