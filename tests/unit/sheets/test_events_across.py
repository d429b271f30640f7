"""Tables with a column for each event."""

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell

from .cases import Case, check, sheet

DAYS: list[Cell] = [date(2021, 5, 4), date(2021, 5, 18)]


@pytest.mark.parametrize(
    ("what", "when", "people", "team"),
    [
        ("What", "Date", "Nr of participants", "Staff (not included)"),
        ("Was:", "Dat.:", "TN:", "Personal (nicht mitgezählt):"),
        ("Hvad", "Dato", "Antal deltagere", "Personale ud over deltagerne"),
        ("Attività", "Data", "Partecipanti", "Formatori (non inclusi)"),
        ("Δράση:", "Ημέρα:", "Συμμετ.:", "Εργαζόμενοι (εκτός μέτρησης):"),
    ],
)
def test_events_side_by_side(what: str, when: str, people: str, team: str, project: Project) -> None:
    rows: list[list[Cell]] = [
        ["City", "Palermo"],
        [],
        [what, "Focus group", "Info-session"],
        [when, *DAYS],
        ["Facilitator", "Aldo Neri", "Bea Conti"],
        [people, 14, 22],
        [team, 2, 1],
        ["Notes", None, "rain"],
        ["Total: 36"],
    ]
    check(Case(what, "head36 ev2 ask0", sheet(rows)), project)


def test_communities_below_each_event(project: Project) -> None:
    rows: list[list[Cell]] = [
        ["City", "Palermo"],
        [],
        ["Event", "Focus group", "Info-session"],
        ["Held on", *DAYS],
        [],
        ["Origin", "No.", "No."],
        ["Syrian", 3, 5],
        ["Local", 4, 2],
        ["Total", 7, 7],
    ]
    check(Case("communities", "head14 ev2 ask0", sheet(rows)), project)
