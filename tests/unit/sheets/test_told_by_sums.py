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
    Case("a letter that also is a yes", "att15 ev3 ask0", sheet(register("K", "S", ["Deltog", 5, 5, 5])), hints=TALK),
    Case("nobody marked at first", "att14 ev3 ask0",
         sheet(register("", "Z", ["Παρόντες", 5, 5, 4], marks=("111", "111", "110", "101", "010", "111"))), hints=TALK),
    Case("a column against it", "att5 ev1 ask0", sheet(
        [[*cells, "x" if cells[-1:] == [""] else ""] for cells in listed("zick", "x", "")]
        + [[], ["5 von 6 waren da."]]
    ), hints=TALK),
    Case("a title that says who is marked", "att14 ev3 ask0",
         sheet([["Segnati solo gli assenti"], [], *register("", "f", marks=("110", "111", "101", "111", "011", "110"))
                ]), hints=TALK),
    Case("a key beside the list", "att5 ev1 ask0", sheet(
        [[*cells, None, key] for cells, key in zip(
            listed("Wupp", "T", "D"), ["", "T: mødt", "D: pjækkede", *[""] * 4], strict=True)]
    ), hints=TALK),
    Case("a key of one sign", "att5 ev1 ask0", sheet([["* = hat geschwänzt"], [], *listed("Wupp", "", "*")]),
         hints=TALK),
    Case("a key whose words nobody knows", "q:present",
         sheet([["1 = was there, 2 = wuppede"], [], *listed("Wupp", "1", "2")]), hints=TALK),
    Case("words in place of ticks", "att4 nc2 ask0", sheet(
        [["Name", "Ort", "Wupp"], *([name, "Nord", said] for name, said in zip(
            PEOPLE, ["x", "dukkede ikke op", "x", "måtte på arbejde", "x", "v"], strict=True))]
    ), hints=TALK),
    Case("remarks that only say why people stayed away", "att4 nc2 ask0", sheet(
        [["Navn", "Note"], *([name, said] for name, said in zip(
            PEOPLE, ["", "dukkede ikke op", "", "måtte på arbejde", "", ""], strict=True))]
    ), hints=TALK),
    Case("remarks of other kinds among them", "att5 nc1 ask0", sheet(
        [["Navn", "Note"], *([name, said] for name, said in zip(
            PEOPLE, ["", "dukkede ikke op", "vegetar", "måtte på arbejde", "", ""], strict=True))]
    ), hints=TALK),
    Case("why they stayed away, behind their names", "att4 nc2 ask0", sheet(
        [["Navn", "By"], *([name, "Vejle"] for name in (
            "Aldo Neri", "Bea Conti (dukkede ikke op)", "Carla Riva", "Dino Serra (lå i sengen med feber)",
            "Elsa Monti", "Furio Lodi"))]
    ), hints=TALK),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_numbers_tell_marks(case: Case, project: Project) -> None:
    check(case, project)
