"""Boxes with numbers right of a list of people."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

YES_AND_NO = ("ja", "ja", "nej", "ja", "ja", "afbud")
COMMUNITIES = ("syrisk", "syrisk", "bosnisk", "bosnisk", "bosnisk", "bosnisk")


def beside(head: list[Cell], values: tuple[str, ...], *box: list[Cell], gap: int = 1) -> list[list[Cell]]:
    """A list of six people with a value each, and a box right of it of which the first line is in the header row."""
    blank: list[Cell] = [""] * gap
    lines = [*box[1:], *[["", ""]] * (len(PEOPLE) - len(box) + 1)]
    people = [[name, value, *blank, *line] for name, value, line in zip(PEOPLE, values, lines, strict=True)]
    return [*TITLE, [*head, *blank, *box[0]], *people]


CASES = (
    Case("a box that begins beside the header", "att4 nc2 ask0", sheet(beside(
        ["Navn", "Mødt op"], YES_AND_NO, ["Tilmeldte", 6], ["Mødt op", 4], ["Afbud", 1], ["Udeblevet", 1]))),
    Case("the same without an empty column", "att4 nc2 ask0", sheet(beside(
        ["Navn", "Mødt op"], YES_AND_NO, ["Tilmeldte", 6], ["Mødt op", 4], ["Afbud", 1], ["Udeblevet", 1], gap=0))),
    Case("a box with a title", "att4 nc2 ask0", sheet(beside(
        ["Navn", "Mødt op"], YES_AND_NO, ["Oversigt", ""], ["Tilmeldt", 6], ["Mødt op", 4], ["Afbud", 1]))),
    Case("a box with a header of its own", "att4 nc2 ask0", sheet(beside(
        ["Name", "Anwesend"], ("ja", "ja", "nein", "ja", "ja", "nein"), ["Zusammenfassung", "Anzahl"],
        ["angemeldet", 6], ["anwesend", 4], ["nicht erschienen", 2]))),
    Case("a box by community", "att6 com:syrian=2 com:bosnian=4 ask0", sheet(beside(
        ["Navn", "Baggrund"], COMMUNITIES, ["Baggrund", "Antal"], ["syrisk", 2], ["bosnisk", 4]))),
    Case("a box in Greek", "att3 nc3 ask0", sheet(beside(
        ["Όνομα", "Παρών"], ("ναι", "όχι") * 3, ["Εγγεγραμμένοι", 6], ["Παρόντες", 3], ["Απόντες", 3]))),
    Case("a box with another total", "q:total!", sheet(beside(
        ["Navn", "Mødt op"], YES_AND_NO, ["Oversigt", ""], ["I alt", 9], ["Afbud", 1]))),
    Case("two columns of the list that few people fill", "att6 head3", sheet(beside(
        ["Navn", "Baggrund"], COMMUNITIES, ["Bemærkning", "Gæster"], ["tager børn med", 2], ["med ven", 1], gap=0))),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_box_right_of_a_list(case: Case, project: Project) -> None:
    check(case, project)
