"""Sessions and one-time links of accounts, and failed attempts to sign in. Tokens are stored as digests."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, select, update

from liaison_metrics.store import tables
from liaison_metrics.store.uploads import Row

SESSION = tables.SessionTable.__table__  # type: ignore[attr-defined]
LINK = tables.OneTimeLinkTable.__table__  # type: ignore[attr-defined]
FAILED = tables.FailedSignInTable.__table__  # type: ignore[attr-defined]


def add_session(connection: Connection, account: int, token: str, browser: str) -> int:
    """Adds a session by the digest of its token; returns its number."""
    now = datetime.now(UTC)
    values = {"account_id": account, "token": token, "browser": browser, "made_at": now, "seen_at": now}
    return int(connection.scalar(insert(SESSION).values(**values).returning(SESSION.c.id)) or 0)


def read_session(connection: Connection, token: str) -> Row | None:
    """Returns the session with the digest of a token."""
    row = connection.execute(select(SESSION).where(SESSION.c.token == token)).first()
    return None if row is None else dict(row._mapping)


def read_sessions(connection: Connection, account: int) -> list[Row]:
    """Returns the sessions of an account, the latest seen first."""
    query = select(SESSION).where(SESSION.c.account_id == account)
    return [dict(row._mapping) for row in connection.execute(query.order_by(SESSION.c.seen_at.desc()))]


def see_session(connection: Connection, number: int) -> None:
    """Records that a session was used just now."""
    connection.execute(update(SESSION).where(SESSION.c.id == number).values(seen_at=datetime.now(UTC)))


def end_sessions(connection: Connection, account: int, numbers: Collection[int] | None = None) -> int:
    """Ends sessions of an account (None: all); returns how many. Their rows go, since a token never works again."""
    query = delete(SESSION).where(SESSION.c.account_id == account)
    if numbers is not None:
        query = query.where(SESSION.c.id.in_(numbers))
    return connection.execute(query).rowcount


def drop_expired_sessions(connection: Connection, last_seen: datetime, made: datetime) -> None:
    """Deletes the sessions that were last used, or made, before these times."""
    connection.execute(delete(SESSION).where((SESSION.c.seen_at < last_seen) | (SESSION.c.made_at < made)))


def add_link(connection: Connection, account: int | None, token: str, purpose: str, expires_at: datetime) -> None:
    """Adds a one-time link by the digest of its token, for an account or (None) for the first one. Earlier links of the
    account end."""
    connection.execute(delete(LINK).where(LINK.c.account_id == account))  # None: those for the first account
    values = {"account_id": account, "token": token, "purpose": purpose, "expires_at": expires_at}
    connection.execute(insert(LINK).values(**values, made_at=datetime.now(UTC)))


def read_link(connection: Connection, token: str) -> Row | None:
    """Returns the unused one-time link with the digest of a token."""
    row = connection.execute(select(LINK).where(LINK.c.token == token, LINK.c.used_at.is_(None))).first()
    return None if row is None else dict(row._mapping)


def use_link(connection: Connection, number: int) -> bool:
    """Marks a one-time link as used; returns whether it was unused."""
    unused = (LINK.c.id == number) & LINK.c.used_at.is_(None)
    return connection.execute(update(LINK).where(unused).values(used_at=datetime.now(UTC))).rowcount == 1


def end_links(connection: Connection, account: int) -> None:
    """Ends the one-time link of an account."""
    connection.execute(delete(LINK).where(LINK.c.account_id == account))


def add_failures(connection: Connection, about: Iterable[str]) -> list[int]:
    """Records a failed attempt to sign in, under each of the digests that it is about; returns their numbers."""
    now = datetime.now(UTC)
    values = [{"about": digest, "made_at": now} for digest in about]
    return list(connection.scalars(insert(FAILED).returning(FAILED.c.id), values))


def failures(connection: Connection, about: str, since: datetime) -> list[datetime]:
    """Returns when attempts about something failed since a time, the latest last."""
    query = select(FAILED.c.made_at).where(FAILED.c.about == about, FAILED.c.made_at > since).order_by(FAILED.c.id)
    return list(connection.scalars(query))


def forget_failures(connection: Connection, about: str, before: datetime, numbers: Collection[int] = ()) -> None:
    """Forgets failed attempts about something, those with *numbers*, and all that are older than a time."""
    forgotten = (FAILED.c.about == about) | FAILED.c.id.in_(numbers) | (FAILED.c.made_at < before)
    connection.execute(delete(FAILED).where(forgotten))
