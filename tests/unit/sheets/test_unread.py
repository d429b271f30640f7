"""Rows that look like those that count and were not read: further people are asked about, an agenda is not."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

Rows = list[list[Cell]]

MINUTES: Rows = [
    *TITLE,
    ["Present:"],
    ["", "Aldo Neri", "Arci"],
    ["", "Bea Conti", "Caritas"],
    ["", "Carla Riva", "Arci"],
    ["", "Dino Serra", "Caritas"],
    ["Apologies:"],
    ["", "Elsa Monti", "Arci"],
    [],
]


@pytest.mark.parametrize(
    "agenda",
    [
        [["Pkt.", "Emne", "Beslutning"], [1, "Dagsorden", "Godkendt"], [2, "Nabodag", "Opslag"]],
        [["No.", "Item", "Decision"], [1, "Agenda", "Approved"], [2, "Street party", "Poster"], [3, "Any other", ""]],
        [
            ["TOP", "Thema", "Beschluss"],
            ["TOP 1", "Begrüßung", "-"],
            ["TOP 2", "Fest", "Plakat"],
            ["TOP 3", "Dank", ""],
        ],
        [["Punto", "Argomento", "Esito"], ["1.", "Ordine del giorno", "ok"], ["2.", "Festa", "manifesti"]],
        [["Θέμα", "Τίτλος", "Απόφαση"], ["Θέμα 1", "Ημερήσια διάταξη", "ναι"], ["Θέμα 2", "Γιορτή", "αφίσα"]],
    ],
    ids=["Danish", "English", "German", "Italian", "Greek"],
)
def test_an_agenda_is_no_list_of_people(project: Project, agenda: Rows) -> None:
    check(Case("agenda", "att4 nc1 ask0", sheet([*MINUTES, *agenda])), project)


@pytest.mark.parametrize(
    "rows",
    [
        [["Name", "Given name", "EDD", "Language"], ["Name", "Given name", "Arrived in", "Language"]],
        [["Name", "Vorname", "ET", "Sprache"], ["Name", "Vorname", "ET", "Sprache"]],
        [["Efternavn", "Fornavn", "ETD", "Sprog"], ["Efternavn", "Fornavn", "ETD", "Sprog"]],
        [["Cognome", "Nome", "DPP", "Lingua"], ["Cognome", "Nome", "DPP", "Lingua"]],
        [["Επώνυμο", "Όνομα", "ΠΗΤ", "Γλώσσα"], ["Επώνυμο", "Όνομα", "ΠΗΤ", "Γλώσσα"]],
    ],
    ids=["English", "German", "Danish", "Italian", "Greek"],
)
def test_a_day_of_each_person_begins_no_list(project: Project, rows: Rows) -> None:
    people: Rows = [
        ["Neri", "Aldo", "15.10.2021", "Dari"],
        ["Conti", "Bea", "22.08.2021", "Somali"],
        ["Riva", "Carla", "26.05.2021", "Arabisch"],
    ]
    blocks = [
        [[f"Workshop {number}: in Graz"], ["Datum", day], head, *people, ["Anzahl Frauen:", 3], [], []]
        for number, (day, head) in enumerate(zip(("08.03.2021", "22.03.2021"), rows, strict=True), 1)
    ]
    check(
        Case("blocks", "att6 ev2 ask0", sheet([["Skill-transfer workshops, Graz"], [], *blocks[0], *blocks[1]])),
        project,
    )


@pytest.mark.parametrize(
    "heads",
    [
        [["Guests", "", "", "Helper?"], ["First name", "Last name", "Brought along", ""]],
        [["Gäste", "", "", "Team?"], ["Vorname", "Nachname", "Begleitung", ""]],
        [["Ospiti", "", "", "Staff?"], ["Nome", "Cognome", "Accompagnatori", ""]],
    ],
    ids=["English", "German", "Italian"],
)
def test_a_row_over_groups_of_headers_is_not_asked_about(project: Project, heads: Rows) -> None:
    people: Rows = [
        [*name.split(), "+1" if at < 2 else "", "staff" if at == 5 else ""] for at, name in enumerate(PEOPLE)
    ]
    check(Case("groups", "att5 nc1 head2 ask0", sheet([*TITLE, *heads, *people])), project)


@pytest.mark.parametrize("chair", ["Chair", "Vorsitz", "Ordstyrer", "Conduce", "Συντονισμός"])
@pytest.mark.parametrize("place", [2, 3, 0])
def test_details_in_a_block_of_details_are_no_people(chair: str, place: int, project: Project) -> None:
    lines: Rows = [["Activity", "City Committee meeting"], ["City", "Palermo"], ["Date", "16/03/2021"]]
    lines = [["Stella Youth Club"], *lines[:place], [chair, "Deputy Mayor's office"], *lines[place:], []]
    people: Rows = [[name, "Arci", "member"] for name in PEOPLE]
    check(Case("details", "att6 ask0", sheet([*lines, ["Name", "Body", "Position"], *people])), project)


FORM: Rows = [
    ["Type", "Skill-transfer workshop"],
    ["Town", "Athens"],
    ["Held on", "2021-08-21"],
    ["How many came?", 18],
    ["Background of participants"],
    ["Local", 6],
    ["Somali", 5],
    ["Syrian", 7],
    [],
]


@pytest.mark.parametrize(
    "label",
    [
        "Frivillige og ansatte til stede (tæller ikke med)",
        "Ehrenamtliche und Team",
        "Staff on duty (not in the figure)",
        "Operatori e volontari",
        "Προσωπικό και εθελοντές",
        "Cups of tea",
        "Lunches ordered",
    ],
)
def test_the_team_and_things_below_everybody_need_no_question(label: str, project: Project) -> None:
    check(Case(label, "head18 ev1 ask0", sheet([*FORM, [label, 3]])), project)


@pytest.mark.parametrize("label", ["Walk-ins", "Spontane Gäste"])
def test_further_people_below_everybody_are_asked_about(label: str, project: Project) -> None:
    check(Case(label, "q:rows", sheet([*FORM, [label, 30]])), project)


@pytest.mark.parametrize(
    ("asked", "others"),
    [
        ("How many took part?", ["Volunteers on duty", "Tea lights bought"]),
        ("Wie viele waren da?", ["Helfer im Dienst", "Bestellte Brezeln"]),
        ("Hvor mange deltog?", ["Frivillige på vagt", "Udgifter i kr."]),
        ("Quanti hanno partecipato?", ["Volontari di turno", "Merende comprate"]),
        ("Πόσοι συμμετείχαν;", ["Εθελοντές σε βάρδια", "Καφέδες"]),
    ],
    ids=["English", "German", "Danish", "Italian", "Greek"],
)
def test_other_numbers_of_a_form_whose_total_is_stated(project: Project, asked: str, others: list[str]) -> None:
    rows: Rows = [*TITLE[:-1], [asked, 18], [], ["Community", "Number"], ["Local", 9], ["Syrian", 6], ["Somali", 3], []]
    check(Case("form", "head18 ask0", sheet([*rows, *([other, 7] for other in others)])), project)


@pytest.mark.parametrize("why", ["cancelled, oven broken", "ausgefallen, Ofen kaputt", "aflyst, ovnen var i stykker"])
def test_an_event_that_was_called_off_below_a_log(project: Project, why: str) -> None:
    rows: Rows = [
        ["2 June 2021", "Info session", "17 people"],
        ["10 June 2021", "Skill-transfer workshop", "9 people"],
        ["21 June 2021", "Focus group", "7 people"],
        ["24 June 2021", "Skill-transfer workshop", why],
    ]
    check(Case("log", "head33 ask0", sheet([["Notes from Kassel"], [], *rows])), project)


def test_parts_beside_each_other_below_a_number_of_people(project: Project) -> None:
    rows: Rows = [["Alunni iscritti:", 29, "Alunni presenti:", 27], ["di cui femmine:", 14, "di cui maschi:", 13]]
    check(Case("form", "head27 ask0", sheet([*TITLE, *rows])), project)
