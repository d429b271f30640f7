"""Lists of people without a header, and what looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints

from .cases import Case, check, sheet

NAMES = ("Berg, Anna", "Lund, Tom", "Gast, Ida", "Note, Uwe", "Sander, Eva")
GIVEN = Hints("skill_transfer_workshop", "graz", date(2021, 5, 4))


def beside(*texts: str) -> list[list[Cell]]:
    return [[name, text] for name, text in zip(NAMES, texts, strict=True)]


CASES = [
    Case("one word for all", "att5 named5", sheet(beside(*["Deltager"] * 5)), hints=GIVEN),
    Case("addresses", "att5", sheet(beside(*(f"p{n}@example.org" for n in range(5)))), hints=GIVEN),
    Case("genders", "att5 gen:female=3", sheet(beside("donna", "uomo", "donna", "uomo", "donna")), hints=GIVEN),
    Case("a tick is missing", "att4 rej1 q:blank", sheet(beside("x", "x", "x", "", "x")), hints=GIVEN),
    Case("under a title and over a signature", "att3 date:2021-05-12", sheet([
        ["Laboratorio nelle scuole"], ["Palermo, 12 maggio 2021"], [], [1, "Riva Luca", "3B"], [2, "Conti Bea", "3B"],
        [3, "Neri Ugo", "3A"], [], ["Firma del docente: ____"],
    ])),
    Case("right under labels", "att3 city:graz", sheet([
        ["Activity", "Skill-transfer workshop"], ["City", "Graz"], ["Date", "4 May 2021"],
        ["Anna Berg", "anna@example.org"], ["Tom Lund", "tom@example.org"], ["Ida Krag", "ida@example.org"],
    ])),
    Case("names alone", "att6 named6", sheet([
        ["Skill-transfer workshop Graz, 4 May 2021"], [], *([name] for name in NAMES), ["Bo Holm"], [],
        ["Thank you all!"],
    ])),
    Case("blocks with their sums", "q:row", sheet([
        ["Committee meeting Graz, 4 May 2021"], ["", "", "", "pres."], ["City"],
        [1, "Anna Berg", "Mrs", "✓"], [2, "Tom Lund", "Mr", "exc."], [3, "Ida Krag", "Mrs", "✓"],
        ["", "present", "", 2], ["Parishes"],
        [4, "Ugo Riva", "Mr", "✓"], [5, "Bea Conti", "Mrs", "exc."], [6, "Eva Sand", "Mrs", "✓"],
        ["", "present", "", 2], [], ["", "Present in all", "", 4],
    ])),
    Case("an unknown header beside", "att3 named3", sheet([
        ["Navn", "Yndlingsfarve"], ["Anna Berg", "rød"], ["Tom Lund", ""], ["Ida Krag", "blå"],
    ]), hints=GIVEN),
    *(Case(head, "att3 named3", sheet([
        [head, "Bike", "Fixed"], ["Anna Berg", "cargo", "chain"], ["Tom Lund", "old racer", "nothing, just watched"],
        ["Ida Krag", "e-bike", "brakes"],
    ]), hints=GIVEN) for head in ("Who came", "Wer war da", "Hvem var med", "Chi c'era", "Ποιοι ήρθαν")),
    Case("who wants to come", "refused", sheet([
        ["Who will come", "Bike", "Wish"], ["Anna Berg", "cargo", "chain"], ["Tom Lund", "racer", "wheel"],
    ]), hints=GIVEN),
    Case("goods under a name", "refused", sheet([
        ["Name", "Shelf"], ["Red paint", "L"], ["Blue paint", "M"], ["Green paint", "L"],
    ]), hints=GIVEN),
    Case("goods", "refused", sheet([["Apple juice", "Box"], ["Orange juice", "Box"], ["Green tea", "Box"]]),
         hints=GIVEN),
    Case("a header over numbers that looks like a name", "att4 named4", sheet([
        ["Tischcode", "Platz Von", "Farbcode", "Fach", "Reihe"], ["T1", "Anna Berg", "ja", 9, 25],
        ["T2", "Tom Lund", "ja", 12, 25], ["T3", "Ida Krag", "ja", 12, 31], ["T4", "Eva Sand", "ja", 9, 25],
    ]), hints=GIVEN),
    Case("a plan of stands", "att0 q:sheet!", sheet([
        ["Posteggio", "Assegnato a", "Merce", "mq", "Canone €", "Corrente"], ["P01", "Ass. Alba", "cibo", 9, 25, "no"],
        ["P02", "Libreria Pagine", "libri", 12, 25, "sì"], ["P03", "Sartoria Aghi", "abiti", 9, 25, "sì"],
        ["P04", "Orto Comune", "spezie", 12, 25, "no"], ["totale", None, None, 42, 100, None],
    ]), hints=GIVEN),
    Case("a letter", "refused", sheet([["Dear all,"], ["thank you."], ["Best regards"], ["Anna Berg"], ["Tom Lund"]]),
         hints=GIVEN),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_lists_without_a_header(case: Case, project: Project) -> None:
    check(case, project)
