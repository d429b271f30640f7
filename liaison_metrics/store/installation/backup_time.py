"""When the last backup was made, as the store remembers it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select, update

from liaison_metrics.store.engine import Store
from liaison_metrics.store.uploads import INSTALLATION


def last_backup(connection: Connection) -> datetime | None:
    """Returns when the state was taken that the last backup contains, or None."""
    at: datetime | None = connection.scalar(select(INSTALLATION.c.backup_at))
    return at


def record_backup(store: Store, at: datetime) -> None:
    """Records that a backup of the state at this time was made."""
    with store.writing() as connection:
        connection.execute(update(INSTALLATION).values(backup_at=at))
