"""Workbooks with a sheet for each session, and a cover that lists their days."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Grid, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.tables.days.sheets_of_days import with_days_from_cover
from tests.unit.sheets.cases import sheet
from tests.unit.sheets.grids import events

NAMES: list[list[Cell]] = [["Alva Berg"], ["Bruno Conti"], ["Chiara Dahl"], ["Ole Krag"]]
TITLE: list[list[Cell]] = [["Skill-transfer workshop"], ["Kassel"], []]


def _sheets(cover: list[list[Cell]], *names: str) -> list[Grid]:
    lists = [Grid(name, sheet([["Name"], *NAMES[: 4 - at]]).rows) for at, name in enumerate(names)]
    return [Grid("Info", sheet(cover).rows), *lists]


@pytest.mark.parametrize(
    ("heads", "names", "days"),
    [
        (["Session", "Date"], ["Session 1", "Session 2"], ["18 May 2021", "25 May 2021"]),
        (["Termin", "Datum"], ["1", "2"], ["18.05.2021", "25.05.2021"]),
        (["Lezione", "Giornata"], ["1. Lezione", "2. Lezione"], ["18/05/2021", "25/05/2021"]),
        (["Gang", "Dato"], ["Gang 1", "Gang 2"], ["18. maj 2021", "25. maj 2021"]),
        (["Συνάντηση", "Ημ/νία"], ["Συν. 1", "Συν. 2"], ["Τρίτη 18/05/2021", "Τρίτη 25/05/2021"]),
    ],
)
def test_the_cover_dates_the_sheets(heads: list[Cell], names: list[str], days: list[Cell], project: Project) -> None:
    cover = [*TITLE, heads, *([name, day] for name, day in zip(names, days, strict=True))]
    reading = read_workbook(Workbook("list.xlsx", "xlsx", _sheets(cover, *names)), project, Hints())
    assert not reading.questions
    assert sorted((day, people) for _activity, _city, day, people in events(reading)) == [
        ("2021-05-18", 4), ("2021-05-25", 3),
    ]  # fmt: skip


def test_a_cover_that_leaves_out_a_sheet_stays() -> None:
    sheets = _sheets([["1", "18 May 2021"], ["2", "25 May 2021"]], "1", "2", "3")
    assert with_days_from_cover(sheets) == sheets
