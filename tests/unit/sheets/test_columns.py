"""Questions about columns of which it is not clear what they say."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Reading, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.words.answers import Answer
from tests.unit.sheets.cases import PEOPLE, TITLE, sheet


def read(project: Project, more: list[list[Cell]], *answers: Answer) -> Reading:
    """Reads a list of people with more columns, each a header and its values. If none is of days, a title says it."""
    dated = any(column[0] == "Date" for column in more)
    title = [line for line in TITLE if not (dated and line and line[0] == "Date")]
    headers = ["Full name", *(column[0] for column in more)]
    rows = [[name, *(column[at] for column in more)] for at, name in enumerate(PEOPLE, 1)]
    workbook = Workbook("x.xlsx", "xlsx", [sheet([*title, headers, *rows])])
    return read_workbook(workbook, project, find_answers=lambda _signature: answers)


def days(*numbers: int) -> list[Cell]:
    """Days of March 2021."""
    return [f"2021-03-{number:02}" for number in numbers]


TWO_DAYS: list[list[Cell]] = [["Date", *days(3, 3, 3, 4, 4, 4)], ["Datum", *days(10, 10, 10, 11, 11, 12)]]


def test_two_columns_of_days_are_asked_about_once_with_both_figures(project: Project) -> None:
    reading = read(project, TWO_DAYS)
    question = next(one for one in reading.questions if one.kind == "column")
    assert len(reading.questions) == 1
    assert question.value == "Date" and question.blocking
    assert question.suggestions == ("date", "unused")
    assert "2 or 3 events" in question.text
    assert not reading.attendances


@pytest.mark.parametrize(("code", "first"), [("date", "2021-03-03"), ("unused", "2021-03-10")])
def test_the_answer_settles_both_columns(code: str, first: str, project: Project) -> None:
    reading = read(project, TWO_DAYS, Answer("column", "Date", code))
    assert len(reading.attendances) == len(PEOPLE) and not reading.questions
    assert min(event.date for event in reading.events).isoformat() == first


def test_nothing_is_asked_if_no_figure_differs(project: Project) -> None:
    same: list[list[Cell]] = [["Date", *days(3, 3, 3, 4, 4, 4)], ["Datum", *days(3, 3, 3, 4, 4, 4)]]
    reading = read(project, same)
    assert len(reading.attendances) == len(PEOPLE) and not reading.questions


def test_posts_beside_an_organisation_may_be_roles_at_the_event(project: Project) -> None:
    posts: list[list[Cell]] = [
        ["Role", *["Presidente", "Segretario", "Formatore"] * 2],
        ["Associazione", *["Zorb"] * 6],
    ]
    question = next(one for one in read(project, posts).questions if one.value == "Role")
    assert question.suggestions == ("role", "unused") and "6 people" in question.text
    unused = read(project, posts, Answer("column", "Role", "unused"))
    assert len(unused.attendances) == len(PEOPLE) and not unused.questions


def test_columns_of_people_are_settled_by_their_values(project: Project) -> None:
    contact: list[list[Cell]] = [["Contact name", *["Ugo Berg"] * 6], ["Name may be published", *["yes", "no"] * 3]]
    reading = read(project, contact)
    assert {row.name for row in reading.attendances} == set(PEOPLE)
    assert not reading.questions
