"""Forms that count the people of an event in parts, and then all of them."""

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell

from .cases import TITLE, Case, check, sheet
from .grids import read


@pytest.mark.parametrize(
    "labels",
    [
        ("Booked families (people)", "Walk-ins on top of the booked", "Everyone who came, booked and walk-ins"),
        ("Angemeldete Familien (Personen)", "Spontan dazu", "Alle, die da waren"),
        ("Famiglie prenotate (persone)", "Di passaggio", "Totale"),
    ],
)
def test_the_sum_of_the_parts_is_everybody(labels: tuple[str, str, str], project: Project) -> None:
    lines: list[list[Cell]] = [[label, people] for label, people in zip(labels, (30, 5, 35), strict=True)]
    more: list[list[Cell]] = [["Helpers (not visitors)", 8], ["Bowls of soup served", 61], ["Weather", "rain"]]
    check(Case(labels[0], "head35 ev1 ask0", sheet([*TITLE, *lines, *more])), project)
    check(Case(labels[0], "head35 ev1 ask0", sheet([*TITLE, lines[2], *lines[:2], *more])), project)


def test_parts_of_a_kind_are_read(project: Project) -> None:
    lines: list[list[Cell]] = [["Women (people)", 20], ["Men (people)", 15], ["Everyone who came", 35]]
    check(Case("gender", "head35 ev1 ask0", sheet([*TITLE, *lines])), project)


@pytest.mark.parametrize(
    "labels",
    [
        ("People invited", "People who said no", "People who came"),
        ("Persone prenotate", "Persone che hanno disdetto", "Persone venute"),
        ("Personer inviteret", "Personer, der meldte afbud", "Personer i alt på dagen"),
        ("Personen auf der Einladungsliste", "Personen, die abgesagt haben", "Personen vor Ort"),
    ],
)
def test_who_did_not_come_is_not_everybody(labels: tuple[str, str, str], project: Project) -> None:
    lines: list[list[Cell]] = [[label, people] for label, people in zip(labels, (40, 12, 31), strict=True)]
    check(Case(labels[0], "head31 ev1 ask0", sheet([*TITLE, *lines])), project)


def test_parts_by_community_are_read(project: Project) -> None:
    lines: list[list[Cell]] = [["Attendance", 26], ["of which local", 15], ["of which Syrian", 11]]
    reading = read(project, [*TITLE, *lines])
    assert {row.community: row.people for row in reading.headcounts} == {"local": 15, "syrian": 11}
