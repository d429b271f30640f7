"""What people decided about events, and planned events."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, Column
from sqlmodel import Field, SQLModel

from liaison_metrics.store.tables.columns import UtcDateTime, number


class EventCorrectionTable(SQLModel, table=True):
    """A correction of an event: source events with the key ``stated_…`` count as ``activity``, ``city``, ``date``,
    ``title``. The latest correction that was not undone applies. Merged events have the same corrected values.

    ``upload_id`` is the upload whose answers brought it: it applies while that upload is active.
    """

    __tablename__ = "event_correction"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    stated_activity: str
    stated_city: str
    stated_date: date
    stated_title_key: str
    activity: str
    city: str
    date: date
    title: str
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    revoked_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime()))
    upload_id: int | None = Field(default=None, sa_type=BigInteger)


class EventDecisionTable(SQLModel, table=True):
    """A decision about several events, one row for each source event that it names.

    ``kind`` is an ``EventDecisionKind``, ``act`` numbers the rows of one decision alike, ``side`` says to which of its
    events a source event belongs, ``upload_id`` is the upload whose answers brought it.
    """

    __tablename__ = "event_decision"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    act: int = Field(sa_type=BigInteger, index=True)
    kind: str
    side: int
    stated_activity: str
    stated_city: str
    stated_date: date
    stated_title_key: str
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    revoked_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime()))
    upload_id: int | None = Field(default=None, sa_type=BigInteger)


class PlannedEventTable(SQLModel, table=True):
    """A planned event and its expected number of people. It does not count until a sheet for it is uploaded."""

    __tablename__ = "planned_event"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    activity: str
    city: str
    date: date
    title: str
    expected: int
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    removed_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime()))
