"""Of the tickets that somebody took, those count that were used at the door."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

TAKEN, USED = (2, 1, 3, 1, 2, 4), (2, 1, 2, 0, 0, 4)


@pytest.mark.parametrize(
    ("headers", "total"),
    [
        ("Intestatario|Email|Biglietti emessi|Biglietti validati all'ingresso", "Totale"),
        ("Name|E-Mail|Karten|davon gescannt", "Summe"),
        ("Name|E-mail|Tickets|Scanned", ""),
        ("Navn|E-mail|Antal billetter|Scannet ved døren", "I alt"),
        ("Όνομα|E-mail|Εισιτήρια|Επικυρώθηκαν στην είσοδο", "Σύνολο"),
    ],
)
def test_of_the_tickets_of_an_order_those_used_are_people(project: Project, headers: str, total: str) -> None:
    orders: list[list[Cell]] = [
        [name, f"{at}@example.org", taken, used]
        for at, (name, taken, used) in enumerate(zip(PEOPLE, TAKEN, USED, strict=True))
    ]
    below: list[list[Cell]] = [[total, "", 13, 9]] if total else []
    rows = [*TITLE, headers.split("|"), *orders, *below]
    check(Case("tickets", "att4 head5 nc2 rej0 ask0", sheet(rows)), project)


@pytest.mark.parametrize(
    ("title", "headers"),
    [
        ("Rimborso biglietti", "Nome|Presente|Biglietti|Importo €"),
        ("Fahrtkosten", "Name|Anwesend|Fahrkarten|Betrag €"),
        ("Travel expenses", "Name|Present|Bus tickets|EUR"),
        ("Rejserefusion", "Navn|Til stede|Billetter|kr."),
        ("Έξοδα μετακίνησης", "Όνομα|Παρών|Εισιτήρια|€"),
    ],
)
def test_tickets_that_are_paid_back_are_nobody(project: Project, title: str, headers: str) -> None:
    paid: list[list[Cell]] = [[name, "x", at % 2 * 2 + 2, at % 2 * 3 + 3] for at, name in enumerate(PEOPLE)]
    check(Case(title, "att6 head0 rej0 ask0", sheet([*TITLE, [title], headers.split("|"), *paid])), project)


def test_tickets_that_somebody_bought_are_people(project: Project) -> None:
    bought: list[list[Cell]] = [[name, "x", at % 2 + 1, at % 2 * 3 + 3] for at, name in enumerate(PEOPLE)]
    headers: list[Cell] = ["Name", "Present", "Tickets", "EUR"]
    check(Case("bought", "att6 head3 rej0 ask0", sheet([*TITLE, headers, *bought])), project)
