"""What people decided about events and persons, and planned events."""

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


class EventDataEditTable(SQLModel, table=True):
    """What people say of an event beside what sheets state of it, for a source event with the key ``stated_…``. The
    latest holds. ``data`` has what differs, as JSON, encrypted."""

    __tablename__ = "event_data_edit"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    stated_activity: str
    stated_city: str
    stated_date: date
    stated_title_key: str
    data: str
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))


class PersonDecisionTable(SQLModel, table=True):
    """A decision about two persons.

    ``kind`` is a ``PersonDecisionKind``. ``evidence`` holds, encrypted, what it is about: for each side the digests of
    what rows state, each with the digest of the name.
    """

    __tablename__ = "person_decision"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    kind: str
    evidence: str
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    revoked_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime()))


class PlannedEventTable(SQLModel, table=True):
    """A planned event and its expected number of people, 0 if nobody said. It does not count until a sheet for it is
    uploaded. ``key`` is a digest by which the calendar that it came from knows it again."""

    __tablename__ = "planned_event"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    activity: str
    city: str
    date: date
    title: str
    expected: int
    key: str = ""
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    removed_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime()))


class SentMailTable(SQLModel, table=True):
    """A reminder to a partner (code), or a digest for the coordinators (""): when it was sent, by whom, and how many
    items it listed. Its text and its recipients are not kept."""

    __tablename__ = "sent_mail"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    partner: str = Field(index=True)
    items: int
    sent_by: str
    sent_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
