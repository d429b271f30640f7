"""Summaries beside lists."""

from __future__ import annotations

from datetime import date

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Workbook
from liaison_metrics.sheets.reading import read_workbook

from .cases import PEOPLE, TITLE, sheet


def test_a_summary_says_why_it_has_more_people(project: Project) -> None:
    summary: list[list[Cell]] = [
        ["Skill-transfer workshop"],
        [],
        ["Date", "City", "Present", "Notes"],
        [date(2021, 3, 3), "Palermo", 8, "2 people did not sign"],
    ]
    people = [[name, "Syrian"] for name in PEOPLE]
    listed = sheet([*TITLE, ["Name", "Community"], *people], "List")
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet(summary, "Summary"), listed]), project)
    assert len(reading.attendances) == len(PEOPLE)
    assert [(row.people, bool(row.additional)) for row in reading.headcounts] == [(8, False)]
    assert reading.questions == []
