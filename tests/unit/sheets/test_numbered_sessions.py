"""Headers that only number sessions or days, and days above lists with the header again."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints

from .cases import PEOPLE, Case, check, sheet

HERE = Hints("skill_transfer_workshop", "graz")
GIVEN = Hints("skill_transfer_workshop", "graz", date(2021, 5, 4))
MARKS: list[list[Cell]] = [["Aldo Neri", "x", "", "x"], ["Bea Conti", "x", "x", ""], ["Carla Riva", "", "x", "x"]]
NUMBERED: list[list[Cell]] = [[number, *cells] for number, cells in enumerate(MARKS, start=1)]

CASES = [
    Case("lessons on a given day", "att3 ev1", sheet([["Name", 1, 2, 3], *MARKS]), hints=GIVEN),
    Case("lessons on no day", "att0 q:date!", sheet([["Name", "Lez. 1", "Lez. 2", "Lez. 3"], *MARKS]), hints=HERE),
    Case("letters and numbers", "att3", sheet([["Navn", "L1", "L2", "L3"], *MARKS]), hints=GIVEN),
    Case("days of a month", "att6 ev3 date:2021-05-17", sheet([
        ["Anwesenheitsliste Mai 2021"], [], ["Nr", "Name", "3", "10", "17", "Summe"],
        *([*cells, 2] for cells in NUMBERED),
    ]), hints=HERE),
    Case("all days of a month", "att2 ev2 date:2021-06-30", sheet([
        ["Μητρώο παρουσιών - Ιούνιος 2021"], ["Ονοματεπώνυμο", *range(1, 32)],
        ["Άννα Παπά", *["x" if day in (3, 30) else "" for day in range(1, 32)]],
    ]), hints=HERE),
    Case("lessons or days", "att0 q:date!", sheet([["Registro maggio 2021"], ["Nome", 1, 2, 3], *MARKS]), hints=HERE),
    Case("grades", "refused", sheet([
        ["Name", 1, 2, 3], ["Aldo Neri", 4, 5, 3], ["Bea Conti", 2, 3, 1], ["Carla Riva", 5, 5, 4],
    ]), hints=GIVEN),
    Case("a day and its topic over each list", "att4 ev2 date:2021-05-19", sheet([
        ["Laboratorio di cucina", "Palermo"], [date(2021, 5, 12), "ore 17:00", "Pane"], ["Cognome", "Nome", "Comunità"],
        ["Neri", "Aldo", "locale"], ["Conti", "Bea", "senegalese"], [], [date(2021, 5, 19), "ore 17:00", "Sapone"],
        ["Cognome", "Nome", "Comunità"], ["Neri", "Aldo", "locale"], ["Riva", "Ugo", "locale"],
    ]), hints=Hints("skill_transfer_workshop", "palermo")),
    Case("a list with a day in each row over another", "att3 date:2021-05-12", sheet([
        ["Datum", "Name", "Stadt"], ["12.05.2021", "Aldo Neri", "Graz"], ["19.05.2021", "Bea Conti", "Graz"],
        ["Datum", "Name", "Stadt"], ["26.05.2021", "Carla Riva", "Graz"],
    ]), hints=HERE),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_numbers_and_days_as_headers(case: Case, project: Project) -> None:
    check(case, project)


def test_days_over_marks_are_a_header_whatever_stands_beside_them(project: Project) -> None:
    head: list[Cell] = ["Spieler:in", "Rolle im Stück", "6.9.2021", "13.9.2021", "27.9.2021"]
    rows: list[list[Cell]] = [[name, "Chor", "✓", "f", "✓"] for name in PEOPLE]
    above: list[list[Cell]] = [["Skill-Transfer-Workshop, Kassel"], ["✓ da · f gefehlt"], []]
    check(Case("days", "att12 ev2", sheet([*above, head, *rows])), project)


@pytest.mark.parametrize(
    ("header", "voice", "foot"),
    [
        ("Χορωδός", "Φωνή", "Παρόντες"),
        ("Corista", "Voce", "Presenti"),
        ("Chormitglied", "Stimme", "Anwesend"),
        ("Korsanger", "Stemme", "Til stede"),
        ("Chorister", "Voice", "Present"),
    ],
)
def test_days_over_ones_and_noughts_beside_names_are_a_header(
    header: str, voice: str, foot: str, project: Project
) -> None:
    head: list[Cell] = [header, voice, "2021-09-14", "2021-09-21"]
    marks = [(1, 0), (1, 1), (0, 1), (1, 1), (1, 0), (1, 1)]
    rows: list[list[Cell]] = [[name, "Alto", *one] for name, one in zip(PEOPLE, marks, strict=True)]
    for below in ([], [[foot, "", 5, 4]]):
        check(Case("days", "att9 ev2 rej0 ask0", sheet([head, *rows, *below]), hints=HERE), project)
