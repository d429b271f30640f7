"""The facts that uploads state. People are never stored."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, BigInteger, Column, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from liaison_metrics.store.tables.columns import UtcDateTime, foreign_key, name, number


class EventTable(SQLModel, table=True):
    """A source event: a workshop, fair, conference … as the sheets state it."""

    __tablename__ = "event"

    __table_args__ = (UniqueConstraint("activity", "city", "date", "title_key"),)

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    activity: str
    city: str
    date: date
    title: str
    title_key: str


class AttendanceTable(SQLModel, table=True):
    """One person at one event, as a row or mark of a sheet states it.

    ``record`` holds, encrypted, the attendance's number, the keyed digests of its identifiers, the year of birth and
    the row of the file (see ``fact_encryption``). ``id`` is the number, enciphered. ``companions`` is the number of
    additional people that the row stands for.
    """

    __tablename__ = "attendance"

    id: int = Field(sa_column=Column(number(), primary_key=True, autoincrement=False))
    upload_id: int = Field(sa_column=foreign_key("upload"))
    event_id: int = Field(sa_column=foreign_key("event"))
    sheet: str = Field(sa_column=name())
    column: str = Field(sa_column=name())
    record: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    community: str | None
    group: str | None
    gender: str | None
    companions: int = 0


class HeadcountTable(SQLModel, table=True):
    """A number of people at an event, as one row or cell of a sheet states it.

    A code is None where the sheet says nothing, ``not_stated`` where it says that it does not know. ``additional`` is
    "" for people who were there, listed or not; else these are in addition to the listed ones, in these words.
    """

    __tablename__ = "headcount"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    upload_id: int = Field(sa_column=foreign_key("upload"))
    event_id: int = Field(sa_column=foreign_key("event"))
    sheet: str = Field(sa_column=name())
    row: int
    column: str = Field(sa_column=name())
    people: int
    community: str | None
    group: str | None
    gender: str | None
    age_band: str | None = None
    additional: str = ""


class EventMentionTable(SQLModel, table=True):
    """Which sheet of an upload states which source event, and whether it lists people of it.

    ``signed`` is how many of the ``signed_of`` people whom it lists have a mark in its column for signatures; both are
    None where the sheet says nothing about signatures. ``data`` is what it states of the event beside people, as JSON,
    encrypted; "" for nothing.
    """

    __tablename__ = "event_mention"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    upload_id: int = Field(sa_column=foreign_key("upload"))
    event_id: int = Field(sa_column=foreign_key("event"))
    sheet: str = Field(sa_column=name())
    listed: bool
    signed: int | None = None
    signed_of: int | None = None
    data: str = ""


class NameFormTable(SQLModel, table=True):
    """The form in which a name is compared: token digests and a similarity encoding, encrypted. ``place`` is a keyed
    digest of the name's digest."""

    __tablename__ = "name_form"

    place: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    form: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class ForgottenPersonTable(SQLModel, table=True):
    """A person whose data were deleted on request. ``traces`` (encrypted, all of one length) recognise their rows in
    files that are uploaded later, ``receipt`` (encrypted) says what was done."""

    __tablename__ = "forgotten_person"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    traces: str
    receipt: str


class PurgeTable(SQLModel, table=True):
    """That all personal data were deleted at the end of the retention time; ``deleted`` is how many of what."""

    __tablename__ = "purge"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    made_by: str
    deleted: dict[str, int] = Field(sa_column=Column(JSON, nullable=False))
