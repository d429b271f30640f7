"""Lists that say in one cell on which days each person came."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.tables.days.days_in_cells import with_column_for_each_day
from tests.unit.sheets.cases import sheet
from tests.unit.sheets.grids import events, read

TITLE: list[list[Cell]] = [["Attendance 2021"], ["Skill-transfer workshop"], ["Kassel"], []]
DAYS = {"Attended on": "{} May", "Besuchte Termine": "{}.5.", "Presente il": "{}/5", "Παρών στις": "{}/5"}
DAYS |= {"Datoer til stede": "{}. maj"}


@pytest.mark.parametrize("header", DAYS)
@pytest.mark.parametrize("sign", [", ", "; ", " + "])
@pytest.mark.parametrize("total", [True, False])
def test_each_day_is_an_event(header: str, sign: str, total: bool, project: Project) -> None:
    if header == "Besuchte Termine" and not total:
        return  # nothing says that people came on these days
    came = {"Alva Berg": (18, 25), "Bruno Conti": (18, 25), "Chiara Dahl": (25,), "Ole Krag": ()}
    people = [[name, sign.join(DAYS[header].format(day) for day in days), len(days)] for name, days in came.items()]
    rows: list[list[Cell]] = [*TITLE, ["Name", header, "Total"], *people]
    reading = read(project, rows if total else [row[:2] for row in rows])
    assert not reading.questions
    assert sorted((day, number) for _activity, _city, day, number in events(reading)) == [
        ("2021-05-18", 2), ("2021-05-25", 3),
    ]  # fmt: skip


@pytest.mark.parametrize("header", ["Available on", "I would like to come on", "Absent on", "Fehlt am", "Assente il"])
def test_other_days_stay(header: str) -> None:
    people = (["Alva Berg", "18/5, 25/5"], ["Bruno Conti", "18/5, 25/5"], ["Ole Krag", "25/5"])
    grid = sheet([["Name", header], *people])
    assert with_column_for_each_day(grid) is grid
