"""Sheets beside a list that hold the choices of its drop-down lists, and no people."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell

from .cases import PEOPLE, TITLE, Case, check, sheet

LIST: list[list[Cell]] = [*TITLE, ["Name", "Community"], *([name, "Syrian"] for name in PEOPLE)]


@pytest.mark.parametrize(
    "rows",
    [
        [["Fællesskab", "Køn"], ["Lokal", "Kvinde"], ["Syrisk", "Mand"], ["Bosnisk", ""]],
        [["Herkunft", "Rolle"], ["Syrien", "Teilnehmer"], ["Afghanistan", "Trainer"], ["Türkei", ""], ["Bosnien", ""]],
        [["Activity", "City"], ["Workshop", "Graz"], ["Info session", "Vejle"], ["Focus group", ""]],
    ],
    ids=["Danish", "German", "English"],
)
def test_choices_are_no_people(rows: list[list[Cell]], project: Project) -> None:
    check(Case("choices", "att6 nc0 ev1", sheet(LIST, "List"), sheet(rows, "Zorb")), project)


def test_people_without_names_are_no_choices(project: Project) -> None:
    rows: list[list[Cell]] = [*TITLE, ["Community", "Gender"], ["Syrian", "f"], ["Afghan", "m"], ["Syrian", ""]]
    check(Case("people", "att9", sheet(LIST, "List"), sheet(rows, "Zorb")), project)
