"""What a file says of an event in an unusual place, and lists beside those that were read."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE, Case, check, sheet

Rows = list[list[Cell]]


def _marked() -> Rows:
    return [[name, 1, at % 2] for at, name in enumerate(PEOPLE)]


def _listed() -> Rows:
    return [[name, "a"] for name in PEOPLE]


LOG: Rows = [
    ["Date", "What", "Attended"],
    [date(2021, 10, 4), "School lab, class 6b", 22],
    [date(2021, 10, 11), "Info session for parents", 17],
    [date(2021, 10, 18), "Focus group, girls only", 9],
]
REGISTER: Rows = [
    ["Nome", date(2021, 10, 4), date(2021, 10, 11)],
    *_marked(),
]


@pytest.mark.parametrize(
    "rows",
    [
        [*LOG, [], ["Blorft: Keplerschule, Graz"]],
        [[*LOG[0], "", "", "Keplerschule, Graz"], *LOG[1:]],
        [*LOG[:2], [date(2021, 10, 11), "Info session for parents in Graz", 17], LOG[3]],
    ],
    ids=["below", "in a header", "in one row"],
)
def test_the_only_city_of_a_sheet_is_that_of_its_events(rows: Rows, project: Project) -> None:
    check(Case("city", "head48 ev3 ask0 city:graz", sheet(rows)), project)


def test_two_cities_or_none_are_asked_about(project: Project) -> None:
    check(Case("none", "ev0 q:city!", sheet(LOG)), project)
    check(Case("two", "ev0 q:city!", sheet([*LOG, [], ["Blorft Graz"], ["Gnaf Kassel"]])), project)


def test_a_sheet_without_a_list_names_the_event_of_another(project: Project) -> None:
    told = sheet([["Laboratorio scolastico a Palermo"], ["Blorft 2021"]], "Zwirk")
    check(Case("told", "att9 ev2 ask0 city:palermo", sheet(REGISTER, "6B"), told), project)


def test_what_another_list_is_of_is_nothing_for_this_one(project: Project) -> None:
    other: Rows = [["Info session in Palermo, 3.11.2021"], [], ["Name", "Frup"], *_listed()]
    check(Case("other", "q:activity!", sheet(other, "Zwirk"), sheet(REGISTER, "6B")), project)


@pytest.mark.parametrize(
    "rows",
    [
        [["Frup", "Name", "Phone"], ["Blorf", "Ute Lang", "22 33 44 10"], ["Gnaf", "Mona Said", "22 33 44 11"]],
        [["Snirk", "Gnaf"], ["Ute Lang", "ute@example.org"], ["Mona Said", "mona@example.org"]],
        [["Navn", "Tid", "Post"], ["Ute Lang", "9-12", "indgang"], ["Mona Said", "12-14", "scene"]],
    ],
    ids=["contacts", "unknown headers", "shifts"],
)
def test_a_list_of_no_event_beside_events_that_were_read_is_left_out(rows: Rows, project: Project) -> None:
    log, beside = sheet([["Graz"], *LOG], "Zwirk"), sheet(rows, "Blorf")
    check(Case("behind", "head48 att0 ev3 ask0", log, beside), project)
    check(Case("before", "head48 att0 ev3 ask0", beside, log), project)


@pytest.mark.parametrize(
    "rows",
    [
        [["Navn", "Community"], ["Ute Lang", "local"], ["Mona Said", "syrian"]],
        [["Name", "Frup"], ["Ute Lang", "x"], ["Mona Said", "x"]],
        [["Focus group"], [], ["Name", "Frup"], ["Ute Lang", "a"], ["Mona Said", "b"]],
    ],
    ids=["participants", "marks", "another event"],
)
def test_a_list_that_may_be_of_an_event_is_asked_about(rows: Rows, project: Project) -> None:
    check(Case("list", "q:date!", sheet([["Graz"], *LOG], "Zwirk"), sheet(rows, "Blorf")), project)


def test_a_list_like_the_one_that_was_read_is_asked_about(project: Project) -> None:
    title: Rows = [["School lab in Graz, 7 September 2021"], []]
    first: Rows = [["Name", "Frup"], *_listed()]
    more: Rows = [["Name", "Frup"], ["Ute Lang", "a"], ["Mona Said", "b"]]
    check(Case("alike", "q:date!", sheet([*title, *first], "Blorf"), sheet(more, "Snirk")), project)
