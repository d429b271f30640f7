"""Names and marks in pairs of columns that repeat."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell

from .grids import read

TITLE: list[list[Cell]] = [["Skill-transfer workshop, Graz, 4 October 2021"]]
LEFT = ("Aldo Neri", "Bea Conti", "Carla Riva", "Dina Serra")
RIGHT = ("Karl Reed", "Tom Hill", "Jens Dam", "")


def blocks(yes: Cell, no: Cell, gap: list[Cell]) -> list[list[Cell]]:
    """Five of seven people were there."""
    marks = (yes, no, yes, yes), (yes, yes, no, None)
    return [
        [one, mark, *gap, other or None, beside]
        for one, mark, other, beside in zip(LEFT, marks[0], RIGHT, marks[1], strict=True)
    ]


@pytest.mark.parametrize(
    ("heads", "yes", "no", "gap"),
    [
        (["Ulvene", None, "Ørnene", None], "v", 0, []),
        (["Gruppe Rot", None, None, "Gruppe Blau", None], "x", "-", [None]),
        (["Hawks", None, "Otters", None], "Y", "N", []),
        (["Navn", None, "Navn", None], "x", "-", []),
        (["Tavolo 1", None, "Tavolo 2", None], "sì", "no", []),
        (["Ομάδα Α", None, "Ομάδα Β", None], "ναι", "όχι", []),
        ([], "x", None, [None]),
    ],
)
def test_blocks_of_names_and_marks_list_all_of_their_people(
    heads: list[Cell], yes: Cell, no: Cell, gap: list[Cell], project: Project
) -> None:
    reading = read(project, [*TITLE, [], *([heads] if heads else []), *blocks(yes, no, gap)])
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (5, 2, [])


def test_people_in_blocks_may_have_numbers(project: Project) -> None:
    rows = [[at, *row[:2], at, *row[2:]] for at, row in enumerate(blocks("x", None, []), 1)]
    rows[-1][3] = None
    reading = read(project, [*TITLE, ["Tisch 1", None, None, "Tisch 2"], *rows])
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (5, 2, [])


def test_marks_may_stand_before_the_names(project: Project) -> None:
    rows = [[row[1], row[0], row[3], row[2]] for row in blocks("x", "-", [])]
    reading = read(project, [*TITLE, [None, "Table A", None, "Table B"], *rows])
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (5, 2, [])


@pytest.mark.parametrize("leaders", ["Leaders", "Trainerinnen", "Capi", "Ledere", "Βαθμοφόροι"])
def test_a_block_of_leaders_does_not_count(leaders: str, project: Project) -> None:
    reading = read(project, [*TITLE, ["Hawks", None, leaders, None], *blocks("x", "-", [])])
    assert len(reading.attendances) == 3


def test_a_word_for_a_community_over_a_block_is_of_its_people(project: Project) -> None:
    reading = read(project, [*TITLE, ["Syrer", None, "Einheimische", None], *blocks("x", "-", [])])
    assert sorted(row.community or "" for row in reading.attendances) == ["local"] * 2 + ["syrian"] * 3
