"""Sheets beside a list that hold the choices of its drop-down lists, and no people."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints

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


@pytest.mark.parametrize("block", [
    ["Thema", "Besprechungs-ID", "Startzeit", "Teilnehmende"], ["Topic", "Meeting ID", "Start time", "Participants"],
    ["Argomento", "ID riunione", "Ora di inizio", "Partecipanti"], ["Emne", "Møde-id", "Starttidspunkt", "Deltagere"],
    ["Θέμα", "Αναγνωριστικό σύσκεψης", "Ώρα έναρξης", "Συμμετέχοντες"],
])  # fmt: skip
def test_the_number_of_a_meeting_is_nobodys_phone(block: list[Cell], project: Project) -> None:
    rows: list[list[Cell]] = [block, ["Info evening", "854 2210 9931", "23.02.2021 17:48", ""], []]
    rows += [["Name", "E-mail", "Join time"], *([name, "", f"23.02.2021 17:5{at}"] for at, name in enumerate(PEOPLE))]
    hints = Hints("info_session", "kassel", date(2021, 2, 23))
    check(Case(str(block), "att6 ev1 named6", sheet(rows), hints=hints), project)
