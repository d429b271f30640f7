"""Registers of three days, for tests of who is of the team."""

from __future__ import annotations

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Grid, Hints, Reading, Workbook
from liaison_metrics.sheets.reading import read_workbook
from tests.unit.sheets.cases import PEOPLE, sheet

ABOVE: list[list[Cell]] = [["Skill-transfer workshop, Vejle, 2021"], []]
MARKS: list[Cell] = ["x", "-", "x"]


def read(project: Project, rows: list[list[Cell]]) -> Reading:
    grid: Grid = sheet(rows)
    return read_workbook(Workbook("list.xlsx", "xlsx", [grid]), project, Hints())


def register(header: str, values: tuple[Cell, ...]) -> list[list[Cell]]:
    """A register of three days with a column in front of the marks."""
    rows = [[name, value, *MARKS] for name, value in zip(PEOPLE, values, strict=False)]
    return [*ABOVE, ["Name", header, "3/9", "10/9", "17/9"], *rows]
