"""The facts that uploads state. People are never stored."""

from __future__ import annotations

from datetime import date

from sqlalchemy import BigInteger, Column, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from liaison_metrics.store.tables.columns import digest, foreign_key, name, number


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
    """One person at one event, as a row or mark of a sheet states it. Identifiers: keyed digests (0: not stated).
    ``born`` is the encrypted year of birth.

    ``companions`` is the number of additional people that the row stands for.
    """

    __tablename__ = "attendance"

    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    upload_id: int = Field(sa_column=foreign_key("upload"))
    event_id: int = Field(sa_column=foreign_key("event"))
    sheet: str = Field(sa_column=name())
    row: int
    column: str
    name: int = Field(sa_column=digest())
    email: int = Field(sa_column=digest())
    phone: int = Field(sa_column=digest())
    birth: int = Field(sa_column=digest())
    born: str
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
    column: str
    people: int
    community: str | None
    group: str | None
    gender: str | None
    age_band: str | None = None
    additional: str = ""


class EventMentionTable(SQLModel, table=True):
    """Which sheet of an upload states which source event, and whether it lists people of it."""

    __tablename__ = "event_mention"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    upload_id: int = Field(sa_column=foreign_key("upload"))
    event_id: int = Field(sa_column=foreign_key("event"))
    sheet: str = Field(sa_column=name())
    listed: bool


class NameFormTable(SQLModel, table=True):
    """The form in which a name is compared: token digests and a similarity encoding, encrypted."""

    __tablename__ = "name_form"

    name: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    form: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
