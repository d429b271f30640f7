"""Files and links that prove an event, beside the sheets that are counted."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Column, LargeBinary
from sqlmodel import Field, SQLModel

from liaison_metrics.store.tables.columns import UtcDateTime, foreign_key, name, number


class EvidenceFileTable(SQLModel, table=True):
    """A file or link that somebody added to an event: its name, digest and content are encrypted.

    ``kind`` is an ``EvidenceKind``, ``form`` what the content is ("pdf"; "link" for a link, whose content is its
    address).
    """

    __tablename__ = "evidence_file"

    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    kind: str
    form: str
    file: str = Field(sa_column=name())
    checksum: str = Field(sa_column=name())
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))


class EvidenceEventTable(SQLModel, table=True):
    """A source event to which a file belongs, named as a correction names it. The one with the smallest ``id`` that a
    sheet states decides which event has the file."""

    __tablename__ = "evidence_event"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    file_id: int = Field(sa_column=foreign_key("evidence_file"))
    stated_activity: str
    stated_city: str
    stated_date: date
    stated_title_key: str
