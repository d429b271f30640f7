"""Lists that stand side by side under equal headers."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell

from .cases import PEOPLE, Case, check, sheet

HEADERS = [
    ("n°", "Signor/a", "da dove"),
    ("Nr.", "Herr/Frau", "woher"),
    ("Nr", "Hr./Fr.", "hvorfra"),
    ("α/α", "Ποιος", "χώρα"),
    ("No", "Guest", "From"),
]


@pytest.mark.parametrize("gap", [0, 1, 2])
@pytest.mark.parametrize("header", HEADERS)
def test_lists_side_by_side_under_headers_that_nobody_knows(
    header: tuple[str, ...], gap: int, project: Project
) -> None:
    title: list[list[Cell]] = [["Info session, Palermo, 3 March 2021"], [], [*header, *[""] * gap, *header]]
    places = ["Syria", "Italy", "Syria", "Italy", "Syria", "Italy"]
    rows: list[list[Cell]] = [
        [at + 1, PEOPLE[at], places[at], *[""] * gap, at + 5, PEOPLE[at + 3], places[at + 3]] for at in range(3)
    ]
    rows.append([4, "", "", *[""] * gap, 8, "", ""])
    check(Case(header[1], "att6 ev1 rej0 ask0 com:syrian=3 com:local=3", sheet([*title, *rows])), project)


def test_pairs_of_names_under_equal_headers_are_people_who_share_their_rows(project: Project) -> None:
    title: list[list[Cell]] = [["Info session, Palermo, 3 March 2021"], [], ["Zorb", "From", "Zorb", "From"]]
    rows: list[list[Cell]] = [[PEOPLE[at], "Syria", PEOPLE[at + 3], "Italy"] for at in range(3)]
    check(Case("pairs", "refused", sheet([*title, *rows])), project)
