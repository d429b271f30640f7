"""What an attacker sees of the attendances, with and without the key, and as earlier stores showed it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from sqlalchemy import select

from liaison_metrics.domain.facts import NameForm
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.records.attendances import ATTENDANCE, fetched, names_in, records_of, selected
from liaison_metrics.store.records.name_forms import read_name_forms
from liaison_metrics.store.tables.fact_encryption import facts_of
from liaison_metrics.store.uploads import EVENT
from tests.attack.world import World


@dataclass(frozen=True, slots=True)
class SeenRow:
    """An attendance as an attacker sees it: the title of its event, what is readable, what may stand for the name and
    for the e-mail address, and what may tell its place in the list."""

    event: str
    community: str | None
    gender: str | None
    name: object
    email: object
    order: int
    size: int


@dataclass(frozen=True, slots=True)
class View:
    """All attendances as an attacker sees them, and the forms of names where these are readable."""

    rows: Sequence[SeenRow]
    forms: dict[object, NameForm]


def of_the_file(path: Path) -> View:
    """Returns what the database file shows by itself. What stands for a name is everything that only one row has."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(attendance)")]
        readable = {"id", "upload_id", "event_id", "sheet", "column", "community", "group", "gender", "companions"}
        assert set(columns) == {*readable, "record"}, "a new column: say here what it shows an attacker"
        found = connection.execute(
            "SELECT event.title, community, gender, record, attendance.rowid, length(record)"
            " FROM attendance JOIN event ON event.id = event_id"
        ).fetchall()
    return View(
        [SeenRow(title, c, g, record, record[:8], order, size) for title, c, g, record, order, size in found], {}
    )


def with_digests(workspace: Workspace) -> View:
    """Returns what would be seen if digests and the order of rows were readable, as they once were."""
    with workspace.store.reading() as connection:
        titles = dict(iter(connection.execute(select(EVENT.c.id, EVENT.c.title))))
        rows = []
        for some in fetched(connection, selected(ATTENDANCE.c.community, ATTENDANCE.c.gender)):
            for row, record in zip(some, records_of(connection, some), strict=True):
                rows.append(
                    SeenRow(
                        titles[row[2]], row[4], row[5], int(record["name"]), int(record["email"]),
                        int(record["number"]), 0,
                    )
                )  # fmt: skip
    return View(rows, {})


def with_forms(workspace: Workspace) -> View:
    """Returns what would be seen if the forms of names were readable as well."""
    with workspace.store.reading() as connection:
        forms = read_name_forms(connection, names_in(connection).tolist())
    return replace(with_digests(workspace), forms=dict(forms))


def truth(workspace: Workspace, world: World) -> dict[int, int]:
    """Returns whose each row is, by its number and by its id. Only whoever has the key can tell."""
    found: dict[int, int] = {}
    rows: dict[str, list[SeenRow]] = defaultdict(list)
    for row in sorted(with_digests(workspace).rows, key=lambda one: one.order):
        rows[row.event].append(row)
    encryption = facts_of(workspace.store.engine.dialect)
    for event, people in enumerate(world.lists):
        for row, person in zip(rows[f"Workshop {event}"], people, strict=True):
            found[row.order] = found[int(encryption.ids(np.array([row.order]))[0])] = person
    return found
