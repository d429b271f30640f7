"""What is stated of events beside people: by sheets, and by people, who are believed before sheets."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from liaison_metrics.domain.events.decisions import EventKey
from liaison_metrics.store import tables
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.uploads import MENTION, NO_FIGURE, Row, move_revision

EDIT = tables.EventDataEditTable.__table__  # type: ignore[attr-defined]
_KEY = ("stated_activity", "stated_city", "stated_date", "stated_title_key")


def read_stated_data(connection: Connection, encryption: Encryption) -> Iterator[tuple[int, str]]:
    """Yields what sheets state of source events, as JSON, each with the event's id, by upload."""
    query = select(MENTION.c.event_id, MENTION.c.data).where(MENTION.c.data != "")
    for event, data in connection.execute(query.order_by(MENTION.c.upload_id, MENTION.c.id)):
        yield event, encryption.decrypt(data)


def read_data_edits(connection: Connection, encryption: Encryption) -> dict[EventKey, Row]:
    """Returns the latest of what people said of each source event, by its key: ``data`` as JSON, ``made_by`` and
    ``made_at``."""
    found: dict[EventKey, Row] = {}
    for row in connection.execute(select(EDIT).order_by(EDIT.c.id)).mappings():
        activity, city, day, title = (row[name] for name in _KEY)
        found[activity, city, day, title] = dict(row) | {"data": encryption.decrypt(row["data"])}
    return found


def add_data_edit(
    connection: Connection, encryption: Encryption, keys: Collection[EventKey], data: str, made_by: str
) -> None:
    """Stores what somebody says of an event, which its source events are, as JSON."""
    made = {"made_by": made_by, "made_at": datetime.now(UTC)}
    rows = [dict(zip(_KEY, key, strict=True)) | {"data": encryption.encrypt(data)} | made for key in sorted(keys)]
    connection.execute(insert(EDIT), rows)
    move_revision(connection, [NO_FIGURE])
