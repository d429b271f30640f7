"""Rows that stand for several people: companions as a number, families, parents with their children."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

Rows = list[list[Cell]]


@pytest.mark.parametrize(
    ("header", "total"),
    [
        ("Companions", ["Total companions", "", 6]),
        ("Begleitpersonen", ["Summe Begleitpersonen: 6"]),
        ("Ledsagere", ["I alt", "", 6]),
        ("Accompagnatori", ["Accompagnatori totali", 7]),
        ("Συνοδοί", ["Σύνολο συνοδών", "", 6]),
    ],
)
def test_a_total_of_companions_counts_nobody_again(project: Project, header: str, total: list[Cell]) -> None:
    listed: Rows = [[name, f"+39 333 12345{at}", at] for at, name in enumerate(PEOPLE[:4])]
    rows: Rows = [*TITLE, ["Name", "Phone", header], *listed, total]
    check(Case("companions", "att4 head6 rej0", sheet(rows)), project)
