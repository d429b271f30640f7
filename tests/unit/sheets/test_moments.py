"""Columns and cells that say how people were there: in the room or by screen."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.phrases.titles.moments import heads_time_there, tells_time_there, tells_way

from .cases import PEOPLE, Case, check, sheet

TITLE: list[list[Cell]] = [["City committee meeting, Vejle, 3/3/2021"], []]
WAYS: list[list[Cell]] = [["x", ""], ["x", ""], ["", "x"], ["", ""], ["x", ""], ["", "x"]]

PAIRS = [
    ("In person", "Online"),
    ("in presenza", "da remoto"),
    ("Präsenz", "Zoom"),
    ("im Saal", "Videozuschaltung"),
    ("fysisk", "online"),
    ("με φυσική παρουσία", "εξ αποστάσεως"),
    ("Presente in sala", "Presente online"),
]


def listed(headers: list[Cell], marks: list[list[Cell]]) -> list[list[Cell]]:
    return [["Name", *headers], *([name, *own] for name, own in zip(PEOPLE, marks, strict=True))]


@pytest.mark.parametrize("pair", PAIRS)
def test_a_mark_for_either_way_says_that_somebody_came(pair: tuple[str, str], project: Project) -> None:
    check(Case(str(pair), "att5 nc1 ev1 ask0", sheet([*TITLE, *listed(list(pair), WAYS)])), project)


def test_who_stayed_away_may_have_a_column(project: Project) -> None:
    marks = [[*own, "" if any(own) else "x"] for own in WAYS]
    rows = listed(["In person", "Online", "Apologies"], marks)
    check(Case("apologies", "att5 nc1 ev1 ask0", sheet([*TITLE, *rows])), project)


def test_ways_that_people_chose_say_nothing(project: Project) -> None:
    came = [[*own, "x" if at < 2 else ""] for at, own in enumerate(WAYS)]
    rows = listed(["In person", "Online", "Attended"], came)
    check(Case("chosen", "att2 nc4 ev1 ask0", sheet([*TITLE, *rows])), project)
    registered: list[list[Cell]] = [["Registrations for the committee meeting, Vejle, 3/3/2021"], []]
    check(Case("registered", "att0 ask1", sheet([*registered, *listed(["In person", "Online"], WAYS)])), project)


@pytest.mark.parametrize("way", ["via Zoom", "μέσω Zoom", "per Video", "in sala", "i lokalet", "μέσω τηλεφώνου"])
def test_a_way_in_place_of_a_mark_says_that_somebody_came(way: str, project: Project) -> None:
    assert tells_way(way)
    told: list[list[Cell]] = [["yes"], ["yes"], [way], ["no"], [way], ["yes"]]
    check(Case(way, "att5 nc1 ev1 ask0", sheet([*TITLE, *listed(["Present"], told)])), project)


@pytest.mark.parametrize("text", ["not on Zoom", "left the room", "Anna Zoom", "x", "ill"])
def test_other_texts_tell_no_way(text: str) -> None:
    assert not tells_way(text)


@pytest.mark.parametrize(
    "mark", ["only mornings", "30 min late", "from 10 h", "nur vormittags", "ab 10 Uhr", "bis Mittag", "halbtags"]
)
def test_a_mark_says_for_how_long_somebody_was_there(mark: str) -> None:
    assert tells_time_there(mark)


@pytest.mark.parametrize("mark", ["10", "x", "3 4", "nicht vormittags", "Anna Abend", "ill from 10", "krank"])
def test_other_marks_say_nothing_of_time(mark: str) -> None:
    assert not tells_time_there(mark)


@pytest.mark.parametrize(
    "header",
    ["Units attended", "besuchte UE (max. 4)", "lezioni frequentate (su 4)", "Lektioner fulgt",
     "Ενότητες που παρακολούθησε", "hours present"],
)  # fmt: skip
def test_whoever_attended_no_part_of_a_course_was_absent(header: str, project: Project) -> None:
    assert heads_time_there(header)
    rows = listed([header, "Certificate"], [[4, "yes"], [0, "no"], [2, "no"], [4, "yes"], [0, "no"], [3, "yes"]])
    check(Case(header, "att4 nc2 ask0", sheet([*TITLE, *rows])), project)


@pytest.mark.parametrize("header", ["Besuchte Kurse bisher", "attended", "Module", "number of lessons"])
def test_other_headers_say_nothing_of_the_time_that_people_were_there(header: str) -> None:
    assert not heads_time_there(header)


@pytest.mark.parametrize("line", ["0 = nicht erschienen", "0 = non venuto", "0 = udeblevet", "0 = did not come"])
def test_a_line_explains_that_nobody_with_a_0_came(line: str, project: Project) -> None:
    rows = listed(["Modules (of 3)", "Certificate"], [[3, "x"], [0, ""], [2, ""], [3, "x"], [0, ""], [3, "x"]])
    check(Case(line, "att4 nc2 ask0", sheet([*TITLE, *rows, [], [line]])), project)
