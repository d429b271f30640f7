"""Registers with numbered sessions, and a list of their dates apart from the people."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Grid, Hints
from liaison_metrics.sheets.tables.days.numbered_dates import date_numbered_sessions
from tests.unit.sheets.cases import PEOPLE, Case, check, sheet

HINTS = Hints(activity="oep_training", city="graz")


def register(heads: list[Cell], *dates: list[Cell]) -> Grid:
    people: list[list[Cell]] = [[name, "x", "x" if at else "", ""] for at, name in enumerate(PEOPLE)]
    return sheet([heads, *people, [], *dates])


@pytest.mark.parametrize(
    "grid",
    [
        register(["Nome", "1", "2", ""], ["Date degli incontri:"], ["1", "13/01/2022"], ["2", "20/01/2022"]),
        register(["Name", 1, 2, "Summe"], ["1.", "13.01.2022", "17 Uhr"], ["2.", "20.01.2022", "17 Uhr"]),
        register(["Navn", "Gang 1", "Gang 2", ""], ["Gang 1: 13.01.2022"], ["Gang 2: 20.01.2022"]),
        register(["Ονοματεπώνυμο", "1η", "2η", ""], ["1η", "13/01/2022"], ["2η", "20/01/2022"]),
        register(["Pupil", "Session 1", "Session 2", ""], ["Session 1", "13 Jan 2022"], ["Session 2", "20 Jan 2022"]),
    ],
)
def test_numbers_have_their_dates_below(grid: Grid, project: Project) -> None:
    check(Case("numbers", "att11 ev2 ask0 date:2022-01-13 date:2022-01-20", grid, hints=HINTS), project)


@pytest.mark.parametrize(
    "grid",
    [
        register(["Name", "1", "2", ""], ["1", "13.01.2022"]),
        register(["Name", "1", "2", ""], ["1", "13.01."], ["2", "20.01."]),
        register(["Name", "1", "2", ""], ["2", "13.01.2022"], ["1", "20.01.2022"]),
        register(["Item", "1", "2", ""], ["1", "13.01.2022"], ["2", "20.01.2022"]),
    ],
)
def test_other_numbers_keep_none(grid: Grid) -> None:
    assert date_numbered_sessions(grid) is grid
