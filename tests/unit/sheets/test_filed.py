"""Days on which an office filed, wrote or exported a sheet: not those of the event."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.words.dates import find_dates

from .cases import sheet

FILED = (
    "prot. n. 118402 del 02/03/2022",
    "Αρ. πρωτ. 20417/28-03-2022",
    "GZ: A8-12345/2021 vom 2.3.2022",
    "Sagsnr. 21-4455 / 02.03.2022",
    "Our ref. CC/112, 2 March 2022",
    "ο κατάλογος συντάχθηκε στις 2/11/2021",
    "Elenco redatto in data 2 novembre 2021",
    "Liste erstellt am 2.11.2021",
    "typed up on 2 November 2021 by Jo",
)
OF_EVENT = (
    "Seduta n. 4 del 1/3/2022",
    "Sitzung Nr. 4 vom 1.3.2022",
    "Laboratorio del 1/3/2022, compilato da Anna",
    "Area Cultura, prot. n. 118402 del 02/03/2022, seduta del 1° marzo 2022",
)


@pytest.mark.parametrize("text", FILED)
def test_a_number_of_a_file_or_a_word_for_writing_takes_its_day(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize("text", OF_EVENT)
def test_other_numbers_leave_a_day_to_the_event(text: str) -> None:
    assert len(find_dates(text)) == 1


@pytest.mark.parametrize("foot", FILED)
def test_needs_no_question_about_the_day_below_a_list(project: Project, foot: str) -> None:
    people: list[list[Cell]] = [["Anna Berg", "ab"], ["Bo Lind", "bl"], ["Carl Ek", "ce"]]
    rows: list[list[Cell]] = [["Info session, Graz"], [], ["Name", "Signature"], *people, [], [foot]]
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet(rows)]), project, Hints(date=date(2021, 10, 29)))
    assert [event.date for event in reading.events] == [date(2021, 10, 29)]
    assert not reading.questions


@pytest.mark.parametrize(
    ("name", "said", "asked"),
    [("report-2021-10-17", 14, False), ("Export 17.10.2021", 14, False), ("17.10.2021", 14, True),
     ("report-2021-10-17", 20, True)],
)  # fmt: skip
def test_the_name_of_a_report_may_say_a_later_day(project: Project, name: str, said: int, asked: bool) -> None:
    rows: list[list[Cell]] = [["Name", "Email"], ["Anna Berg", "a@example.org"], ["Bo Lind", "b@example.org"]]
    hints = Hints(activity="info_session", city="vejle", date=date(2021, 10, said))
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet(rows, name)]), project, hints)
    assert bool(reading.questions) == asked
    assert [event.date.day for event in reading.events] == [17 if asked else said]
