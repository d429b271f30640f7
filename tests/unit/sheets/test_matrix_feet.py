"""Rows under a session matrix that divide its marks, or count the team."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell

from .cases import PEOPLE, Case, check, sheet

MARKS: list[list[Cell]] = [
    ["x", "", "x"],
    ["x", "x", ""],
    ["", "x", "x"],
    ["x", "", "x"],
    ["x", "x", "x"],
    ["", "", "x"],
]


def matrix(*foot: list[Cell]) -> list[list[Cell]]:
    rows: list[list[Cell]] = [[name, *marks] for name, marks in zip(PEOPLE, MARKS, strict=True)]
    title: list[list[Cell]] = [["Skill-transfer workshop, Palermo"], []]
    return [*title, ["Name", "3/3/2021", "17/3/2021", "24/3/2021"], *rows, *foot]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mädchen", "Buben"),
        ("Femmine", "Maschi"),
        ("Voksne", "Børn"),
        ("of which adults", "children"),
        ("Νέοι", "Παλιοί"),
    ],
)
@pytest.mark.parametrize("total", [[], [["Total", 4, 3, 5]]])
def test_rows_that_divide_the_marks_add_nobody(one: str, other: str, total: list[list[Cell]], project: Project) -> None:
    foot = matrix([one, 3, 2, 2], [other, 1, 1, 3], *total)
    check(Case(one, "att12 head0 ev3 ask0", sheet(foot)), project)


def test_the_team_may_be_in_the_list_and_in_no_sum(project: Project) -> None:
    rows = [
        [*row[:1], "Role" if at == 2 else "Participant" if at > 2 else "", *row[1:]] for at, row in enumerate(matrix())
    ]
    rows[-1][1] = "Trainer"
    foot: list[list[Cell]] = [["Girls", "", 3, 2, 2], ["Boys", "", 1, 1, 2]]
    check(Case("trainer", "att11 head0 ev3 ask0", sheet([*rows, *foot])), project)


@pytest.mark.parametrize("label", ["Trainers", "Formatori", "Undervisere", "Trainerinnen", "Εκπαιδευτές"])
def test_numbers_of_the_team_are_nobody(label: str, project: Project) -> None:
    check(Case(label, "att12 head0 ev3 ask0", sheet(matrix([label, 1, 1, 1]))), project)


def test_numbers_that_divide_nothing_are_asked_about(project: Project) -> None:
    check(Case("parents", "q:row", sheet(matrix(["Eltern", 2, 1, 1]))), project)


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Quorum reached?", ["yes", "yes", "yes"]),
        ("Beschlussfähig", ["ja", "ja", "nein"]),
        ("Numero legale raggiunto", ["sì", "sì", "no"]),
        ("Beslutningsdygtige", ["ja", "ja", "ja"]),
        ("Απαρτία;", ["ναι", "ναι", "ναι"]),
        ("Wetter", ["sonnig", "Regen", "Schnee"]),
        ("Zorb", [PEOPLE[0], PEOPLE[1], PEOPLE[0]]),
    ],
)
def test_what_is_noted_of_each_session_is_nobody(label: str, said: list[Cell], project: Project) -> None:
    check(Case(label, "att12 ev3 ask0", sheet(matrix([label, *said]))), project)


@pytest.mark.parametrize(("label", "said"), [("Lena Quorum", ["ja", "ja", "ja"]), ("Trainer", ["x", "x", "x"])])
def test_somebody_with_other_marks_counts(label: str, said: list[Cell], project: Project) -> None:
    check(Case(label, "att15 ev3", sheet(matrix([label, *said]))), project)
