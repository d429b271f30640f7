"""Lines over people who came, in words that nobody listed."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import NotCountedReason
from liaison_metrics.sheets.rows.marking.sections.lines_over_people import heads_people_who_came
from liaison_metrics.sheets.rows.marking.sections.section_words import section_reason
from tests.unit.sheets.cases import TITLE, Case, check, sheet

FIRST = [["Amal Haddad", "0660 123451"], ["Emir Begić", "0660 123452"], ["Dalia Nouri", "0660 123453"]]
MORE = [["Jana Roth", "0660 123454"], ["Paul Winter", "0660 123455"]]


@pytest.mark.parametrize(
    "line",
    [
        "2. Gruppe", "Frauengruppe", "Class 4b", "5.c", "Second bus", "Dalla parrocchia vicina", "Nye i dag",
        "Teilnehmende aus dem Deutschkurs", "Fulgte med via Zoom", "Γονείς που συμμετείχαν", "ab 14 Uhr dazu",
    ],
)  # fmt: skip
def test_coming_and_groups_head_people(line: str) -> None:
    assert heads_people_who_came(line)


@pytest.mark.parametrize(
    "line",
    [
        "Registered", "Interested people", "Next group", "Gruppenleitung", "Cameron Diaz", "Kom Yusuf", "Dalla Costa",
        "8 people came", "Group photo", "Our team", "Kamen nicht",
    ],
)  # fmt: skip
def test_doubtful_people_the_team_and_names_head_nobody(line: str) -> None:
    assert not heads_people_who_came(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Second bus", "att5 nc0 ask0"), ("Continued from page 1", "att5 nc0 ask0"), ("Ferie/syg", "att3 nc2 ask0")],
)
def test_people_below_a_line(project: Project, line: str, expected: str) -> None:
    rows = [*TITLE, ["Name", "Phone"], *FIRST, [line], *MORE]
    check(Case(line, expected, sheet(rows)), project)


def test_a_group_below_absent_people_is_absent_too(project: Project) -> None:
    rows = [*TITLE, ["Name", "Phone"], *FIRST, ["Absent"], ["Class 4b"], *MORE]
    check(Case("absent class", "att3 nc2", sheet(rows)), project)


@pytest.mark.parametrize(
    "line",
    [
        "Registered who came", "Registered and attended", "Angemeldet und erschienen", "Iscritti presenti",
        "Iscritti che sono venuti", "Tilmeldte der kom", "Εγγεγραμμένοι που ήρθαν",
    ],
)  # fmt: skip
def test_those_registered_who_came_count(line: str) -> None:
    assert section_reason(line) == ""


@pytest.mark.parametrize(
    "line", ["Registered to attend", "Registered, did not come", "Zum Kommen angemeldet", "Iscritti assenti"]
)
def test_those_who_only_registered_do_not(line: str) -> None:
    assert section_reason(line) is NotCountedReason.ABSENT


@pytest.mark.parametrize(
    ("first", "then", "last"),
    [
        ("Registered who came", "Without a booking", "Did not come"),
        ("Εγγεγραμμένοι που ήρθαν", "Χωρίς εγγραφή", "Δεν ήρθαν"),
        ("Tilmeldte der kom", "Uden tilmelding", "Kom ikke"),
    ],
)
def test_numbered_lists_one_below_the_other(first: str, then: str, last: str, project: Project) -> None:
    people = [[number, *person] for number, person in enumerate(FIRST, 1)]
    more = [[number, *person] for number, person in enumerate(MORE, 1)]
    rows = [*TITLE, [first], *people, [then], *more, [last], [1, "Ida Holm", "0660 123456"]]
    check(Case("numbered", "att5 nc1 ask0", sheet(rows)), project)
