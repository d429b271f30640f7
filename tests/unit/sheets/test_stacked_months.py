"""Registers of several months with the numbers of days in their headers."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.days.months.stacked_months import with_months_in_headers
from tests.unit.sheets.cases import sheet
from tests.unit.sheets.grids import events, read

TITLE: list[list[Cell]] = [["Attendance 2021"], ["Skill-transfer workshop"], ["Kassel"], []]
PEOPLE: list[list[Cell]] = [["Alva Berg", "local", "x", "x"], ["Bruno Conti", "local", "x", ""]]
PEOPLE += [["Chiara Dahl", "Syrian", "x", "x"]]


@pytest.mark.parametrize("year", ["", " 2021"])
@pytest.mark.parametrize(
    ("first", "second"), [("May", "JUNE"), ("Mai", "Juni"), ("maggio", "giugno"), ("maj", "juni"), ("Μάιος", "Ιούνιος")]
)
def test_months_stand_above_their_days(first: str, second: str, year: str, project: Project) -> None:
    blocks: list[list[Cell]] = [[f"{first}{year}"], ["Name", "Community", 18, 25], *PEOPLE, []]
    blocks += [[f"{second}{year}"], ["Name", "Community", 15], *(row[:3] for row in PEOPLE)]
    reading = read(project, [*TITLE, *blocks])
    assert not reading.questions
    assert sorted((day, people) for _activity, _city, day, people in events(reading)) == [
        ("2021-05-18", 3), ("2021-05-25", 2), ("2021-06-15", 3),
    ]  # fmt: skip


@pytest.mark.parametrize("heads", [["Name", "", 1, 2], ["Name", "", 40, 50], ["Item", "", 18, 25]])
def test_other_numbers_stay(heads: list[Cell]) -> None:
    grid = Grid("Sheet1", sheet([["May 2021"], heads, *PEOPLE]).rows)
    assert with_months_in_headers(grid) is grid
