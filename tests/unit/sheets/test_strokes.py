"""Strokes that numbers beside them, or their total, confirm."""

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell

from .cases import TITLE, Case, check, sheet


@pytest.mark.parametrize("sign", ["|", "/", "I", "x"])
def test_strokes_beside_numbers(sign: str, project: Project) -> None:
    rows: list[list[Cell]] = [
        *TITLE,
        ["Sex", "Strokes (1 = 1 person)", "Count"],
        ["Women", f"{sign * 5} {sign * 3}", 8],
        ["Men", f"{sign * 5} {sign * 2}", 7],
    ]
    check(Case(sign, "head15 ev1 ask0", sheet(rows)), project)


def test_strokes_with_a_total(project: Project) -> None:
    rows: list[list[Cell]] = [*TITLE, ["Herkunft", "Striche"], ["Syrer", "IIIII I"], ["Einheimische", "II"]]
    check(Case("total", "head8 ev1 ask0", sheet([*rows, ["gesamt", 8]])), project)


def test_marks_beside_people_are_no_strokes(project: Project) -> None:
    rows: list[list[Cell]] = [*TITLE, ["Full name", "Present"], ["Aldo Neri", "x"], ["Bea Conti", "x"], ["Total", 2]]
    check(Case("marks", "att2 ev1", sheet(rows)), project)


@pytest.mark.parametrize("shut", ["geschlossen (Ferien)", "lukket"])
def test_a_row_without_an_event_is_no_end_of_the_strokes(shut: str, project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Info session", "Graz", None],
        ["Datum", "Striche", "Gäste"],
        ["06.10.2021", "IIII/ IIII/ I", 11],
        ["13.10.2021", shut, None],
        ["20.10.2021", "IIII/ II", 7],
        ["zusammen", None, 18],
    ]
    check(Case(shut, "head18 ev2 ask0", sheet(rows)), project)


def test_strokes_that_differ_from_the_numbers_are_asked_about(project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Info session", "Graz", None],
        ["Datum", "Striche", "Gäste"],
        ["06.10.2021", "IIII/ IIII/ I", 11],
        ["13.10.2021", "IIII/ II", 8],
    ]
    check(Case("differ", "q:column", sheet(rows)), project)
