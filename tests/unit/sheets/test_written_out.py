"""Days that are not written as dates usually are."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.sheets.words.dates import DateOrder, find_dates
from liaison_metrics.sheets.words.phrases.days.names import weekday_in_header
from liaison_metrics.sheets.words.phrases.days.written_out import (
    day_of_week_number,
    months_with_year,
    written_out,
)

MAY_4 = [
    "the fourth of May 2021",
    "Teilnehmende der Sitzung vom vierten Mai 2021",
    "Fremmødte den fjerde maj 2021:",
    "Martedì quattro maggio 2021",
    "τέσσερις Μαΐου 2021",
    "d. 4/5 '21",
    "am 4.5.'21",
    "Part A ~ 4 May ’21",
    "ti. 4. maj 21, kl. 19-21",
    "04-Mai-21 da?",
    "2021-W18-2",
    "KW 18/2021, Dienstag",
    "Uge 18, tirsdag, 2021",
    "20210504_aften",
    "session1_04-05-2021",
    "4/May/2021",
]


@pytest.mark.parametrize("text", MAY_4)
def test_a_day_in_another_form(text: str) -> None:
    assert [one.in_order(DateOrder.DAY_FIRST) for one in find_dates(text)] == [date(2021, 5, 4)]


@pytest.mark.parametrize(
    "text",
    [
        "21 May 21 people",
        "Room 4-12",
        "Mai 21 Uhr",
        "We may be four",
        "P-20",
        "KW 18",
        "2021-2022",
        "VI.4",
        "Week 1 (4 Mar 2021)",
    ],
)
def test_other_texts_stay(text: str) -> None:
    assert written_out(text) == text


@pytest.mark.parametrize(("text", "day"), [("4.V.", "4.5."), ("11/V", "11.5."), ("den fjerde maj", "den 4 maj")])
def test_a_day_without_a_year(text: str, day: str) -> None:
    assert written_out(text) == day


@pytest.mark.parametrize(
    "text", ["Report for May 2021", "Attendance 05/2021", "Έτος: 2021, Μήνας: Μάιος", "MAJ-21", "År 2021 / måned: 5"]
)
def test_a_month_with_its_year(text: str) -> None:
    assert months_with_year(text) == [(2021, 5)]


def test_the_number_of_a_week_needs_a_year_and_a_day() -> None:
    assert day_of_week_number("KW 18 / Di", 2021) == date(2021, 5, 4)
    assert day_of_week_number("KW 18", 2021) is None
    assert day_of_week_number("KW 18 / Di") is None


def test_beginnings_of_days_of_the_week() -> None:
    assert [weekday_in_header(word) for word in ("Tu", "ti", "tirs", "tuesday")] == [2, 2, 2, 2]
    assert [weekday_in_header(word) for word in ("ma", "x", "team")] == [0, 0, 0]
