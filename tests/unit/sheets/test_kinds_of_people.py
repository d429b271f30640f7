"""Columns of numbers that each count another kind of people."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from tests.unit.sheets.cases import Case, check, sheet

FAIR = Hints(activity="project_fair", city="palermo", date=date(2021, 3, 12))
KINDS = [
    ("Studenti", "Adulti"), ("n. alunni", "n. genitori"), ("Pupils", "Parents"), ("No. of students", "No. of adults"),
    ("Schüler", "Eltern"), ("Elever", "Voksne"), ("Παιδιά", "Γονείς"),
]  # fmt: skip


@pytest.mark.parametrize("kinds", KINDS)
def test_each_kind_counts(kinds: tuple[str, str], project: Project) -> None:
    rows: list[list[Cell]] = [["Fair"], [], ["Hour", *kinds], ["9-10", 14, 3], ["10-11", 38, 6], ["11-12", 22, 11]]
    check(Case("kinds", "head94 ask0", sheet(rows), hints=FAIR), project)
    total: list[Cell] = ["Total", 74, 20]
    check(Case("total below", "head94 ask0", sheet([*rows, total]), hints=FAIR), project)


@pytest.mark.parametrize("kinds", KINDS)
def test_a_total_beside_the_kinds_is_their_sum(kinds: tuple[str, str], project: Project) -> None:
    rows: list[list[Cell]] = [["Date", "City", "Activity", *kinds, "Total"]]
    rows += [
        ["2021-01-15", "Palermo", "Info session", 0, 31, 31],
        ["2021-02-11", "Palermo", "Focus group", 6, 5, 11],
        ["2021-03-18", "Palermo", "School lab", 24, 2, 26],
    ]
    check(Case("total beside", "head68 ev3 ask0", sheet(rows)), project)


def test_parts_of_all_who_came_do_not_add_up(project: Project) -> None:
    rows: list[list[Cell]] = [["Fair"], [], ["Hour", "Visitors", "Children"], ["9-10", 14, 3], ["10-11", 16, 6]]
    check(Case("part", "head30 ask0", sheet(rows), hints=FAIR), project)
