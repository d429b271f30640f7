"""Registers of meetings whose days follow from the lines above."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from tests.unit.sheets.cases import Case, check, sheet

DAYS = "date:2021-05-04 date:2021-05-11 date:2021-05-18"


@pytest.mark.parametrize(
    ("above", "head"),
    [
        ("Anwesenheit 2021", ["KW 18 / Di", "KW 19 / Di", "KW 20 / Di"]),
        ("Tirsdagsholdet, foråret 2021", ["uge 18", "uge 19", "uge 20"]),
        ("Six o'clock group, starts Tuesday 4 May 2021, weekly", ["Wk 1", "Wk 2", "Wk 3"]),
        ("3 Abende ab Dienstag, 4. Mai 2021, jede Woche", ["1. Abend", "2. Abend", "3. Abend"]),
        ("Τρεις συνεχόμενες Τρίτες από 4/5/2021", ["Ημέρα Α", "Ημέρα Β", "Ημέρα Γ"]),
        ("Tre incontri settimanali dal 4 maggio 2021", ["1° incontro", "2° incontro", "3° incontro"]),
        ("Mødegange: 4/5, 11/5 og 18/5 2021", ["1. mødegang", "2. mødegang", "3. mødegang"]),
        ("", ["040521", "110521", "180521"]),
        ("MESE DI MAGGIO 2021", ["MA 4", "MA 11", "MA 18"]),
        ("Dienstage im Mai 2021", ["den 4ten", "den 11ten", "den 18ten"]),
    ],
)
def test_days_that_follow_from_the_lines_above(above: str, head: list[Cell], project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Berg, Anna", "x", "x", None],
        ["Kurz, Ida", None, "x", "x"],
        ["Yildiz, Emre", "x", "", "x"],
    ]
    read = sheet([[above], [], ["Name", *head], *rows])
    check(Case("weekly", f"ev3 att6 ask0 {DAYS}", read, hints=Hints("skill_transfer_workshop", "graz")), project)


def test_weeks_from_the_first_on_are_those_of_a_course(project: Project) -> None:
    rows: list[list[Cell]] = [["Berg, Anna", "x", "x"], ["Kurz, Ida", "", "x"], ["Yildiz, Emre", "x", ""]]
    read = sheet([["Tuesdays 2021"], [], ["Name", "Week 1", "Week 2"], *rows])
    check(Case("course", "ask1", read, hints=Hints("skill_transfer_workshop", "graz")), project)


@pytest.mark.parametrize(
    ("above", "days"),
    [
        ("Weekly from 4/5/2021", "ev0 ask2"),
        ("Weekly from Tuesday 4/5/2021", f"ask0 {DAYS}"),
        ("Meetings 4/5/2021, 11/5/2021, 18/5/2021", f"ask0 {DAYS}"),
        ("Meetings 4/5/2021, 6/5/2021, 11/5/2021", "ask1"),
    ],
)
def test_the_order_of_day_and_month_must_be_clear(above: str, days: str, project: Project) -> None:
    marks: list[list[Cell]] = [["x", "x", None], [None, "x", "x"], ["x", None, "x"]]
    rows = [[name, *told] for name, told in zip(("Berg, Anna", "Kurz, Ida", "Yildiz, Emre"), marks, strict=True)]
    read = sheet([[above], [], ["Name", "Session 1", "Session 2", "Session 3"], *rows])
    check(Case(above, days, read, hints=Hints("skill_transfer_workshop", "graz")), project)
