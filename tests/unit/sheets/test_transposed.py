"""Sheets with people across and days down."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints

from .cases import PEOPLE, Case, check, sheet


@pytest.mark.parametrize("corner", ["Session", "Date", ""])
@pytest.mark.parametrize("total", ["players", "Zorb", ""])
def test_a_column_of_sums_is_nobody(corner: str, total: str, project: Project) -> None:
    marks = [("x", "", "x", "", "", ""), ("x", "x", "x", "", "x", "x"), ("", "", "", "x", "", "")]
    days = [[f"2021-07-{day:02}", *said, said.count("x")] for day, said in zip((1, 8, 15), marks, strict=True)]
    rows: list[list[Cell]] = [["Skill-transfer workshop"], [], [corner, *PEOPLE, total], *days]
    check(Case("across", "att8 ev3", sheet(rows), hints=Hints(city="kassel")), project)
