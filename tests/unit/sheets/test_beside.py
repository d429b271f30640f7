"""Lists side by side, and what the lines above state for all of them or for one."""

from __future__ import annotations

from collections import Counter

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Workbook
from liaison_metrics.sheets.reading import read_workbook
from tests.unit.sheets.cases import sheet

Rows = list[list[Cell]]


def days(project: Project, above: Rows, header: list[Cell]) -> tuple[dict[str, int], list[str]]:
    """Returns how many people two lists side by side have on which day, and what is asked."""
    rows: Rows = [*above, [], [*header, "", *header]]
    rows += [["Anna Berg", "x", "", "Tom Lund", "x"], ["Ida Krag", "x", "", "Ugo Riva", "x"], ["Eva Sand", "x"]]
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet(rows)]), project)
    people = Counter(f"{reading.events[row.event].date:%d.%m.}" for row in reading.attendances)
    return people, [one.kind for one in reading.open_questions]


@pytest.mark.parametrize(
    ("above", "header"),
    [
        ([["Info session", "", "", "4 May 2021"], ["Vejle"]], ["Name", "Signature"]),
        ([["Palermo", "", "", "data:", "04/05/2021"], ["Incontro informativo"]], ["Nome", "Firma"]),
        ([["", "", "", "Informationsmøde"], ["Vejle"], ["", "", "", "4. maj 2021"]], ["Navn", "Underskrift"]),
        ([["Infoveranstaltung"], ["Gruppe A", "", "", "Graz", "4. Mai 2021"]], ["Name", "Unterschrift"]),
        ([["Ενημερωτική συνάντηση"], ["Πού: Αθήνα", "", "Πότε: 4 Μαΐου 2021"]], ["Όνομα", "Υπογραφή"]),
    ],
)
def test_what_stands_over_one_list_is_of_all(project: Project, above: Rows, header: list[Cell]) -> None:
    assert days(project, above, header) == ({"04.05.": 5}, [])


def test_lists_with_days_of_their_own_are_of_these(project: Project) -> None:
    above: Rows = [["Info session in Vejle"], ["4 May 2021", "", "", "11 May 2021"]]
    assert days(project, above, ["Name", "Signature"]) == ({"04.05.": 3, "11.05.": 2}, [])
