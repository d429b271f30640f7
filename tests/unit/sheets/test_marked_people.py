"""Lists in which only some people have a mark, or a word for absence in place of something else."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.phrases.remarks.marked_people import tells_who_is_marked
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, register, sheet


@pytest.mark.parametrize(
    ("line", "there"),
    [
        ("segnati solo gli assenti (A), gli altri c'erano tutti", False), ("angekreuzt sind nur die Fehlenden", False),
        ("kun fraværende er markeret", False), ("με Χ όσοι έλειπαν", False), ("a cross means absent", False),
        ("no tick: was there", False), ("Fehlende bitte nicht ankreuzen", True), ("i presenti sono spuntati", True),
        ("nur Anwesende abhaken", True), ("Presenti e assenti segnati", None), ("Only members can vote", None),
        ("Alle waren da, nur Anna fehlte", None), ("Ohne Ticket gekommen (bar bezahlt):", None),
    ],
)  # fmt: skip
def test_a_line_says_who_is_marked(line: str, there: bool | None) -> None:
    assert tells_who_is_marked(line) is there


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("only the absent are ticked", "att4 nc2 ask0"), ("segnati solo gli assenti", "att4 nc2 ask0"),
        ("x = fehlt", "att4 nc2 ask0"), ("kun de fremmødte er markeret", "att2 nc4 ask0"),
        ("X = manca il modulo", "att6 nc0"), ("crossed: form missing", "att6 nc0"),
    ],
)  # fmt: skip
def test_marks_under_any_header_are_what_a_line_says(line: str, expected: str, project: Project) -> None:
    marks: list[Cell] = ["x", "", "", "x", "", ""]
    heads: list[Cell] = ["Name", "Zorb"]
    rows: list[list[Cell]] = [heads, *([name, mark] for name, mark in zip(PEOPLE, marks, strict=True))]
    check(Case(line, expected, sheet([*TITLE, [line], [], *rows])), project)


@pytest.mark.parametrize(
    ("things", "away"),
    [
        (("shelf", "box"), "missing"), (("Hocker", "Kiste"), "fehlt"), (("mensola", "panca"), "non pervenuto"),
        (("hylde", "kasse"), "udeblevet"), (("ράφι", "κουτί"), "απών/απούσα"), (("18:04", "18:10"), "missing"),
    ],
)  # fmt: skip
def test_a_word_for_absence_in_place_of_something_else(things: tuple[str, str], away: str, project: Project) -> None:
    one, two = things
    check(Case(away, "att5 nc1 ask0", sheet(register("Zorb", [one, two, away, one, two, one]))), project)


@pytest.mark.parametrize(("header", "given", "lacks"), [("Modulo privacy", "consegnato", "manca")])
def test_a_paper_may_be_missing(header: str, given: str, lacks: str, project: Project) -> None:
    rows = register(header, [given, given, lacks, given, given, given])
    check(Case(header, "att6 nc0", sheet(rows)), project)


def test_words_for_ways_of_coming_beside_words_for_absence(project: Project) -> None:
    said: list[Cell] = ["in the room", "online", "apologies", "in the room", "late", "excused"]
    check(Case("ways", "att4 nc2 ask0", sheet(register("Zorb", said))), project)
    heads: list[Cell] = ["Nachname", "Vorname", "3.3.2021 16:00 Alle Teilnehmer"]
    rows = [[*reversed(name.split()), word] for name, word in zip(PEOPLE, said, strict=True)]
    check(Case("a day", "att4 nc2 ask0", sheet([*TITLE, heads, *rows])), project)
