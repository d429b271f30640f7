"""The ten mistakes that partners make most, and word by word what they are told: where it is, what is wrong, what to
do. Nobody should need to ask us what a message means; who changes one reads it here beside the others."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pytest
import xlsxwriter

from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import FileReport, FileStatus, import_file
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Cell
from tests.services.conftest import row, sheet

HEAD = ("Date", "City", "Activity", "Event", "Name", "E-mail", "Community")
DAY = date(2021, 5, 4)
CITIES = "Use one of: Palermo, Graz, Vejle, Athens, Kassel."


def book(*rows: Sequence[Cell]) -> bytes:
    """A workbook with one sheet."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as made:
        page, day = made.add_worksheet("May"), made.add_format({"num_format": "dd/mm/yyyy"})
        for at, cells in enumerate(rows):
            for column, value in enumerate(cells):
                page.write(at, column, value, day if isinstance(value, date) else None)
    return file.getvalue()


def talk(name: str, email: str, community: str) -> tuple[Cell, ...]:
    return (DAY, "Graz", "Info-session", "Talk", name, email, community)


@dataclass(frozen=True, slots=True)
class Mistake:
    """A file with one mistake beside what is right; how many people count nevertheless; and what is said."""

    file: str
    data: bytes
    counted: int
    said: tuple[str, ...]


RIGHT = row("Amina Haddad")
MISTAKES = {
    "1 a day that the calendar does not have": Mistake(
        "graz.csv", sheet(RIGHT, row("Bruno Conti", date="30/02/2021")), 1,
        ("graz, row 3, Date, “30/02/2021”: “30/02/2021” isn't a valid date. "
         "Enter the date of the event, for example 2021-03-04.",),
    ),
    "2 the wrong year": Mistake(
        "graz.csv", sheet(RIGHT, row("Bruno Conti", date="2012-05-04")), 1,
        ("graz, row 3, Date, “2012-05-04”: 2012-05-04 is outside the project period (2020-02-03 to 2022-04-02). "
         "Correct the date, or leave out the row if the event isn't part of the project.",),
    ),
    "3 a date that can be two days": Mistake(
        "graz.csv", sheet(row("Amina Haddad", date="04/05/2021"), row("Bruno Conti", date="04/05/2021")), 0,
        ("graz: Is “04/05/2021” 4 May 2021 or 5 Apr 2021? (day first, month first)",),
    ),
    "4 a city that is none of the project's": Mistake(
        "graz.csv", sheet(RIGHT, row("Bruno Conti", city="Vienna")), 1,
        (f"graz, row 3, City, “Vienna”: “Vienna” isn't a project city. {CITIES}",
         "graz, row 3, City: Which project city is “Vienna”?"),
    ),
    "5 a word for a community that nobody knows": Mistake(
        "graz.csv", sheet(RIGHT, row("Bruno Conti", community="Bangla")), 2,
        ("graz, row 3, Community: Which community is “Bangla”? (bangladeshi)",),
    ),
    "6 two people in one cell": Mistake(
        "graz.csv", sheet(RIGHT, row('"Bruno Conti\nChiara Dahl"')), 1,
        ("graz, row 3, Full name: The row names more than one person. Give each person their own row.",),
    ),
    "7 a total that does not add up": Mistake(
        "fair.xlsx",
        book(
            ("Date", "City", "Activity", "Community", "Participants"),
            (DAY, "Vejle", "LIAISON fair", "Somali", 12), (DAY, "Vejle", "LIAISON fair", "Local", 30),
            ("Total", "", "", "", 52),
        ), 42,
        ("May, row 4: The sheet gives a total of 52, but its rows add up to 42. Which is right? (rows)",),
    ),
    "8 no date anywhere": Mistake(
        "names.xlsx", book(("Name", "City", "Activity"), ("Alva Berg", "Graz", "Info-session")), 0,
        ("May: On which day did the event in “May” take place?",),
    ),
    "9 cells pasted a column off": Mistake(
        "talk.xlsx",
        book(HEAD, talk("Alva Berg", "alva@example.org", "Local"), talk("Bruno Conti", "Syrian", "bruno@example.org"),
             talk("Local", "ida@example.org", "Ida Holm")), 1,
        ("May, row 3, Community: The value under “Community” belongs in another column. "
         "Move each value of the row under its own header.",
         "May, row 4, Name: The value under “Name” belongs in another column. "
         "Move each value of the row under its own header."),
    ),
    "10 another file than the sheet": Mistake(
        "list.xlsx", b"%PDF-1.7\n" + bytes(200), 0,
        ("list.xlsx isn't a spreadsheet; its file type is PDF. Upload the attendance sheet as CSV, XLSX, XLS or ODS.",),
    ),
    "a table about something else": Mistake(
        "budget.xlsx", book(("Item", "Cost", "Supplier"), ("Chairs", 120, "A shop"), ("Coffee", 30, "Another")), 0,
        ("No attendance table found in budget.xlsx. "
         "A table needs a header row, such as Name, E-mail, Community, with people listed below.",),
    ),
    "people without a row of headers": Mistake(
        "list.xlsx",
        book(talk("Alva Berg", "alva@example.org", "Local"), talk("Ida Holm", "ida@example.org", "Syrian")), 0,
        ("No attendance table found in list.xlsx. "
         "A table needs a header row, such as Name, E-mail, Community, with people listed below.",),
    ),
    "a workbook of which half is missing": Mistake(
        "list.xlsx", book(HEAD, *[talk("Alva Berg", "alva@example.org", "Local")] * 20)[:3000], 0,
        ("list.xlsx is damaged or incomplete and can't be read. "
         "Open it in your spreadsheet program and save it again. If that fails, ask for a new copy.",),
    ),
    "a number that is none": Mistake(
        "fair.xlsx",
        book(("Date", "City", "Activity", "Community", "Participants"),
             (DAY, "Vejle", "LIAISON fair", "Somali", "25-30"), (DAY, "Vejle", "LIAISON fair", "Local", 12)), 12,
        ("May, row 2, Participants, “25-30”: “25-30” isn't an exact number of people. "
         "Enter the number of people as digits only.",),
    ),
}  # fmt: skip


def said(report: FileReport) -> list[str]:
    """All that a report says, each with its place."""
    texts = [f"{report.message} {report.hint}"] if report.message else []
    for one in report.rejected:
        found = f", “{one.value}”" if one.value else ""
        texts.append(f"{one.sheet}, row {one.row}, {one.column}{found}: {one.reason} {one.fix}")
    for asked in report.questions:
        place = f", row {', '.join(map(str, asked.rows))}" if asked.rows else ""
        place += f", {asked.column}" if asked.column else ""
        meant = f" ({', '.join(asked.suggestions)})" if asked.suggestions else ""
        texts.append(f"{asked.sheet}{place}: {asked.text}{meant}")
    return texts


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_place_and_what_to_do(name: str, workspace: Workspace) -> None:
    mistake = MISTAKES[name]
    report = import_file(workspace, mistake.file, mistake.data, actor=COORDINATOR)
    assert said(report) == list(mistake.said)
    assert report.attendances + report.headcount == mistake.counted
    assert (report.status in (FileStatus.IMPORTED, FileStatus.PARTLY)) == bool(mistake.counted)


def test_the_same_file_twice(workspace: Workspace) -> None:
    import_file(workspace, "graz.csv", sheet(RIGHT), actor=COORDINATOR)
    again = import_file(workspace, "graz (1).csv", sheet(RIGHT), actor=COORDINATOR)
    assert again.status is FileStatus.ALREADY_IMPORTED
    assert said(again) == [
        "Already uploaded as no. 1; nothing changed. To correct it, edit the file and upload it as a replacement."
    ]


def test_no_message_repeats_who_somebody_is(workspace: Workspace) -> None:
    shifted = book(HEAD, talk("Alva Berg", "alva@example.org", "Local"),
                   talk("Ida Holm", "+43 316 872 1234", "x@example.org"),
                   (DAY, "bruno@example.org", "Graz", "Info-session", "Talk", "Bruno Conti", ""),
                   ("dario@example.org", "Graz", "Info-session", "Talk", "Dario Elis", "", "Local"))  # fmt: skip
    texts = " ".join(said(import_file(workspace, "list.xlsx", shifted, actor=COORDINATOR)))
    assert "belongs in another column" in texts and "@" not in texts and "872" not in texts
    swapped = book(HEAD, talk("Alva Berg", "alva@example.org", "Local"),
                   (DAY, "ida@example.org", "Info-session", "Talk", "Ida Holm", "", "Local"),
                   (DAY, "Graz", "ugo@example.org", "Talk", "Ugo Ott", "", "Local"))  # fmt: skip
    texts = " ".join(said(import_file(workspace, "swapped.xlsx", swapped, actor=COORDINATOR)))
    assert texts.count("belongs in another column") == 2 and "@" not in texts
