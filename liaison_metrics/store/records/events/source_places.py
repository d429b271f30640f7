"""The source events to which something belongs that somebody added to an event: named as decisions name them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, and_, insert, select

from liaison_metrics.domain.events.decisions import EventKey
from liaison_metrics.store.uploads import EVENT

KEY = ("activity", "city", "date", "title_key")
"""What names a source event; the columns are called after it: stated_activity and so on."""


def add_places(connection: Connection, owner: Column[Any], number: int, keys: Sequence[EventKey]) -> None:
    """Stores the source events of the thing with a number, the most important first. *owner* is the column with the
    number of the thing."""
    stated = [f"stated_{name}" for name in KEY]
    rows = [{owner.name: number} | dict(zip(stated, key, strict=True)) for key in keys]
    connection.execute(insert(owner.table), rows)


def source_places(
    connection: Connection, owner: Column[Any], number: int | None = None
) -> dict[int, list[tuple[EventKey, int | None]]]:
    """Returns the source events of each thing (one: of that with a *number*), the most important first: the key of
    each, and its id, None where no upload has it. *owner* is the column with the number of the thing."""
    mine = owner.table.c
    same: ColumnElement[bool] = and_(*(mine[f"stated_{name}"] == EVENT.c[name] for name in KEY))
    columns = [mine[f"stated_{name}"] for name in KEY]
    query = select(owner, EVENT.c.id, *columns).outerjoin(EVENT, same).order_by(mine.id)
    query = query if number is None else query.where(owner == number)
    found: dict[int, list[tuple[EventKey, int | None]]] = {}
    for thing, source, *key in connection.execute(query):
        found.setdefault(thing, []).append((tuple(key), source))
    return found
