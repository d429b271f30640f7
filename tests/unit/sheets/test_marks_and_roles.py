"""What an unknown mark or role means is not asked where the sheet's own numbers of people fit one answer alone."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.words.answers import Answer
from tests.unit.sheets.cases import TITLE, sheet

Rows = list[list[Cell]]
NAMES = (
    "Anna Beck", "Ben Ott", "Carl Uhl", "Dora Lind", "Emil Rau", "Fanny Holz", "Gerd Moos", "Hanna Wirt", "Ida Kern",
    "Jan Lutz",
)  # fmt: skip


def reading_of(project: Project, rows: Rows) -> tuple[dict[str, int], list[str]]:
    """Returns how many people count on each day, and what is asked."""
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet(rows)]), project, Hints(city="palermo"))
    counted: dict[str, int] = {}
    for row in reading.attendances:
        day = str(reading.events[row.event].date)
        counted[day] = counted.get(day, 0) + 1
    return counted, [one.kind for one in reading.open_questions]


def marked(marks: str, below: Rows) -> Rows:
    """A list of ten people with a mark each."""
    people: Rows = [[name, mark] for name, mark in zip(NAMES, marks, strict=True)]
    return [*TITLE, ["Full name", "Attendance"], *people, [], *below]


@pytest.mark.parametrize("total", ["Presenti: {}", "Anwesend: {}", "Til stede: {}", "Παρόντες: {}", "Present: {}"])
@pytest.mark.parametrize(("people", "stated"), [(7, 7), (10, 10)])
def test_a_number_of_those_present_says_what_a_mark_means(
    project: Project, total: str, people: int, stated: int
) -> None:
    assert reading_of(project, marked("xxxxxxxQQQ", [[total.format(stated)]])) == ({"2021-03-03": people}, [])


def test_two_marks_are_settled_together(project: Project) -> None:
    assert reading_of(project, marked("xxxxxxQQZZ", [["Present: 8"]]))[1]  # two readings fit
    assert reading_of(project, marked("xxxxxQQQZZ", [["Present: 8"]])) == ({"2021-03-03": 8}, [])


@pytest.mark.parametrize("below", [[], [["Present: 5"]], [["Total: 10"]], [["Registered: 7"]]])
def test_no_fitting_number_leaves_the_question(project: Project, below: Rows) -> None:
    assert "present" in reading_of(project, marked("xxxxxxxQQQ", below))[1]


def test_sums_below_days_say_what_a_mark_means(project: Project) -> None:
    days: Rows = [["Full name", "3.3.2021", "10.3.2021"]]
    people: Rows = [[name, "x" if at < 7 else "Q", "Q" if at < 4 else "x"] for at, name in enumerate(NAMES)]
    sums: Rows = [["Total", 7, 6]]
    assert reading_of(project, [TITLE[0], *days, *people, *sums]) == ({"2021-03-03": 7, "2021-03-10": 6}, [])


def test_a_settled_mark_can_still_be_answered_otherwise(project: Project) -> None:
    workbook = Workbook("x.xlsx", "xlsx", [sheet(marked("xxxxxxxQQQ", [["Present: 7"]]))])
    (question,) = read_workbook(workbook, project, Hints(city="palermo")).questions
    assert (question.kind, question.value, question.preset) == ("present", "Q", "absent")
    answers = [Answer.to(question, "present")]
    reading = read_workbook(workbook, project, Hints(city="palermo"), lambda _signature: answers)
    assert [one.kind for one in reading.open_questions] == ["total"]  # the number above contradicts that


@pytest.mark.parametrize(
    "line", ["Present: 8 of 10", "Anwesend: 8 von 10", "Presenti 8 su 10", "Til stede 8 af 10", "Συμμετείχαν 8 από 10"]
)
def test_so_many_of_all_say_what_a_mark_means(project: Project, line: str) -> None:
    assert reading_of(project, marked("ΝΝΝΝΝΝΝΝΟΟ", [[line]])) == ({"2021-03-03": 8}, [])


def test_so_many_of_all_that_fit_no_answer_leave_the_question(project: Project) -> None:
    assert "present" in reading_of(project, marked("ΝΝΝΝΝΝΝΝΟΟ", [["Present: 7 of 10"]]))[1]
