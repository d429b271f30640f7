"""The files themselves, as sealed bytes, and who opened them."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, select

from liaison_metrics.store import tables
from liaison_metrics.store.uploads import Row

ORIGINAL = tables.OriginalTable.__table__  # type: ignore[attr-defined]
FETCH = tables.FetchTable.__table__  # type: ignore[attr-defined]


def keep(connection: Connection, upload: int, content: bytes, size: int) -> None:
    """Keeps the sealed content of an upload's file of *size* bytes; what was kept for that upload before goes."""
    connection.execute(delete(ORIGINAL).where(ORIGINAL.c.upload_id == upload))
    connection.execute(insert(ORIGINAL).values(upload_id=upload, content=content, size=size))


def read(connection: Connection, upload: int) -> bytes | None:
    """Returns the sealed content of an upload's file, None where there is none."""
    found = connection.scalar(select(ORIGINAL.c.content).where(ORIGINAL.c.upload_id == upload))
    return None if found is None else bytes(found)


def keeps(connection: Connection, upload: int) -> bool:
    """Returns whether an upload's file is kept."""
    return connection.scalar(select(ORIGINAL.c.upload_id).where(ORIGINAL.c.upload_id == upload)) is not None


def sizes(connection: Connection) -> dict[int, int]:
    """Returns the sizes in bytes of all kept files, by upload."""
    rows = connection.execute(select(ORIGINAL.c.upload_id, ORIGINAL.c.size))
    return {row.upload_id: row.size for row in rows}


def log_fetch(connection: Connection, upload: int, made_by: str) -> None:
    """Notes that somebody opens an original."""
    connection.execute(insert(FETCH).values(upload_id=upload, made_by=made_by, made_at=datetime.now(UTC)))


def read_fetches(connection: Connection, upload: int) -> list[Row]:
    """Returns who opened an original and when, the latest first."""
    query = select(FETCH.c.made_by, FETCH.c.made_at).where(FETCH.c.upload_id == upload).order_by(FETCH.c.id.desc())
    return [dict(row._mapping) for row in connection.execute(query)]
