"""Dates whose day, month and year stand in different places."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Grid, Hints
from liaison_metrics.sheets.words.date_parts import day_in_name, days_of_names, days_without_year, only_year, years_in
from liaison_metrics.sheets.words.dates import StatedDate
from tests.unit.sheets.cases import Case, check, sheet

PEOPLE: list[list[Cell]] = [["Name", "Community"], ["Aldo Neri", "local"], ["Bea Conti", "local"]]
PERIOD = (date(2020, 2, 3), date(2022, 4, 2))


def titled(*lines: str, name: str = "Sheet1") -> Grid:
    """A list of two people below lines of text."""
    above: list[list[Cell]] = [[line] for line in lines]
    return sheet([*above, [], *PEOPLE], name)


CASES = [
    Case("tabs are days, the title has the year", "att4 ev2 date:2020-10-07 date:2020-11-04",
         titled("Fokusgruppe Graz 2020", name="7.10."), titled("Fokusgruppe Graz 2020", name="4.11.")),
    Case("tabs with days of the week", "att4 ev2 date:2021-06-11 date:2021-06-14",
         titled("Workshop trasferimento competenze, Palermo", "Anno 2021", name="ven 11-06"),
         titled("Workshop trasferimento competenze, Palermo", "Anno: 2021", name="lun 14-06")),
    Case("the year in a line of its own", "att2 ev1 date:2021-09-04",
         titled("LIAISON-messe 2021", "Vejle, lørdag 4. september")),
    Case("the year in the file name", "att2 ev1 date:2021-09-04",
         titled("Project fair", "Kassel, 4th of September"), file="fair 2021.xlsx"),
    Case("the day in the file name, the year above", "att2 ev1 date:2021-09-04",
         titled("Project fair Kassel 2021"), file="Fair September 4.xlsx"),
    Case("the day of the week tells the year", "att2 ev1 date:2021-09-04",
         titled("Messe Graz", "Samstag, 4. September"), hints=Hints("project_fair")),
    Case("a Greek day", "att2 ev1 date:2021-06-10",
         titled("Εργαστήριο μεταφοράς δεξιοτήτων, Αθήνα", "Άνοιξη 2021", "Πέμπτη 10 Ιουνίου")),
    Case("the years of the project tell nothing", "att0 q:date!",
         titled("LIAISON 2020-2022, Fokusgruppe Graz", name="7.10.")),
    Case("nobody tells the year", "att0 q:date!", titled("Messe Graz", "4. September"), hints=Hints("project_fair")),
    Case("a season of two years", "att2 ev1 date:2020-05-14",
         titled("Fokusgruppe Graz, Schuljahr 2019/20", "14. Mai")),
    Case("the month in the title, days in the tabs", "att4 ev2 date:2020-10-07 date:2020-10-14",
         titled("Fokusgruppe Graz, Oktober 2020", name="Mi 7."),
         titled("Fokusgruppe Graz, Oktober 2020", name="Mi 14.")),
    Case("a day of the week that doesn't fit", "att0 q:date!", titled("Fokusgruppe Graz, Oktober 2020", name="Mi 8.")),
    Case("the month in the tab", "att2 ev1 date:2020-10-07",
         titled("Gruppo di discussione, focus group, Palermo", "mercoledì 7", name="Ottobre 2020")),
    Case("a label for each part", "att2 ev1 date:2021-09-04",
         sheet([["Project fair Kassel"], ["Day:", 4], ["Month:", "September"], ["Year:", 2021], [], *PEOPLE])),
    Case("the second day of a course", "att0 q:date!", titled("OEP-Schulung Graz, Mai 2021", "Tag 2")),
    Case("several days are no day", "att0 q:date!", titled("Focus group Graz 2021", "4 May, 6 May and 9 June")),
    Case("parts of something", "att2 ev1 date:2021-05-03", titled("Focus group Graz", name="1.2"),
         hints=Hints(date=date(2021, 5, 3))),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_reading(case: Case, project: Project) -> None:
    check(case, project)


DAYS = [["Navn", "Mail"], ["Aldo Neri", "a@example.org"], ["Bea Conti", "b@example.org"]]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("12-3", "19-3", "att4 ev2 date:2021-03-12 date:2021-03-19"),
        ("5.3", "19.3", "att4 ev2 date:2021-03-05 date:2021-03-19"),
        ("1-1", "1-2", "att0 q:date!"),
        ("12-3", "Liste", "att0 q:date!"),
    ],
)
def test_sheets_named_after_days(first: str, second: str, expected: str, project: Project) -> None:
    rows: list[list[Cell]] = [[*row] for row in DAYS]
    file = "OEP-kursus Vejle 2021.xlsx"
    check(Case(first, expected, sheet(rows, first), sheet(rows, second), file=file), project)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Vejle, lørdag 4. september", [(4, 9)]),
        ("Graz, Sa 4.9.", [(4, 9)]),
        ("Sat 4/9, 2 pm", [(4, 9)]),
        ("4.-6. September", [(4, 9)]),
        ("Saturday, September 4", [(4, 9)]),
        ("4 September 2021 and 5 October", []),
        ("Room 4, seats 3/9", []),
        ("Groups of 4 people", []),
        ("version 1.2", []),
    ],
)
def test_days_without_year(text: str, pairs: list[tuple[int, int]]) -> None:
    assert [day.pair for day in days_without_year(text)] == pairs


@pytest.mark.parametrize("name", ["7.10.", "07-10", "07.10", "Meeting 7 October", "Mi 7.10."])
def test_a_name_that_is_a_day(name: str) -> None:
    day = day_in_name(name)
    assert day is not None
    assert day.pair == (7, 10)


@pytest.mark.parametrize("name", ["1.2", "1-2", "Sheet 4", "Gruppe 3"])
def test_a_name_that_is_no_day(name: str) -> None:
    assert day_in_name(name) is None


def test_years() -> None:
    assert years_in("Schuljahr 2020/21") == {2020, 2021}
    assert years_in("LIAISON 2020-2022") == {2020, 2021, 2022}
    assert years_in("2019-2020, 2022") == {2019, 2020, 2022}
    assert years_in("Fair 2021-09-04") == {2021}
    assert years_in("120215") == set()


def test_the_only_year() -> None:
    assert only_year(StatedDate(pair=(4, 9)), None, PERIOD) == 0
    assert only_year(StatedDate(pair=(4, 9)), None, PERIOD, (2021,)) == 2021
    assert only_year(StatedDate(pair=(4, 9), weekday=6), None, PERIOD) == 2021
    assert only_year(StatedDate(pair=(4, 9)), None, PERIOD, (2019,)) == 0


@pytest.mark.parametrize(
    "names",
    [["4-5", "11-5"], ["0405", "1105"], ["210504", "210511"], ["Day 1 - 4.5", "Day 2 - 11.5"], ["4.V.", "11.V."]],
)
def test_sheets_named_after_their_days(names: list[str]) -> None:
    assert [day.pair for day in days_of_names(names, 2021).values()] == [(4, 5), (11, 5)]


@pytest.mark.parametrize("names", [["1-1", "1-2"], ["1.1", "2.1"], ["Room 12", "Room 13"], ["11-5", "4-5"], ["4-5"]])
def test_sheets_named_after_something_else(names: list[str]) -> None:
    assert days_of_names(names, 2021) == {}
