"""Words that people in Denmark write on attendance sheets: short, colloquial and in office language."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.phrases.absence import tells_absence
from liaison_metrics.sheets.words.phrases.pasted_lines import says_stayed_away
from liaison_metrics.sheets.words.presence import says_absent, says_present
from tests.unit.sheets.cases import Case, check, sheet

NAMES = ["Anna Holm", "Karl Madsen", "Eva Lund", "Jonas Berg", "Ida Krogh", "Poul Dahl"]
TITLE: list[list[Cell]] = [["Færdighedsworkshop, Vejle, 4. maj 2021"], []]


@pytest.mark.parametrize("mark", ["jep", "var her", "var med", "hele dagen", "gik før tid", "med på Zoom", "Tilst."])
def test_a_mark_says_that_somebody_came(mark: str) -> None:
    assert says_present(mark) and not says_absent(mark)


@pytest.mark.parametrize("mark", ["udebl.", "ej mødt", "meldt syg", "barns 1. sygedag", "på ferie", "ringede afbud"])
def test_a_mark_says_that_somebody_was_absent(mark: str) -> None:
    assert says_absent(mark) and not says_present(mark)


@pytest.mark.parametrize("remark", ["på ferie", "nåede ikke frem", "udeblev uden afbud", "måtte melde afbud"])
def test_a_remark_says_that_somebody_was_absent(remark: str) -> None:
    assert tells_absence(remark) or says_stayed_away(remark)


@pytest.mark.parametrize("remark", ["kom for sent", "gik kl. 16", "har børn i 3. klasse", "flyttet fra Aarhus"])
def test_a_remark_about_somebody_who_came(remark: str) -> None:
    assert not tells_absence(remark) and not says_stayed_away(remark)


@pytest.mark.parametrize(
    ("header", "figures"),
    [("Krydset ind", "att4 nc2"), ("Her i dag", "att4 nc2"), ("Registreret fremmøde", "att4 nc2"), ("Vegetar", "att6")],
)
def test_marks_under_a_header(header: str, figures: str, project: Project) -> None:
    rows: list[list[Cell]] = [[name, "x" if at < 4 else None] for at, name in enumerate(NAMES)]
    check(Case(header, figures, sheet([*TITLE, ["Navn", header], *rows])), project)


@pytest.mark.parametrize(("role", "figures"), [("projektassistent", "att5 nc1"), ("jobsøgende", "att6")])
def test_a_role_among_participants(role: str, figures: str, project: Project) -> None:
    rows: list[list[Cell]] = [[name, "deltager" if at else role] for at, name in enumerate(NAMES)]
    check(Case(role, figures, sheet([*TITLE, ["Navn", "Rolle"], *rows])), project)
