"""Several lists on one sheet under one title."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, Reading, Workbook
from liaison_metrics.sheets.reading import read_workbook

from .cases import sheet

HEADER: list[Cell] = ["Name", "Signature"]
FIRST: list[list[Cell]] = [["Anna Berg", "AB"], ["Bo Lind", "BL"], ["Carl Ek", "CE"]]
SECOND: list[list[Cell]] = [["Dora Falk", "DF"], ["Emil Gast", "EG"], ["Fritz Hahn", "FH"], ["Gro Iversen", "GI"]]


def two_lists(project: Project, title: str, one: str, other: str) -> Reading:
    """The reading of two lists, each with a line right above it."""
    rows: list[list[Cell]] = [[title], [], [one], HEADER, *FIRST, [], [other], HEADER, *SECOND]
    return read_workbook(Workbook("x.xlsx", "xlsx", [sheet(rows)]), project, Hints(city="graz"))


@pytest.mark.parametrize(
    ("title", "one", "other"),
    [
        ("Fokusgruppen am 12. Mai 2021", "Fokusgruppe A: Eltern", "Fokusgruppe B: Jugendliche"),
        ("Ομάδες εστίασης, 12/05/2021", "Ομάδα εστίασης 1 (πρωί, 11:00)", "Ομάδα εστίασης 2 (απόγευμα, 18:00)"),
        ("Skill-transfer workshops, 12 May 2021", "Workshop 1: Bread", "Workshop 2: Bikes"),
    ],
)
def test_lists_under_one_title_are_of_its_day(project: Project, title: str, one: str, other: str) -> None:
    reading = two_lists(project, title, one, other)
    assert {event.date.isoformat() for event in reading.events} == {"2021-05-12"}
    assert len(reading.attendances) == len(FIRST) + len(SECOND)
    assert not reading.questions


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Focus group 1, 12 May 2021", "Focus group 2"),
        ("12 May 2021", "Focus group 2"),
        ("Moderated by Tom, 12 May 2021", "Focus group 2"),
    ],
)
def test_a_day_in_the_line_above_the_first_list_is_of_it_alone(project: Project, one: str, other: str) -> None:
    reading = two_lists(project, "Focus groups", one, other)
    assert len(reading.attendances) == len(FIRST)
    assert [question.kind for question in reading.questions] == ["date"]
