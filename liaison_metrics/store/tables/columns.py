"""Kinds of columns that several tables have."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, Column, DateTime, ForeignKey, Integer, String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from liaison_metrics.store.encryption import NameEncryption

_NAMES = "liaison_names"


class UtcDateTime(TypeDecorator[datetime]):
    """A date and time, stored in UTC on every database and read back with its time zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Returns the value to store: in UTC, without a time zone."""
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """Returns the stored value with UTC as its time zone."""
        return value.replace(tzinfo=UTC) if value else None


class EncryptedName(TypeDecorator[str]):
    """A text that is encrypted by the key that the store was opened with, the same text always alike: the name of a
    file, a sheet or a column, which can be a person's, or the digest of a file, which a guessed file would give again.
    A store that was opened without a key gives what is stored."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Returns what to store."""
        names = names_of(dialect)
        return names.encrypt(value) if value and names else value

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:
        """Returns the readable name."""
        names = names_of(dialect)
        return names.decrypt(value) if value and names else value


def names_of(dialect: Dialect) -> NameEncryption | None:
    """Returns what encrypts the names of a database, None before its key is known."""
    return getattr(dialect, _NAMES, None)


def encrypt_names_with(dialect: Dialect, names: NameEncryption) -> None:
    """Has the names of a database be encrypted and decrypted. Each engine has a dialect of its own."""
    setattr(dialect, _NAMES, names)


def name(*, index: bool = False) -> Any:
    """Returns the column of an encrypted name or digest."""
    return Column(EncryptedName(), nullable=False, index=index)


def number() -> Any:
    """Returns the type of a row number."""
    # SQLite assigns row numbers only in a column of type INTEGER.
    return BigInteger().with_variant(Integer(), "sqlite")


def foreign_key(table: str, *, part_of_key: bool = False, needed: bool = True) -> Any:
    """Returns the column of a row's number in another table; the row is deleted with that one. *part_of_key* makes it
    a part of the primary key, which finds rows by itself; a row may have none where it is not *needed*."""
    other = ForeignKey(f"{table}.id", ondelete="CASCADE")
    return Column(number(), other, nullable=not needed, primary_key=part_of_key, index=not part_of_key)
