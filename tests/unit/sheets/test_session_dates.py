"""The dates of numbered sessions that stand in another sheet, or above the table."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from tests.unit.sheets.cases import PEOPLE, Case, check, sheet

Rows = list[list[Cell]]
BOTH = "att5 ev2 rej0 date:2021-03-12 date:2021-03-19"


def register(title: str, name: str, first: str, second: str, above: Rows | None = None) -> Rows:
    """A register of two sessions without dates: three people came to the first, two to the second."""
    rows: Rows = [[person, "x", "" if at == 1 else "x"] for at, person in enumerate(PEOPLE[:3])]
    return [[title], *(above or []), [], [name, first, second], *rows]


def two(name: str, expected: str, title: str, heads: list[str], dates: Rows) -> Case:
    return Case(name, expected, sheet(register(title, *heads), "List"), sheet(dates, "Dates"))


CASES = [
    two("labels", BOTH, "OEP training Palermo", ["Name", "Session 1", "Session 2"],
        [["Session", "Date"], ["Session 1", "2021-03-12"], ["Session 2", "2021-03-19"]]),
    two("numbers", BOTH, "OEP-Schulung Graz", ["Name", "Termin 1", "Termin 2"],
        [["Nr.", "Datum", "Thema"], [1, "12.03.2021", "Einstieg"], [2, "19.03.2021", "Praxis"]]),
    two("lines", BOTH, "Formazione OEP Palermo", ["Nome", "Incontro 1", "Incontro 2"],
        [["Incontro 1 = 12.3.2021"], ["Incontro 2 = 19.3.2021"]]),
    two("short labels", BOTH, "OEP-kursus Vejle", ["Navn", "M1", "M2"],
        [["M1", "12. marts 2021"], ["M2", "19. marts 2021"]]),
    Case("above the table", BOTH, sheet(register("Εκπαίδευση OEP Αθήνα", "Όνομα", "1η", "2η", [
        ["1η συνάντηση: 12/3/2021"], ["2η συνάντηση: 19/3/2021"]]))),
    two("one of them missing", "att0 q:date!", "OEP training Palermo", ["Name", "Session 1", "Session 2"],
        [["Session 1", "2021-03-12"]]),
    two("other numbers", "att0 q:date!", "OEP training Palermo", ["Name", "Session 1", "Session 2"],
        [["Invoice 1", "2023-03-12"], ["Invoice 2", "2023-03-19"]]),
    two("numbers of other things", "att0 q:date!", "OEP training Palermo", ["Name", "Session 1", "Session 2"],
        [["Invoice 1", "2021-03-12"], ["Invoice 2", "2021-03-19"]]),
    two("dates of people", "att0 q:date!", "OEP training Palermo", ["Name", "Session 1", "Session 2"],
        [["No.", "Name", "Registered on"], [1, "Aldo Neri", "2021-02-12"], [2, "Bea Conti", "2021-02-13"]]),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_dates_of_sessions(case: Case, project: Project) -> None:
    check(case, project)


def test_a_day_that_the_person_said_is_one_of_two_above(project: Project) -> None:
    rows: Rows = [["Call with Grace, 14 March 2021"], ["Cooking workshop in Palermo on 3 March 2021"], [],
                  ["Name", "Country"], ["Aldo Neri", "Syria"], ["Bea Conti", "Syria"]]  # fmt: skip
    said = Hints("skill_transfer_workshop", "palermo", date(2021, 3, 3))
    check(Case("", "att2 ev1 rej0 date:2021-03-03", sheet(rows), hints=said), project)


DAYS = [
    ("Schullabor Kassel, Dienstag, 9. November 2021", "1. Stunde", "2. Stunde"),
    ("Laboratorio scolastico a Palermo, martedì 9 novembre 2021", "Modulo 1", "Modulo 2"),
    ("Σχολικό εργαστήριο, Αθήνα, Τρίτη 9/11/2021", "1η ενότητα", "2η ενότητα"),
    ("School lab, Athens, Tuesday 9 November 2021", "Period 1", "Period 2"),
    ("Skolelaboratorium i Vejle, tirsdag d. 9/11-2021", "1. modul", "2. modul"),
]
NO_DAYS = [
    ("School lab, Athens, starting Tuesday 9 November 2021", "Session 1", "Session 2"),
    ("Schullabor Kassel, ab Dienstag, 9.11.2021", "Modul 1", "Modul 2"),
    ("Laboratorio scolastico a Palermo, 9 novembre 2021", "Modulo 1", "Modulo 2"),
    ("Schullabor Kassel, Dienstag, 9.11.2021", "Termin 1", "Termin 2"),
]


@pytest.mark.parametrize(("title", "first", "second"), DAYS)
def test_numbered_parts_of_the_day_in_the_title(title: str, first: str, second: str, project: Project) -> None:
    check(Case(title, "att3 ev1 rej0 ask0 date:2021-11-09", sheet(register(title, "Name", first, second))), project)


@pytest.mark.parametrize(("title", "first", "second"), NO_DAYS)
def test_sessions_that_may_be_on_other_days_are_asked_about(
    title: str, first: str, second: str, project: Project
) -> None:
    check(Case(title, "att0 q:date!", sheet(register(title, "Name", first, second))), project)


PARTS = [
    ("Schullabor Kassel, Di 9.11.2021, 3.–6. Stunde", "1.–2. Block"),
    ("Laboratorio scolastico a Palermo, 9 novembre 2021", "2ª-3ª ora"),
    ("School lab, Athens, 9 November 2021, from 10 to 12", "Periods 3-4"),
    ("Skolelaboratorium i Vejle, 9/11-2021", "3.-4. lektion"),
    ("Σχολικό εργαστήριο, Αθήνα, 9/11/2021", "2η–3η ώρα"),
]
NO_PARTS = [
    ("Schullabor Kassel, ab 9.11.2021", "1.–2. Block"),
    ("School lab, Athens, 9 November 2021", "Session 3"),
    ("Schullabor Kassel, Di 9.11. und Mi 10.11.2021", "Modul"),
]


@pytest.mark.parametrize(("title", "header"), PARTS)
def test_a_column_of_lessons_alone_is_of_the_day_above(title: str, header: str, project: Project) -> None:
    rows: Rows = [[title, "", "Leitung: Team"], [], ["Name", header]]
    grid = sheet([*rows, *([name, "x"] for name in PEOPLE[:3])])
    check(Case(header, "att3 ev1 rej0 ask0 date:2021-11-09", grid), project)


@pytest.mark.parametrize(("title", "header"), NO_PARTS)
def test_lessons_that_may_be_on_another_day_are_asked_about(title: str, header: str, project: Project) -> None:
    grid = sheet([[title], [], ["Name", header], *([name, "x"] for name in PEOPLE[:3])])
    check(Case(header, "att0 q:date!", grid), project)
