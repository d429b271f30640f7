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


@pytest.mark.parametrize("label", ["Mødt i alt", "Kommet", "Presenti in tutto", "Zorb", "Ήρθαν"])
@pytest.mark.parametrize(("people", "asked"), [(9, []), (8, ["row"])])
def test_a_number_of_everybody_else_beside_two_lists_is_nobody(
    label: str, people: int, asked: list[str], project: Project
) -> None:
    pairs = zip(NAMES[:5], NAMES[5:], strict=True)
    lists: Rows = [[one, "x", "", other, "x" if other != NAMES[-1] else ""] for one, other in pairs]
    rows: Rows = [*TITLE, ["Navn", "Mødt (x)", "", "Navn", "Mødt (x)"], *lists, [], [label, people]]
    if not (label == "Ήρθαν" and asked):  # a word that says so lists nobody, whatever the number
        known = asked and label in ("Mødt i alt", "Presenti in tutto")  # a total of those present that contradicts them
        assert reading_of(project, rows) == ((0, ["total"]) if known else (9, asked))


@pytest.mark.parametrize("total", ["Totale: {}", "I alt: {}", "Summe: {}", "Σύνολο: {}"])
def test_each_of_two_lists_has_its_own_total_below_blank_numbers(total: str, project: Project) -> None:
    pairs = [(NAMES[at] if at < 6 else "", NAMES[6 + at] if at < 4 else "") for at in range(8)]
    lists: Rows = [
        [at, one, "x" if one else "", "", at, other, "x" if other else ""] for at, (one, other) in enumerate(pairs, 1)
    ]
    head: list[Cell] = ["No", "Full name", "Signature", "", "No", "Full name", "Signature"]
    rows: Rows = [*TITLE, head, *lists, ["", total.format(6), "", "", "", total.format(4)]]
    assert reading_of(project, rows) == (10, [])
