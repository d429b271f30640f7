"""Columns that count who stayed away beside those who came."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import TITLE, Case, check, sheet


@pytest.mark.parametrize(
    ("headers", "total"),
    [
        (("Class", "Pupils present", "Ill"), "Total"),
        (("Klasse", "Schüler anwesend", "Krank"), "Summe"),
        (("Classe", "Alunni presenti", "Malati"), "Totale"),
        (("Klasse", "Elever mødt", "Syge"), "I alt"),
        (("Τάξη", "Μαθητές που ήρθαν", "Άρρωστοι"), "Σύνολο"),
    ],
)
def test_pupils_who_were_ill_did_not_come(headers: tuple[Cell, ...], total: str, project: Project) -> None:
    rows: list[list[Cell]] = [["5.A", 22, 2], ["5.B", 19, 5], ["6.A", 24, 0], [total, 65, 7]]
    check(Case(total, "att0 head65 rej0 ask0", sheet([*TITLE, list(headers), *rows])), project)
