"""Share links and access tokens, found by the digest of their token."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, Table, insert, or_, select, update

from liaison_metrics.store import tables
from liaison_metrics.store.uploads import Row

SHARE_LINK: Table = tables.ShareLinkTable.__table__  # type: ignore[attr-defined]
ACCESS_TOKEN: Table = tables.AccessTokenTable.__table__  # type: ignore[attr-defined]


def add(connection: Connection, table: Table, values: Row) -> int:
    """Adds a link or token; returns its number."""
    made = {**values, "made_at": datetime.now(UTC)}
    return int(connection.scalar(insert(table).values(**made).returning(table.c.id)) or 0)


def find(connection: Connection, table: Table, token: str) -> Row | None:
    """Returns the link or token with the digest of a token, if it is valid now."""
    valid = (table.c.token == token) & table.c.revoked_at.is_(None) & (table.c.expires_at > datetime.now(UTC))
    row = connection.execute(select(table).where(valid)).first()
    return None if row is None else dict(row._mapping)


def read(connection: Connection, table: Table, number: int | None = None) -> list[Row]:
    """Returns the links or tokens, also those that are over, the latest first; *number* selects one."""
    query = select(table).order_by(table.c.id.desc())
    query = query if number is None else query.where(table.c.id == number)
    return [dict(row._mapping) for row in connection.execute(query)]


def revoke(connection: Connection, table: Table, number: int) -> bool:
    """Ends a link or token; returns whether it was not revoked before."""
    standing = (table.c.id == number) & table.c.revoked_at.is_(None)
    return connection.execute(update(table).where(standing).values(revoked_at=datetime.now(UTC))).rowcount == 1


def revoke_tokens(connection: Connection, account: int) -> int:
    """Ends all access tokens of an account; returns how many were not over."""
    now = datetime.now(UTC)
    standing = (ACCESS_TOKEN.c.account_id == account) & ACCESS_TOKEN.c.revoked_at.is_(None)
    valid = standing & (ACCESS_TOKEN.c.expires_at > now)
    return connection.execute(update(ACCESS_TOKEN).where(valid).values(revoked_at=now)).rowcount


def use_token(connection: Connection, number: int, unused_since: datetime) -> bool:
    """Notes that a token is used, unless that was noted after a time; returns whether it was noted."""
    used_at = ACCESS_TOKEN.c.used_at
    unnoted = (ACCESS_TOKEN.c.id == number) & or_(used_at.is_(None), used_at < unused_since)
    return connection.execute(update(ACCESS_TOKEN).where(unnoted).values(used_at=datetime.now(UTC))).rowcount == 1
