"""Numbers that somebody corrected, in one cell or in a column of their own."""

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.tables.lists.counts.corrections import corrected_number

from .cases import Case, check, sheet


@pytest.mark.parametrize(
    "text",
    [
        "25 – corrected to 21", "21 (corrected from 25)", "25 wrong, correct: 21", "21 (not 25, miscounted)",
        "25, korr.: 21", "21 – berichtigt, war 25", "25 (Fehler), richtig 21", "21 (korrigiert, vorher 25)",
        "25 – rettet til 21", "21 (ikke 25, fejl)", "25 -> 21 (rettet)", "25 (errore) leggi 21",
        "21 (corretto, prima 25)", "25 – διορθώθηκε σε 21", "21 (όχι 25, λάθος)",
    ],
)  # fmt: skip
def test_the_right_one_of_two_numbers(text: str) -> None:
    assert corrected_number(text) == 21


@pytest.mark.parametrize(
    "text", ["25 people, 21 signed", "21 (plus 4 walk-ins)", "3.5. - corrected 4.5.", "20-25", "21"]
)
def test_two_numbers_without_a_correction(text: str) -> None:
    assert corrected_number(text) is None


@pytest.mark.parametrize(
    ("first", "right"),
    [
        ("First count", "Corrected number"),
        ("vorläufig", "Endgültige Zahl"),
        ("Oprindeligt tal", "Antal (rettet)"),
        ("Numero provvisorio", "Definitivo"),
        ("Παλιός αριθμός", "Σωστός αριθμός"),
    ],
)
def test_corrected_numbers_hold_and_others_stay(first: str, right: str, project: Project) -> None:
    rows: list[list[Cell]] = [
        ["City", "Graz"],
        [],
        ["Date", "Activity", first, right],
        [date(2021, 5, 4), "Focus group", 19, 17],
        [date(2021, 5, 18), "Info-session", 22, None],
    ]
    check(Case(first, "head39 ev2 ask0", sheet(rows)), project)


def test_numbers_of_other_people_are_no_first_numbers(project: Project) -> None:
    rows: list[list[Cell]] = [
        ["City", "Graz"],
        [],
        ["Date", "Activity", "Registered", "Final number of participants"],
        [date(2021, 5, 4), "Focus group", 19, 17],
        [date(2021, 5, 18), "Info-session", 22, 20],
    ]
    check(Case("registered", "head37 ev2", sheet(rows)), project)
