"""The work plan: how far pieces of work and deliverables are, and what belongs to a deliverable.

Notes, links, and names of files, organisations and people are encrypted: each can name a person.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, Column, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from liaison_metrics.store.tables.columns import UtcDateTime, foreign_key, name, number


class WorkStateTable(SQLModel, table=True):
    """How far a piece of work (code) is in a city ("" for the whole project): a ``WorkState``."""

    __tablename__ = "work_state"
    __table_args__ = (UniqueConstraint("piece", "city", name="one_state_of_a_piece"),)

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    piece: str
    city: str
    state: str
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))


class DeliverableTable(SQLModel, table=True):
    """What somebody entered about a deliverable, in place of what the project file says of it: the partner that owes it
    (code, "" for none), its due date, a ``WorkState``, and a link."""

    __tablename__ = "deliverable"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    code: str = Field(unique=True, index=True)
    owner: str
    due: date | None = None
    state: str
    link: str = Field(sa_column=name())
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))


class DeliverableVersionTable(SQLModel, table=True):
    """A version of a deliverable: its number, day and note, and the name and digest of its file ("" without one)."""

    __tablename__ = "deliverable_version"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    deliverable: str = Field(index=True)
    version: str
    date: date
    note: str = Field(sa_column=name())
    file: str = Field(sa_column=name())
    checksum: str = Field(sa_column=name())
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))


class DeliverableFileTable(SQLModel, table=True):
    """The encrypted file of a version."""

    __tablename__ = "deliverable_file"

    version_id: int = Field(sa_column=foreign_key("deliverable_version", part_of_key=True))
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class SignatoryTable(SQLModel, table=True):
    """An organisation that signed a deliverable, for it who, and when."""

    __tablename__ = "signatory"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    deliverable: str = Field(index=True)
    organisation: str = Field(sa_column=name())
    name: str = Field(sa_column=name())
    date: date
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))


class CommitteeTable(SQLModel, table=True):
    """When the committee of a city was set up."""

    __tablename__ = "committee"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    city: str = Field(index=True, unique=True)
    set_up: date
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))


class CommitteeMemberTable(SQLModel, table=True):
    """A member of a city's committee: an organisation or a person, encrypted, with its group and the days of joining
    and leaving."""

    __tablename__ = "committee_member"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    city: str = Field(index=True)
    group: str
    name: str = Field(sa_column=name())
    since: date | None = None
    until: date | None = None
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))


class MappedCommunityTable(SQLModel, table=True):
    """A community that lives in a city, as the study found it. Source and associations are encrypted: they can name
    people."""

    __tablename__ = "mapped_community"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    city: str = Field(index=True)
    community: str
    size: int | None = None
    year: int | None = None
    source: str = Field(sa_column=name())
    associations: str = Field(sa_column=name())
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))


class SkillTable(SQLModel, table=True):
    """A skill that somebody offers or seeks (``side``): a community (code) or an organisation, which is encrypted as
    the skill is. ``event_id`` is the source event at which it was recorded."""

    __tablename__ = "skill"

    id: int | None = Field(default=None, sa_column=Column(number(), primary_key=True))
    city: str = Field(index=True)
    side: str
    skill: str = Field(sa_column=name())
    community: str
    organisation: str = Field(sa_column=name())
    event_id: int | None = Field(default=None, sa_type=BigInteger)
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
