"""Places and firms with the word of an activity in their name, above a list of another event."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.phrases.titles.places import names_place
from tests.unit.sheets.cases import PEOPLE, Case, check, sheet


@pytest.mark.parametrize(
    ("place", "title", "header"),
    [
        ("Trade Fair Services Ltd, Vejle", "Information session: your rights", "Signature"),
        ("Messe- und Kongresszentrum am Mühlgang, Graz", "Unterschriftenliste: Infoveranstaltung", "Unterschrift"),
        ("Agenzia Fiere & Eventi Palermo srl", "Sessione informativa «I tuoi diritti»", "Firma"),
        ("Vejle Messe- og Kongrescenter", "Informationsmøde om rettigheder", "Underskrift"),
        ("Κέντρο Εκθέσεων και Φόρουμ Αθήνας", "Ενημερωτική συνάντηση για δικαιώματα", "Υπογραφή"),
    ],
)
def test_a_place_or_a_firm_is_no_event(project: Project, place: str, title: str, header: str) -> None:
    rows: list[list[Cell]] = [[place], [title], ["04.05.2021"], [], ["Name", header], *([p, "x"] for p in PEOPLE)]
    check(Case(place, "att6 ev1 ask0", sheet(rows)), project)


@pytest.mark.parametrize(
    "text", ["Projektmesse – Kulturhaus Graz", "Messe im Kulturhaus", "Fair at the town hall", "Fiera interculturale"]
)
def test_an_event_at_a_place_is_no_place(text: str) -> None:
    assert not names_place(text)


def test_two_events_are_asked_about(project: Project) -> None:
    rows: list[list[Cell]] = [["Projektmesse im Kulturhaus"], ["Infoveranstaltung, Graz"], ["04.05.2021"], []]
    rows += [["Name", "Unterschrift"], *([name, "x"] for name in PEOPLE)]
    check(Case("two events", "att0 q:activity!", sheet(rows)), project)
