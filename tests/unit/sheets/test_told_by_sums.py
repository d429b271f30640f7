"""Marks that nobody knows, and sums or numbers of people that tell which of them are of those who were there."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from tests.unit.sheets.cases import PEOPLE, Case, check, sheet

TALK = Hints(activity="info_session", city="kassel", date=date(2021, 10, 5))
DAYS: list[Cell] = [date(2021, 10, day) for day in (5, 12, 19)]
MARKS = ("110", "111", "101", "111", "011", "111")
"""Who was there on each day: 5, 5 and 5 of 6 people."""

HERE = "110111"
"""Who came to the event: 5 of 6 people."""


def register(there: str, away: str, *below: list[Cell], marks: tuple[str, ...] = MARKS) -> list[list[Cell]]:
    """People with one of two marks under each day, and rows below them."""
    rows: list[list[Cell]] = [["Name", *DAYS]]
    for name, told in zip(PEOPLE, marks, strict=True):
        own: list[Cell] = [{"1": there, "0": away}.get(one, one) for one in told]
        rows.append([name, *own])
    return [*rows, *below]


def listed(header: str, there: str, away: str, *below: list[Cell], here: str = HERE) -> list[list[Cell]]:
    """People with one of two marks under a header, and rows below them."""
    rows: list[list[Cell]] = [["Name", "Ort", header]]
    rows += [[name, "Nord", there if one == "1" else away] for name, one in zip(PEOPLE, here, strict=True)]
    return [*rows, *below]


CASES = [
    Case("a word for a sum, letters", "att15 ev3 ask0", sheet(register("K", "W", ["Summe", 5, 5, 5])), hints=TALK),
    Case("words that nobody knows", "att15 ev3 ask0", sheet(register("plop", "meh", ["Wupp", 5, 5, 5])), hints=TALK),
    Case("an empty row above the sums", "att15 ev3 ask0", sheet(register("#", ".", [], ["Σ", 5, 5, 5])), hints=TALK),
    Case("only the absent are marked", "att15 ev3 ask0", sheet(register("", "Z", ["Came", 5, 5, 5])), hints=TALK),
    Case("how many were absent", "att15 ev3 ask0", sheet(register("", "Z", ["Assenti", 1, 1, 1], ["Venuti", 5, 5, 5])),
         hints=TALK),
    Case("a part of the sum below it", "att18 ev3 ask0",
         sheet(register("K", "W", ["Summe", 6, 6, 6], ["davon K", 5, 5, 5])), hints=TALK),
    Case("those who came late, below the sum", "att17 ev3 ask0",
         sheet(register("x", "L", ["Anwesend", 6, 6, 5], ["davon zu spät", 1, 1, 0],
                        marks=("11-", "111", "101", "111", "011", "111"))), hints=TALK),
    Case("a number behind a label", "att5 ev1 ask0", sheet(listed("Wupp", "grün", "rot", ["Anwesend", "", 5])),
         hints=TALK),
    Case("a sentence below", "att5 ev1 ask0", sheet(listed("Wupp", "K", "W", [], ["5 von 6 sind gekommen."])),
         hints=TALK),
    Case("times", "att5 ev1 ask0", sheet(listed("Pling", "16:41", "", [], ["Fremmødte: 5"])), hints=TALK),
    Case("no header", "att5 ev1 ask0", sheet(listed("", "tric", "trac", [], ["Sono venuti in 5."])), hints=TALK),
    Case("another column has as many, so as many came either way", "att5 ask0", sheet(
        [[*cells, more] for cells, more in zip(
            listed("Wupp", "K", "W", [], ["Es kamen 5 Personen."]), ["Zapp", *"BBBBBD", "", ""], strict=True)]
    ), hints=TALK),
    Case("a number that fits no mark", "att0 ask1", sheet(listed("Wupp", "K", "W", [], ["Es kamen 4 Personen."])),
         hints=TALK),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_numbers_tell_marks(case: Case, project: Project) -> None:
    check(case, project)
