"""Matrices of sessions, head counts, and dates that can be read in two ways."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Uncounted

from .grids import PEOPLE, events, read

ABOVE: list[list[Cell]] = [["Activity:", "Skill-transfer workshop"], ["City:", "Graz"], []]


@pytest.mark.parametrize("mark", ["X", "x", 1, "✓", "sì", "ja", "P"])
@pytest.mark.parametrize("gap", ["", 0, "-", "no"])
def test_a_mark_is_an_attendance(project: Project, mark: Cell, gap: Cell) -> None:
    days: list[Cell] = [date(2021, 10, 4), date(2021, 10, 11), date(2021, 10, 18)]
    marks: list[list[Cell]] = [[mark, mark, gap], [mark, gap, mark], [gap, mark, mark]]
    rows = [[*who, *marked] for who, marked in zip(PEOPLE, marks, strict=True)]
    reading = read(project, [*ABOVE, ["Name", "E-mail", *days], *rows])
    assert [(day, people) for _a, _c, day, people in events(reading)] == [
        ("2021-10-04", 2), ("2021-10-11", 2), ("2021-10-18", 2),
    ]  # fmt: skip
    assert reading.rows_read == 6


def test_who_never_came_is_absent(project: Project) -> None:
    rows: list[list[Cell]] = [[*PEOPLE[0], "X", "X"], [*PEOPLE[1], "", ""], [*PEOPLE[2], "X", ""]]
    reading = read(project, [*ABOVE, ["Name", "E-mail", "04/10/2021", "18/10/2021"], *rows])
    assert [row.reason for row in reading.not_counted] == [Uncounted.ABSENT]
    assert len(reading.attendances) == 3


def test_a_session_takes_the_year_from_around(project: Project) -> None:
    above: list[list[Cell]] = [["Skill-transfer workshop Graz 2021"], []]
    rows: list[list[Cell]] = [[*who, "X", "X"] for who in PEOPLE]
    header: list[Cell] = ["Name", "E-mail", "Session 1 (04/10)", "Session 2 (25/10)"]
    assert [day for _a, _c, day, _n in events(read(project, [*above, header, *rows]))] == ["2021-10-04", "2021-10-25"]


HEAD: list[Cell] = ["Date", "City", "Activity", "Community", "Participants"]
FAIR: list[Cell] = ["2021-05-20", "Graz", "LIAISON fair"]


def test_counts_in_rows_and_their_total(project: Project) -> None:
    rows: list[list[Cell]] = [HEAD, [*FAIR, "Local", 12], [*FAIR, "Turkish", 8], ["", "", "", "Total", 20]]
    reading = read(project, rows)
    assert events(reading) == [("project_fair", "graz", "2021-05-20", 20)]
    assert not reading.questions


def test_a_total_that_disagrees_is_asked_about(project: Project) -> None:
    rows: list[list[Cell]] = [HEAD, [*FAIR, "Local", 12], [*FAIR, "Turkish", 8], ["", "", "", "Total", 25]]
    reading = read(project, rows)
    assert sum(headcount.people for headcount in reading.headcounts) == 20
    assert [(question.kind, question.blocking) for question in reading.questions] == [("total", False)]


def test_a_cross_table_with_totals_both_ways(project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Date", "City", "Activity", "Local", "Turkish", "Syrian", "Total"],
        ["2021-05-20", "Graz", "LIAISON fair", 5, 6, 7, 18],
        ["2021-06-20", "Vejle", "School lab", 1, 2, 3, 6],
        ["Total", "", "", 6, 8, 10, 24],
    ]
    reading = read(project, rows)
    assert [people for *_event, people in events(reading)] == [18, 6]
    assert {headcount.community for headcount in reading.headcounts} == {"local", "turkish", "syrian"}
    assert not reading.questions


@pytest.mark.parametrize(
    ("others", "meant"),
    [
        (["25/03/2021"], "2021-04-03"),
        (["03/25/2021"], "2021-03-04"),
        (["03.04.2021"], "2021-04-03"),
    ],
)
def test_the_file_itself_settles_day_and_month(project: Project, others: list[str], meant: str) -> None:
    days = [others[0] if "." in others[0] else "03/04/2021", *others]
    rows: list[list[Cell]] = [[day, "Graz", "Info-session", *PEOPLE[0]] for day in days]
    found = [day for _a, _c, day, _n in events(read(project, [["Date", "City", "Activity", "Name", "E-mail"], *rows]))]
    assert meant in found


def test_a_date_that_nothing_settles_is_asked_about(project: Project) -> None:
    rows: list[list[Cell]] = [["03/04/2021", "Graz", "Info-session", *who] for who in PEOPLE]
    reading = read(project, [["Date", "City", "Activity", "Name", "E-mail"], *rows])
    (question,) = reading.questions
    assert (question.kind, question.blocking) == ("date_order", True)
    assert set(question.suggestions) == {"day first", "month first"}
    assert not reading.attendances


def test_italian_headers_write_the_day_first(project: Project) -> None:
    rows: list[list[Cell]] = [["03/04/2021", "Palermo", "Sessione informativa", *who] for who in PEOPLE]
    reading = read(project, [["Data", "Città", "Attività", "Nome e cognome", "E-mail"], *rows])
    assert events(reading) == [("info_session", "palermo", "2021-04-03", 3)]
