"""Registers in which only those who were absent have a mark."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from tests.unit.sheets.cases import PEOPLE, Case, check, sheet

LAB = Hints(activity="school_lab", city="vejle")
DAYS: list[Cell] = [date(2021, 11, day) for day in (8, 15, 22)]
MARKS = (("", "{0}", ""), ("", "", ""), ("{1}", "", "{1}"), ("", "", ""), ("", "", "{0}"), ("", "", ""))


def register(
    one: str,
    two: str,
    header: str = "Name",
    days: list[Cell] = DAYS,
    end: str = "",
    marks: tuple[tuple[str, ...], ...] = MARKS,
) -> list[list[Cell]]:
    """People with their marks of absence under each day, and perhaps how often they were absent at the end."""
    rows: list[list[Cell]] = [[header, *days, *([end] if end else [])]]
    for name, told in zip(PEOPLE, marks, strict=True):
        own: list[Cell] = [text.format(one, two) for text in told]
        rows.append([name, *own, *([sum(map(bool, told)) or ""] if end else [])])
    return rows


CASES = [
    Case(
        "a German legend below, and how many were absent",
        "att14 ev3 ask0",
        sheet(
            [["Fehlzeiten 7b"], *register("f", "k", "Schüler/in"), ["fehlend", 1, 1, 2], [], ["f = fehlt, k = krank"]]
        ),
        hints=LAB,
    ),
    Case(
        "a Danish legend above, absence in all at the end",
        "att14 ev3 ask0",
        sheet([["Fravær: s = syg, f = fri"], *register("f", "s", "Elev", end="Fravær i alt")]),
        hints=LAB,
    ),
    Case(
        "Danish numbered sessions with their days",
        "att14 ev3 ask0 date:2021-11-08",
        sheet(
            [
                ["Fraværsliste 2021"],
                *register("F", "F", "Navn", [f"Gang {at} ({day}.11.)" for at, day in ((1, 8), (2, 15), (3, 22))]),
            ]
        ),
        hints=LAB,
    ),
    Case(
        "a title, and many absent",
        "att9 ev3 ask0",
        sheet([["Assenze"], *register("A", "A", marks=(*MARKS[:3], ("{0}", "{0}", ""), ("{0}", "", "{0}"), MARKS[2]))]),
        hints=LAB,
    ),
    Case(
        "a Greek title alone",
        "att14 ev3 ask0",
        sheet([["Απουσιολόγιο Β2"], [], *register("Α", "α", "Μαθητής/τρια")]),
        hints=LAB,
    ),
    Case(
        "Italian days of the week under a month, and somebody who came late",
        "att15 ev3 ask0 date:2021-11-09",
        sheet(
            [
                ["NOVEMBRE 2021"],
                *register(
                    "R",
                    "A",
                    "Alunno",
                    ["mar 9", "mar 16", "mar 23"],
                    marks=(("", "{0}", ""), *MARKS[1:4], ("", "", "{1}"), MARKS[5]),
                ),
                [],
                ["A = assente  R = entrato in ritardo"],
            ]
        ),
        hints=LAB,
    ),
    Case(
        "English words without a legend",
        "att14 ev3 ask0",
        sheet([["Weekly register"], *register("absent", "sick", "Pupil")]),
        hints=LAB,
    ),
    Case(
        "a cross under a title of absence is of who was absent",
        "att14 ev3 ask0",
        sheet([["Absences, autumn"], *register("x", "x", "Pupil")]),
        hints=LAB,
    ),
    Case(
        "ticks in a register of who came",
        "att4 ev3 ask0",
        sheet([["Weekly register"], *register("x", "x", "Pupil")]),
        hints=LAB,
    ),
    Case(
        "dashes alone say nothing",
        "att0 nc6",
        sheet([["Register"], *register("-", "-", "Pupil")]),
        hints=LAB,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_only_absence_is_marked(case: Case, project: Project) -> None:
    check(case, project)


def test_days_that_were_perhaps_not_held_count_nobody(project: Project) -> None:
    marks = tuple((*told[:2], "") for told in MARKS)
    case = Case("open end", "att0 nc6", sheet([["Absences"], *register("absent", "sick", marks=marks)]), hints=LAB)
    check(case, project)


@pytest.mark.parametrize("label", ["(s = syg, f = fri, / = til stede)", "(s = sick, f = absent, / = present)"])
def test_a_stroke_explained_in_the_header(label: str, project: Project) -> None:
    rows: list[list[Cell]] = [["Elev", "", "Fremmøde"], ["Fornavn", "Efternavn", label]]
    rows += [[*name.split(), mark] for name, mark in zip(PEOPLE, "//s/f/", strict=True)]
    hints = Hints(activity="school_lab", city="vejle", date=date(2021, 11, 25))
    check(Case("stroke", "att4 nc2 ask0", sheet(rows), hints=hints), project)
