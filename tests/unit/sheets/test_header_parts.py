"""Hours in headers are no days, and days are no hours."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.words.headers import meaning_of

from .cases import PEOPLE, Case, check, sheet

HERE = Hints("skill_transfer_workshop", "vejle")
FAIR = Hints("project_fair", "vejle", date(2021, 8, 24))
MARKS: list[list[Cell]] = [["x", "x"], ["x", ""], ["", "x"], ["", ""]]


def day(*headers: Cell) -> list[list[Cell]]:
    people = [[name, *marks] for name, marks in zip(PEOPLE, MARKS, strict=False)]
    return [["Kursus, 24. august 2021"], [], ["Navn", *headers], *people]


CASES = [
    Case("hours of a morning in Danish", "ev1 nc1 date:2021-08-24", sheet(day("Formiddag 9-12", "Eftermiddag 13-16"))),
    Case("in German", "ev1 nc1 date:2021-08-24", sheet(day("Vormittag (9-12)", "Nachmittag (13-16)"))),
    Case("in Italian", "ev1 nc1 date:2021-08-24", sheet(day("Mattina 9-12", "Pomeriggio 14-17"))),
    Case("in Greek", "ev1 nc1 date:2021-08-24", sheet(day("Πρωί 9-12", "Απόγευμα 13-16"))),
    Case("of the morning alone", "ev1 nc1", sheet(day("Morning 9-12", "Afternoon 12-3"))),
    *(
        Case(f"with minutes: {first}", "att3 nc1 ev1 rej0 date:2021-08-24", sheet(day(first, second)))
        for first, second in (
            ("Mattina 9.30-13", "Pomeriggio 14-17"), ("Vormittag 9.30-12", "Nachmittag 13.15-16"),
            ("Formiddag 9.05-12", "Eftermiddag 13-15.30"), ("Πρωί 9.30-13", "Απόγευμα 14.00-17"),
            ("Morning 9:30-13", "Afternoon 14-17"),
        )
    ),
    Case("days and hours", "ev2 date:2021-12-09", sheet(day("9.12.2021 Mattina 9.30-13", "16.12.2021"))),
    Case("days of a month", "ev2 date:2021-12-09", sheet(day("9-12-2021", "16-12-2021"))),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_hours_and_days_in_headers(case: Case, project: Project) -> None:
    case.hints = HERE
    check(case, project)


@pytest.mark.parametrize(
    ("above", "days", "expected"),
    [
        ("Termine 2021", ("02.03.", "09.03."), "date:2021-03-02"),
        ("Dates 2021", ("2 March", "9 March"), "date:2021-03-02"),
        ("Incontri 2021", ("2/3", "9/3"), "date:2021-03-02"),
        ("Mødedage i 2021", ("2.3.", "9.3."), "date:2021-03-02"),
        ("Ημερομηνίες 2021", ("2/3", "9/3"), "date:2021-03-02"),
        ("Termine 2020/21", ("02.03.", "09.03."), "date:2021-03-02"),
    ],
)
def test_days_take_the_year_that_stands_above_them(
    above: str, days: tuple[str, str], expected: str, project: Project
) -> None:
    rows: list[list[Cell]] = [
        ["Kurs"], [], ["Nr.", "Name", above, ""], ["", "", *days],
        *([number, name, "x", "x" if number % 2 else "-"] for number, name in enumerate(PEOPLE, 1)),
    ]  # fmt: skip
    check(Case("", f"att9 ev2 {expected}", sheet(rows), hints=Hints("oep_training", "kassel")), project)


@pytest.mark.parametrize(
    "header",
    ["non si sa", "man weiß es nicht", "unbekannt", "det ved man ikke", "we do not know", "δεν ξέρουμε", "not known"],
)
def test_people_of_whom_nobody_knows_the_community_need_no_answer(header: str, project: Project) -> None:
    head: list[Cell] = ["Ora", "Locale", "Senegalese", header, "Totale"]
    rows: list[list[Cell]] = [head, ["10-12", 3, 4, 2, 9], ["12-14", 5, 1, 0, 6]]
    check(Case(header, "head15 ask0", sheet(rows), hints=FAIR), project)


def test_an_abbreviation_for_number_is_no_community(project: Project) -> None:
    rows: list[list[Cell]] = [["Nr", "Lokal", "Somalisk"], [1, 3, 4], [2, 5, 1]]
    check(Case("Nr", "head13", sheet(rows), hints=FAIR), project)


@pytest.mark.parametrize(
    "header",
    ["rate the session 1-5", "Bewertung 1-5", "Voto all'incontro 1-10", "Hvor god var mødegangen? 1-5",
     "Πώς σας φάνηκε η συνάντηση 1-5"],
)  # fmt: skip
def test_numbers_between_which_people_rate_are_no_day(header: str, project: Project) -> None:
    rows: list[list[Cell]] = [["Name", "Community", header]]
    rows += [[name, "Syrian", at % 3 + 3] for at, name in enumerate(PEOPLE)]
    day = date(2021, 11, 18)
    check(Case(header, "att6 ev1 ask0 date:2021-11-18", sheet(rows), hints=Hints("focus_group", "graz", day)), project)


def test_ticks_under_a_day_are_of_this_day(project: Project) -> None:
    rows: list[list[Cell]] = [["Nome", "Incontro nostro 1-5", "Incontro nostro 8-5"]]
    rows += [[name, 1, at % 2] for at, name in enumerate(PEOPLE)]
    hints = Hints("focus_group", "graz", date(2021, 5, 8))
    check(Case("ticks", "att9 ev2", sheet(rows), hints=hints), project)


@pytest.mark.parametrize("total", [(), ("ges.",)])
def test_d_beside_w_and_m_under_a_word_for_people_is_divers(total: tuple[str, ...], project: Project) -> None:
    numbers = ((9, 0, 0), (14, 11, 1), (8, 7, 0))
    letters = ["w", "m", "d", *total]
    rows: list[list[Cell]] = [
        ["Datum", "Format", "Teilnehmende", *[""] * (len(letters) - 1)],
        ["", "", *letters],
        *([date(2021, 3, day), "Fokusgruppe", *told, *[sum(told)] * len(total)] for day, told in enumerate(numbers, 1)),
    ]
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet(rows)]), project, Hints(city="kassel"))
    assert not reading.questions
    assert sum(row.people for row in reading.headcounts) == 50
    assert [row.people for row in reading.headcounts if row.gender == "non_binary" and row.people] == [1]


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("Participant / trainer name", "name"), ("Nome partecipante / formatore", "name"),
        ("Teilnehmer / Trainer", "name"), ("Deltager / underviser", "name"), ("Συμμετέχων / εκπαιδευτής", "name"),
        ("Trainer / Moderator", "instructor"), ("Trainer (Name)", "instructor"),
    ],
)  # fmt: skip
def test_a_header_of_participants_and_trainers_heads_names(header: str, meaning: str) -> None:
    assert meaning_of(header) == meaning
