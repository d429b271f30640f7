"""What a careful reader sees in the numbers of people around a list is not asked, whatever the question is about."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Grid, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook
from tests.unit.sheets.cases import TITLE, sheet

Rows = list[list[Cell]]
NAMES = (
    "Anna Beck", "Ben Ott", "Carl Uhl", "Dora Lind", "Emil Rau", "Fanny Holz", "Gerd Moos", "Hanna Wirt", "Ida Kern",
    "Jan Lutz",
)  # fmt: skip


def reading_of(project: Project, *grids: Grid) -> tuple[int, list[str]]:
    """Returns how many people a file counts, and what it asks."""
    reading = read_workbook(Workbook("x.xlsx", "xlsx", list(grids)), project, Hints(city="palermo"))
    counted = len(reading.attendances) + sum(row.people for row in reading.headcounts if row.additional)
    return counted, [one.kind for one in reading.open_questions]


def ticked(header: str, *below: list[Cell]) -> Grid:
    """A list of ten people of whom eight have a tick."""
    people: Rows = [[name, None if at in (3, 6) else "x"] for at, name in enumerate(NAMES)]
    return sheet([*TITLE, ["Full name", header], *people, [], *below])


TICKED = [
    ["Zorb", ["Present", 8]], ["Zorb", ["Presenti in tutto", None, 8]], ["Zorb", ["Teilnehmende: 8"]],
    ["Zorb", ["Deltagere i alt", 8]], ["Zorb", ["Παρόντες: 8"]],
]  # fmt: skip


@pytest.mark.parametrize(("header", "line"), TICKED)
def test_a_line_says_that_those_without_a_tick_stayed_away(project: Project, header: str, line: list[Cell]) -> None:
    assert reading_of(project, ticked(header, line)) == (8, [])


@pytest.mark.parametrize(
    "line",
    [["Lunches", 8], ["Zorbed", 8], ["Invited", 8], ["Registered", 10], ["Fee", "8 €"], ["8 people stayed for lunch"]],
)
def test_numbers_of_something_else_leave_the_question(project: Project, line: list[Cell]) -> None:
    assert reading_of(project, ticked("Zorb", line))[1] == ["blank"]


@pytest.mark.parametrize(("stated", "people"), [(10, 10), (7, 7)])
def test_a_tab_of_numbers_says_what_a_mark_means(project: Project, stated: int, people: int) -> None:
    marks: Rows = [[name, "Q" if at < 3 else "x"] for at, name in enumerate(NAMES)]
    summary = sheet([["Riepilogo"], ["Presenti in tutto", stated]], "Riepilogo")
    assert reading_of(project, sheet([*TITLE, ["Nome", "Presenza"], *marks]), summary) == (people, [])
