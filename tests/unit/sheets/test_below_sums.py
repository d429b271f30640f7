"""Families with how many of them came, their sum, and lines below it that count something else."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import TITLE, Case, check, sheet

FAMILIES: list[list[Cell]] = [
    ["Neri", 4, "local"],
    ["Ndoye", 3, "Senegalese"],
    ["Miah", 5, "local"],
    ["Abo", 2, "local"],
]


@pytest.mark.parametrize(
    ("headers", "below"),
    [
        ("famiglia|venuti in", [["in tutto", 14], [], ["merende preparate", 40], ["merende avanzate", 11]]),
        ("Family|came as", [["all told", 14], ["sandwiches made", 30]]),
        ("Familie|zu wievielt", [["insgesamt", 14], ["Krapfen gebacken", 30]]),
        ("Familie|kom som", [["i alt", 14], ["boller bagt", 40]]),
        ("Οικογένεια|ήρθαν", [["όλοι μαζί", 14], ["κουλούρια που ψήσαμε", 40]]),
    ],
)
def test_lines_below_a_sum_are_nobody(headers: str, below: list[list[Cell]], project: Project) -> None:
    rows: list[list[Cell]] = [*TITLE, [*headers.split("|"), "Community"], *FAMILIES, *below]
    check(Case("below", "att4 head10 ask0 com:senegalese=1", sheet(rows)), project)


def test_a_family_below_a_sum_counts(project: Project) -> None:
    rows: list[list[Cell]] = [
        *TITLE,
        ["Family", "came as", "Community"],
        *FAMILIES,
        ["total", 14],
        ["Holm", 2, "local"],
    ]
    check(Case("late", "att5 head11", sheet(rows)), project)
