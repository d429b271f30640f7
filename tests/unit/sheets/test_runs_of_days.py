"""Days of an event that follow each other, in a line above a list and in headers that number them."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from liaison_metrics.sheets.tables.days.runs_of_days import number_of_day, run_of_days

from .cases import Case, check, sheet

HERE = Hints("oep_training", "graz")
MARKS: list[list[Cell]] = [["Aldo Neri", "x", "x"], ["Bea Conti", "x", ""], ["Carla Riva", "x", "x"]]


@pytest.mark.parametrize(
    "text",
    [
        "17–19 January 2022", "January 17-19, 2022", "dal 17 al 19 gennaio 2022", "17 έως 19 Ιανουαρίου 2022",
        "17.-19.01.2022", "OEP – 17.–19. Januar 2022", "17. til 19. januar 2022", "Mo 17. bis Mi 19. Januar 2022",
        "17 January 2022 to 19 January 2022",
    ],
)  # fmt: skip
def test_a_line_states_the_days_of_an_event(text: str) -> None:
    assert run_of_days(text) == (date(2022, 1, 17), date(2022, 1, 18), date(2022, 1, 19))


def test_days_go_on_in_the_next_month() -> None:
    assert run_of_days("30. März – 1. April 2021") == (date(2021, 3, 30), date(2021, 3, 31), date(2021, 4, 1))


@pytest.mark.parametrize("text", ["3 May 2021", "3 May 2021, 9-12 h", "3 May 2021 – 12 June 2021", "Room 1 - 2"])
def test_other_lines_state_no_run(text: str) -> None:
    assert run_of_days(text) == ()


@pytest.mark.parametrize(
    ("header", "number"),
    [
        ("Day 2", 2), ("Day 1 of the event", 1), ("1. Tag", 1), ("Veranstaltungstag 2", 2), ("2ª giornata", 2),
        ("1° giorno", 1), ("Dag nr. 3", 3), ("2η ημέρα", 2), ("Day 1 or 2", 0), ("Lesson 2", 0), ("Monday 3", 0),
    ],
)  # fmt: skip
def test_headers_number_days(header: str, number: int) -> None:
    assert number_of_day(header) == number


@pytest.mark.parametrize(
    ("line", "headers"),
    [
        ("14.–15. Januar 2021", ("Veranstaltungstag 1", "Veranstaltungstag 2")),
        ("14–15 Ιανουαρίου 2021", ("1η ημέρα", "2η ημέρα")),
        ("Kursus, 14. og 15. januar 2021", ("Dag 1", "Dag 2")),
    ],
)
def test_numbered_days_are_those_of_the_line_above(project: Project, line: str, headers: tuple[str, str]) -> None:
    case = Case("days", "att5 ev2 date:2021-01-15", sheet([[line], ["Name", *headers], *MARKS]), hints=HERE)
    check(case, project)


def test_more_numbered_days_than_the_line_states_are_asked_about(project: Project) -> None:
    rows: list[list[Cell]] = [["14.–16. Januar 2021"], ["Name", "1η ημέρα", "2η ημέρα"], *MARKS]
    check(Case("days", "att0 q:date!", sheet(rows), hints=HERE), project)
