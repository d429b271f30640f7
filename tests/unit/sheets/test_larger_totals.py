"""Lines below a list with a number larger than the list, in words that no plain total has."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell

from .cases import PEOPLE, TITLE, Case, check, sheet


def below(*line: Cell) -> list[list[Cell]]:
    return [*TITLE, ["Full name", "Community"], *([name, "syrian"] for name in PEOPLE), [], [*line]]


@pytest.mark.parametrize(
    "line",
    [
        ["Total incl. organisers", 11],
        ["Total including staff: 11"],
        ["Gesamt inkl. Organisation", 11],
        ["Totale incl. organizzatori: 11"],
        ["I alt inkl. arrangører", 11],
        ["Σύνολο μαζί με διοργανωτές", 11],
        ["Participants without the team: 11, not all signed"],
        ["Teilnehmende ohne Team: 11, nicht alle haben unterschrieben"],
    ],
)
def test_a_larger_total_in_any_words_is_asked_about(line: list[Cell], project: Project) -> None:
    check(Case(str(line), "q:total!", sheet(below(*line))), project)


@pytest.mark.parametrize(
    "line",
    [
        ["Participants registered: 11"], ["Total hours: 11"], ["Eingeladene Teilnehmer: 11"], ["Total cost: 11 €"],
        ["Total incl. organisers", 6], ["Total incl. organisers", 4000], ["Our phone: 11"],
    ],
)  # fmt: skip
def test_numbers_of_something_else_are_not(line: list[Cell], project: Project) -> None:
    check(Case(str(line), "att6 ask0", sheet(below(*line))), project)
