"""Registers with two rows of headers: days, and their weekdays, numbers, hours or topics."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.tables.days.two_rows import with_days_in_header
from tests.unit.sheets.cases import sheet
from tests.unit.sheets.grids import events, read

TITLE: list[list[Cell]] = [["Attendance 2021"], ["Skill-transfer workshop"], ["Kassel"], []]
PEOPLE: list[list[Cell]] = [["Alva Berg", "local", "x", "x", 2], ["Bruno Conti", "local", "x", "", 1]]
PEOPLE += [["Chiara Dahl", "Syrian", "x", "", 1], ["Ole Krag", "Syrian", "", "", 0]]
NAMES: list[Cell] = ["Name", "Community"]


@pytest.mark.parametrize(
    "rows",
    [
        [[*NAMES, "Tue", "Tue", "Total"], ["", "", "18 May", "25 May", ""]],
        [[*NAMES, "Di", "Di", "Summe"], ["", "", "18. Mai", "25. Mai", ""]],
        [[*NAMES, 1, 2, "I alt"], ["", "", "18. maj", "25. maj", ""]],
        [["", "", "18-mag", "25-mag", ""], [*NAMES, "ore 17-19", "ore 17-19", "Totale"]],
        [[*NAMES, "18/05/2021", "25/05/2021", "Σύνολο"], ["", "", "10:00-12:00", "10:00-12:00", ""]],
        [["", "", "18.05.2021", "25.05.2021", ""], [*NAMES, "Kennenlernen", "Praxis", "Gesamt"]],
    ],
)
def test_days_stand_in_a_row_of_their_own(rows: list[list[Cell]], project: Project) -> None:
    reading = read(project, [*TITLE, *rows, *PEOPLE])
    assert not reading.questions
    assert sorted((day, people) for _activity, _city, day, people in events(reading)) == [
        ("2021-05-18", 3), ("2021-05-25", 1),
    ]  # fmt: skip


def test_a_person_below_the_header_stays_a_person() -> None:
    grid = sheet([["Name", "18 May 2021", "25 May 2021"], ["Alva Berg", "10-12", "10-12"], ["Ole Krag", "10-12", ""]])
    assert with_days_in_header(grid) is grid
