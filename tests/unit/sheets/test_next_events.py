"""Lines between a list and the header of the next one."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE, Case, check, sheet

EVENTS: list[tuple[str, list[list[Cell]], list[list[Cell]], str]] = [
    ("en", [["Activity", "Info session"], ["on", "4 May 2021"], ["City", "Graz"], ["Lead", "Ida Krag"]],
     [["Activity", "Focus group"], ["on", "11 May 2021"], ["City", "Graz"], ["Timing", "5-7 pm"]], "Present"),
    ("de", [["Maßnahme", "Infoveranstaltung"], ["am", "4.5.2021"], ["Wo", "Graz"], ["Zeiten", "17-19 Uhr"]],
     [["Maßnahme", "Fokusgruppe"], ["am", "11.5.2021"], ["Wo", "Graz"], ["Leitung", "Ida Krag"]], "Anwesende"),
    ("it", [["Tipologia", "Sessione informativa"], ["il", "4/5/2021"], ["Dove", "Graz"], ["Durata", "17-19"]],
     [["Tipologia", "Focus group"], ["il", "11/5/2021"], ["Dove", "Graz"], ["Cura", "Ida Krag"]], "Presenti"),
    ("da", [["Slags", "Informationsmøde"], ["den", "4. maj 2021"], ["By", "Graz"], ["Kl.", "17-19"]],
     [["Slags", "Fokusgruppe"], ["den", "11. maj 2021"], ["By", "Graz"], ["Ved", "Ida Krag"]], "Fremmødte"),
    ("el", [["Είδος", "Ενημερωτική συνάντηση"], ["στις", "4/5/2021"], ["Πόλη", "Γκρατς"], ["Από-έως", "17-19"]],
     [["Είδος", "Ομάδα εστίασης"], ["στις", "11/5/2021"], ["Πόλη", "Γκρατς"], ["Με", "Ida Krag"]], "Παρόντες"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "first", "second", "present"), EVENTS, ids=[one[0] for one in EVENTS])
@pytest.mark.parametrize("gap", [[], [[]]], ids=["totals right below", "totals after a gap"])
def test_totals_are_of_the_list_above(
    project: Project,
    language: str,
    first: list[list[Cell]],
    second: list[list[Cell]],
    present: str,
    gap: list[list[Cell]],
) -> None:
    header: list[Cell] = ["No.", "Name", "E-mail"]
    rows: list[list[Cell]] = [["LIAISON"], *first, [], [present], header]
    rows += [[at, name, f"{at}@lists.example"] for at, name in enumerate(PEOPLE[:4], 1)]
    rows += [*gap, [present, 4], [], *second, [], [present], header]
    rows += [[at, name, f"{at}@lists.example"] for at, name in enumerate(PEOPLE[4:], 1)]
    rows += [*gap, [present, 2]]
    check(Case(language, "att6 head0 ev2 rej0", sheet(rows)), project)
