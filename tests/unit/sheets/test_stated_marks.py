"""Lines below a list under words that nobody knows: what its rows give says what their numbers are of."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from tests.unit.sheets.cases import TITLE, Case, check, sheet

Rows = list[list[Cell]]

FIRST = ("Aldo", "Bea", "Carla", "Dino", "Elsa", "Furio", "Gina", "Hassan", "Ivo", "Jana", "Karim", "Lina")
SURNAMES = ("Neri", "Conti", "Riva", "Serra", "Monti", "Lodi", "Villa", "Ali", "Krause", "Beck", "Haddad", "Omar")
CAME = 8
NOTE = "Lost and found: one umbrella"


def marked(header: str, mark: str = "✓") -> Rows:
    rows: Rows = [["Surname", "First name", "Organisation", header]]
    for at, (first, surname) in enumerate(zip(FIRST, SURNAMES, strict=True)):
        rows.append([surname, first, "Library", mark if at < CAME else None])
    return [*TITLE, *rows]


@pytest.mark.parametrize("below", [[["zorbed", CAME]], [["zorbed", None, None, CAME], [], [NOTE]]])
def test_a_line_says_how_many_have_a_tick_under_no_words(below: Rows, project: Project) -> None:
    check(Case("ticked", "att8 nc4 rej0 ask0", sheet([*marked("✓"), [], *below])), project)


@pytest.mark.parametrize("label", ["came", "Gekommen:", "Venuti:", "Mødte op:", "Ήρθαν:"])
@pytest.mark.parametrize("mark", ["x", "9:15"])
def test_a_line_says_that_people_came_who_have_a_mark(label: str, mark: str, project: Project) -> None:
    check(Case("came", "att8 nc4 rej0 ask0", sheet([*marked("Plimm", mark), [], [label, CAME]])), project)


def test_marks_under_words_may_be_of_anything(project: Project) -> None:
    below: Rows = [[], ["zorbed", CAME]]
    check(Case("unknown", "ask1", sheet([*marked("Plimm"), *below])), project)
    check(Case("all rows", "ask1", sheet([*marked("✓"), [], ["zorbed", len(FIRST)]])), project)


def test_lines_below_state_the_marks_of_each_column(project: Project) -> None:
    rows: Rows = [["Surname", "First name", "Organisation", "present before lunch", "present after lunch"]]
    for at, (first, surname) in enumerate(zip(FIRST, SURNAMES, strict=True)):
        rows.append([surname, first, "Library", "x" if at < CAME else None, "x" if 3 < at < 10 else None])
    below: Rows = [[], ["zorbed:", None, None, CAME], ["plimmed:", None, None, None, 6], [], [NOTE]]
    check(Case("half days", "att10 nc2 rej0 ask0", sheet([*TITLE, *rows, *below])), project)


def test_lines_below_state_how_many_are_of_each_organisation(project: Project) -> None:
    rows: Rows = [["Name", "Organisation"]]
    for at, (first, surname) in enumerate(zip(FIRST, SURNAMES, strict=True)):
        rows.append([f"{first} {surname}", ("Blue House", "Zorb Club", "Old Mill")[at % 3]])
    below: Rows = [[], ["Blue House", 4], ["Zorb Club", 4], ["Old Mill", 4]]
    check(Case("organisations", "att12 rej0 ask0", sheet([*TITLE, *rows, *below])), project)


def test_a_row_in_the_sequence_of_numbers_is_no_sum(project: Project) -> None:
    rows: Rows = [["No", "Name", "2021-04-12", "2021-04-19", "2021-04-26"]]
    for at, (first, surname) in enumerate(zip(FIRST, SURNAMES, strict=True)):
        rows.append([at + 1, f"{surname}, {first}", *([4, 4, 4] if at == 4 else [2, 3, 2])])
    check(Case("hours", "att36 rej0 ask0", sheet([*TITLE, *rows, [], [None, "zorbed", 12, 12, 12]])), project)


@pytest.mark.parametrize("office", ["1. Vorsitzender", "2. formand", "1. Zorbmeister"])
@pytest.mark.parametrize("first", [False, True])
def test_an_office_with_a_number_stands_below_a_name(office: str, first: bool, project: Project) -> None:
    people: Rows = [[f"{at + 1}. {one} {two}"] for at, (one, two) in enumerate(zip(FIRST, SURNAMES, strict=True))]
    below: Rows = [[office], ["Werner Kaim"]] if first else [["Werner Kaim"], [office]]
    hints = Hints("information_session", "kassel", date(2021, 4, 12))
    check(Case("office", "att12 rej0 ask0", sheet([*people, [], *below]), hints=hints), project)
    part: Rows = [["Group B"], ["1. Werner"]]
    check(Case("part", "att13 rej0 ask0", sheet([*people, [], *part]), hints=hints), project)
