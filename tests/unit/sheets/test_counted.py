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


@pytest.mark.parametrize(("planned", "came"), HEADERS)
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
