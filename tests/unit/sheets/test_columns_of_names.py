"""Names in several columns side by side: numbered from column to column, or under days with their numbers below."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

Rows = list[list[Cell]]

MORE = (*PEOPLE, "Gino Bosco", "Ida Holm")


def numbered(mark: str = "", *, gap: int = 0, columns: int = 2) -> Rows:
    """Eight people in columns, numbered from one to the next."""
    long = len(MORE) // columns
    return [
        [
            cell
            for column in range(columns)
            for at in (column * long + row,)
            for cell in (f"{at + 1}{mark}" if mark else at + 1, MORE[at], *[""] * gap)
        ]
        for row in range(long)
    ]


def under_days(*below: Cell) -> Rows:
    """Names under three days, three, two and three, and a row below them."""
    days: list[Cell] = ["Thu 8 Oct 2020", "Thu 15 Oct 2020", "Thu 29 Oct 2020"]
    people: Rows = [[*MORE[:3]], [*MORE[3:5], MORE[5]], [MORE[6], "", MORE[7]]]
    return [["Focus groups in Athens - who was there"], [], days, *people, [*below]]


CASES = [
    Case("numbers", "att8 ask0", sheet([*TITLE, *numbered()])),
    Case("a gap and a total", "att8 ask0", sheet([*TITLE, *numbered(gap=1), [], ["", "ΣΥΝΟΛΟ", "", 8]])),
    Case("full stops", "att8 ask0", sheet([*TITLE, *numbered("."), [], ["Gesamt: 8"]])),
    Case("four columns", "att8 ask0", sheet([*TITLE, *numbered(columns=4), [], ["I alt", 8]])),
    Case("a line above", "att8 ask0", sheet([*TITLE, ["Όσοι ήρθαν:"], [], *numbered(gap=1)])),
    Case("an Italian line above", "att8 ask0", sheet([*TITLE, ["Presenti:"], [], *numbered(")")])),
    Case("a larger total", "q:total!", sheet([*TITLE, *numbered(gap=1), [], ["", "ΣΥΝΟΛΟ", "", 9]])),
    Case("numbers under days", "att8 ev3 ask0", sheet(under_days("= 3 people", "= 2 people", "= 3 people"))),
    Case("plain numbers under days", "att8 ev3 ask0", sheet(under_days(3, 2, 3))),
    Case("Danish numbers under days", "att8 ev3 ask0", sheet(under_days("3 deltagere", "2 deltagere", "3 deltagere"))),
    Case("nothing under days", "att8 ev3 ask0", sheet(under_days(""))),
    Case("days and nothing below", "refused", sheet([["Focus groups in Athens"], ["8 Oct 2020", "15 Oct 2020"]])),
    Case("a larger number under a day", "att8 head4 ev3", sheet(under_days("= 3 people", "= 4 people", "= 3 people"))),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_names_side_by_side_are_people(case: Case, project: Project) -> None:
    check(case, project)
