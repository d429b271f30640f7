"""The lists that partners keep about their cities: members of committees, communities, and skills."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from sqlalchemy import Connection, Table, delete, insert, select, update

from liaison_metrics.store import tables
from liaison_metrics.store.uploads import NO_FIGURE, Row, move_revision

COMMITTEE: Table = tables.CommitteeTable.__table__  # type: ignore[attr-defined]
MEMBER: Table = tables.CommitteeMemberTable.__table__  # type: ignore[attr-defined]
COMMUNITY: Table = tables.MappedCommunityTable.__table__  # type: ignore[attr-defined]
SKILL: Table = tables.SkillTable.__table__  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class RowChanges:
    """Rows to add, new values by row number, and numbers of rows to remove."""

    added: Sequence[Row] = ()
    changed: Mapping[int, Row] = field(default_factory=dict)
    removed: Collection[int] = ()


def read_list(connection: Connection, table: Table) -> list[Row]:
    """Returns the rows of a list, in the order in which they were added."""
    return [dict(row._mapping) for row in connection.execute(select(table).order_by(table.c.id))]


def change_list(connection: Connection, table: Table, changes: RowChanges, made_by: str) -> None:
    """Adds, changes and removes rows of a list. Removed rows are gone for good."""
    made = {"made_by": made_by, "made_at": datetime.now(UTC)}
    for number, values in changes.changed.items():
        connection.execute(update(table).where(table.c.id == number).values(**values, **made))
    if changes.removed:
        connection.execute(delete(table).where(table.c.id.in_(changes.removed)))
    if changes.added:
        connection.execute(insert(table), [values | made for values in changes.added])
    move_revision(connection, [NO_FIGURE])


def read_committees(connection: Connection) -> dict[str, date]:
    """Returns when the committees were set up, by their cities."""
    return {row.city: row.set_up for row in connection.execute(select(COMMITTEE))}


def set_up_committee(connection: Connection, city: str, day: date | None, made_by: str) -> None:
    """Stores when the committee of a city was set up (None: not yet)."""
    connection.execute(delete(COMMITTEE).where(COMMITTEE.c.city == city))
    if day is not None:
        connection.execute(insert(COMMITTEE).values(city=city, set_up=day, made_by=made_by, made_at=datetime.now(UTC)))
    move_revision(connection, [NO_FIGURE])
