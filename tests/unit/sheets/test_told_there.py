"""Words in the place of a mark: somebody was there, perhaps for a part of the time, or stayed away."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.rows.marking.told_there import tells_whether_there
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet


@pytest.mark.parametrize(
    "text",
    [
        "durchgehend", "100 %", "nur 2. Hälfte", "kam nach", "nicht bis zum Schluss", "blieb nicht bis zur Pause",
        "eccomi", "è rimasta fino alla pausa", "tutta la durata", "presemte", "dopo la pausa caffè", "50%",
        "på plads", "kun efter pausen", "smuttede i pausen", "tilstedt", "ikke hele tiden",
        "από την αρχή ως το τέλος", "μόνο για μισή ώρα", "ήταν μαζί μας", "πέρασε για λίγο",
        "from start to finish", "missed the first hour", "in and out", "of course", "connected from home",
    ],
)  # fmt: skip
def test_somebody_was_there(text: str) -> None:
    assert tells_whether_there(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "blieb daheim", "hat Corona", "unbekannt ferngeblieben", "0 %", "wollte kommen", "sollte da sein",
        "ci ha dato buca", "partito per la Tunisia", "assemte", "doveva esserci",
        "sprang over", "skulle passe børn", "måtte melde pas", "bilen brød sammen, vendte om",
        "χωρίς ειδοποίηση", "το ξέχασε", "έμεινε σπίτι με το μωρό",
        "bailed", "didn't pick up the phone", "reason unknown", "was supposed to be here",
    ],
)  # fmt: skip
def test_somebody_stayed_away(text: str) -> None:
    assert tells_whether_there(text) is False


@pytest.mark.parametrize(
    "text",
    [
        "Krug", "AB", "IK", "Kind", "Auto", "bus", "child", "?", "Pause?", "krank, aber online", "anwsend abwsend",
        "texted in the break", "left for her shift at 7", "Graz", "nicht hier", "ja", "abwesend", "awesend",
    ],
)  # fmt: skip
def test_nothing_clear_is_said(text: str) -> None:
    assert tells_whether_there(text) is None


@pytest.mark.parametrize(
    ("header", "usual", "text", "figures"),
    [
        ("Anwesenheit", "ja", "nur 2. Hälfte", "att6 nc0"),
        ("Anwesenheit", "ja", "muss arbeiten", "att5 nc1"),
        ("Presenza", "sì", "come no, era in prima fila", "att6 nc0"),
        ("Παρουσία", "ναι", "ουδέποτε ήρθε", "att5 nc1"),
        ("Attendance", "yes", "missed the intro, then there", "att6 nc0"),
    ],
)
def test_one_cell_among_marks(header: str, usual: str, text: str, figures: str, project: Project) -> None:
    rows = [[name, text if at == 2 else usual] for at, name in enumerate(PEOPLE)]
    check(Case(text, figures, sheet([*TITLE, ["Name", header], *rows])), project)


def test_words_among_few_marks_may_say_something_else(project: Project) -> None:
    rows = [[name, "ok" if at == 3 else ("in Arbeit", "Schule")[at % 2]] for at, name in enumerate(PEOPLE)]
    check(Case("status", "q:present", sheet([*TITLE, ["Name", "Status"], *rows])), project)


@pytest.mark.parametrize(
    ("entered", "again", "away"),
    [
        ("entry", "re-entry", "no-show"), ("Eintritt", "Wiedereintritt", "nicht erschienen"),
        ("ingresso", "rientro", "non presentato"), ("indgang", "genindgang", "ikke mødt"),
        ("είσοδος", "επανείσοδος", "δεν εμφανίστηκε"),
    ],
)  # fmt: skip
def test_passages_of_a_door_say_who_came(entered: str, again: str, away: str, project: Project) -> None:
    said: list[list[Cell]] = [[PEOPLE[0], entered, "10:26"], [PEOPLE[1], entered, "10:40"], [PEOPLE[2], away, None]]
    said += [[PEOPLE[1], again, "12:10"], [PEOPLE[3], entered, "12:26"], [PEOPLE[4], away, None]]
    check(Case("door", "att4 nc2 ask0", sheet([*TITLE, ["Name", "Status", "Time"], *said])), project)
