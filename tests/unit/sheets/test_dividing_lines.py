"""Notes of a few sentences, as people dictate them, and tables that they draw in text."""

from __future__ import annotations

from collections import Counter

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Hints, Reading, headcount_of
from liaison_metrics.sheets.reading import read_sheet

HEAD = "School lab, Vejle, 3 May 2021."


def note(project: Project, *lines: str) -> Reading:
    return read_sheet("note.txt", ("\n".join(lines) + "\n").encode(), project, Hints())


@pytest.mark.parametrize(
    ("told", "registered"),
    [
        ("12 people came.", "15 had signed up but not everyone came."),
        ("Vi havde 12 deltagere.", "20 havde meldt sig til, nogle kom ikke."),
        ("Teilnehmerzahl 12.", "Angemeldet waren 19, nicht alle sind gekommen."),
        ("Numero partecipanti 12.", "Gli iscritti erano 15, ma non tutti sono venuti."),
        ("Αριθμός συμμετεχόντων 12.", "Εγγεγραμμένοι ήταν 18, κάποιοι δεν ήρθαν."),
        ("Antal deltagere 12.", "Der var 15 tilmeldte, men ikke alle kom."),
        ("Today 12 attendees.", "There were 15 registrations, some did not show up."),
    ],
)
@pytest.mark.parametrize("lines", [True, False])
def test_who_registered_does_not_count(project: Project, told: str, registered: str, *, lines: bool) -> None:
    reading = note(project, HEAD, told, registered) if lines else note(project, HEAD, f"{told} {registered}")
    assert (headcount_of(reading.headcounts), reading.questions) == (12, [])


@pytest.mark.parametrize(
    "text",
    [
        "There were 11 participants. Of them six Syrians and five locals.",
        "Es waren 11 Personen da. Davon sechs Syrer und fünf Einheimische.",
        "C'erano 11 partecipanti. Di cui sei siriani e cinque locali.",
        "Der kom 11 personer. Heraf seks syrere og fem lokale.",
        "Ήρθαν 11 άτομα. Από αυτούς έξι Σύροι και πέντε ντόπιοι.",
    ],
)
def test_words_for_numbers_divide_a_total(project: Project, text: str) -> None:
    people = Counter[str | None]()
    for row in note(project, HEAD, text).headcounts:
        people[row.community] += row.people
    assert people == {"syrian": 6, "local": 5}


def test_the_rest_of_a_total_is_not_stated(project: Project) -> None:
    reading = note(project, HEAD, "10 people came.", "Of them 4 Syrians and 3 locals.", "The remaining 3 did not say.")
    assert {(row.community, row.people) for row in reading.headcounts} == {
        ("syrian", 4), ("local", 3), ("not_stated", 3)
    }  # fmt: skip


def test_a_line_with_a_number_of_people_is_no_header(project: Project) -> None:
    reading = note(project, HEAD, "", "9 people came.", "We started late.")
    assert headcount_of(reading.headcounts) == 9


@pytest.mark.parametrize("sign", ["-", ":-", "="])
def test_a_line_drawn_below_headers_is_nobody(project: Project, sign: str) -> None:
    people = [f"| {at} | {name} | present | Syrian |" for at, name in enumerate(("Aldo Neri", "Bea Conti"), 1)]
    rule = f"|{'|'.join([sign + '----'] * 4)}|"
    reading = note(project, HEAD, "", "| Nr | Name | Attended | Community |", rule, *people)
    assert [row.name for row in reading.attendances] == ["Aldo Neri", "Bea Conti"]
    assert reading.questions == []


def test_commas_in_aligned_columns_divide_nothing(project: Project) -> None:
    lines = [f"{at}     {name:22}local" for at, name in enumerate(("Neri, Aldo", "Lo Cascio, Bea", "Riva, Carla"), 1)]
    reading = note(project, HEAD, "", "#     Surname, first name   Community", *lines)
    assert [row.community for row in reading.attendances] == ["local"] * 3


@pytest.mark.parametrize("absent", ["-", ""])
def test_marks_in_the_second_of_two_aligned_columns(project: Project, absent: str) -> None:
    people = [("Aldo Neri", "x"), ("Bea Conti", absent), ("Carla Riva", "x"), ("Dino Serra", "x"), ("Elsa Monti", "x")]
    reading = note(project, HEAD, "", f"{'Name':19}Attended?", *(f"{name:19}{mark}".rstrip() for name, mark in people))
    assert (len(reading.attendances), len(reading.not_counted)) == (4, 1)
