"""Events whose details stand on another sheet of the workbook."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints

from .cases import PEOPLE, Case, check, sheet

OVERVIEW: list[list[Cell]] = [
    ["Skill-Transfer-Workshops Graz, Herbst 2021"], [], ["Nr.", "Titel", "Datum", "TN", "Anmerkung"],
    [1, "Nähen", date(2021, 9, 7), 8, "2 Personen wollten nicht auf die Liste"],
    [2, "Kochen", date(2021, 9, 21), 9, ""],
]  # fmt: skip


def listed(day: date) -> list[list[Cell]]:
    return [
        ["Workshop 1: Nähen"],
        ["Datum:", day],
        [],
        ["Name", "Telefon"],
        *([name, "0316 5550100"] for name in PEOPLE),
    ]


def test_an_overview_names_the_activity_of_its_days(project: Project) -> None:
    one = sheet(listed(date(2021, 9, 7)), "WS 1")
    check(Case("overview", "att6 head17 rej0", sheet(OVERVIEW, "Übersicht"), one, Hints(city="graz")), project)


@pytest.mark.parametrize("header", ["Name,signed in", "Navn,Underskrift", "Nome,Firma"])
def test_a_title_of_more_cells_than_its_table_names_the_event(project: Project, header: str) -> None:
    title: list[list[Cell]] = [["Evening group"], ["Skill-transfer workshop", "Graz", "4 May 2021"], []]
    rows: list[list[Cell]] = [*title, [*header.split(",")], *([name, "x"] for name in PEOPLE)]
    check(Case(header, "att6 date:2021-05-04 city:graz", sheet(rows)), project)


def test_a_day_outside_the_overview_is_asked_about(project: Project) -> None:
    one = sheet(listed(date(2021, 10, 7)), "WS 1")
    check(Case("other day", "att0 q:activity!", sheet(OVERVIEW, "Übersicht"), one, Hints(city="graz")), project)


def details(expected: str, people: str) -> Case:
    """A sheet of labels and values about one event, with this number of people."""
    rows: list[list[Cell]] = [["LIAISON fair, Graz", ""], ["Date", date(2021, 7, 3)], ["Visitors", people]]
    return Case(people, expected, sheet([*rows, ["Stalls", 7], ["Remarks", "rain after 3 pm"]]))


@pytest.mark.parametrize(
    "case",
    [
        details("head50", "ca. 50"),
        details("head54", "54, counted at the door"),
        *(details("refused", text) for text in (
            "40-60", "between 40 and 60", "etwa 40 bis 60, wir haben nicht durchgezählt", "dalle 40 alle 60 persone",
            "mellem 40 og 60, vi talte ikke", "περίπου 40 με 60, δεν μετρήσαμε", "tantissimi!",
        )),
    ],
    ids=lambda case: case.name,
)  # fmt: skip
def test_a_range_of_people_in_a_sheet_of_labels_lists_nobody(case: Case, project: Project) -> None:
    check(case, project)
