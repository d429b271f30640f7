"""Which of several columns of people counts those who came."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints

from .cases import Case, check, sheet

HEADERS = [
    ("Partecipanti previsti", "Partecipanti effettivi"),
    ("geplante Teilnehmer", "Teilnehmer"),
    ("Forventede deltagere", "Deltagere"),
    ("Αναμενόμενοι συμμετέχοντες", "Συμμετέχοντες"),
    ("Expected participants", "Participants"),
]
TARGETS = [
    ("Mål (deltagere)", "Faktiske deltagere"),
    ("Soll-Teilnehmer", "Ist-Teilnehmer"),
    ("Obiettivo partecipanti", "Partecipanti effettivi"),
    ("Στόχος συμμετεχόντων", "Συμμετέχοντες"),
    ("Target (participants)", "Actual (participants)"),
]


@pytest.mark.parametrize(("planned", "came"), [*HEADERS, *TARGETS])
def test_expected_people_do_not_count(planned: str, came: str, project: Project) -> None:
    rows = [
        ["Date", "Activity", planned, came, "Notes"],
        ["2021-04-09", "Skill-transfer workshop", 20, 17, ""],
        ["2021-04-16", "Skill-transfer workshop", 20, "", "cancelled"],
        ["2021-05-07", "Info session", 15, 12, ""],
    ]
    check(Case(came, "head29 ev2", sheet(rows), hints=Hints(city="palermo")), project)


@pytest.mark.parametrize(("planned", "came"), HEADERS)
def test_expected_people_beside_a_label_do_not_count(planned: str, came: str, project: Project) -> None:
    rows = [["Activity", "Info session"], ["City", "Graz"], ["Date", "3 March 2021"], [planned, "30"], [came, "24"]]
    check(Case(came, "head24 ev1", sheet(rows)), project)


@pytest.mark.parametrize(
    ("head", "rows", "people"),
    [
        (["Lokale", "Antal"], [[1, 10], [2, 11], [3, 12]], 33),
        (["Lokale", "Besøgende"], [["1", 10], ["2", 11], ["3", 12], ["4", 7]], 40),
        (["Lokale", "Emne", "Antal deltagere"], [[1, "Mad", 10], [2, "Musik", 11], [3, "Foto", 12]], 33),
        (["Locali", "Visitatori"], [[1, 10], [2, 11], [3, 12]], 33),
        (["Stand", "Lokale", "Syrere"], [["Mad", 12, 10], ["Musik", 8, 6], ["Foto", 7, 9]], 52),
        (["Lokale", "Syrere"], [[12, 10], [8, 6], [7, 9]], 52),
    ],
)
def test_numbers_of_rooms_are_no_people(
    head: list[Cell], rows: list[list[Cell]], people: int, project: Project
) -> None:
    about: list[list[Cell]] = [["LIAISON fair"], ["Vejle, 3. marts 2021"], []]
    check(Case("rooms", f"head{people} ask0", sheet([*about, head, *rows])), project)


@pytest.mark.parametrize(
    "heads",
    [
        ["Data", "Iniziativa", "Previsti", "Presenti effettivi", "di cui donne"],
        ["Date", "Activity", "Expected", "Really there", "of whom women"],
        ["Datum", "Aktivität", "geplant", "tatsächlich", "davon Frauen"],
        ["Ημερομηνία", "Δράση", "Δήλωσαν συμμετοχή", "Ήρθαν", "εκ των οποίων γυναίκες"],
    ],
    ids=str,
)
def test_the_numbers_before_a_part_are_its_whole(project: Project, heads: list[Cell]) -> None:
    rows: list[list[Cell]] = [[f"1{n}.3.2021", "Focus group", 15, 10 + n, 6] for n in range(3)]
    case = Case("whole", "head33 ask0", sheet([heads, *rows]), None, Hints(city="palermo"))
    check(case, project)


@pytest.mark.parametrize("tally", [["IIII/ IIII/", "IIII/ IIII"], ["IIII IIII II", "IIII/ IIII"]])
def test_strokes_may_be_typed_as_letters(project: Project, tally: list[str]) -> None:
    rows: list[list[Cell]] = [["LIAISON fair, Graz, 18 September 2021, door tally"], [], ["Time", "Tally", "Number"]]
    rows += [["11-12", tally[0], 10], ["12-13", tally[1], 9], ["Total", "", 19]]
    check(Case("tally", "head19 ask0", sheet(rows), None, Hints(city="graz")), project)


@pytest.mark.parametrize(
    "header", ["Talt ind ad døren", "Counted in at the gate", "am Eingang gezählt", "contati al varco"]
)
def test_numbers_counted_at_a_door_are_people(project: Project, header: str) -> None:
    rows: list[list[Cell]] = [["LIAISON fair, 4 September 2021"], [], ["Time", header]]
    rows += [["10.00", 7], ["10.30", 9], ["11.00", 13], ["Total", 29]]
    check(Case("door", "head29 ask0", sheet(rows), None, Hints(city="vejle")), project)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Participants online", "Participants on site"),
        ("Teilnehmer", "Personen"),
        ("Deltagere", "Personer i salen"),
        ("Partecipanti", "Persone"),
    ],
)
def test_two_columns_that_count_people_are_asked_about(first: str, second: str, project: Project) -> None:
    rows = [["Date", "Activity", first, second], ["2021-04-09", "Info session", 20, 17], ["2021-05-07", "Fair", 15, 12]]
    check(Case(first, "q:column ask1", sheet(rows), hints=Hints(city="palermo")), project)


@pytest.mark.parametrize("header", ["Striche", "Stanghette", "Zorb"])
@pytest.mark.parametrize(("day", "people"), [("Termin", "Anzahl"), ("Data", "Presenti"), ("Dato", "Deltagere")])
def test_a_word_that_nobody_knows_between_day_and_number(header: str, day: str, people: str, project: Project) -> None:
    rows = [
        ["Offenes Nähcafé 2021"], ["(Skill-Transfer-Workshop)"], [], [day, header, people],
        ["15.04.21", "||||/ ||", 7], ["20.05.21", "||||/ ||||/", 10],
    ]  # fmt: skip
    check(Case(header, "head17 ev2 ask0", sheet(rows), hints=Hints(city="kassel")), project)
