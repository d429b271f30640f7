"""Names of people typed below a list, in the column of its numbers or codes."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

CODES = [f"K-{at:03}" for at, _name in enumerate(PEOPLE, 1)]
NUMBERS = list(range(1, len(PEOPLE) + 1))


@pytest.mark.parametrize("first", [CODES, NUMBERS])
@pytest.mark.parametrize(
    ("header", "heading"),
    [
        ("Ticket no.", "Walk-ins:"), ("Ticket-Nr.", "Ohne Anmeldung gekommen"), ("Billet nr.", "Kom uden tilmelding:"),
        ("N. biglietto", "Arrivati senza iscrizione:"), ("Αρ.", "Χωρίς εγγραφή:"),
    ],
)  # fmt: skip
def test_names_below_a_list_are_read_wherever_they_stand(
    header: str, heading: str, first: list[Cell], project: Project
) -> None:
    rows: list[list[Cell]] = [[header, "Name", "Status", "Check-in"]]
    rows += [[code, name, "paid", f"09:1{at}"] for at, (code, name) in enumerate(zip(first, PEOPLE, strict=True))]
    rows += [[], [heading], ["Verdi, Gino", "", "", "13:10"], ["Ida Holm", "", "", "13:25"]]
    check(Case(heading, "att8 named8 nc0 ask0", sheet([*TITLE, *rows])), project)
