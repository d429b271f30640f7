"""Issued reports."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, Column, LargeBinary
from sqlmodel import Field, SQLModel

from liaison_metrics.store.tables.columns import UtcDateTime, foreign_key, number


class IssuedReportTable(SQLModel, table=True):
    """An issued report: when, by whom, about what, from which uploads, with which figures.

    It never changes, except that it can be withdrawn: for nothing, or for another report that replaces it.
    """

    __tablename__ = "issued_report"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
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
    withdrawn_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime(), nullable=True))
    withdrawn_by: str = ""
    replaced_by: int | None = None


class IssuedFormTable(SQLModel, table=True):
    """One file of an issued report, byte for byte as it was issued."""

    __tablename__ = "issued_form"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    report_id: int = Field(sa_column=foreign_key("issued_report"))
    file: str
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
