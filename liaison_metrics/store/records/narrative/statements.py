"""Statements of partners that their sheets of a period are complete."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select, update

from liaison_metrics.store import tables
from liaison_metrics.store.uploads import NO_FIGURE, Row, move_revision

STATEMENT = tables.StatementTable.__table__  # type: ignore[attr-defined]


def read_statements(connection: Connection) -> list[Row]:
    """Returns all statements, in the order in which they were first made."""
    return [dict(row._mapping) for row in connection.execute(select(STATEMENT).order_by(STATEMENT.c.id))]


def read_statement(connection: Connection, partner: str, period: str) -> Row | None:
    """Returns the statement of a partner on a period, None without one."""
    mine = (STATEMENT.c.partner == partner, STATEMENT.c.period == period)
    row = connection.execute(select(STATEMENT).where(*mine)).first()
    return dict(row._mapping) if row else None


def keep_statement(connection: Connection, partner: str, period: str, state: str, made_by: str) -> None:
    """Stores a statement that is made now, in place of one that was returned."""
    values = {
        "state": state, "comment": "", "made_by": made_by, "made_at": datetime.now(UTC), "decided_by": "",
        "decided_at": None, "accepted": "",
    }  # fmt: skip
    if known := read_statement(connection, partner, period):
        connection.execute(update(STATEMENT).where(STATEMENT.c.id == known["id"]).values(values))
    else:
        connection.execute(insert(STATEMENT).values(partner=partner, period=period, **values))
    move_revision(connection, [NO_FIGURE])


def decide_statement(connection: Connection, number: int, decision: Row) -> None:
    """Stores what was decided about a statement (state, comment, decided_by, accepted), and when."""
    decided = update(STATEMENT).where(STATEMENT.c.id == number).values(**decision, decided_at=datetime.now(UTC))
    connection.execute(decided)
    move_revision(connection, [NO_FIGURE])


def change_accepted(connection: Connection, change: Callable[[str], str]) -> None:
    """Changes what accepted statements hold, each as it is stored."""
    query = select(STATEMENT.c.id, STATEMENT.c.accepted).where(STATEMENT.c.accepted != "")
    for number, accepted in connection.execute(query).all():
        if (new := change(accepted)) != accepted:
            connection.execute(update(STATEMENT).where(STATEMENT.c.id == number).values(accepted=new))


def remove_accepted(connection: Connection) -> None:
    """Removes what accepted statements hold, and their comments. The statements stay."""
    connection.execute(update(STATEMENT).values(accepted="", comment=""))
