"""Small sheets with their expected reading, in a short notation.

``att3`` attendances, ``head12`` people by headcount, ``nc1`` rows not counted, ``rej2`` rejected rows, ``ev2`` events
with people, ``named1`` attendances with a name, ``ask0`` questions that need an answer; ``com:syrian=1`` and
``gen:female=2`` attendances with that code; ``q:city`` a question of that kind, ``q:date!`` a blocking one;
``date:2021-03-03`` a date among the events',
``city:graz`` the only city, ``year:1980`` the first person's year of birth, ``refused`` a refused file.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.model import Cell, Grid, Hints, Reading, Workbook, headcount_of
from liaison_metrics.sheets.reading import read_workbook

WORKSHOP = "Skill-transfer workshop"
TITLE: list[list[Cell]] = [["Activity", WORKSHOP], ["City", "Palermo"], ["Date", date(2021, 3, 3)], []]
PEOPLE = ("Aldo Neri", "Bea Conti", "Carla Riva", "Dino Serra", "Elsa Monti", "Furio Lodi")


@dataclass(slots=True)
class Case:
    """A workbook of one or two sheets with its expected reading."""

    name: str
    expected: str
    first: Grid
    second: Grid | None = None
    hints: Hints = Hints()  # noqa: RUF009
    file: str = "x.xlsx"


def sheet(rows: list[list[Cell]], name: str = "Sheet1") -> Grid:
    """A sheet of these rows, all of one width."""
    width = max(map(len, rows))
    return Grid(name, [[*row, *[""] * (width - len(row))] for row in rows])


def register(header: str, values: list[Cell]) -> list[list[Cell]]:
    """A titled list of people with one more column."""
    return [*TITLE, ["Full name", header], *([name, value] for name, value in zip(PEOPLE, values, strict=False))]


def check(case: Case, project: Project) -> None:
    """Reads a case and checks its expected reading, and that every row is accounted for."""
    grids = [grid for grid in (case.first, case.second) if grid is not None]
    workbook = Workbook(case.file, "xlsx", grids)
    if case.expected == "refused":
        with pytest.raises(RefusedFile):
            read_workbook(workbook, project, case.hints)
        return
    reading = read_workbook(workbook, project, case.hints)
    counted = len(reading.attendances) + len(reading.headcounts) + len(reading.not_counted) + len(reading.rejected)
    assert reading.rows_read == counted
    for expected in case.expected.split():
        assert _holds(reading, expected), (expected, _said(reading))


def _holds(reading: Reading, expected: str) -> bool:
    if found := re.fullmatch(r"([a-z]+)(\d+)", expected):
        return _said(reading)[found[1]] == int(found[2])
    kind, _colon, value = expected.partition(":")
    if kind == "q":
        asked = [q for q in reading.questions if q.kind == value.rstrip("!")]
        return any(q.blocking for q in asked) if value.endswith("!") else bool(asked)
    if kind in ("com", "gen"):
        code, _equals, number = value.partition("=")
        word = {"com": "community", "gen": "gender"}[kind]
        return Counter(getattr(row, word) for row in reading.attendances)[code] == int(number)
    if kind == "date":
        return value in {event.date.isoformat() for event in reading.events}
    if kind == "city":
        return {event.city for event in reading.events} == {value}
    return str(reading.attendances[0].birth_year) == value


def _said(reading: Reading) -> dict[str, int]:
    return {
        "att": len(reading.attendances),
        "head": headcount_of(reading.headcounts),
        "nc": len(reading.not_counted),
        "rej": len(reading.rejected),
        "ev": len({row.event for row in [*reading.attendances, *reading.headcounts]}),
        "ask": len(reading.open_questions),
        "named": sum(row.name is not None for row in reading.attendances),
    }
