"""Events whose details stand on another sheet of the workbook."""

from __future__ import annotations

from datetime import date

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


def test_a_day_outside_the_overview_is_asked_about(project: Project) -> None:
    one = sheet(listed(date(2021, 10, 7)), "WS 1")
    check(Case("other day", "att0 q:activity!", sheet(OVERVIEW, "Übersicht"), one, Hints(city="graz")), project)
