"""Accounts and their cities."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, exists, func, insert, select, update

from liaison_metrics.store import tables
from liaison_metrics.store.uploads import Row

ACCOUNT = tables.AccountTable.__table__  # type: ignore[attr-defined]
CITY = tables.AccountCityTable.__table__  # type: ignore[attr-defined]
FACTOR = tables.SecondFactorTable.__table__  # type: ignore[attr-defined]
PASSKEY = tables.PasskeyTable.__table__  # type: ignore[attr-defined]


def read_accounts(connection: Connection, number: int | None = None, email: str | None = None) -> list[Row]:
    """Returns accounts by e-mail address, each with its ``cities``, whether it has a ``second_factor``, and how many
    ``passkeys``; *number* and *email* (lower case) choose one."""
    second_factor = exists().where(FACTOR.c.account_id == ACCOUNT.c.id).label("second_factor")
    of_account = select(func.count()).where(PASSKEY.c.account_id == ACCOUNT.c.id)
    passkeys = of_account.scalar_subquery().label("passkeys")
    query = select(ACCOUNT, second_factor, passkeys).order_by(ACCOUNT.c.email)
    if number is not None:
        query = query.where(ACCOUNT.c.id == number)
    if email is not None:
        query = query.where(ACCOUNT.c.email == email)
    rows = [dict(row._mapping) for row in connection.execute(query)]
    cities: dict[int, set[str]] = {row["id"]: set() for row in rows}
    for account, city in connection.execute(select(CITY).where(CITY.c.account_id.in_(cities))):
        cities[account].add(city)
    return [row | {"cities": frozenset(cities[row["id"]])} for row in rows]


def find_by_subject(connection: Connection, subject: str) -> int | None:
    """Returns the number of the account of somebody whom the provider knows, by the digest of issuer and subject."""
    number: int | None = connection.scalar(select(ACCOUNT.c.id).where(ACCOUNT.c.provider_subject == subject))
    return number


def count(connection: Connection) -> int:
    """Returns the number of accounts, disabled ones included."""
    return connection.scalar(select(func.count()).select_from(ACCOUNT)) or 0


def add(connection: Connection, values: Row, cities: Collection[str]) -> int:
    """Adds an account (email, role, partner); returns its number."""
    made = {"made_at": datetime.now(UTC), "password": ""}
    number = int(connection.scalar(insert(ACCOUNT).values(**values, **made).returning(ACCOUNT.c.id)) or 0)
    set_cities(connection, number, cities)
    return number


def change(connection: Connection, number: int, values: Row) -> None:
    """Changes columns of an account."""
    connection.execute(update(ACCOUNT).where(ACCOUNT.c.id == number).values(**values))


def set_cities(connection: Connection, number: int, cities: Collection[str]) -> None:
    """Replaces the cities of an account."""
    connection.execute(delete(CITY).where(CITY.c.account_id == number))
    if cities:
        connection.execute(insert(CITY), [{"account_id": number, "city": city} for city in sorted(cities)])
