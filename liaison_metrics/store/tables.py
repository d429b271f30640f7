"""The tables. Attendances and headcounts are facts, each belonging to one upload; people are never stored."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, DateTime, ForeignKey, Integer, LargeBinary, UniqueConstraint
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel


class Moment(TypeDecorator[datetime]):
    """A moment in UTC on every database; comes back aware of its zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Returns the moment in UTC, without zone, as it is stored."""
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """Returns the stored moment as an aware one."""
        return value.replace(tzinfo=UTC) if value else None


def _number() -> Any:
    # SQLite numbers rows by itself only in a column of type INTEGER.
    return BigInteger().with_variant(Integer(), "sqlite")


def _digest() -> Any:
    return Column(BigInteger, nullable=False)


def _of(table: str, *, index: bool = True) -> Any:
    return Column(_number(), ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False, index=index)


class InstallationTable(SQLModel, table=True):
    """The one line about this store: its revision, and whether it holds demonstration data."""

    __tablename__ = "installation"

    id: int = Field(default=1, primary_key=True)
    revision: int = 0
    demonstration: bool = False


class ChangeTable(SQLModel, table=True):
    """What each revision did: facts of an upload came or went."""

    __tablename__ = "change"

    revision: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    upload_id: int = Field(sa_type=BigInteger)
    came: bool


class UploadTable(SQLModel, table=True):
    """One file that was brought: what it held and what became of it. Stays in the history after an undo.

    ``made_by`` is the party that brought it, ``signature`` that of its headers, ``replaces`` the upload whose place it
    took, ``options`` (sealed) all that was said about how to read it.
    """

    __tablename__ = "upload"

    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    file: str
    checksum: str = Field(index=True)
    facts_digest: str
    format: str = ""
    partner: str = ""
    imported_at: datetime = Field(sa_column=Column(Moment(), nullable=False))
    undone_at: datetime | None = Field(default=None, sa_column=Column(Moment()))
    status: str
    made_by: str = ""
    signature: str = ""
    replaces: int | None = Field(default=None, sa_column=Column(BigInteger))
    options: str = ""
    rows_read: int
    attendances: int
    headcount: int
    headcount_rows: int
    not_counted: int
    repeated: int
    already_known: int
    rejected: int


class EventTable(SQLModel, table=True):
    """A workshop, fair, conference … as the sheets state it."""

    __tablename__ = "event"

    __table_args__ = (UniqueConstraint("activity", "city", "date", "title_key"),)

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    activity: str
    city: str
    date: date
    title: str
    title_key: str


class AttendanceTable(SQLModel, table=True):
    """One person at one event, as one row or mark states it. Identifiers are keyed digests, 0 where not stated."""

    __tablename__ = "attendance"

    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    upload_id: int = Field(sa_column=_of("upload"))
    event_id: int = Field(sa_column=_of("event"))
    sheet: str
    row: int
    column: str
    name: int = Field(sa_column=_digest())
    email: int = Field(sa_column=_digest())
    phone: int = Field(sa_column=_digest())
    birth: int = Field(sa_column=_digest())
    birth_year: int
    community: str | None
    group: str | None
    gender: str | None


class HeadcountTable(SQLModel, table=True):
    """People at an event whom nobody listed, as one row or cell states it."""

    __tablename__ = "headcount"

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    upload_id: int = Field(sa_column=_of("upload"))
    event_id: int = Field(sa_column=_of("event"))
    sheet: str
    row: int
    column: str
    people: int
    community: str | None
    group: str | None
    gender: str | None


class NameFormTable(SQLModel, table=True):
    """How a name can be compared without being readable: token digests and a similarity encoding."""

    __tablename__ = "name_form"

    name: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    tokens: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    encoding: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class UncountedRowTable(SQLModel, table=True):
    """A row that was understood and is kept without counting: staff, absent, repeated."""

    __tablename__ = "uncounted_row"

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    upload_id: int = Field(sa_column=_of("upload"))
    sheet: str
    row: int
    column: str
    reason: str


class RejectedRowTable(SQLModel, table=True):
    """A row that cannot count as it stands: what was found and why not (both sealed), how to fix it."""

    __tablename__ = "rejected_row"

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    upload_id: int = Field(sa_column=_of("upload"))
    sheet: str
    row: int
    column: str
    value: str
    reason: str
    fix: str


class OpenQuestionTable(SQLModel, table=True):
    """What only a person can say about an upload; word and text are sealed."""

    __tablename__ = "open_question"

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    upload_id: int = Field(sa_column=_of("upload"))
    kind: str
    value: str
    suggestions: list[str] = Field(sa_column=Column(JSON, nullable=False))
    text: str
    sheet: str
    rows: list[int] = Field(sa_column=Column(JSON, nullable=False))
    column: str


class OriginalTable(SQLModel, table=True):
    """The file itself, as it was brought, under authenticated encryption. Stays after an undo, for a redo."""

    __tablename__ = "original"

    upload_id: int = Field(sa_column=Column(_number(), ForeignKey("upload.id", ondelete="CASCADE"), primary_key=True))
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    size: int


class FetchTable(SQLModel, table=True):
    """That somebody opened an original."""

    __tablename__ = "fetch"

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    upload_id: int = Field(sa_column=_of("upload"))
    made_by: str
    made_at: datetime = Field(sa_column=Column(Moment(), nullable=False))


class AnswerTable(SQLModel, table=True):
    """What somebody said of a word or a column, to be used again for the next sheet of the same partner with the same
    headers. ``value`` (sealed) is the word as written, ``code`` what it means."""

    __tablename__ = "answer"

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    partner: str
    signature: str = Field(index=True)
    kind: str
    value: str
    code: str
    made_by: str
    made_at: datetime = Field(sa_column=Column(Moment(), nullable=False))
    revoked_at: datetime | None = Field(default=None, sa_column=Column(Moment()))


class EventCorrectionTable(SQLModel, table=True):
    """What is true of an event, beside what the files state: those with ``stated_…`` count as ``activity``, ``city``,
    ``date``, ``title``. The latest one that was not revoked holds. Two events that are one have one truth."""

    __tablename__ = "event_correction"

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    stated_activity: str
    stated_city: str
    stated_date: date
    stated_title_key: str
    activity: str
    city: str
    date: date
    title: str
    made_by: str
    made_at: datetime = Field(sa_column=Column(Moment(), nullable=False))
    revoked_at: datetime | None = Field(default=None, sa_column=Column(Moment()))


class PlannedEventTable(SQLModel, table=True):
    """An event to come and how many people are expected; sheets fill it later. Counts for nothing by itself."""

    __tablename__ = "planned_event"

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    activity: str
    city: str
    date: date
    title: str
    expected: int
    made_by: str
    made_at: datetime = Field(sa_column=Column(Moment(), nullable=False))
    removed_at: datetime | None = Field(default=None, sa_column=Column(Moment()))


class NewWordTable(SQLModel, table=True):
    """A community that the project file does not have, as a coordinator added it."""

    __tablename__ = "new_word"

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    kind: str
    code: str
    label: str
    made_by: str
    made_at: datetime = Field(sa_column=Column(Moment(), nullable=False))


class IssuedReportTable(SQLModel, table=True):
    """A report that was issued: when, by whom, about what, from which uploads, with which figures. Never changes."""

    __tablename__ = "issued_report"

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    made_by: str
    made_at: datetime = Field(sa_column=Column(Moment(), nullable=False))
    name: str
    as_of: date
    city: str
    threshold: int | None
    uploads: list[int] = Field(sa_column=Column(JSON, nullable=False))
    figures: dict[str, int] = Field(sa_column=Column(JSON, nullable=False))
    digest: str


class IssuedFormTable(SQLModel, table=True):
    """One file of an issued report, byte for byte as it was made."""

    __tablename__ = "issued_form"

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    report_id: int = Field(sa_column=_of("issued_report"))
    file: str
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
