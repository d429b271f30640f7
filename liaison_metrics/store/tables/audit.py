"""The audit record: who did what, when, on what."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Column
from sqlmodel import Field, SQLModel

from liaison_metrics.store.tables.columns import UtcDateTime, number


class AuditEntryTable(SQLModel, table=True):
    """One line of the record, numbered without gaps.

    ``account``, ``role`` and ``partner`` say who acted, ``action`` what was done, ``kind`` and ``about`` on what.
    ``before`` and ``after`` are JSON objects. ``digest`` is a keyed digest of this line and of the line before.
    """

    __tablename__ = "audit_entry"

    id: int = Field(sa_column=Column(number(), primary_key=True, autoincrement=False))
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False, index=True))
    account: int | None = Field(default=None, sa_type=BigInteger)
    role: str
    partner: str
    action: str
    kind: str
    about: str
    before: str
    after: str
    digest: str


class AuditEndTable(SQLModel, table=True):
    """The single row about the end of the record: the number of the last line, and a keyed digest of it, so that it
    shows if the last lines are removed."""

    __tablename__ = "audit_end"

    id: int = Field(default=1, primary_key=True)
    last: int = Field(sa_type=BigInteger)
    digest: str
