"""Days of which the month stands in another place."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from tests.unit.sheets.cases import PEOPLE, WORKSHOP, Case, check, sheet


def log(day: str, *above: list[Cell], days: tuple[Cell, ...] = (14, 28)) -> list[list[Cell]]:
    """A log of one month with a column of days."""
    rows: list[list[Cell]] = [[number, WORKSHOP, "Graz", 20] for number in days]
    return [*above, [], [day, "Activity", "City", "Participants"], *rows]


def by_year(header: list[Cell], first: str, second: str, days: tuple[str, str]) -> list[list[Cell]]:
    """A log of two years, each under a heading."""
    return [
        ["Log"], [], [*header, "City"],
        [first], [days[0], WORKSHOP, 9, "Graz"], [second], [days[1], WORKSHOP, 17, "Graz"],
    ]  # fmt: skip


CASES = [
    *(
        Case(f"days under “{first}”", "head26 ev2 date:2020-09-23 date:2021-01-26", sheet(by_year(*rest)))
        for first, rest in (
            (rest[1], rest)
            for rest in (
                (["Date", "Activity", "Participants"], "Autumn 2020", "Spring 2021", ("23 Sept", "26 Jan")),
                (["Data", "Attività", "Partecipanti"], "ANNO 2020", "ANNO 2021", ("23/9", "mar 26 gennaio")),
                (["Datum", "Aktivität", "Personen"], "Jahr 2020", "Jahr 2021", ("23.9.", "26.1.")),
                (["Dato", "Aktivitet", "Antal"], "2020", "2021", ("23/9", "26/1")),
                (["Ημ/νία", "Δράση", "Άτομα"], "ΕΤΟΣ 2020", "ΕΤΟΣ 2021", ("23/9", "26/1")),
            )
        )
    ),
    *(
        Case(f"“{day}” under “{month}”", "head40 ev2 date:2021-01-14 date:2021-01-28", sheet(log(day, [month])))
        for day, month in (
            ("Day", "Report for January 2021"),
            ("Tag", "Berichtsmonat: Jänner 2021"),
            ("Giorno", "Mese: gennaio 2021"),
            ("Dag", "Januar 2021"),
            ("Ημέρα", "Ιανουάριος 2021"),
        )
    ),
    *(
        Case(
            f"days over marks and the month in the file's name: {file}",
            "att3 ev2 date:2021-03-03 date:2021-03-17",
            sheet([[head, 3, 17], ["Aldo Neri", "x", "x"], ["Bea Conti", "x", ""]]),
            file=file,
        )
        for head, file in (
            ("Name", "OEP training Palermo March 2021.xlsx"),
            ("Name", "Anwesenheit_OEP-Schulung_Graz_März_2021.xlsx"),
            ("Nome", "Presenze formazione OEP Palermo marzo 2021.xlsx"),
            ("Navn", "Fremmøde OEP-kursus Vejle marts 2021.xlsx"),
            ("Όνομα", "Εκπαίδευση OEP Αθήνα Μάρτιος 2021.xlsx"),
        )
    ),
    Case("the month is the sheet's name", "head40 ev2 date:2021-03-28", sheet(log("Tag"), "März 2021")),
    Case(
        "numbers that a point follows",
        "head40 ev2 date:2021-03-14",
        sheet(log("Tag", days=("14.", "28.")), "März 2021"),
    ),
    Case("days of a course are no days of the month", "q:date!", sheet(log("Day", days=(1, 2, 3)), "March 2021")),
    *(
        Case(
            f"years below the days: {head}",
            "att3 ev2 rej0 date:2020-11-03 date:2020-11-10",
            sheet([[WORKSHOP, "Palermo"], [], [*head], ["", "", "2020", "2020"], ["Neri", "Aldo", "x", "x"],
                   ["Conti", "Bea", "x", "–"]]),
        )
        for head in (
            ("Nachname", "Vorname", "03.11.", "10.11."),
            ("Efternavn", "Fornavn", "3.11.", "10.11."),
            ("Cognome", "Nome", "03.11", "10.11"),
        )
    ),
    Case("two months leave the day open", "q:date!", sheet(log("Day", ["March 2021"], ["April 2021"]))),
    Case("a day that the month does not have", "q:date!", sheet(log("Day", days=(14, 31)), "April 2021")),
    Case(
        "a list with a column of days",
        "att4 ev2 date:2021-03-09",
        sheet(
            [
                [WORKSHOP, "Palermo"],
                ["giorno", "cognome e nome", "sesso"],
                *([day, name, "F"] for day, name in zip((9, 9, 23, 23), PEOPLE, strict=False)),
            ],
            "Marzo 2021",
        ),
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_reading(case: Case, project: Project) -> None:
    check(case, project)


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (["Month", "Day"], [["March 2021", 8], ["May 2021", 22]]),
        (["Day", "Month"], [["8.", "März 2021"], ["22.", "Mai 2021"]]),
        (["Mese", "Giorno"], [["marzo 2021", "lun 8"], ["maggio 2021", "sab 22"]]),
        (["Måned", "Dag"], [["03/2021", "8"], ["05/2021", "22"]]),
        (["Μήνας", "Ημέρα"], [["Μάρτιος 2021", 8], ["Μάιος 2021", 22]]),
        (["Month", "Day"], [["2021 March", 8], ["2021 May", 22]]),
    ],
)
def test_months_with_their_year_beside_days(head: list[Cell], rows: list[list[Cell]], project: Project) -> None:
    counts = [[*cells, "LIAISON fair", number] for cells, number in zip(rows, (61, 102), strict=True)]
    hints = Hints(city="graz")
    case = Case(
        "months",
        "head163 ev2 ask0 date:2021-03-08 date:2021-05-22",
        sheet([[*head, "Activity", "Visitors"], *counts]),
        hints=hints,
    )
    check(case, project)


def test_a_month_stands_in_its_first_row(project: Project) -> None:
    rows: list[list[Cell]] = [["March 2021", 8, 61], ["", 15, 20], ["May 2021", 22, 102]]
    hints = Hints("project_fair", "graz")
    case = Case("months", "head183 ev3 ask0 date:2021-03-15", sheet([["Month", "Day", "Visitors"], *rows]), hints=hints)
    check(case, project)


def test_marks_of_zero_under_a_month_are_no_days(project: Project) -> None:
    rows: list[list[Cell]] = [["Berg, Anna", 1, 1], ["Kurz, Ida", 0, 1], ["Yildiz, Emre", 1, 0]]
    head: list[Cell] = ["Name", "10. Mai 2021", "24. Mai 2021"]
    hints = Hints("skill_transfer_workshop", "graz")
    check(Case("zeros", "ev2 att4 ask0 date:2021-05-10 date:2021-05-24", sheet([head, *rows]), hints=hints), project)
