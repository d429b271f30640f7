"""What people write beside the figures: notes, texts for the report, and statements that sheets are complete.

Their words are encrypted: each can name a person.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from liaison_metrics.store.tables.columns import UtcDateTime, foreign_key, name, number


class NoteTable(SQLModel, table=True):
    """A note on what its ``kind`` says: ``code`` is that of an indicator or partner, or a month ("2021-03"); a note on
    an event has none, but rows of ``note_event``. ``in_report`` marks it for the report."""

    __tablename__ = "note"

    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    kind: str
    code: str
    text: str = Field(sa_column=name())
    in_report: bool
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))


class NoteEventTable(SQLModel, table=True):
    """A source event that a note is about, named as a correction names it. The one with the smallest ``id`` that a
    sheet states decides which event has the note."""

    __tablename__ = "note_event"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    note_id: int = Field(sa_column=foreign_key("note"))
    stated_activity: str
    stated_city: str
    stated_date: date
    stated_title_key: str


class ReportTextTable(SQLModel, table=True):
    """The text of a report on an indicator (code) in a period ("2021-Q2"), with placeholders for figures."""

    __tablename__ = "report_text"
    __table_args__ = (UniqueConstraint("indicator", "period", name="one_text_of_a_period"),)

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    indicator: str
    period: str
    text: str = Field(sa_column=name())
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))


class StatementTable(SQLModel, table=True):
    """A partner (code) states that its sheets of a period ("2021-Q2") are complete: a ``StatementState``, the
    coordinator's comment, and who decided when. ``accepted`` (encrypted) is what the sheets held when it was accepted,
    "" before that."""

    __tablename__ = "statement"
    __table_args__ = (UniqueConstraint("partner", "period", name="one_statement_of_a_period"),)

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    partner: str
    period: str
    state: str
    comment: str = Field(sa_column=name())
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    decided_by: str
    decided_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime()))
    accepted: str
