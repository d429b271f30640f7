"""Demonstration data of the work plan: marked as such, so that they go when real data come and nothing else goes."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select, update

from liaison_metrics.store.records.work_plan import city_lists, deliverables, states
from liaison_metrics.store.uploads import NO_FIGURE, move_revision

MADE_UP = "demonstration"
"""The actor that the store keeps for made-up rows. Whoever changes one makes it a row of their own."""

_TABLES = (
    states.STATE, deliverables.DELIVERABLE, deliverables.SIGNATORY, deliverables.VERSION, city_lists.COMMITTEE,
    city_lists.MEMBER, city_lists.COMMUNITY, city_lists.SKILL,
)  # fmt: skip


def is_empty(connection: Connection) -> bool:
    """Returns whether nobody has entered anything of the work plan."""
    return all(connection.scalar(select(table.c.id).limit(1)) is None for table in _TABLES)


def mark_all(connection: Connection) -> None:
    """Marks all that is entered of the work plan as made up."""
    for table in _TABLES:
        connection.execute(update(table).values(made_by=MADE_UP))


def clear(connection: Connection) -> None:
    """Removes what is made up of the work plan."""
    gone = select(deliverables.VERSION.c.id).where(deliverables.VERSION.c.made_by == MADE_UP)
    connection.execute(delete(deliverables.FILE).where(deliverables.FILE.c.version_id.in_(gone)))
    for table in _TABLES:
        connection.execute(delete(table).where(table.c.made_by == MADE_UP))
    move_revision(connection, [NO_FIGURE])
