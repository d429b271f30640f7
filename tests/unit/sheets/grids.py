"""Short grids of made-up people, and their readings."""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Grid, Hints, Reading, Workbook
from liaison_metrics.sheets.reading import read_workbook

PEOPLE = (
    ("Alva Berg", "alva@example.org"),
    ("Bruno Conti", "bruno@example.org"),
    ("Chiara Dahl", "chiara@example.org"),
)
Rows = Sequence[Sequence[Cell]]


def read(project: Project, *sheets: Rows, hints: Hints | None = None, file: str = "list.xlsx") -> Reading:
    """Returns the reading of a workbook with these sheets, and checks that every row is accounted for."""
    grids = [Grid(f"Sheet{number}", rows) for number, rows in enumerate(sheets, start=1)]
    reading = read_workbook(Workbook(file, "xlsx", grids), project, hints or Hints())
    assert accounted(reading)
    return reading


def accounted(reading: Reading) -> bool:
    """Returns whether every row read has an outcome."""
    outcomes = (reading.attendances, reading.headcounts, reading.not_counted, reading.rejected)
    return reading.rows_read == sum(map(len, outcomes))


def events(reading: Reading) -> list[tuple[str, str, str, int]]:
    """Returns each event of a reading with its number of people, listed and counted."""
    people = [0] * len(reading.events)
    for attendance in reading.attendances:
        people[attendance.event] += 1
    for headcount in reading.headcounts:
        people[headcount.event] += headcount.people
    return [(e.activity, e.city, e.date.isoformat(), n) for e, n in zip(reading.events, people, strict=True)]
