"""Sheets beside a list that state nobody who came: choices of drop-down lists, and what a project has reached."""

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


@pytest.mark.parametrize(("name", "header", "first", "last"), [
    ("Indikatoren", ["Indikator", "Soll", "Ist (bis 30.11.2021)", "Quote"], "Abschlusskonferenz", "Personen gesamt"),
    ("Progress", ["Figure", "Target", "Achieved so far", "Progress"], "Final conference", "People reached"),
    ("Zorb", ["Indicatore", "Obiettivo", "Raggiunto", "%"], "Conferenza finale", "Persone raggiunte"),
    ("Måltal", ["Måltal", "Mål", "Opnået pr. 30.11.2021", "Andel"], "Slutkonference", "Deltagere i alt"),
    ("Δείκτες", ["Δείκτης", "Στόχος", "Επίτευξη", "Ποσοστό"], "Τελικό συνέδριο", "Σύνολο ατόμων"),
])  # fmt: skip
def test_what_a_project_has_reached_of_its_targets_is_no_event(
    name: str, header: list[Cell], first: str, last: str, project: Project
) -> None:
    rows: list[list[Cell]] = [header, [first, 150, 0, "0 %"], [last, 2000, 847, "42 %"]]
    check(Case(name, "att6 head0 ask0 ev1", sheet(LIST, "List"), sheet(rows, name)), project)


def test_targets_of_events_with_days_are_of_these(project: Project) -> None:
    rows: list[list[Cell]] = [["Info session", "City", "Date", "Target people", "Actual people"]]
    rows += [["Info session", "Graz", date(2021, 5, 4), 20, 18], ["Info session", "Graz", date(2021, 5, 5), 30, 25]]
    check(Case("events", "att6 head43", sheet(LIST, "List"), sheet(rows, "Indicators")), project)


@pytest.mark.parametrize("name", ["Liste", "Lister", "Lists", "Elenchi"])
def test_people_on_a_sheet_named_like_choices_are_read(name: str, project: Project) -> None:
    rows: list[list[Cell]] = [["Zorb", "Class", "Came"], *([p, f"{at % 2}a", "x"] for at, p in enumerate(PEOPLE))]
    cover: list[list[Cell]] = [["Activity", "Info session"], ["City", "Vejle"], ["Date", date(2021, 5, 4)]]
    check(Case(name, "att6 named6 ask0 ev1", sheet(cover, "Cover"), sheet(rows, name)), project)
