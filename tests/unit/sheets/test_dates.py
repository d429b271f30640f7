"""When and where: dates in every way of writing, and event data from around the table."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from liaison_metrics.sheets.words.dates import DateOrder, find_dates, read_date
from tests.unit.sheets.cases import TITLE, WORKSHOP, Case, check, sheet
from tests.unit.sheets.grids import PEOPLE as LISTED
from tests.unit.sheets.grids import events, read

CASES = [
    Case(
        "slashes, english, undecided: blocking",
        "att0 q:date_order!",
        sheet([["Date", "City", "Activity", "Full name"], ["03/04/2021", "Palermo", WORKSHOP, "Aldo Neri"]]),
    ),
    Case(
        "day 13 elsewhere in birth column settles",
        "att2 date:2021-04-03",
        sheet(
            [
                ["Date", "City", "Activity", "Full name", "Date of birth"],
                ["03/04/2021", "Palermo", WORKSHOP, "Aldo Neri", "25/12/1980"],
                ["03/04/2021", "Palermo", WORKSHOP, "Bea Conti", "01/02/1981"],
            ]
        ),
    ),
    Case(
        "period settles 05/04/2022 -> month first? (4 May out) 5 Apr out too -> reject/ask",
        "att0",
        sheet([["Date", "City", "Activity", "Full name"], ["05/04/2022", "Palermo", WORKSHOP, "Aldo Neri"]]),
    ),
    Case(
        "period settles 01/03/2022 vs 3 Jan: both in -> ask",
        "att0 q:date_order!",
        sheet([["Date", "City", "Activity", "Full name"], ["01/03/2022", "Palermo", WORKSHOP, "Aldo Neri"]]),
    ),
    Case(
        "serial numbers",
        "att1 date:2021-03-03",
        sheet([["Date", "City", "Activity", "Full name"], [44258, "Palermo", WORKSHOP, "Aldo Neri"]]),
    ),
    Case(
        "ambiguous births do not block",
        "att1 year:1980",
        sheet(
            [
                ["Date", "City", "Activity", "Full name", "Date of birth"],
                ["2021-03-03", "Palermo", WORKSHOP, "Aldo Neri", "03/04/1980"],
            ]
        ),
    ),
    Case(
        "age gives no birth year",
        "att1 year:None",
        sheet([*TITLE, ["Full name", "Age"], ["Aldo Neri", 41]]),
    ),
    Case(
        "project period in title is no date",
        "att0 q:date!",
        sheet(
            [
                ["LIAISON 03/02/2020 – 02/04/2022"],
                ["Activity", WORKSHOP],
                ["City", "Palermo"],
                [],
                ["Full name", "Email"],
                ["Aldo Neri", "a@x.it"],
            ]
        ),
    ),
    Case(
        "printed-on is no event date",
        "att0 q:date!",
        sheet(
            [
                ["Printed on 12/05/2021"],
                ["Activity", WORKSHOP],
                ["City", "Palermo"],
                [],
                ["Full name", "Email"],
                ["Aldo Neri", "a@x.it"],
            ]
        ),
    ),
    Case(
        "signing place/date below is not used as a title",
        "att0 q:date!",
        sheet(
            [
                ["Activity", WORKSHOP],
                ["City", "Palermo"],
                [],
                ["Full name", "Email"],
                ["Aldo Neri", "a@x.it"],
                [],
                ["Palermo, 30 June 2021 – Signature ______"],
            ]
        ),
    ),
    Case(
        "sentence with date city activity",
        "att2 date:2021-03-03 city:palermo",
        sheet(
            [
                ["Elenco dei partecipanti al Laboratorio di scambio di competenze svolto a Palermo il 3 marzo 2021"],
                [],
                ["Nome e cognome", "E-mail"],
                ["Aldo Neri", "a@x.it"],
                ["Bea Conti", "b@x.it"],
            ]
        ),
    ),
    Case(
        "sheet name gives city/date",
        "att1 date:2021-03-03 city:graz",
        sheet([["Aktivität", "Fokusgruppe"], [], ["Name", "E-Mail"], ["Aldo Neri", "a@x.it"]], "Graz 3.3.2021"),
    ),
    Case(
        "file name as last resort",
        "att1 city:graz date:2021-03-03",
        sheet([["Name", "E-Mail"], ["Aldo Neri", "a@x.it"]]),
        file="2021-03-03_Graz_Fokusgruppe.xlsx",
    ),
    Case(
        "hint loses against sheet",
        "att1 city:palermo",
        sheet([*TITLE, ["Full name"], ["Aldo Neri"]]),
        hints=Hints(city="graz"),
    ),
    Case(
        "partner hint gives city",
        "att1 city:vejle",
        sheet(
            [["Activity", WORKSHOP], ["Date", date(2021, 3, 3)], [], ["Full name", "Email"], ["Aldo Neri", "a@x.it"]]
        ),
        hints=Hints(partner="vifin"),
    ),
    Case(
        "title date outside the period: rows rejected",
        "att0 rej2",
        sheet(
            [
                ["Activity", WORKSHOP],
                ["City", "Palermo"],
                ["Date", date(2019, 3, 3)],
                [],
                ["Full name", "Email"],
                ["Aldo Neri", "a@x.it"],
                ["Bea Conti", "b@x.it"],
            ]
        ),
    ),
    Case(
        "second table with own date only inherits city",
        "att2 ev2",
        sheet(
            [
                ["Activity", WORKSHOP],
                ["City", "Palermo"],
                ["Date", date(2021, 3, 3)],
                [],
                ["Full name", "Email"],
                ["Aldo Neri", "a@x.it"],
                [],
                ["Date", date(2021, 3, 10)],
                ["Full name", "Email"],
                ["Bea Conti", "b@x.it"],
            ]
        ),
    ),
    Case(
        "google timestamp is not the date",
        "att0 q:date!",
        sheet(
            [
                ["Timestamp", "What is your full name?", "Which community do you feel part of?"],
                ["15/11/2021 18:04:55", "Aldo Neri", "Local"],
            ]
        ),
        hints=Hints(activity="info_session", city="athens"),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_reading(case: Case, project: Project) -> None:
    check(case, project)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("12.III.2021", [(12, 3)]),
        ("Graz, 5. XI. 2021", [(5, 11)]),
        ("Palermo, 5/X/2021", [(5, 10)]),
        ("7 IV 2021", [(7, 4)]),
        ("Group 3 V2 2021", []),
        ("Part II 2021", []),
    ],
)
def test_months_as_roman_numbers(text: str, days: list[tuple[int, int]]) -> None:
    assert [stated.pair for stated in find_dates(text)] == days


@pytest.mark.parametrize(
    ("others", "meant"),
    [
        (["25/03/2021"], "2021-04-03"),
        (["03/25/2021"], "2021-03-04"),
        (["03.04.2021"], "2021-04-03"),
    ],
)
def test_the_file_itself_settles_day_and_month(project: Project, others: list[str], meant: str) -> None:
    days = [others[0] if "." in others[0] else "03/04/2021", *others]
    rows: list[list[Cell]] = [[day, "Graz", "Info-session", *LISTED[0]] for day in days]
    found = [day for _a, _c, day, _n in events(read(project, [["Date", "City", "Activity", "Name", "E-mail"], *rows]))]
    assert meant in found


def test_a_date_that_nothing_settles_is_asked_about(project: Project) -> None:
    rows: list[list[Cell]] = [["03/04/2021", "Graz", "Info-session", *who] for who in LISTED]
    reading = read(project, [["Date", "City", "Activity", "Name", "E-mail"], *rows])
    (question,) = reading.questions
    assert (question.kind, question.blocking) == ("date_order", True)
    assert set(question.suggestions) == {"day first", "month first"}
    assert not reading.attendances


def test_italian_headers_write_the_day_first(project: Project) -> None:
    rows: list[list[Cell]] = [["03/04/2021", "Palermo", "Sessione informativa", *who] for who in LISTED]
    reading = read(project, [["Data", "Città", "Attività", "Nome e cognome", "E-mail"], *rows])
    assert events(reading) == [("info_session", "palermo", "2021-04-03", 3)]


def test_a_day_of_the_week_tells_the_order() -> None:
    stated = read_date("sab 05/06/2021")
    assert stated is not None
    assert not stated.ambiguous
    assert stated.in_order(None) == date(2021, 6, 5)
    unfit = read_date("mercoledì 05/06/2021")
    assert unfit is not None
    assert unfit.ambiguous


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Participants of day 1 – 24 August 2021", 24),
        ("Deltagerliste dag 2 – 25. august 2021", 25),
        ("Kurstag 3 - 26. August 2021", 26),
        ("Lezione 2 - 25/08/2021", 25),
        ("Ημέρα 1 – 24 Αυγούστου 2021", 24),
        ("Training days 3 – 5 August 2021", 3),
        ("Workshop 3 – 5 August 2021", 3),
    ],
)
def test_the_number_of_a_day_is_no_day_of_the_month(text: str, days: int) -> None:
    stated = find_dates(text)
    assert [one.in_order(None) for one in stated] == [date(2021, 8, days)]
    alone = read_date(text.split(" of ")[-1])
    assert alone is None or alone.in_order(None) == date(2021, 8, days)


@pytest.mark.parametrize(("text", "is_day"), [("09.13", False), ("9.12", True), ("13.9.", True), ("9/13", True)])
def test_a_time_with_a_dot_is_no_day(text: str, is_day: bool) -> None:
    assert (read_date(text) is not None) is is_day


@pytest.mark.parametrize("text", ["mar 26 gennaio 2021", "mar. 26.01.2021", "mar 26/1/2021", "Mar 26 gen 2021"])
def test_mar_before_a_month_is_a_tuesday(text: str) -> None:
    stated = read_date(text)
    assert stated is not None
    assert stated.in_order(DateOrder.DAY_FIRST) == date(2021, 1, 26)


def test_mar_before_a_day_and_a_year_is_march() -> None:
    stated = read_date("Mar 26 2021")
    assert stated is not None
    assert stated.day == date(2021, 3, 26)


@pytest.mark.parametrize(
    "either",
    ["1/7/2021 or 8/7/2021", "01.07.2021 oder 08.07.2021", "1 luglio 2021 o 8 luglio 2021",
     "1. juli 2021 eller 8. juli 2021", "1/7/2021 ή 8/7/2021 (να ρωτήσω)"],
)  # fmt: skip
def test_one_of_two_days_is_asked_about(either: str, project: Project) -> None:
    rows: list[list[Cell]] = [["Focus group"], ["Date:", either], [], ["Name", "Phone"], ["Aldo Neri", "0316 5550100"]]
    check(Case(either, "att0 q:date", sheet(rows), None, Hints(city="graz")), project)


@pytest.mark.parametrize(
    "text",
    [
        "10. marts 2022 kl. 9.00-15.30, DGI Huset Vejle",
        "10 March 2022, 9.00-15.30, Town Hall",
        "Graz, 10. März 2022, 9.15-12.30 Uhr, Volkshaus",
        "10 marzo 2022, ore 9.00-13, Cantieri Culturali",
        "Αθήνα, 10 Μαρτίου 2022, 17.00-20.30, Πολιτιστικό Κέντρο",
        "kl. 9.05-12.10, 10-03-2022, Vejle",
        "Aula, 9-15.30, 10.03.2022",
    ],
)
def test_times_beside_a_date_are_no_second_date(text: str) -> None:
    (stated,) = find_dates(text)
    assert stated.in_order(DateOrder.DAY_FIRST) == date(2022, 3, 10)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Kassel - Werkraum 2 - 12.06.2021, 10 bis 15 Uhr", (12, 6)), ("Aula 12 - 05.06.2021", (5, 6)),
        ("Hall 2 / 12.06.2021", (12, 6)), ("Αίθουσα 3 - 12/06/2021", (12, 6)), ("lokale 14 - 12-06-2021", (12, 6)),
    ],
)  # fmt: skip
def test_the_number_of_a_room_is_no_part_of_the_date_behind_it(text: str, pair: tuple[int, int]) -> None:
    (stated,) = find_dates(text)
    assert (stated.pair, stated.year) == (pair, 2021)


@pytest.mark.parametrize("text", ["Palermo 12 - 14.06.2021", "from 2 - 12.06.2021"])
def test_the_first_of_several_days_is_no_number_of_a_room(text: str) -> None:
    assert all((stated.pair, stated.year) != (pair, 2021) for stated in find_dates(text) for pair in [(14, 6), (12, 6)])


@pytest.mark.parametrize("text", ["Stadt Kassel; Az. 50-11/22", "Prot. n. 77-14/21", "J.nr. 45-20/21"])
def test_the_number_of_a_file_is_no_impossible_date(text: str) -> None:
    assert find_dates(text) == []
    assert [one.impossible for one in find_dates("31.02.2021")] == [True]


@pytest.mark.parametrize("text", ["18 May '21", "18. Mai ’21", "Date: 18 maggio '21, ore 17", "18/5/'21"])
def test_an_apostrophe_stands_for_the_century(text: str) -> None:
    assert [stated.in_order(DateOrder.DAY_FIRST) for stated in find_dates(text)] == [date(2021, 5, 18)]
