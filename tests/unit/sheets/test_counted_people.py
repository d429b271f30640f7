"""Cells that say how many came, and more."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from liaison_metrics.sheets.words.phrases.prose.counted_people import (
    people_beside_others,
    people_of_cell,
    without_remark,
)

from .cases import Case, check, sheet


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("26 (incl. 2 staff)", 24), ("11 + 1 trainer", 11), ("18 (davon 2 Trainerinnen)", 16),
        ("20 più 1 formatore", 20),
        ("15 heraf 1 underviser", 14), ("12 συν 1 εκπαιδευτής", 12), ("28 (30 registered)", 28), ("30 + 5 walk-ins", 0),
        ("20 (including 3 women)", 0), ("12", 0),
    ],
)  # fmt: skip
def test_people_beside_the_team(text: str, people: int) -> None:
    assert people_beside_others(text) == people


@pytest.mark.parametrize(
    "text",
    [
        "11 + tutor", "11 (+ the trainer)", "11 + Kursleiterin", "11 e la docente", "11 plus underviser",
        "11 + εκπαιδεύτρια", "11 (15 had registered)", "11 of 15 registered", "11 (angemeldet waren 15)",
        "11 von 15 Angemeldeten", "11 (15 iscritti)", "11 su 15 iscritti", "11 af 15 tilmeldte", "11 (tilmeldt: 15)",
        "11 από 15 εγγεγραμμένους", "15 registered, 11 came", "15 angemeldet / 11 da", "15 iscritti - 11 presenti",
    ],
)  # fmt: skip
def test_those_who_came_beside_others(text: str) -> None:
    assert people_beside_others(text) == 11


@pytest.mark.parametrize(
    "text",
    [
        "11 + Anna", "11 + child", "11 + 4 not registered", "11 (4 walk-ins)", "15 angemeldet", "11 (15 seats)",
        "11 (15 registered, 3 on the waiting list)", "Room 11 (15 registered)", "11 (9 angemeldet und gekommen)",
    ],
)  # fmt: skip
def test_what_else_stands_beside_a_number(text: str) -> None:
    assert people_beside_others(text) == 0


def test_a_log_that_says_who_led_and_how_many_had_registered(project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Datum", "Was", "Wie viele"],
        ["14.10.2020", "Buchbinden", "9 + Kursleiterin"],
        ["19.06.2021", "Kalligrafie", "11 (angemeldet waren 15)"],
        ["20.06.2021", "Weben", "12"],
    ]
    check(Case("log", "head32 ev3 rej0 ask0", sheet(rows), hints=Hints("skill_transfer_workshop", "graz")), project)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("10 + 20", 30),
        ("2 busser á 15 = 30 personer", 30),
        ("3 x 10", 30),
        ("18 K / 12 M = 30", 30),
        ("7 Γ + 5 Α", 12),
        ("18f + 12m", 30),
        ("w 18, m 12", 30),
        ("trenta (30)", 30),
        ("una dozzina esatta (12)", 12),
        ("12 (8 voksne, 4 børn)", 12),
        ("12 (lt. Liste)", 12),
        ("30, siehe Liste", 30),
        ("30 of 40 places", 30),
        ("30 Personen laut Liste", 30),
        ("30 (angemeldet)", 0),
        ("30 (geplant)", 0),
        ("12 (8 adults, 3 children)", 0),
        ("15/15", 0),
        ("Klasse 3", 0),
        ("12 (mit Team)", 0),
        ("30 (cancelled)", 0),
    ],
)
def test_a_cell_may_work_its_number_out_or_say_more_of_it(text: str, people: int) -> None:
    assert people_of_cell(text) == people


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("22 (13 kvinder) – mange nye", "22 (13 kvinder)"), ("14 (davon 9 Frauen), viele neu", "14 (davon 9 Frauen)"),
        ("7 (di cui 5 donne); tutte nuove", "7 (di cui 5 donne)"), ("22 – many new (13 women)", "22 (13 women)"),
        ("7 (all women) – many new", "7 (all women)"), ("12 (7 γυναίκες) - πολλοί νέοι", "12 (7 γυναίκες)"),
    ],
)  # fmt: skip
def test_a_remark_behind_a_part_says_no_more_of_the_number(text: str, said: str) -> None:
    assert without_remark(text) == said
    assert people_of_cell(text) == int(text.split()[0])


@pytest.mark.parametrize(
    "text",
    [
        "22 (13 Frauen) – 3 abgemeldet",
        "11 (4 donne) - annullato",
        "22 (13 women) plus staff",
        "22 (13 kvinder) tilmeldt",
    ],
)
def test_a_remark_about_other_people_leaves_the_number_open(text: str) -> None:
    assert without_remark(text) == text
    assert people_of_cell(text) == 0
