"""A total that fits one reading of a doubtful row settles it, in any language and layout; otherwise the sheet asks."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook
from tests.unit.sheets.cases import TITLE, sheet

Rows = list[list[Cell]]
NAMES = (
    "Anna Beck", "Ben Ott", "Carl Uhl", "Dora Lind", "Emil Rau", "Fanny Holz", "Gerd Moos", "Hanna Wirt", "Ida Kern",
    "Jan Lutz",
)  # fmt: skip
TOTALS = [
    "Presenti: {}", "Totale partecipanti: {}", "Anwesend: {}", "Teilnehmende gesamt: {}", "Til stede: {}",
    "Deltagere i alt: {}", "Παρόντες: {}", "Σύνολο συμμετεχόντων: {}", "Present: {}", "Total participants: {}",
]  # fmt: skip


def reading_of(project: Project, rows: Rows) -> tuple[int, list[str]]:
    """Returns how many people a list counts, and what it asks."""
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet(rows)]), project, Hints(city="palermo"))
    return len(reading.attendances), [one.kind for one in reading.open_questions]


def numbered(extra: Rows, below: Rows) -> Rows:
    """A numbered list of ten people, with rows that have no number."""
    people: Rows = [[number, name, "Zorb"] for number, name in enumerate(NAMES, 1)]
    return [*TITLE, ["No", "Full name", "Street"], *people[:6], *extra, *people[6:], [], *below]


@pytest.mark.parametrize("total", TOTALS)
@pytest.mark.parametrize(("stated", "people"), [(11, 11), (10, 10)])
def test_a_total_says_whether_a_row_without_number_is_a_person(
    project: Project, total: str, stated: int, people: int
) -> None:
    rows = numbered([["", "Vera Tamm", "Zorb"]], [["", total.format(stated)]])
    assert reading_of(project, rows) == (people, [])


@pytest.mark.parametrize("below", [[], [["", "Present: 7"]], [["", "Seats: 11"]]])
def test_no_fitting_total_leaves_the_question(project: Project, below: Rows) -> None:
    assert "row" in reading_of(project, numbered([["", "Vera Tamm", "Zorb"]], below))[1]


def test_totals_that_fit_both_readings_leave_the_question(project: Project) -> None:
    below: Rows = [["", "Present: 11"], ["", "Total participants: 10"]]
    assert reading_of(project, numbered([["", "Vera Tamm", "Zorb"]], below))[1]


GROUPS: Rows = [
    ["Freshers"], *[[name, "Arts", 1] for name in NAMES[:4]],
    ["International students"], *[[name, "Law", 3] for name in NAMES[4:7]],
    ["Councils"], *[[name, "Physics", 5] for name in NAMES[7:]],
]  # fmt: skip


@pytest.mark.parametrize(
    "total",
    ["10 people in all, biscuits enough :)", "insgesamt 10 Personen, Kekse haben gereicht", "in tutto 10 persone",
     "i alt 10 personer", "συνολικά 10 άτομα"],
)  # fmt: skip
def test_a_total_says_that_lines_over_people_are_headings(project: Project, total: str) -> None:
    rows: Rows = [*TITLE, ["Full name", "Street", "Semester"], *GROUPS, [], [total]]
    assert reading_of(project, rows) == (10, [])


def test_lines_over_people_are_asked_about_without_a_total(project: Project) -> None:
    rows: Rows = [*TITLE, ["Full name", "Street", "Semester"], *GROUPS]
    assert set(reading_of(project, rows)[1]) == {"heading"}
