"""The installation, its uploads, and what was said about them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, BigInteger, Column, ForeignKey, LargeBinary
from sqlmodel import Field, SQLModel

from liaison_metrics.store.tables.columns import UtcDateTime, foreign_key, name, number


class InstallationTable(SQLModel, table=True):
    """The single row about this store: its revision, and whether it holds demonstration data.

    ``store_id`` is random, ``key_check`` recognises the secret key ("": it has none yet), ``backup_at`` is when the
    state was taken that the last backup contains. ``names_encrypted`` is false until the names of files and sheets of
    an older store were encrypted. ``people_key`` is the encrypted key of people's digests ("": made from the secret
    key), ``attendances_numbered`` the last number that an attendance got.
    """

    __tablename__ = "installation"

    id: int = Field(default=1, primary_key=True)
    revision: int = 0
    demonstration: bool = False
    store_id: str = ""
    key_check: str = ""
    backup_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime()))
    names_encrypted: bool = False
    people_key: str = ""
    attendances_numbered: int = Field(default=0, sa_type=BigInteger)


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

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    file: str = Field(sa_column=name())
    checksum: str = Field(sa_column=name(index=True))
    facts_digest: str = Field(sa_column=name())
    format: str = ""
    partner: str = ""
    imported_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    undone_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime()))
    status: str
    made_by: str = ""
    signature: str = Field(default="", sa_column=name())
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


class UncountedRowTable(SQLModel, table=True):
    """A row that was read but does not count: staff, absent, repeated."""

    __tablename__ = "uncounted_row"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    upload_id: int = Field(sa_column=foreign_key("upload"))
    sheet: str = Field(sa_column=name())
    row: int
    column: str = Field(sa_column=name())
    reason: str


class RejectedRowTable(SQLModel, table=True):
    """A row that cannot be counted: the value and the reason (both encrypted), and how to fix it."""

    __tablename__ = "rejected_row"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    upload_id: int = Field(sa_column=foreign_key("upload"))
    sheet: str = Field(sa_column=name())
    row: int
    column: str = Field(sa_column=name())
    value: str
    reason: str
    fix: str = Field(sa_column=name())


class OpenQuestionTable(SQLModel, table=True):
    """An unanswered question about an upload; ``value`` and ``text`` are encrypted."""

    __tablename__ = "open_question"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    upload_id: int = Field(sa_column=foreign_key("upload"))
    kind: str
    value: str
    suggestions: list[str] = Field(sa_column=Column(JSON, nullable=False))
    text: str
    sheet: str = Field(sa_column=name())
    rows: list[int] = Field(sa_column=Column(JSON, nullable=False))
    column: str = Field(sa_column=name())


class OriginalTable(SQLModel, table=True):
    """The uploaded file under authenticated encryption. It stays after an undo, for a redo."""

    __tablename__ = "original"

    upload_id: int = Field(sa_column=Column(number(), ForeignKey("upload.id", ondelete="CASCADE"), primary_key=True))
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class OriginalDownloadTable(SQLModel, table=True):
    """A download of an original file: who and when."""

    __tablename__ = "original_download"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    upload_id: int = Field(sa_column=foreign_key("upload"))
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))


class AnswerTable(SQLModel, table=True):
    """A saved answer about a word or a column, used again for the next sheet of the same partner with the same headers.
    ``value`` (encrypted) is the word as written, ``code`` what it means."""

    __tablename__ = "answer"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    partner: str
    signature: str = Field(sa_column=name(index=True))
    kind: str
    value: str
    code: str
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    revoked_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime()))


class AddedCommunityTable(SQLModel, table=True):
    """The name of a community that a coordinator added to those of the project file, in one language."""

    __tablename__ = "added_community"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    code: str
    label: str
    language: str = "en"
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
