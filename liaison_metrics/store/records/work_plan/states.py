"""How far pieces of work are."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, select

from liaison_metrics.store import tables
from liaison_metrics.store.uploads import NO_FIGURE, move_revision

STATE = tables.WorkStateTable.__table__  # type: ignore[attr-defined]


def read_states(connection: Connection) -> dict[tuple[str, str], str]:
    """Returns the stored state of each piece of work in each city ("" for the whole project)."""
    query = select(STATE.c.piece, STATE.c.city, STATE.c.state)
    return {(row.piece, row.city): row.state for row in connection.execute(query)}


def set_state(connection: Connection, place: tuple[str, str], state: str, made_by: str) -> None:
    """Stores the state of a piece of work in a city."""
    piece, city = place
    connection.execute(delete(STATE).where(STATE.c.piece == piece, STATE.c.city == city))
    values = {"piece": piece, "city": city, "state": state, "made_by": made_by, "made_at": datetime.now(UTC)}
    connection.execute(insert(STATE).values(values))
    move_revision(connection, [NO_FIGURE])
