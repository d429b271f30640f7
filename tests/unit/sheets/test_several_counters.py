"""Numbers that several people counted of the same visitors."""

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import Case, check, sheet

FAIR: list[list[Cell]] = [["LIAISON project fair, Palermo"], ["Date", "2021-07-10"], []]

ASKED = [
    (
        ["Who counted", "Visitors", "Remark"],
        [["Door team", 84, "went for lunch"], ["Library volunteers", 137, ""]],
        "?",
    ),
    (["Gezählt von", "Besucher"], [["Ernst", 84], ["Ida", 91]], None),
    (["Chi ha contato", "Visitatori"], [["Nino", 84], ["Rosa", 90], ["portineria", 75]], "da chiarire"),
    (["Talt af", "Besøgende"], [["Ida", 84], ["Bo", 85]], None),
    (["Ποιος μέτρησε", "Επισκέπτες"], [["Άννα", 84], ["Νίκος", 99]], None),
    (["Counter", "Visitors"], [["A", 84], ["B", 137]], None),
    (["Source", "Number", "Comment"], [["Door clicker", 96, "in and out"], ["Coffee cups", 118, ""]], None),
    (["Zählweise", "Personen"], [["Klicker", 96], ["Schätzung", 140]], None),
    (["Metodo", "Persone"], [["Contapersone", 96], ["Stima", 140]], None),
    (["Kilde", "Antal"], [["Klikker", 96], ["Skøn", 140]], None),
    (["Πηγή", "Άτομα"], [["Μετρητής", 96], ["Εκτίμηση", 140]], None),
    (["What", "People"], [["Clicker", 96], ["Estimate", 140]], None),
]
COUNTED = [
    (["Counted by", "Visitors"], [["Ann, gate 1", 84], ["Ben, gate 2", 137]], 221),
    (["Counted by", "Gate", "Visitors"], [["Ann", "north", 84], ["Ben", "south", 137]], 221),
    (["Hour", "Counted by", "Visitors"], [["10-11", "Ann", 84], ["11-12", "Ben", 137]], 221),
    (["Counted by", "Visitors"], [["Ann", 221]], None),
    (["Source", "Visitors"], [["Flyer", 84], ["Radio", 137]], 221),
    (["Gate", "Visitors"], [["Clicker north", 84], ["Clicker south", 137]], 221),
]


@pytest.mark.parametrize(("header", "rows", "total"), ASKED)
def test_two_counts_of_the_same_visitors_are_asked_about(
    header: list[Cell], rows: list[list[Cell]], total: Cell, project: Project
) -> None:
    below: list[list[Cell]] = [["Total", total]] if total is not None else []
    check(Case("counts", "head0 ask1", sheet([*FAIR, header, *rows, *below])), project)


@pytest.mark.parametrize(("header", "rows", "total"), COUNTED)
def test_counts_of_several_gates_or_hours_add_up(
    header: list[Cell], rows: list[list[Cell]], total: Cell, project: Project
) -> None:
    below: list[list[Cell]] = [["Total", *[""] * (len(header) - 2), total]] if total is not None else []
    check(Case("counts", "head221 ask0", sheet([*FAIR, header, *rows, *below])), project)


@pytest.mark.parametrize("header", ["people in the room", "Personen im Raum", "persone in sala", "personer i salen"])
def test_people_in_the_room_on_other_days_are_those_who_came(project: Project, header: str) -> None:
    rows: list[list[Cell]] = [["date", "city", "what", "topic", header, "hours"]]
    rows += [
        ["2021-10-06", "Kassel", "Skill-transfer workshop", "CV writing", 13, 1.5],
        ["2021-10-13", "Vejle", "Focus group", "Young people", 7, 1.5],
        ["2021-10-20", "Athens", "Info session", "Health cards", 31, 3],
    ]
    check(Case("days", "head51 ev3 ask0", sheet(rows)), project)
    times: list[list[Cell]] = [[None, "Time", header], [None, "10:00", 12], [None, "11:00", 30], [None, "12:00", 22]]
    check(Case("times", "head0 ask1", sheet([*FAIR, *times])), project)
