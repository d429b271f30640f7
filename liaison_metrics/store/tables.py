"""The tables. Attendances and headcounts are facts, and each belongs to one upload. People are never stored."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, DateTime, ForeignKey, Integer, LargeBinary, UniqueConstraint
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel


class UtcDateTime(TypeDecorator[datetime]):
    """A date and time, stored in UTC on every database and read back with its time zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Returns the value to store: in UTC, without a time zone."""
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """Returns the stored value with UTC as its time zone."""
        return value.replace(tzinfo=UTC) if value else None


def _number() -> Any:
    # SQLite assigns row numbers only in a column of type INTEGER.
    return BigInteger().with_variant(Integer(), "sqlite")


def _digest() -> Any:
    return Column(BigInteger, nullable=False)


def _foreign_key(table: str) -> Any:
    return Column(_number(), ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False, index=True)


class InstallationTable(SQLModel, table=True):
    """The single row about this store: its revision, and whether it holds demonstration data."""

    __tablename__ = "installation"

    id: int = Field(default=1, primary_key=True)
    revision: int = 0
    demonstration: bool = False


class ChangeTable(SQLModel, table=True):
    """What each revision changed: facts of an upload were ``added`` or, if false, removed."""

    __tablename__ = "change"

    revision: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    upload_id: int = Field(sa_type=BigInteger)
    added: bool


class UploadTable(SQLModel, table=True):
    """One uploaded file: what it contained and its status. Stays in the history after an undo.

    ``made_by`` is the code of the actor who uploaded it, ``signature`` identifies the layout of its headers,
    ``replaces`` is the number of the upload that it replaced, ``completes`` of the one whose rejected rows it has,
    corrected. ``options`` (encrypted) is how it was read.
    """

    __tablename__ = "upload"

    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    file: str
    checksum: str = Field(index=True)
    facts_digest: str
    format: str = ""
    partner: str = ""
    imported_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    undone_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime()))
    status: str
    made_by: str = ""
    signature: str = ""
    replaces: int | None = Field(default=None, sa_column=Column(BigInteger))
    completes: int | None = Field(default=None, sa_column=Column(BigInteger))
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
    """A source event: a workshop, fair, conference … as the sheets state it."""

    __tablename__ = "event"

    __table_args__ = (UniqueConstraint("activity", "city", "date", "title_key"),)

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    activity: str
    city: str
    date: date
    title: str
    title_key: str


class AttendanceTable(SQLModel, table=True):
    """One person at one event, as a row or mark of a sheet states it. Identifiers: keyed digests (0: not stated).

    ``companions`` is the number of additional people that the row stands for.
    """

    __tablename__ = "attendance"

    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    upload_id: int = Field(sa_column=_foreign_key("upload"))
    event_id: int = Field(sa_column=_foreign_key("event"))
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
    companions: int = 0


class HeadcountTable(SQLModel, table=True):
    """A number of people at an event, as one row or cell of a sheet states it.

    A code is None where the sheet says nothing, ``not_stated`` where it says that it does not know. ``additional`` is
    "" for people who were there, listed or not; else these are in addition to the listed ones, in these words.
    """

    __tablename__ = "headcount"

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    upload_id: int = Field(sa_column=_foreign_key("upload"))
    event_id: int = Field(sa_column=_foreign_key("event"))
    sheet: str
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

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    upload_id: int = Field(sa_column=_foreign_key("upload"))
    event_id: int = Field(sa_column=_foreign_key("event"))
    sheet: str
    listed: bool


class NameFormTable(SQLModel, table=True):
    """The form in which a name is compared without being readable: token digests and a similarity encoding."""

    __tablename__ = "name_form"

    name: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    tokens: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    latin: bytes | None = Field(default=None, sa_column=Column(LargeBinary, nullable=True))
    encoding: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class UncountedRowTable(SQLModel, table=True):
    """A row that was read but does not count: staff, absent, repeated."""

    __tablename__ = "uncounted_row"

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    upload_id: int = Field(sa_column=_foreign_key("upload"))
    sheet: str
    row: int
    column: str
    reason: str


class RejectedRowTable(SQLModel, table=True):
    """A row that cannot be counted: the value and the reason (both encrypted), and how to fix it."""

    __tablename__ = "rejected_row"

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    upload_id: int = Field(sa_column=_foreign_key("upload"))
    sheet: str
    row: int
    column: str
    value: str
    reason: str
    fix: str


class OpenQuestionTable(SQLModel, table=True):
    """An unanswered question about an upload; ``value`` and ``text`` are encrypted."""

    __tablename__ = "open_question"

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    upload_id: int = Field(sa_column=_foreign_key("upload"))
    kind: str
    value: str
    suggestions: list[str] = Field(sa_column=Column(JSON, nullable=False))
    text: str
    sheet: str
    rows: list[int] = Field(sa_column=Column(JSON, nullable=False))
    column: str


class OriginalTable(SQLModel, table=True):
    """The uploaded file under authenticated encryption. It stays after an undo, for a redo."""

    __tablename__ = "original"

    upload_id: int = Field(sa_column=Column(_number(), ForeignKey("upload.id", ondelete="CASCADE"), primary_key=True))
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    size: int


class OriginalDownloadTable(SQLModel, table=True):
    """A download of an original file: who and when."""

    __tablename__ = "original_download"

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    upload_id: int = Field(sa_column=_foreign_key("upload"))
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))


class AnswerTable(SQLModel, table=True):
    """A saved answer about a word or a column, used again for the next sheet of the same partner with the same headers.
    ``value`` (encrypted) is the word as written, ``code`` what it means."""

    __tablename__ = "answer"

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    partner: str
    signature: str = Field(index=True)
    kind: str
    value: str
    code: str
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    revoked_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime()))


class EventCorrectionTable(SQLModel, table=True):
    """A correction of an event: source events with the key ``stated_…`` count as ``activity``, ``city``, ``date``,
    ``title``. The latest correction that was not undone applies. Merged events have the same corrected values."""

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
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    revoked_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime()))


class EventDecisionTable(SQLModel, table=True):
    """A decision about several events, one row for each source event that it names.

    ``kind`` is an ``EventDecisionKind``, ``act`` numbers the rows of one decision alike, ``side`` says to which of its
    events a source event belongs.
    """

    __tablename__ = "event_decision"

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
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


class PlannedEventTable(SQLModel, table=True):
    """A planned event and its expected number of people. It does not count until a sheet for it is uploaded."""

    __tablename__ = "planned_event"

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    activity: str
    city: str
    date: date
    title: str
    expected: int
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    removed_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime()))


class AddedCommunityTable(SQLModel, table=True):
    """A community that a coordinator added to those of the project file."""

    __tablename__ = "added_community"

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    code: str
    label: str
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))


class IssuedReportTable(SQLModel, table=True):
    """An issued report: when, by whom, about what, from which uploads, with which figures. It never changes."""

    __tablename__ = "issued_report"

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    name: str
    as_of: date
    city: str
    threshold: int | None
    uploads: list[int] = Field(sa_column=Column(JSON, nullable=False))
    figures: dict[str, int] = Field(sa_column=Column(JSON, nullable=False))
    counting_rules: int = 1
    digest: str


class IssuedFormTable(SQLModel, table=True):
    """One file of an issued report, byte for byte as it was issued."""

    __tablename__ = "issued_form"

    id: int | None = Field(default=None, sa_column=Column(_number(), primary_key=True))
    report_id: int = Field(sa_column=_foreign_key("issued_report"))
    file: str
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
