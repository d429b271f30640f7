"""Notes with numbers of people right of a list, and lines that add people to it."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.headcounts.beside_lists.notes_beside import states_numbers
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

LIST = [["Name", "Organisation"], *([name, "Zorb"] for name in PEOPLE)]

NOTES: list[list[Cell]] = [
    ["Walk-ins: 5"],
    ["Walk-ins", 5],
    ["nicht auf der Liste: 5"],
    ["Uden tilmelding", 5],
    ["più 5 passanti"],
    ["Χωρίς εγγραφή προσήλθαν: 5"],
    ["In addition, 5 people came without signing"],
]


@pytest.mark.parametrize("note", NOTES, ids=str)
@pytest.mark.parametrize("row", [0, 2])
def test_a_note_beside_a_list_adds_people(project: Project, note: list[Cell], row: int) -> None:
    rows = [[*cells, "", *note] if at == row + 1 else cells for at, cells in enumerate(LIST)]
    check(Case("beside", "att6 head5 ask0", sheet([*TITLE, *rows])), project)


def test_notes_of_things_and_of_the_absent_change_nothing(project: Project) -> None:
    rows = [[*cells, "", note] for cells, note in zip(LIST, ["", "Chairs: 40", "Apologies: 3", *[""] * 4], strict=True)]
    check(Case("beside", "att6 head0 ask0", sheet([*TITLE, *rows])), project)


@pytest.mark.parametrize("cells", [["with her 2 children"], ["+2 children"], ["left early"], [2, "Total", 9]], ids=str)
def test_remarks_are_no_notes(cells: list[Cell]) -> None:
    assert not states_numbers(cells)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("+ 4 mums", 4),
        ("+ 4 mamme", 4),
        ("+ 4 mødre", 4),
        ("+ 4 μητέρες", 4),
        ("+ 4 Mütter", 4),
        ("Oltre ai registrati, altre 6 persone sono entrate senza iscriversi", 6),
        ("Oltre ai registrati 6", 6),
        ("Neben den Angemeldeten kamen 5 Personen", 5),
        ("Udover de tilmeldte kom 6 personer", 6),
        ("Besides those registered, 6 people came", 6),
        ("Εκτός από τους εγγεγραμμένους ήρθαν 5 άτομα", 5),
        ("Επιπλέον, χωρίς να γραφτούν: 4 άτομα", 4),
        ("Uanmeldte, kom bare ind ad døren: 7", 7),
        ("Walk-ins, just came through the door: 7", 7),
        ("Just walked in off the street: 7", 7),
        ("Kom bare ind ad døren: 7", 7),
        ("nicht registrierte Besucher*innen: 9", 9),
        ("Also 3 neighbours who would not give a name", 3),
        ("as well as 4 children", 4),
        ("καθώς και 4 παιδιά", 4),
    ],
)
@pytest.mark.parametrize("gap", [[], [[]]], ids=["below", "apart"])
def test_a_line_of_others_adds_people(project: Project, line: str, people: int, gap: list[list[str]]) -> None:
    check(Case(line, f"att6 head{people} ask0", sheet([*TITLE, *LIST, *gap, [line]])), project)


@pytest.mark.parametrize(
    "line",
    [
        "Insgesamt waren 64 Menschen am Stand (mit den Eingetragenen).",
        "6 listed, 64 in all",
        "In tutto 64 persone, compresi i firmatari",
        "I alt 64 deltagere, heraf 6 på listen",
    ],
)
def test_a_total_that_includes_the_list_counts(project: Project, line: str) -> None:
    check(Case(line, "att6 head64 ask0", sheet([*TITLE, *LIST, [], [line]])), project)


def test_a_box_beside_a_list_adds_people(project: Project) -> None:
    box: list[list[Cell]] = [[], ["Listed", 6], ["Walk-ins", 3], ["Meals", 20], [], [], []]
    rows = [[*cells, "", *more] for cells, more in zip(LIST, box, strict=True)]
    check(Case("box", "att7 head3 ask0", sheet([*TITLE, *rows, ["Anita Rossi", "Zorb"]])), project)
