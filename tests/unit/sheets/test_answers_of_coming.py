"""Columns of two answers that say who came."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import TITLE, Case, check, register, sheet


def _answered(header: str, yes: str, no: str, expected: str) -> Case:
    answers: list[Cell] = [yes, no, yes, yes, no, yes]
    return Case(header, expected, sheet(register(header, answers)))


@pytest.mark.parametrize(
    "case",
    [
        _answered("Were you there on the day?", "Yes I was", "No I wasn't", "att4 nc2 ask0"),
        _answered("Hast du mitgemacht?", "Klar!", "Ging leider nicht", "att4 nc2 ask0"),
        _answered("Era tra i presenti?", "S", "N", "att4 nc2 ask0"),
        _answered("Deltog barnet i aktiviteten?", "Ja, barnet var med", "Nej, barnet var hjemme", "att4 nc2 ask0"),
        _answered("Μπόρεσες να παραβρεθείς;", "Ναι, μια χαρά", "Όχι, κρίμα", "att4 nc2 ask0"),
        _answered("Ticket state", "Used", "Unused", "att4 nc2 ask0"),
        _answered("Evaluering afleveret", "ja", "nej", "att6 nc0"),
        _answered("Feedback form scanned", "yes", "no", "att6 nc0"),
        _answered("Were you happy with the food?", "Yes", "No", "nc0"),
        _answered("Would you come again?", "Yes, sure", "No, sorry", "nc0"),
        _answered("War das Essen gut?", "trifft zu", "trifft nicht zu", "nc0"),
    ],
    ids=lambda case: case.name,
)
def test_two_answers_say_who_came(case: Case, project: Project) -> None:
    check(case, project)


@pytest.mark.parametrize(
    ("marked", "header"),
    [
        ("Fremmødt (1/0)", "Deltog i evalueringen"),
        ("Attended (1/0)", "QR feedback scanned"),
        ("Anwesend (1/0)", "Bogen gescannt"),
    ],
)
def test_a_column_of_marks_of_presence_decides_beside_other_answers(marked: str, header: str, project: Project) -> None:
    people: list[list[Cell]] = [
        ["Anna Rossi", 1, "ja"],
        ["Bea Conti", 1, "nej"],
        ["Carl Holm", 0, "nej"],
        ["Dora Lund", 1, "nej"],
        ["Eva Beck", 1, "ja"],
    ]
    check(Case(header, "att4 nc1", sheet([*TITLE, ["Full name", marked, header], *people])), project)
