"""When accounts looked at the figures."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert, literal, select

from liaison_metrics.store import tables
from liaison_metrics.store.tables.columns import UtcDateTime
from liaison_metrics.store.uploads import Row

ACCOUNT = tables.AccountTable.__table__  # type: ignore[attr-defined]
VISIT = tables.AccountVisitTable.__table__  # type: ignore[attr-defined]


def read_visit(connection: Connection, account: int) -> Row | None:
    """Returns when an account was last seen, and when its visit before ended."""
    row = connection.execute(select(VISIT).where(VISIT.c.account_id == account)).first()
    return None if row is None else dict(row._mapping)


def keep_visit(connection: Connection, account: int, seen: datetime, before: datetime | None) -> None:
    """Records that an account was seen, and when its visit before ended; nothing where the account is gone."""
    connection.execute(delete(VISIT).where(VISIT.c.account_id == account))
    times = literal(seen, UtcDateTime()), literal(before, UtcDateTime())
    known = select(ACCOUNT.c.id, *times).where(ACCOUNT.c.id == account)
    connection.execute(insert(VISIT).from_select(["account_id", "seen_at", "before_at"], known))
