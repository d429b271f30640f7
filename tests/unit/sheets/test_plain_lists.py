"""Plain lists of attendance as people type them: who came in two columns, words behind names, lines below the list."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from liaison_metrics.sheets.rows.marking.sections.section_words import section_reason
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

A, B, C, D, E, F = PEOPLE


@pytest.mark.parametrize(
    ("group", "yes", "no"),
    [
        ("", "YES", "NO"),
        ("Present?", "yes", "no"),
        ("Presenza", "SI", "NO"),
        ("Anwesenheit", "Ja", "Nein"),
        ("Fremmøde", "ja", "nej"),
        ("Παρουσία", "Ναι", "Όχι"),
    ],
)
def test_yes_and_no_side_by_side_say_who_came(project: Project, group: str, yes: str, no: str) -> None:
    header: list[list[Cell]] = [["", "", group], ["Name", "Community", yes, no]]
    people: list[list[Cell]] = [[name, "Syrian", "x", ""] for name in PEOPLE[:4]]
    rows = [*TITLE, *(header if group else header[1:]), *people, [E, "Syrian", "", "x"], [F, "Syrian", "", "x"]]
    check(Case(group, "att4 nc2 ask0", sheet(rows)), project)


def test_nobody_is_marked_as_absent(project: Project) -> None:
    rows = [*TITLE, ["Name", "Present", "Absent"], *([name, "x", ""] for name in PEOPLE)]
    check(Case("empty", "att6 nc0 ask0", sheet(rows)), project)


@pytest.mark.parametrize(
    ("first", "second"), [("kv.", "md."), ("w", "m"), ("Woman", "Man"), ("Γυν.", "Άνδρ."), ("femm.", "masch.")]
)
def test_marks_under_genders_say_nothing_of_presence(project: Project, first: str, second: str) -> None:
    rows = [*TITLE, ["Name", first, second], *([name, "x", ""] for name in PEOPLE[:4]), [E, "", "x"], [F, "", "x"]]
    check(Case(first, "att6 nc0 ask0 gen:female=4 gen:male=2", sheet(rows)), project)


@pytest.mark.parametrize(
    "said", [" - cancelled", " (struck out)", ", assente", " - abgesagt", " (meldt afbud)", " – ακύρωσε"]
)
def test_words_behind_a_name_say_that_somebody_was_absent(project: Project, said: str) -> None:
    rows = [*TITLE, ["No.", "Name", "M/F"], *([at, name, "F"] for at, name in enumerate(PEOPLE[:5], 1))]
    check(Case(said, "att5 nc1 ask0", sheet([*rows, [6, F + said, "M"]])), project)


def test_what_heads_nobody() -> None:
    for line in ("M = mødt / A = afbud", "+ til stede, - fraværende", "P: presente, N: non presente"):
        assert section_reason(line) is None
    assert section_reason("Anna Berg - absent") is None
    assert section_reason("Anna Berg (abwesend)") is None
    assert section_reason("Apologies") is not None


def test_two_words_for_the_team_in_remarks(project: Project) -> None:
    people: list[list[Cell]] = [[name, "x", ""] for name in PEOPLE[:4]]
    rows = [*TITLE, ["Navn", "Fremmøde", "Bemærkninger"], *people]
    rows += [[E, "x", "Projektmedarbejder"], [F, "x", "Mødeleder (projektteam)"]]
    check(Case("team", "att4 nc2 ask0", sheet(rows)), project)


@pytest.mark.parametrize("header", ["Αριθμός", "TN-Zahl", "Number"])
def test_numbers_of_rows_above_lines_of_text(project: Project, header: str) -> None:
    people: list[list[Cell]] = [[at, name, "Syrian"] for at, name in enumerate(PEOPLE, 1)]
    rows = [*TITLE, [header, "Name", "Community"], *people, [], ["Thank you all"]]
    check(Case(header, "att6 head0", sheet(rows)), project)


@pytest.mark.parametrize("label", ["Συν. παρόντων", "Συν.", "Tot."])
def test_a_shortened_word_for_a_total_adds_nobody(project: Project, label: str) -> None:
    rows = [*TITLE, ["Name", "Community"], *([name, "Syrian"] for name in PEOPLE), [], [label, len(PEOPLE)]]
    check(Case(label, "att6 head0 ask0", sheet(rows)), project)


@pytest.mark.parametrize("line", ["Graz, 4.5.2021", "Date: 4 May 2021", "Data: 04.05.2021", "Den: 4. maj 2021"])
def test_the_day_stands_below_names_alone(project: Project, line: str) -> None:
    rows: list[list[Cell]] = [["Attendance list"], ["Present:"], *([name] for name in PEOPLE), [], [line]]
    check(Case(line, "att6 date:2021-05-04 ask0", sheet(rows), hints=Hints("info_session", "graz")), project)


def test_a_total_of_both_parts_of_a_list(project: Project) -> None:
    rows: list[list[Cell]] = [*TITLE, ["No.", "Name", "Present", None, "No.", "Name", "Present"]]
    rows += [[1, A, "x", None, 4, D, "x"], [2, B, "x", None, 5, E, "x"], [3, C, "x", None, 6, F, "x"]]
    check(Case("side by side", "att6 head0 ask0", sheet([*rows, [], ["Total present", 6]])), project)


def test_a_header_of_two_rows_repeats(project: Project) -> None:
    header: list[list[Cell]] = [["Wer", None, "Anwesend?", None], ["Nachname", "Vorname", "anwesend", "abwesend"]]
    first: list[list[Cell]] = [["Activity", "Info session"], ["City", "Graz"], ["Date", "4 May 2021"], []]
    second: list[list[Cell]] = [["Activity", "Info session"], ["City", "Graz"], ["Date", "11 May 2021"], []]
    people: list[list[Cell]] = [[*name.split()[::-1], "x", ""] for name in PEOPLE]
    rows = [*first, *header, *people[:3], [], *second, *header, *people[3:]]
    check(Case("repeated", "att6 ev2 rej0", sheet(rows)), project)


def test_letters_with_spaces_are_a_word(project: Project) -> None:
    rows = [*TITLE, ["C o g n o m e", "N o m e"], *(name.split()[::-1] for name in PEOPLE)]
    check(Case("spaced", "att6 named6", sheet(rows)), project)
