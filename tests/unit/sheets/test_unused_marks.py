"""Marks under headers that nobody knows: who is asked about those without one, and who is not."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, register, sheet

_MARKS: list[Cell] = ["x", "x", "x", "x", "x", ""]


@pytest.mark.parametrize(
    ("header", "asked"),
    [
        ("disegno consegnato", False),
        ("Zeichnung abgegeben", False),
        ("tegning afleveret", False),
        ("παρέδωσε ζωγραφιά", False),
        ("Fed back?", False),
        ("Transcript", False),
        ("Transkription", False),
        ("Trascrizione", False),
        ("Απομαγνητοφώνηση", False),
        ("May we write to you?", False),
        ("Dürfen wir anrufen?", False),
        ("Må vi ringe til dig?", False),
        ("Possiamo scriverti?", False),
        ("Μπορούμε να σας γράψουμε;", False),
        ("Stayed to the end", False),
        ("bis zum Schluss", False),
        ("blev til slut", False),
        ("rimasto fino alla fine", False),
        ("έμεινε ως το τέλος", False),
        ("isst mit", False),
        ("Zorb verschickt", False),
        ("Ticket rückerstattet", False),
        ("Zorb inviato", False),
        ("Zorb ritirato", False),
        ("Capisce l'italiano", False),
        ("Har e-Boks", False),
        ("Zorb trykt", False),
        ("Kan tage noder med hjem", False),
        ("Zorb εστάλη", False),
        ("Ξέρει ελληνικά", False),
        ("Χρωστάει", False),
        ("Pays cash", False),
        ("Can give others a lift", False),
        ("Zorb sent", False),
        ("Has said that she comes", True),
        ("Zorb an der Tür", True),
        ("Zorb glued", True),
        ("Zorb", True),
        ("OK", True),
        ("", True),
        ("was zorbed", True),
        ("Zorb 14:00", True),
        ("Zorb at the meeting (the office fills this in)", True),
        ("Zorb who wanted to help us at the meeting", False),
    ],
)
def test_marks_under_an_unknown_header(header: str, asked: bool, project: Project) -> None:
    expected = "q:blank ask1" if asked else "att6 ask0"
    check(Case(header, expected, sheet(register(header, _MARKS))), project)


def test_a_total_of_all_families_answers_for_those_without_a_mark(project: Project) -> None:
    numbers = ((3, 3), (1, 1), (3, 2), (2, 2), (1, 4), (1, 2))
    rows: list[list[Cell]] = [[n, a, c, a + c, m] for n, (a, c), m in zip(PEOPLE, numbers, _MARKS, strict=True)]
    head: list[Cell] = ["Family", "Adults", "Children", "Together", "Zorb"]
    total: list[Cell] = ["Total", 11, 14, 25, ""]
    check(Case("total", "att6 head19 ask0", sheet([*TITLE, head, *rows, total])), project)


def test_marks_for_each_of_a_family_make_its_number(project: Project) -> None:
    head: list[Cell] = ["Schüler/in", "Kind", "Mutter", "Vater", "Geschwister", "Personen"]
    marks = (
        ("x", "", "", ""),
        ("", "x", "", ""),
        ("x", "x", "x", ""),
        ("x", "", "x", 2),
        ("", "", "", ""),
        ("x", "x", "", 1),
    )
    rows: list[list[Cell]] = [
        [name, *told, sum(1 if value == "x" else value or 0 for value in told)]  # type: ignore[misc]
        for name, told in zip(PEOPLE, marks, strict=True)
    ]
    check(Case("family", "att5 head7 nc1 ask0", sheet([*TITLE, head, *rows, ["gesamt", "", "", "", "", 12]])), project)


@pytest.mark.parametrize(
    "header", ["repariert?", "fixed?", "riparato?", "repareret?", "επισκευάστηκε;", "works again", "gelöst", "risolto"]
)
def test_what_became_of_things_says_nothing_of_people(header: str, project: Project) -> None:
    check(Case(header, "att6 ask0", sheet(register(header, ["yes", "no", "yes", "yes", "yes", "yes"]))), project)


def test_marks_that_differ_for_the_same_people_are_of_their_things(project: Project) -> None:
    rows: list[list[Cell]] = [[name, "yes"] for name in PEOPLE]
    rows += [[PEOPLE[0], "no"], [PEOPLE[1], "no"]]
    check(Case("things", "att8 ask0", sheet([*TITLE, ["Name", "Zorbed?"], *rows])), project)
    check(Case("one slip", "q:blank", sheet([*TITLE, ["Name", "Zorbed?"], *rows[:-1]])), project)


@pytest.mark.parametrize(
    ("head", "times", "asked"),
    [
        (["Besucher", "Uhrzeit", "Gemeinschaft", "Zorb?"], "9:10 9:15 9:40 10:02 10:20 11:05", False),
        (["Visitor", "Time", "Community", "Zorb?"], "14:10 14:15 14:40 15:02 15:20 16:05", False),
        (["Visitatore", "Ora", "Comunità", "Zorb?"], "9:10 9:15 9:40 10:02 10:20 11:05", False),
        (["Visitor", "Time", "Community", "Zorb?"], "14:00 14:00 14:00 14:00 14:00 14:00", True),
        (["Visitor", "Time", "Community", "Zorb?"], "14:10 9:15 14:40 11:02 15:20 10:05", True),
    ],
)
def test_visitors_without_a_name_who_were_noted_when_they_came(
    head: list[Cell], times: str, asked: bool, project: Project
) -> None:
    told = zip(times.split(), _MARKS, strict=True)
    rows: list[list[Cell]] = [[at, time, "local", mark] for at, (time, mark) in enumerate(told, start=1)]
    check(Case(str(head[0]), "q:blank ask1" if asked else "att6 ask0", sheet([*TITLE, head, *rows])), project)


@pytest.mark.parametrize(
    "head",
    [
        ["Name", "Morning", "Afternoon", "Present"],
        ["Nome", "Mattina", "Pomeriggio", "Presente"],
        ["Name", "Vormittag", "Nachmittag", "Anwesend"],
        ["Navn", "Formiddag", "Eftermiddag", "Til stede"],
    ],
)
def test_a_mark_for_a_part_of_the_day_of_somebody_who_is_not_marked_present(head: list[Cell], project: Project) -> None:
    rows: list[list[Cell]] = [[name, "x", "x" if at > 2 else "", "x"] for at, name in enumerate(PEOPLE)]
    check(Case("all", "att6 ask0", sheet([*TITLE, head, *rows])), project)
    rows[4][3] = ""
    check(Case("one not", "q:blank ask1", sheet([*TITLE, head, *rows])), project)


@pytest.mark.parametrize("word", ["Workshop", "Laboratorio", "Treffen", "Værksted", "Εργαστήριο"])
def test_whoever_has_no_cross_under_a_numbered_workshop_was_not_there(word: str, project: Project) -> None:
    head: list[Cell] = ["Name", "Community", f"{word} 1: Zorb", f"{word} 2: Gorb"]
    rows: list[list[Cell]] = [
        [name, "local", "x" if at in (0, 1, 2) else "", "x" if at in (2, 3) else ""] for at, name in enumerate(PEOPLE)
    ]
    hints = Hints("skill_transfer_workshop", "graz", date(2021, 5, 4))
    check(Case(word, "att4 nc2 ask0", sheet([head, *rows]), None, hints), project)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("war am Stand?", "att5 nc1 ask0"),
        ("È stato allo stand?", "att5 nc1 ask0"),
        ("Var ved standen?", "att5 nc1 ask0"),
        ("Was at the stall", "att5 nc1 ask0"),
        ("Ήταν στο περίπτερο;", "att5 nc1 ask0"),
        ("Zorb?", "q:blank ask1"),
    ],
)
def test_a_no_that_says_why(header: str, expected: str, project: Project) -> None:
    marks: list[Cell] = ["yes", "yes", "yes", "yes", "no, card came by post", "yes"]
    check(Case(header, expected, sheet(register(header, marks))), project)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Postponed to the spring", "att0 nc6 ask0"),
        ("Der Termin wurde abgesagt", "att0 nc6 ask0"),
        ("Lezione rinviata a maggio", "att0 nc6 ask0"),
        ("udsat til foråret", "att0 nc6 ask0"),
        ("Το μάθημα αναβλήθηκε", "att0 nc6 ask0"),
        ("Lunch cancelled", "q:blank ask1"),
        ("Bring your own cup", "q:blank ask1"),
    ],
)
def test_nobody_came_to_what_was_called_off(line: str, expected: str, project: Project) -> None:
    rows: list[list[Cell]] = [*register("Present", [""] * len(PEOPLE)), [], [line]]
    check(Case(line, expected, sheet(rows)), project)


@pytest.mark.parametrize("line", ["6 people came", "Es kamen 6 Leute", "Der kom 6 personer", "ήρθαν 6 άτομα"])
def test_a_line_that_says_how_many_came_answers_for_those_without_a_mark(line: str, project: Project) -> None:
    check(Case("came", "att6 ask0", sheet([*register("Zorb", _MARKS), [], [line]])), project)


def test_a_sum_without_words_answers_for_those_without_a_mark(project: Project) -> None:
    rows: list[list[Cell]] = [[n, a, m] for n, a, m in zip(PEOPLE, (3, 1, 3, 2, 2, 1), _MARKS, strict=True)]
    head: list[Cell] = ["Name", "How many are you (with yourself)?", "Zorb"]
    check(Case("sum", "ask0", sheet([*TITLE, head, *rows, ["", 12, ""]])), project)


@pytest.mark.parametrize(
    ("header", "fetched", "left"),
    [("Badge", "collected", "left on table"), ("Badge", "abgeholt", "liegt noch da"),
     ("Badge", "ritirato", "ancora al banco"), ("Badge", "afhentet", "ligger her")],
)  # fmt: skip
def test_badges_that_nobody_fetched_are_asked_about(header: str, fetched: str, left: str, project: Project) -> None:
    marks: list[Cell] = [fetched, fetched, left, fetched, fetched, left]
    check(Case(fetched, "att4 q:blank ask1", sheet(register(header, marks))), project)


@pytest.mark.parametrize(
    "header",
    [
        "Παρών (να συμπληρωθεί)",
        "Present (to be filled in)",
        "Anwesend (bitte ausfüllen)",
        "Presente (da compilare)",
        "Fremmødt (udfyldes på dagen)",
    ],
)
def test_a_column_of_presence_that_waits_to_be_filled_in_is_asked_about(header: str, project: Project) -> None:
    rows: list[list[Cell]] = [[name, None] for name in PEOPLE]
    check(Case(header, "q:blank", sheet([*TITLE, ["Full name", header], *rows])), project)
