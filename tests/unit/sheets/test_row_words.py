"""Lines of a list that are no people, and headings over people who came to a part of the event: the day is the same,
who came to both parts counts once."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, NotCountedReason
from liaison_metrics.sheets.rows.marking.sections.section_words import heads_part_of_event
from liaison_metrics.sheets.rows.row_words import LINES, LineRule, ListLine
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet
from tests.unit.sheets.grids import Rows, read

CONFERENCE = Hints("final_conference", "palermo", date(2022, 3, 18))


def parts(first: str, second: str, more: str = "") -> Rows:
    """A list of two parts: two people came to the first, two to the second, one of them to both."""
    return [
        ["Nome e cognome", "Ente", "Comunità", "E-mail"],
        [first, more, "", ""],
        ["Aldo Neri", "Arci", "locale", "aldo@example.org"],
        ["Bea Conti", "Arci", "locale", "bea@example.org"],
        [second, more, "", ""],
        ["Bea Conti", "Arci", "locale", "bea@example.org"],
        ["Carla Riva", "Arci", "locale", "carla@example.org"],
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Sessione mattina", "Sessione pomeriggio"),
        ("Mattina", "Pomeriggio"),
        ("Morning session", "Afternoon session"),
        ("Vormittag", "Nachmittag"),
        ("Vormittagssitzung", "Nachmittagssitzung"),
        ("Formiddag", "Eftermiddag"),
        ("Πρωινή συνεδρία", "Απογευματινή συνεδρία"),
        ("Πρωί", "Απόγευμα"),
        ("Part I", "Part II"),
        ("Session 1 - opening", "Session 2 - panel"),
        ("Vormittag (9:00-12:00)", "Nachmittag (13:00-16:00)"),
    ],
)
def test_parts_of_a_day_head_people(project: Project, first: str, second: str) -> None:
    reading = read(project, parts(first, second), hints=CONFERENCE)
    assert {row.email for row in reading.attendances} == {f"{who}@example.org" for who in ("aldo", "bea", "carla")}
    assert len(reading.attendances) == 4
    assert len(reading.events) == 1


def test_times_stand_beside_the_heading(project: Project) -> None:
    assert len(read(project, parts("Mattina", "Pomeriggio", "9:00-13:00"), hints=CONFERENCE).attendances) == 4


def test_a_part_of_the_day_ends_a_section_of_staff(project: Project) -> None:
    rows = [*parts("Mattina", "Staff:"), ["Pomeriggio", "", "", ""], ["Dino Serra", "Arci", "locale", "d@example.org"]]
    reading = read(project, rows, hints=CONFERENCE)
    assert [row.reason for row in reading.not_counted] == [NotCountedReason.STAFF] * 2
    assert len(reading.attendances) == 3


@pytest.mark.parametrize("name", ["Sera", "Mattina Bianchi", "Del Monte", "Anna Abend", "Vito", "Block", "Parte"])
def test_names_head_nothing(name: str) -> None:
    assert not heads_part_of_event(name)


LIST: Rows = [
    ["Skill-transfer workshop, Graz, 12 May 2021"],
    [],
    ["Name", "Community", "Phone"],
    *([name, "Syrian", f"+43 660 12345{at}"] for at, name in enumerate(PEOPLE)),
]


EXAMPLES = [(rule, row, fires) for rule in LINES for fires in (True, False) for row in (rule.silent, rule.fires)[fires]]


@pytest.mark.parametrize(("rule", "row", "fires"), EXAMPLES)
def test_a_rule_holds_for_its_examples_alone(rule: LineRule, row: str, fires: bool) -> None:
    cells = [cell.strip() for cell in row.split("|")]
    texts = list(filter(None, cells))
    similar = len(texts) == len(LIST[2]) and texts[-1].startswith("+")
    line = ListLine(texts, texts, [str(cell) for cell in LIST[2]], 3, similar, numbered=False, sessions=False)
    assert (rule.holds(line) and not (rule.outweighed and similar)) is fires


@pytest.mark.parametrize(("rule", "row", "fires"), EXAMPLES)
def test_who_is_on_a_line_counts_and_a_line_does_not(project: Project, rule: LineRule, row: str, fires: bool) -> None:
    reading = read(project, [*LIST, [cell.strip() for cell in row.split("|")]])
    assert any(person.row == len(LIST) + 1 for person in reading.attendances) is not fires


def test_every_rule_has_a_name_and_examples() -> None:
    assert len({rule.name for rule in LINES}) == len(LINES)
    assert all(rule.fires and rule.silent for rule in LINES)


@pytest.mark.parametrize(
    "line", ["Ansprechpartnerin: Ida Holm", "Contact: Ida Holm", "Referente: Ida Holm", "Kontakt: Ida Holm"]
)
def test_whom_to_ask_about_a_list_was_not_there(line: str, project: Project) -> None:
    people: list[list[Cell]] = [[name, "Syrian", "+43 660 1234567"] for name in PEOPLE]
    rows = [*TITLE, ["Name", "Community", "Phone"], *people, [], [line, "", "+43 660 7654321"]]
    check(Case(line, "att6 nc0", sheet(rows)), project)


@pytest.mark.parametrize(("header", "total"), [
    ("Til stede", "Til stede i alt"), ("Anwesend", "Summe anwesend"), ("Presente", "Presenti totale"),
    ("Present", "Present altogether"), ("Παρών", "Παρόντες συνολικά"),
])  # fmt: skip
def test_a_total_of_those_present_is_nobody(project: Project, header: str, total: str) -> None:
    rows: Rows = [[name, int(at != 2), ""] for at, name in enumerate(PEOPLE)]
    case = Case(total, "att5 nc1 rej0 ask0", sheet([*TITLE, ["Name", header, "Note"], *rows, [total, 5]]))
    check(case, project)


@pytest.mark.parametrize(
    "words",
    ["posto libero", "(vuoto)", "annullato", "vedi foglio 2", "segue", "---", "free seat", "Nome e cognome"],
)
def test_a_numbered_row_may_list_nobody(project: Project, words: str) -> None:
    people = [[n, f"{name} Neri", "Arci"] for n, name in enumerate(("Aldo", "Bea", "Carla", "Dino", "Elsa"), 1)]
    rows: Rows = [["Nr", "Nome e cognome", "Ente"], *people[:3], [None, words, None], *people[3:], [6, words, None]]
    reading = read(project, rows, hints=CONFERENCE)
    assert [len(reading.attendances), len(reading.questions)] == [5, 0]
