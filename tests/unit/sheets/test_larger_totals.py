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


@pytest.mark.parametrize(
    "line",
    [
        "Presenti n. 4 su 6 convocati", "4 ud af 6 indkaldte mødte op", "4 von 6 Eingeladenen kamen",
        "Von 6 Angemeldeten waren 4 da", "4 of the 6 invited came", "Παρόντες 4 από 6 προσκεκλημένους",
    ],
)  # fmt: skip
def test_a_line_that_says_how_many_of_the_listed_came_is_asked_about(line: str, project: Project) -> None:
    check(Case(line, "q:total!", sheet(below(line))), project)
    marks: list[list[Cell]] = [[name, "x" if at < 4 else ""] for at, name in enumerate(PEOPLE)]
    check(Case("marks", "att4 ask0", sheet([*TITLE, ["Full name", "Present"], *marks, [], [line]])), project)


@pytest.mark.parametrize(
    "line",
    [
        "4 of 6 are women",
        "4 of the 7 invited came",
        "6 Personen, davon 4 schon vormittags da",
        "6 people, 4 came by bus",
    ],
)
def test_other_parts_of_a_list_are_not(line: str, project: Project) -> None:
    check(Case(line, "att6 ask0", sheet(below(line))), project)


@pytest.mark.parametrize(
    "line",
    [
        "clicker at the end of the day (everybody who came to the stand, signers too): 94",
        "Klicker am Ende (alle am Stand, auch die auf der Liste): 94",
        "Zähler am Abend, inkl. Liste: 94",
        "contapersone a fine giornata (tutti, anche chi ha firmato): 94",
        "tæller ved dagens slutning (alle, også dem på listen): 94",
        "μετρητής στο τέλος (όλοι, και όσοι υπέγραψαν): 94",
    ],
)
def test_a_clicker_counted_all_who_came(line: str, project: Project) -> None:
    check(Case(line, f"att{len(PEOPLE)} head94 ev1 ask0", sheet(below(line))), project)


@pytest.mark.parametrize("line", ["clicker (all registered): 94", "clicker count of flyers: 94"])
def test_a_clicker_of_other_things_counts_nobody(line: str, project: Project) -> None:
    check(Case(line, f"att{len(PEOPLE)} head0", sheet(below(line))), project)
