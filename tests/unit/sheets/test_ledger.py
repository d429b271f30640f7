"""The ledger: each row that is not empty has one fate, and the fate is right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.ledger.entries import SheetEntries
from liaison_metrics.sheets.ledger.fates import Fate, Reason
from liaison_metrics.sheets.ledger.ledger import CODE_OF, IncompleteLedger, Ledger, SheetLedger
from liaison_metrics.sheets.ledger.words import why
from liaison_metrics.sheets.model import Cell, Grid, Hints, Reading, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.remarks import RefusedContent
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.sheets.words.cells import text_of
from tests.examples import share_of
from tests.unit.sheets.cases import PEOPLE, TITLE, WORKSHOP, sheet

GIVEN = Hints("skill_transfer_workshop", "graz", date(2021, 5, 4))
EVENT: list[Cell] = [date(2021, 3, 3), "Graz", WORKSHOP]
TITLED = ["context", "context", "context"]


def person(number: int) -> list[Cell]:
    return [PEOPLE[number], f"p{number}@example.org"]


def read(project: Project, *grids: Grid, answers: tuple[Answer, ...] = ()) -> Reading:
    return read_workbook(Workbook("x.xlsx", "xlsx", grids), project, GIVEN, lambda _signature: answers)


def fates(project: Project, *rows: list[Cell]) -> list[str]:
    return [row.fate.value for row in read(project, sheet(list(rows))).ledger]


def one_fate_each(ledger: Ledger, *grids: Grid) -> bool:
    filled = [
        (grid.name, number)
        for grid in grids
        for number, cells in enumerate(grid.rows, start=1)
        if any(text_of(value) for value in cells)
    ]
    return [(row.sheet, row.row) for row in ledger] == filled and len(ledger) == len(filled)


LISTS = {
    "title and details": (
        [["Sewing circle"], ["City: Graz"], ["Call 0316 for more"], ["Name", "E-mail"], person(0)],
        ["title", "context", "note", "header", "person"],
    ),
    "a header of two rows": (
        [[*"ab", "March", ""], ["Name", "E-mail", 3, 4], [*person(0), "x", ""], [*person(1), "", "x"]],
        ["header", "header", "person", "person"],
    ),
    "heads": (
        [["Community", "People"], ["Syrian", 12], ["Local", 4], ["Total", 16], ["of which women", 9]],
        ["header", "heads", "heads", "total", "total"],
    ),
    "heads without a number": (
        [["Date", "City", "People"], ["2021-05-04", "Graz", 12], ["2021-05-05", "Graz", "-"], ["2021-05-06", "Graz"]],
        ["header", "heads", "note", "heading"],
    ),
    "people beside a list": (
        [["Name", "E-mail"], person(0), person(1), ["plus 5 walk-ins", ""]],
        ["header", "person", "person", "heads"],
    ),
    "absent and staff by the row": (
        [["Name", "Role", "Present"], ["Aldo Neri", "Participant", "x"], ["Bea Conti", "Participant", ""],
         ["Carla Riva", "Trainer", "x"], ["Dino Serra", "Participant", "x"]],
        ["header", "person", "absent", "staff", "person"],
    ),
    "absent and staff by a heading": (
        [["Name", "E-mail"], person(0), ["Apologies:", ""], person(1), ["Staff:", ""], person(2)],
        ["header", "person", "heading", "absent", "heading", "staff"],
    ),
    "example": (
        [["Name", "E-mail"], ["Example: Mara Neri", "m@example.org"], person(0), person(1)],
        ["header", "example", "person", "person"],
    ),
    "blank lines of a form": (
        [["Nr", "Name", "E-mail"], [1, *person(0)], [2, *person(1)], [3, "", ""], [4, 0, 0]],
        ["header", "person", "person", "blank_form", "blank_form"],
    ),
    "headings": (
        [["Name", "E-mail"], ["Graz, 2021-05-04", ""], person(0), ["Participants", ""], person(1)],
        ["header", "heading", "person", "heading", "person"],
    ),
    "a heading of a community": (
        [["Name", "E-mail"], ["Syrian", ""], person(0), person(1)],
        ["header", "heading", "person", "person"],
    ),
    "totals": (
        [["Nr", "Name", "E-mail"], [1, *person(0)], [2, *person(1)], ["Total", 2, ""]],
        ["header", "person", "person", "total"],
    ),
    "lines below": (
        [["Name", "E-mail", "Present"], [*person(0), "x"], [*person(1), "x"], [], ["Page 1 of 2"], ["x = present"],
         ["Signature: ________"], ["Please read the notes on the back of this page"], ["* kept for 5 years"]],
        ["header", "person", "person", "page_line", "legend", "signature_line", "instruction", "note"],
    ),
    "the header on the next page": (
        [["Name", "E-mail"], person(0), ["Seite 2"], ["Name", "E-mail"], person(1)],
        ["header", "person", "page_line", "header", "person"],
    ),
    "rejected": (
        [["Date", "Name"], ["2021-02-30", "Aldo Neri"], ["2021-03-01", "Bea Conti"]],
        ["header", "rejected", "person"],
    ),
    "beside the table": (
        [["Name", "E-mail", "", "", "Name", "E-mail"], [*person(0), "", "", *person(1)], ["", "", "", "see list 2"]],
        ["header", "person", "note"],
    ),
    "several sessions in one row": (
        [["Name", "2021-05-04", "2021-05-05"], ["Aldo Neri", "x", "x"], ["Bea Conti", "", ""],
         ["Carla Riva", "x", "?!"]],
        ["header", "person", "absent", "person"],
    ),
    "tables side by side: who counts is stronger than who does not": (
        [["Name", "Present", "", "Name", "Present"], ["Aldo Neri", "x", "", "Bea Conti", "no"],
         ["Carla Riva", "no", "", "Dino Serra", "no"]],
        ["header", "person", "absent"],
    ),
    "on its side": (
        [["Name", *PEOPLE[:3]], ["E-mail", "a@example.org", "b@example.org", "c@example.org"], [],
         ["Page 1 of 1", "", "", ""]],
        ["person", "person", "page_line"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("rows, expected", LISTS.values(), ids=LISTS)
def test_the_fates_of_a_list(rows: list[list[Cell]], expected: list[str], project: Project) -> None:
    assert fates(project, *rows) == expected


def test_a_row_that_waits_is_a_question(project: Project) -> None:
    grid = sheet([["Sewing circle"], ["Name", "E-mail"], person(0), ["Total", 1]])
    waiting = read_workbook(Workbook("x.xlsx", "xlsx", [grid]), project, Hints(city="graz"))
    assert [row.fate for row in waiting.ledger] == [Fate.TITLE, Fate.HEADER, Fate.QUESTION, Fate.QUESTION]


def test_rows_that_look_like_those_that_count_are_asked_about(project: Project) -> None:
    rows: list[list[Cell]] = [["Syrian", 15], ["Bosnian", 30], ["kept in the folder since the move"], ["Somali", 24]]
    reading = read(project, sheet(rows))
    assert [row.fate for row in reading.ledger] == [Fate.HEADS, Fate.HEADS, Fate.NOTE, Fate.QUESTION]
    (question,) = reading.questions
    assert (question.kind, question.rows, question.blocking) == ("rows", (4,), False)
    answered = read(project, sheet(rows), answers=(Answer("rows", "", "left_out", "Sheet1"),))
    assert not answered.questions and [row.fate for row in answered.ledger][-1] is Fate.NOTE


LIST = sheet([*TITLE, ["Name", "E-mail"], person(0)])


def other(*rows: list[Cell], name: str = "Other") -> Grid:
    return sheet(list(rows), name)


OTHERS = {
    "hidden": (replace(other(["Name"], ["Bea Conti"]), hidden=True), ["other_table", "other_table"]),
    "costs": (other(["Rechnungsnummer", "Lieferant", "Betrag"], ["R1", "Papier", 200]), ["header", "other_table"]),
    "pay": (other(["Name", "Salary", "Price"], ["Bea Conti", 2000, 1]), ["header", "other_table"]),
    "asked": (other(["Name", "Mathematics", "Physics"], ["Bea Conti", 2, 1]), ["header", "question"]),
    "instructions": (other(["How to fill in"], ["Name", "as in the passport"], name="Help"), ["instruction"] * 2),
    "text": (other(["Partner meeting"], ["Kept in the office"]), ["title", "note"]),
    "neither people nor numbers": (other(["Role", "Organisation"], ["host", "CESIE"]), ["header", "other_table"]),
}


@pytest.mark.parametrize("second, expected", OTHERS.values(), ids=OTHERS)
def test_the_fates_of_another_sheet(second: Grid, expected: list[str], project: Project) -> None:
    ledger = read(project, LIST, second).ledger
    assert one_fate_each(ledger, LIST, second)
    assert [row.fate for row in ledger if row.sheet == second.name] == expected


def test_a_sheet_that_somebody_leaves_out(project: Project) -> None:
    second = other(["Name"], ["Bea Conti"])
    ledger = read(project, LIST, second, answers=(Answer("sheet", "Other", "left_out"),)).ledger
    assert [row.reason for row in ledger][-2:] == [Reason.LEFT_OUT, Reason.LEFT_OUT]


def test_a_sheet_that_others_refer_to(project: Project) -> None:
    first = other(["Event", "Name"], ["E1", "Aldo Neri"], ["E1", "Bea Conti"], name="List")
    second = other(["Event", "Date", "City"], ["E1", "2021-03-03", "Graz"], name="Events")
    ledger = read(project, first, second).ledger
    assert [row.fate for row in ledger] == [Fate.HEADER, Fate.PERSON, Fate.PERSON, Fate.HEADER, Fate.CONTEXT]


def test_a_summary_of_other_sheets_is_a_total(project: Project) -> None:
    summary = other([*("Date", "City", "Activity"), "People"], [*EVENT, 2], name="Summary")
    people: list[list[Cell]] = [["Date", "City", "Activity", "Name"], [*EVENT, "Aldo Neri"], [*EVENT, "Bea Conti"]]
    reading = read(project, sheet(people), summary)
    assert not reading.headcounts and [row.fate for row in reading.ledger][-1] is Fate.TOTAL


def test_a_refused_file_has_a_ledger_too(project: Project) -> None:
    prose = sheet([["Dear all,"], [], ["please find the report attached, with four columns"], ["a", "b", "c", "d"]])
    with pytest.raises(RefusedContent) as refusal:
        read(project, prose)
    assert [row.fate for row in refusal.value.ledger] == [Fate.TITLE, Fate.NOTE, Fate.NOTE]
    assert [row.reason for row in refusal.value.ledger][-1] is Reason.NOT_UNDERSTOOD


def test_rows_below_a_table_on_its_side_keep_their_numbers(project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Name", *PEOPLE[:5]], ["E-mail", *(f"p{at}@example.org" for at in range(5))], [], ["Name", "E-mail"],
        person(5),
    ]  # fmt: skip
    grid = sheet(rows)
    reading = read(project, grid)
    assert one_fate_each(reading.ledger, grid)
    assert [(row.name, row.row) for row in reading.attendances if row.name == PEOPLE[5]] in ([], [(PEOPLE[5], 5)])


def test_a_ledger_has_every_row_or_is_none() -> None:
    with pytest.raises(IncompleteLedger):
        SheetLedger("one", bytes([CODE_OF[Reason.NAMED], 0]), bytes([1, 1]))
    with pytest.raises(IncompleteLedger):
        SheetLedger("one", bytes([CODE_OF[Reason.NAMED], CODE_OF[Reason.TITLE]]), bytes([1, 0]))
    whole = SheetLedger("one", bytes([CODE_OF[Reason.NAMED], 0]), bytes([1, 0]))
    assert whole.reason_of(1) is Reason.NAMED and whole.reason_of(2) is None and whole.reason_of(3) is None


def test_the_stronger_reason_holds() -> None:
    entries = SheetEntries(2)
    for reason in (Reason.NO_PERSON, Reason.NAMED, Reason.REJECTED):
        entries.enter(1, reason)
    assert entries.of(1) is Reason.NAMED and entries.of(2) is None and list(entries.without_entry()) == [1]


def test_every_fate_has_a_reason_and_every_reason_has_words() -> None:
    assert {reason.fate for reason in Reason} == set(Fate)
    assert all(why(reason) for reason in Reason) and len({why(reason) for reason in Reason}) == len(Reason)


# A line of seven words is no name, and with a sign or a digit neither is a shorter one.
LINES = st.lists(st.text("bdfgklmnprstvzaeiou", min_size=2, max_size=9), min_size=7, max_size=12).map(" ".join)
SIGNED = st.lists(st.text("bdfgklmnprstvzaeiou", min_size=3, max_size=9), min_size=3, max_size=6).map(" 7 ".join)
SHEETS = [sheet([*TITLE, *rows]) for rows, _expected in LISTS.values()]


@settings(max_examples=share_of(150), deadline=None, derandomize=True,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(st.sampled_from(SHEETS), st.data())
def test_an_unknown_line_adds_one_fate_and_changes_no_figure(project: Project, grid: Grid, data: st.DataObject) -> None:
    before = read(project, grid)
    at = data.draw(st.integers(0, len(grid.rows)))
    line: list[Cell] = [data.draw(LINES | SIGNED)]
    rows = [*grid.rows[:at], line, *grid.rows[at:]]
    try:
        after = read(project, replace(grid, rows=rows))
    except RefusedContent as refusal:
        assert one_fate_each(refusal.ledger, replace(grid, rows=rows))
        return
    assert one_fate_each(after.ledger, replace(grid, rows=rows))
    told = len(after.questions) + len(after.rejected) > len(before.questions) + len(before.rejected)
    assert figures(after) == figures(before) or told or not after.attendances


def figures(reading: Reading) -> tuple[object, ...]:
    people = sorted(
        (row.name or "", row.email or "", reading.events[row.event].date, row.column) for row in reading.attendances
    )
    heads = sorted((reading.events[row.event].date, row.people, row.additional) for row in reading.headcounts)
    return people, heads, sorted(row.reason for row in reading.not_counted), len(reading.rejected)


CELLS = st.sampled_from(
    ["", "", "", None, *PEOPLE, "a@example.org", "Name", "E-mail", "Community", "Syrian", "Total", 3, 12, "x", "Graz",
     date(2021, 3, 3), "Date: 2021-03-03", WORKSHOP, "Staff:", "Page 1", "Signature", "Example", "  ", 0]
)  # fmt: skip


@settings(max_examples=share_of(200), deadline=None, derandomize=True,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(st.lists(st.lists(st.lists(CELLS, max_size=6), max_size=12), min_size=1, max_size=3))
def test_any_sheets_have_one_fate_for_each_row(project: Project, sheets: list[list[list[Cell]]]) -> None:
    grids = [Grid(f"Sheet{number}", rows) for number, rows in enumerate(sheets)]
    try:
        ledger = read(project, *grids).ledger
    except RefusedContent as refusal:
        ledger = refusal.ledger
    assert one_fate_each(ledger, *grids)
