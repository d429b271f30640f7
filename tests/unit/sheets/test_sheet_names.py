"""What the name of a sheet beside a list says of its people."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.checks.topics.sheet_names import names_things
from liaison_metrics.sheets.model import Cell

from .cases import PEOPLE, TITLE, Case, check, sheet

LIST: list[list[Cell]] = [*TITLE, ["Name", "Phone"], *([name, f"+39 333 12345{at}"] for at, name in enumerate(PEOPLE))]
OTHERS: list[list[Cell]] = [
    *TITLE,
    ["Name", "Phone"],
    *([name, f"+39 333 12346{at}"] for at, name in enumerate(("Gino Pace", "Hanna Lind", "Ida Falk"))),
]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Absent", "att6 nc3 ask0"),
        ("Cancellations", "att6 nc3 ask0"),
        ("Απόντες Μαΐου", "att6 nc3 ask0"),
        ("Abwesend 4.5.", "att6 nc3 ask0"),
        ("Helpers", "att6 nc3 ask0"),
        ("Staff on site", "att6 nc3 ask0"),
        ("Childcare team", "att6 nc3 ask0"),
        ("Group 2", "att9 nc0 ask0"),
        ("Staff training", "att9 nc0 ask0"),
        ("Team 2", "att9 nc0 ask0"),
        ("Demo", "att6 ask0"),
        ("How to fill in", "att6 ask0"),
        ("Sådan udfyldes arket", "att6 ask0"),
        ("Fac-simile", "att6 ask0"),
        ("Ausfüllbeispiel", "att6 ask0"),
        ("Υπόδειγμα", "att6 ask0"),
        ("Cooking demo", "att9 ask0"),
        ("heute nicht dabei", "att6 nc3 ask0"),
        ("Registered", "ask1"),
        ("Enrolments", "ask1"),
        ("Invitations", "ask1"),
    ],
)
def test_the_name_of_a_sheet_says_who_its_people_are(name: str, expected: str, project: Project) -> None:
    check(Case(name, expected, sheet(LIST, "List"), sheet(OTHERS, name)), project)


@pytest.mark.parametrize("name", ["Materialliste", "Programme", "Lista della spesa 2", "Leverandører", "Γλωσσάρι"])
def test_the_name_of_a_sheet_of_things(name: str) -> None:
    assert names_things(name)


@pytest.mark.parametrize("name", ["Programmteilnehmer", "Participants", "List", "Tabelle1", "Workshop Material Graz"])
def test_the_name_of_another_sheet(name: str) -> None:
    assert not names_things(name)
