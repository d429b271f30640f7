"""Registers of several days, with a list of their people on another sheet."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.codes.listed_people import join_listed_people
from tests.unit.sheets.grids import events, read

TITLE: list[list[Cell]] = [["Attendance 2021"], ["Skill-transfer workshop"], ["Kassel"], []]
PEOPLE = (("Alva Berg", "local"), ("Bruno Conti", "Syrian"), ("Chiara Dahl", "Syrian"), ("Ole Krag", "local"))
LIST: list[list[Cell]] = [["No.", "Name", "Community"], *([at, *one] for at, one in enumerate(PEOPLE, start=1))]
MARKS = (("x", "x"), ("x", ""), ("", "x"), ("", ""))
DAYS = [("2021-05-18", 2), ("2021-05-25", 2)]


@pytest.mark.parametrize("by", ["name", "number", "both"])
@pytest.mark.parametrize("first", [True, False])
def test_a_list_says_more_about_those_who_came(by: str, first: bool, project: Project) -> None:
    heads = {"name": ["Name"], "number": ["No."], "both": ["No.", "Name"]}[by]
    keys = {
        "name": lambda at: [PEOPLE[at][0]],
        "number": lambda at: [at + 1],
        "both": lambda at: [at + 1, PEOPLE[at][0]],
    }
    rows = [*TITLE, [*heads, "18 May", "25 May"], *([*keys[by](at), *MARKS[at]] for at in range(len(PEOPLE)))]
    reading = read(project, *((LIST, rows) if first else (rows, LIST)))
    assert not reading.questions
    assert sorted((day, people) for _activity, _city, day, people in events(reading)) == DAYS
    assert sorted(f"{row.name} {row.community}" for row in reading.attendances) == [
        "Alva Berg local", "Alva Berg local", "Bruno Conti syrian", "Chiara Dahl syrian",
    ]  # fmt: skip


@pytest.mark.parametrize("participants", ["Participants", "Teilnehmende", "Partecipanti", "Deltagere", "Συμμετέχοντες"])
def test_a_word_for_people_heads_their_names(participants: str, project: Project) -> None:
    rows = [*TITLE, [participants, "18 May", "25 May"], *([PEOPLE[at][0], *MARKS[at]] for at in range(len(PEOPLE)))]
    listed = [["No.", participants, "Community"], *LIST[1:]]
    assert {row.community for row in read(project, listed, rows).attendances} == {"local", "syrian"}


def test_a_list_with_a_day_of_its_own_is_of_another_event(project: Project) -> None:
    rows = [*TITLE, ["Name", "18 May", "25 May"], *([PEOPLE[at][0], *MARKS[at]] for at in range(len(PEOPLE)))]
    reading = read(project, rows, [["Skill-transfer workshop, Kassel, 1 June 2021"], [], *LIST])
    assert ("skill_transfer_workshop", "kassel", "2021-06-01", 4) in events(reading)


@pytest.mark.parametrize("header", ["31.", "Workshop", "Signature", "Came"])
def test_marks_of_another_day_are_not_left_out(header: str) -> None:
    register = Grid("Register", [["Name", "18 May 2021", "25 May 2021"], *([one[0], "x", "x"] for one in PEOPLE)])
    listed = Grid("List", [["Name", header], *([one[0], "x"] for one in PEOPLE)])
    assert join_listed_people([listed, register]) == [listed, register]
