"""Questions of forms that ask whether somebody came."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.phrases.titles.asked import (
    asks_about_earlier_visits,
    asks_if_came,
    asks_to_mark_coming,
    may_ask_if_came,
)

from .cases import PEOPLE, Case, check, sheet
from .grids import read

ASKS = [
    "Did you come to the workshop?",
    "Were you at the info session on housing?",
    "Did you take part in our skills workshop about baking?",
    "Was at the stall?",
    "Eri presente al laboratorio di lunedì?",
    "Ha partecipato all'incontro del 12 maggio?",
    "C'eri alla festa?",
    "Var du med til færdighedsworkshoppen i bannertryk?",
    "Har du deltaget i infoaftenen om bolig?",
    "Var du til stede i onsdags?",
    "Warst du am Samstag beim Nähworkshop dabei?",
    "Hast du am Workshop „Brot backen“ teilgenommen?",
    "war am Stand?",
    "Ήσουν στο εργαστήριο μαγειρικής;",
    "Πήρες μέρος στη συνάντηση;",
    "ήταν στο περίπτερο;",
]
NUMBERED = [
    "Q1. Did you come to the workshop?",
    "F2: Waren Sie beim Workshop dabei?",
    "3) Deltog du i workshoppen?",
    "Ε1. Παρακολουθήσατε τελικά το εργαστήριο;",
    "D1 - Ha partecipato al laboratorio?",
]
ASKS_ELSE = [
    "Did you attend a workshop before?",
    "Did you come by bus?",
    "Was the room OK?",
    "Have you attended other events of the project?",
    "Are you coming to the fair?",
    "Hai già partecipato a un evento?",
    "Ha un figlio a scuola?",
    "Var workshoppen god?",
    "War der Workshop in Ordnung?",
    "Warst du schon einmal bei einem Workshop?",
    "Ist das Kind in der Schule?",
    "Ήταν ωραίο το εργαστήριο;",
    "Did you attend the language course?",
    "Tag 2: Waren Sie dabei?",
]


EARLIER = [
    ("Har du været her før?", "Ja", "Nej"),
    ("Kom du også sidste år?", "Ja", "Nej"),
    ("Were you here before?", "Yes", "No"),
    ("First time here?", "Yes", "No"),
    ("Did you attend last time?", "Yes", "No"),
    ("Schon mal dabei gewesen?", "Ja", "Nein"),
    ("Ha già partecipato?", "Sì", "No"),
    ("Έχετε συμμετάσχει ξανά;", "Ναι", "Όχι"),
]


@pytest.mark.parametrize(("header", "yes", "no"), EARLIER)
def test_answers_about_earlier_visits_say_nothing_of_this_one(header: str, yes: str, no: str, project: Project) -> None:
    title: list[list[Cell]] = [["Info session, Graz, 4 October 2021"]]
    rows: list[list[Cell]] = [[f"{name} Neri", "Local", yes] for name in ("Aldo", "Bea", "Carla", "Dino")]
    head: list[Cell] = ["Name", "Community", header]
    last: list[Cell] = ["Elsa Neri", "Local", no]
    reading = read(project, [*title, head, *rows, last])
    assert (asks_about_earlier_visits(header), len(reading.not_counted)) == (True, 0)


def test_a_time_says_until_when_somebody_came() -> None:
    assert not asks_about_earlier_visits("Ankommet før kl. 10")
    assert not asks_about_earlier_visits("Schon da")


@pytest.mark.parametrize("header", [*ASKS, *NUMBERED])
def test_asks_if_somebody_came(header: str) -> None:
    assert asks_if_came(header)


@pytest.mark.parametrize("header", ASKS_ELSE)
def test_asks_something_else(header: str) -> None:
    assert not asks_if_came(header)


def test_another_time_is_another_question() -> None:
    assert may_ask_if_came("Did you come to Teach-a-dish?")
    assert not may_ask_if_came("Did you come to Teach-a-dish before?")


def form(header: str, no: str = "No, I was ill") -> list[list[Cell]]:
    answers = ["Yes", "Yes, all day", no, "Yes", "Yes", "Yes"]
    people = [[name, answer] for name, answer in zip(PEOPLE, answers, strict=True)]
    return [["Skill-transfer workshop, Palermo, 3/3/2021"], [], ["Name", header], *people]


@pytest.mark.parametrize("header", [header for header in ASKS if "12" not in header])
def test_answers_say_who_came(header: str, project: Project) -> None:
    check(Case(header, "att5 nc1 ev1 ask0", sheet(form(header))), project)


def test_a_question_that_may_be_about_another_event_is_asked_about(project: Project) -> None:
    check(Case("unknown event", "q:blank", sheet(form("Did you come to Teach-a-dish on Thursday?"))), project)
    check(Case("before", "att6 ev1 ask0", sheet(form("Did you attend a workshop before?"))), project)


MARKED = [
    "Put an X when you arrive",
    "Sæt X når du kommer",
    "Bitte ankreuzen, wenn du da bist",
    "Metti una X all'arrivo",
    "Σημειώστε Χ αν είστε εδώ",
    "made it? (y/n)",
    "konnte kommen?",
    "è riuscita a venire",
    "nåede det?",
    "μπόρεσε να έρθει;",
]


@pytest.mark.parametrize("header", MARKED)
def test_marks_that_people_made_on_arrival_say_who_came(header: str, project: Project) -> None:
    marks: list[Cell] = ["x", "x", "", "x", "x", "x"]
    rows: list[list[Cell]] = [[name, mark] for name, mark in zip(PEOPLE, marks, strict=True)]
    title: list[list[Cell]] = [["Skill-transfer workshop, Palermo, 3/3/2021"], [], ["Name", header]]
    check(Case(header, "att5 nc1 ev1 ask0", sheet([*title, *rows])), project)


@pytest.mark.parametrize(
    "header", ["Sæt X hvis du kommer", "Put X if vegetarian", "Tick if you are coming", "Kreuz, wenn vegetarisch"]
)
def test_marks_for_something_else_are_none_of_arrival(header: str) -> None:
    assert not asks_to_mark_coming(header)


@pytest.mark.parametrize("header", NUMBERED)
def test_answers_to_a_numbered_question_say_who_came(header: str, project: Project) -> None:
    rows = [[at, *cells] for at, cells in enumerate(form(header, "No")[3:], 1)]
    title: list[list[Cell]] = [["Skill-transfer workshop, Palermo, 3/3/2021"], [], ["ID", "Name", header]]
    check(Case(header, "att5 nc1 ev1 ask0", sheet([*title, *rows])), project)
