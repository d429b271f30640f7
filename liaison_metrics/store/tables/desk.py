"""What waits for somebody: sheets that are not imported yet, and questions that partners asked the coordinator."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, Column, LargeBinary
from sqlmodel import Field, SQLModel

from liaison_metrics.store.tables.columns import UtcDateTime, name, number


class WaitingSheetTable(SQLModel, table=True):
    """A sheet that somebody added and has not imported yet: its name, content and options, all encrypted. ``owner`` is
    whose it is, ``partner`` whose sheets they are. It is deleted when it is imported, removed, or too old."""

    __tablename__ = "waiting_sheet"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    owner: str = Field(index=True)
    partner: str
    file: str
    checksum: str = Field(sa_column=name())
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    options: str
    added_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))


class AskedQuestionTable(SQLModel, table=True):
    """A question about a word that a partner asked the coordinator. ``file``, ``value`` (the word as written) and
    ``text`` are encrypted, ``rows`` is how many rows it is about, ``code`` what it means once it is settled."""

    __tablename__ = "asked_question"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    partner: str
    signature: str = Field(sa_column=name())
    file: str
    kind: str
    value: str
    text: str
    rows: int
    suggestions: list[str] = Field(sa_column=Column(JSON, nullable=False))
    asked_by: str
    asked_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    code: str = ""
    settled_by: str = ""
    settled_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime()))
