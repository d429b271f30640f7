"""Registers with people across and days down."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from liaison_metrics.sheets.remarks import RefusedContent
from tests.unit.sheets.grids import events, read

KASSEL = Hints(city="kassel", activity="skill_transfer_workshop")
NAMES: list[Cell] = ["Alva Berg", "CONTI Bruno", "Dahl, Chiara", "Ole Krag"]


def _people(project: Project, rows: list[list[Cell]]) -> list[tuple[str, int]]:
    reading = read(project, [["Attendance"], ["2021"], [], *rows], hints=KASSEL)
    assert not reading.questions
    return sorted((day, people) for _activity, _city, day, people in events(reading))


@pytest.mark.parametrize(
    ("lead", "first"),
    [
        (["Date", "Topic"], [["18 May", "Introduction"], ["25 May", "Practice"]]),
        (["Datum", "Worum ging es"], [["18.5.", "Einführung"], ["25.5.", "Praxis"]]),
        (["", "Dato"], [["tir", "18/5"], ["tir", "25/5"]]),
        (["Incontro", "Data"], [[1, "18/5"], [2, "25/5"]]),
        (["Ημερομηνία"], [["Τρίτη 18 Μαΐου"], ["Τρίτη 25 Μαΐου"]]),
    ],
)
@pytest.mark.parametrize("marks", ["x", "+", 1, "present"])
def test_a_day_has_a_topic_or_a_weekday_beside_it(
    lead: list[Cell], first: list[list[Cell]], marks: Cell, project: Project
) -> None:
    rows = [[*lead, *NAMES], [*first[0], marks, marks, "", marks], [*first[1], "", marks, "", marks]]
    assert _people(project, rows) == [("2021-05-18", 3), ("2021-05-25", 2)]


@pytest.mark.parametrize("label", ["Community", "Herkunft", "Comunità", "Fællesskab", "Κοινότητα"])
def test_a_row_says_of_which_community_each_is(label: str, project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Date", *NAMES, "Total"], [label, "Syrian", "local", "Syrian", "local", ""],
        ["4 May 2021", "x", "x", "", "x", 3], ["11 May 2021", "", "x", "", "x", 2], ["Total", 1, 2, 0, 2, ""],
    ]  # fmt: skip
    reading = read(project, [["Attendance"], [], *rows], hints=KASSEL)
    assert not reading.questions
    assert sorted(row.community for row in reading.attendances) == ["local"] * 4 + ["syrian"]


def test_people_sign_below_their_names(project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Date", "Paula Moretti", "Bruno Conti", "Alva Berg (Trainer)", "Present"],
        ["4 May 2021", "PM", "Conti", "AB", 2], ["11 May 2021", "", "B. Conti", "AB", 1],
    ]  # fmt: skip
    assert _people(project, rows) == [("2021-05-04", 2), ("2021-05-11", 1)]


def test_an_entry_for_absence_leaves_the_others_present(project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Date", *NAMES, "Present"], ["4 May 2021", "", "", "absent", "", 3], ["11 May 2021", "", "absent", "", "", 3],
        [], ["empty = present"],
    ]  # fmt: skip
    assert _people(project, rows) == [("2021-05-04", 3), ("2021-05-11", 3)]


@pytest.mark.parametrize("heads", [["Kitchen", "Garden", "Office"], ["Morning", "Noon", "Evening"]])
def test_rooms_and_times_are_nobody(heads: list[Cell], project: Project) -> None:
    rows: list[list[Cell]] = [["Date", *heads], ["4 May 2021", "x", "x", ""], ["11 May 2021", "x", "", "x"]]
    with pytest.raises(RefusedContent):
        read(project, [["Rooms"], [], *rows], hints=KASSEL)
