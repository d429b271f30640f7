"""Rows of a register that say how many others came on each day."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell

from .cases import PEOPLE, Case, check, sheet

TITLED: list[list[Cell]] = [["Skill-transfer workshop, Palermo"], [], ["Name", "3/3/2021", "10/3/2021", "17/3/2021"]]
MARKS: list[list[Cell]] = [[1, "", 1], [1, 1, ""], ["", 1, 1], [1, "", 1], [1, 1, 1], ["", "", 1]]
MARKED: list[list[Cell]] = [[name, *marks] for name, marks in zip(PEOPLE, MARKS, strict=True)]

LABELS = [
    "Gæster ud over medlemmerne",
    "Guests beyond the members",
    "Ospiti non soci",
    "Gäste (keine Mitglieder)",
    "Επισκέπτες εκτός μελών",
    "Zorb",
]


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("total", ["I alt", "Totale", "Σύνολο"])
def test_a_total_shows_that_a_row_adds_people(label: str, total: str, project: Project) -> None:
    rows: list[list[Cell]] = [*TITLED, *MARKED, [label, 2, "", 1], [total, 6, 3, 6]]
    check(Case(label, "att12 head3 ev3 ask0", sheet(rows)), project)


@pytest.mark.parametrize("label", LABELS[:4])
def test_words_for_guests_over_numbers_add_people(label: str, project: Project) -> None:
    check(Case(label, "att12 head3 ev3 ask0", sheet([*TITLED, *MARKED, [label, 2, "", 1]])), project)


def test_hours_and_wrong_totals_add_nobody(project: Project) -> None:
    hours: list[list[Cell]] = [[name, 2, 3, 2] for name in PEOPLE]
    check(Case("hours", "att21 head0", sheet([*TITLED, *hours, ["Gast Zorb", 2, 3, 2]])), project)
    wrong: list[list[Cell]] = [["Zorb", 2, "", 1], ["Total", 6, 9, 6]]
    check(Case("wrong", "q:total!", sheet([*TITLED, *MARKED, *wrong])), project)


@pytest.mark.parametrize(
    "label",
    ["Kinder gesamt", "Totale bambini", "Børn i alt", "Total children", "Παιδιά σύνολο", "Anwesende Gäste", "Gæster"],
)
def test_numbers_of_the_marks_above_add_nobody(label: str, project: Project) -> None:
    check(Case(label, "att12 head0 ev3 ask0", sheet([*TITLED, *MARKED, [label, 4, 3, 5]])), project)


@pytest.mark.parametrize("label", ["Kinder gesamt", "Bambini in totale", "Children present"])
def test_a_wrong_sum_of_a_kind_is_asked_about(label: str, project: Project) -> None:
    check(Case(label, "q:total!", sheet([*TITLED, *MARKED, [label, 4, 3, 6]])), project)
