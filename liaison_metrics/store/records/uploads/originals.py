"""The uploaded files as encrypted bytes, and the log of their downloads."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, select

from liaison_metrics.store import tables
from liaison_metrics.store.uploads import Row

ORIGINAL = tables.OriginalTable.__table__  # type: ignore[attr-defined]
DOWNLOAD = tables.OriginalDownloadTable.__table__  # type: ignore[attr-defined]


def keep(connection: Connection, upload: int, content: bytes) -> None:
    """Stores the encrypted content of an upload's file, in place of any stored before."""
    connection.execute(delete(ORIGINAL).where(ORIGINAL.c.upload_id == upload))
    connection.execute(insert(ORIGINAL).values(upload_id=upload, content=content))


def read(connection: Connection, upload: int) -> bytes | None:
    """Returns the encrypted content of an upload's file, or None if there is none."""
    content = connection.scalar(select(ORIGINAL.c.content).where(ORIGINAL.c.upload_id == upload))
    return None if content is None else bytes(content)


def keeps(connection: Connection, upload: int) -> bool:
    """Returns whether an upload's file is stored."""
    return connection.scalar(select(ORIGINAL.c.upload_id).where(ORIGINAL.c.upload_id == upload)) is not None


def log_download(connection: Connection, upload: int, made_by: str) -> None:
    """Records that an actor (its code) downloads an original."""
    connection.execute(insert(DOWNLOAD).values(upload_id=upload, made_by=made_by, made_at=datetime.now(UTC)))


def read_downloads(connection: Connection, upload: int) -> list[Row]:
    """Returns who downloaded an original (actor's code) and when, the latest first."""
    query = select(DOWNLOAD.c.made_by, DOWNLOAD.c.made_at).where(DOWNLOAD.c.upload_id == upload)
    return [dict(row._mapping) for row in connection.execute(query.order_by(DOWNLOAD.c.id.desc()))]
