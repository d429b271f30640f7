"""Logs of lessons with the names of all who came in one cell."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.tables.days.days_logged import with_lists_of_names
from tests.unit.sheets.cases import sheet
from tests.unit.sheets.grids import events, read

TITLE: list[list[Cell]] = [["Attendance 2021"], ["Skill-transfer workshop"], ["Kassel"], []]
FULL = ["Alva Berg", "Bruno Conti", "Chiara Dahl", "Ole Krag"]


@pytest.mark.parametrize("sign", ["\n", "; ", ", "])
@pytest.mark.parametrize("names", [FULL, ["BERG Alva", "CONTI Bruno", "DAHL Chiara", "KRAG Ole"]])
@pytest.mark.parametrize(
    ("heads", "off"),
    [
        (["On", "Who came", "How many"], "not held"),
        (["Datum", "Anwesend", "Anzahl"], "findet nicht statt"),
        (["Data", "Partecipanti presenti", "N. presenti"], "non svolto"),
        (["Dato", "Hvem kom", "Antal"], "udgået"),
        (["Ημ/νία", "Παρόντες (ονόματα)", "Πλήθος"], "δεν έγινε"),
    ],
)
def test_each_name_is_a_person(sign: str, names: list[str], heads: list[Cell], off: str, project: Project) -> None:
    rows: list[list[Cell]] = [["18.05.2021", sign.join(names), 4], ["25.05.2021", sign.join(names[1:]), 3]]
    reading = read(project, [*TITLE, heads, *rows, ["28.05.2021", off, None]])
    assert not reading.questions
    assert not reading.rejected
    assert sorted((day, number) for _activity, _city, day, number in events(reading)) == [
        ("2021-05-18", 4), ("2021-05-25", 3),
    ]  # fmt: skip


@pytest.mark.parametrize("header", ["Absent", "Fehlten", "Assenti"])
def test_absent_people_are_no_log(header: str) -> None:
    grid = sheet([["Date", header], ["18.05.2021", "; ".join(FULL)], ["25.05.2021", "; ".join(FULL[1:])]])
    assert with_lists_of_names(grid) is grid
