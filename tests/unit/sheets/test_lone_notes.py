"""A remark beside one person only, under a header for one remark."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet


@pytest.mark.parametrize(
    ("header", "came", "leads"),
    [("Nota", "sì", "facilitatrice"), ("Note", "yes", "facilitator"), ("Anmerkung", "ja", "Moderatorin"),
     ("Bemærkning", "ja", "facilitator"), ("Σημείωση", "ναι", "συντονίστρια")],
)  # fmt: skip
def test_a_remark_says_that_one_person_leads_the_group(header: str, came: str, leads: str, project: Project) -> None:
    rows: list[list[Cell]] = [[name, came, leads if name == PEOPLE[-1] else None] for name in PEOPLE]
    check(Case(header, "att5 nc1 ask0", sheet([*TITLE, ["Name", "Present", header], *rows])), project)
