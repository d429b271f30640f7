"""Sheets beside a list that tell which event it is about."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from tests.unit.sheets.cases import PEOPLE, Case, check, sheet

Rows = list[list[Cell]]
LIST: Rows = [["Name", "Organisation", "Signature"]]
LIST += [[name, "Omega", "x"] for name in PEOPLE]

TOLD: list[tuple[str, str, Rows]] = [
    ("README", "oep_training athens 2021-11-03",
     [["QR form used at the door. Some tapped Submit twice."], ["OEP training day, Athens, 3 November 2021"]]),
    ("Για μας", "skill_transfer_workshop athens 2021-07-08",
     [["Ερωτηματολόγιο μετά το εργαστήριο μεταφοράς δεξιοτήτων «Κήπος»"], ["Αθήνα, 8 Ιουλίου 2021"]]),
    ("Leggimi", "oep_training palermo 2021-11-03",
     [["Formazione OEP a Palermo, 3 novembre 2021"], ["Foglio tenuto da G. Russo"]]),
    ("Deckblatt", "stakeholder_forum graz 2021-11-30",
     [["Lokales Stakeholder-Forum 2"], [], ["Stadt", "Graz"], ["Datum", "30.11.2021"],
      ["Ort", "Bibliothek Nord"], ["Protokoll", "S. Winkler"], ["erwartet", "30 Personen"]]),
    ("Forside", "focus_group vejle 2021-10-14",
     [["Fokusgruppe om bolig"], [], ["Sted", "Vejle Bibliotek"], ["By", "Vejle"], ["Dato", "14.10.2021"],
      ["Referent", "L. Holm"], ["Forventet antal", 12]]),
]  # fmt: skip

NOT_TOLD: list[tuple[str, Rows]] = [
    ("How to", [["Fill in one row per person"], ["City", "e.g. Athens"], ["Date", "e.g. 12.03.2021"],
                ["Activity", "e.g. Info session"]]),
    ("Notes", [["Example: info session, Athens, 12 March 2021"]]),
    ("Hinweise", [["z. B. Infoveranstaltung Graz, 12. März 2021"]]),
    ("Notes", [["Info session, Athens, 12 March 2021"], ["Info session, Kassel, 19 March 2021"]]),
    ("README", [["Template for info sessions"], ["Return to the office in Athens by 15 June 2021"]]),
    ("Hinweis", [["Vorlage für Infoveranstaltungen"], ["Bitte bis 15.6.2021 an das Büro in Graz senden"]]),
    ("Note", [["Modulo per le sessioni informative"], ["Da consegnare a Palermo entro il 15 giugno 2021"]]),
    ("Info", [["Skema til informationsmøder"], ["Sendes til Vejle senest 15. juni 2021"]]),
    ("Info", [["Φόρμα για ενημερωτική συνάντηση"], ["Αποστολή στην Αθήνα έως 15 Ιουνίου 2021"]]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "event", "rows"), TOLD)
def test_a_cover_or_a_note_tells_the_event(name: str, event: str, rows: Rows, project: Project) -> None:
    _activity, city, day = event.split()
    expected = f"att6 ev1 ask0 city:{city} date:{day}"
    check(Case(name, expected, sheet(LIST, "List"), sheet(rows, name)), project)


@pytest.mark.parametrize(("name", "rows"), NOT_TOLD)
def test_examples_and_several_events_tell_none(name: str, rows: Rows, project: Project) -> None:
    check(Case(name, "att0 q:activity! q:city! q:date!", sheet(LIST, "List"), sheet(rows, name)), project)


def test_a_note_about_another_event_completes_none(project: Project) -> None:
    titled = sheet([["Info session, 5 May 2021"], [], *LIST], "List")
    note = sheet([["Planned for later: final conference in Kassel on 3 March 2022"]], "Notes")
    check(Case("later", "att0 q:city!", titled, note), project)
    check(Case("said", "att6 ev1 city:athens", titled, note, hints=Hints(city="athens")), project)


@pytest.mark.parametrize(
    ("label", "title"),
    [
        ("Møde", "Informationsmøde i Graz"), ("Meeting", "Info session, Graz"),
        ("Treffen", "Informationsveranstaltung Graz"), ("Incontro", "Sessione informativa a Graz"),
    ],
)  # fmt: skip
def test_the_name_of_the_meeting_on_a_cover_tells_the_city(label: str, title: str, project: Project) -> None:
    people: list[list[Cell]] = [["Name", "Present"], *([name, "x"] for name in PEOPLE)]
    cover: list[list[Cell]] = [["Form", "Sign-up"], [label, title], ["Date", date(2021, 11, 16)]]
    check(Case(label, "att6 ask0 city:graz date:2021-11-16", sheet(people, "List"), sheet(cover, "About")), project)


@pytest.mark.parametrize(
    ("name", "title", "day"),
    [
        ("Forside", "Informationsmøde 2021", "10.5."),
        ("Deckblatt", "Informationsveranstaltung 2021", "10.05.2021"),
        ("Copertina", "Registro presenze – Sessione informativa: casa 2021", "10.5."),
        ("Cover", "Info session 2021", "10 May"),
    ],
)
def test_the_title_on_a_first_sheet_is_that_of_the_dated_sheets(
    name: str, title: str, day: str, project: Project
) -> None:
    cover = sheet([["Bridge"], [title], ["Graz"]], name)
    check(Case(name, "att6 ev1 ask0 city:graz date:2021-05-10", cover, sheet(LIST, day)), project)
    check(Case("undated", "att0 q:activity! q:city! q:date!", cover, sheet(LIST, "Zorb")), project)
