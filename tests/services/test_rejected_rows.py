"""Rejected rows come back as a file, and corrected and brought again exactly they count."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

import openpyxl
import pytest
import xlsxwriter

from liaison_metrics.services import figures
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import FileReport, FileStatus, import_file
from liaison_metrics.services.intake.workbooks.rejected_rows import rejected_sheet
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.headers import meaning_of
from tests.services.conftest import row, sheet

Rows = Sequence[Sequence[Cell]]
Mend = Callable[[dict[str, openpyxl.worksheet.worksheet.Worksheet]], None]

TITLED: Rows = (
    ("Attendance list",),
    ("Activity", "Skill-transfer workshop"),
    ("City", "Vejle"),
    ("Date", date(2021, 5, 4)),
    (),
    ("No", "Name", "Community", "Gender"),
    (1, "Alva Berg", "Somali", "Female"),
    (2, "Bruno Conti\nDario Elis", "Local", "Male"),
    (3, "Chiara Dahl", "Local", "Female"),
    (),
    ("Total", 3),
    ("Signature of the trainer: ______",),
)
MATRIX: Rows = (
    ("Info-session, Graz",),
    ("Name", "Community", "04.03.2021", "30.02.2021", "18.03.2021", "Remarks"),
    ("Alva Berg", "Syrian", "x", "x", "", "late"),
    ("Bruno Conti", "Local", "", "", "x", ""),
    ("Chiara Dahl", "Local", "x", "x", "x", ""),
)


def book(**sheets: Rows) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"strings_to_formulas": False}) as made:
        day = made.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            page = made.add_worksheet(name)
            for at, cells in enumerate(rows):
                for column, value in enumerate(cells):
                    page.write(at, column, value, day if isinstance(value, date) else None)
    return file.getvalue()


def brought_back(file: str, data: bytes, report: FileReport, mend: Mend) -> tuple[str, bytes]:
    """Returns the rejected rows of a file, mended."""
    name, back = rejected_sheet(file, data, report)
    opened = openpyxl.load_workbook(io.BytesIO(back))
    mend({page.title: page for page in opened.worksheets})
    out = io.BytesIO()
    opened.save(out)
    return name, out.getvalue()


def texts(data: bytes, name: str | None = None) -> list[list[object]]:
    opened = openpyxl.load_workbook(io.BytesIO(data))
    page = opened[name] if name else opened.worksheets[0]
    return [list(cells) for cells in page.iter_rows(values_only=True)]


def reached(workspace: Workspace) -> Mapping[str, int]:
    return {one.code: one.reach.reached for one in figures.indicators(workspace, actor=COORDINATOR)}


def test_a_register(workspace: Workspace) -> None:
    data = sheet(
        row("Amina Haddad"), row("Bruno Conti", date="2021-02-30"), row("=1+1", born="1990"),
        row("Ida Holm", city="Atlantis", title="=cmd"),
    )  # fmt: skip
    report = import_file(workspace, "graz.csv", data, actor=COORDINATOR)
    assert [r.row for r in report.rejected] == [3, 5]
    name, back = rejected_sheet("graz.csv", data, report)
    assert name == "graz – rejected rows.xlsx"
    lines = texts(back)
    assert len(lines) == 3 and lines[0][-2:] == ["Why it is rejected", "How to fix it"]
    assert lines[1][-2:] == [report.rejected[0].reason, report.rejected[0].fix]
    assert lines[2][3] == "=cmd" and openpyxl.load_workbook(io.BytesIO(back)).worksheets[0]["D3"].data_type != "f"

    def mend(pages: Mapping[str, openpyxl.worksheet.worksheet.Worksheet]) -> None:
        pages["graz"]["A2"], pages["graz"]["B3"] = "2021-02-28", "Graz"

    again = import_file(workspace, *brought_back("graz.csv", data, report, mend), actor=COORDINATOR)
    assert (again.status, again.rows_read, again.attendances, again.already_known) == (FileStatus.IMPORTED, 2, 2, 0)
    assert not again.questions and again.signature == report.signature, (
        "what was answered once holds for these rows too"
    )
    assert reached(workspace)["IND1"] == 4


def test_brought_again_as_they_are_they_are_rejected_again(workspace: Workspace) -> None:
    data = sheet(row("Amina Haddad"), row("Bruno Conti", date="2021-02-30"))
    report = import_file(workspace, "graz.csv", data, actor=COORDINATOR)
    name, back = rejected_sheet("graz.csv", data, report)
    again = import_file(workspace, name, back, actor=COORDINATOR)
    assert (again.status, [r.reason for r in again.rejected]) == (FileStatus.REFUSED, [report.rejected[0].reason])
    assert rejected_sheet(name, back, again)[0] == name


def test_event_data_in_a_title_block_stay(workspace: Workspace) -> None:
    data = book(List=TITLED)
    report = import_file(workspace, "list.xlsx", data, actor=COORDINATOR)
    assert (report.attendances, [r.row for r in report.rejected]) == (2, [8])
    _name, back = rejected_sheet("list.xlsx", data, report)
    lines = texts(back)
    assert [line[0] for line in lines] == [
        "Attendance list", "Activity", "City", "Date", None, "No", 2, None, "Signature of the trainer: ______",
    ]  # fmt: skip
    assert lines[3][1] == datetime(2021, 5, 4) and lines[5][4:] == ["Why it is rejected", "How to fix it"]

    def mend(pages: Mapping[str, openpyxl.worksheet.worksheet.Worksheet]) -> None:
        page = pages["List"]
        page["B7"] = "Bruno Conti"
        page.insert_rows(8)
        page["A8"], page["B8"], page["C8"] = 4, "Dario Elis", "Local"

    again = import_file(workspace, *brought_back("list.xlsx", data, report, mend), actor=COORDINATOR)
    assert [(e.activity, e.city, e.date, e.attendances) for e in again.events] == [
        ("skill_transfer_workshop", "vejle", date(2021, 5, 4), 2)
    ]
    assert (again.rows_read, again.already_known, again.questions) == (2, 0, [])


def test_one_bad_date_over_a_session(workspace: Workspace) -> None:
    data = book(Sheet1=MATRIX)
    report = import_file(workspace, "matrix.xlsx", data, actor=COORDINATOR)
    assert (report.attendances, [(r.row, r.column) for r in report.rejected]) == (
        4, [(3, "30.02.2021"), (5, "30.02.2021")],
    )  # fmt: skip
    _name, back = rejected_sheet("matrix.xlsx", data, report)
    assert [line[:6] for line in texts(back)[2:]] == [
        ["Alva Berg", "Syrian", None, "x", None, "late"], ["Chiara Dahl", "Local", None, "x", None, None],
    ]  # fmt: skip

    def mend(pages: Mapping[str, openpyxl.worksheet.worksheet.Worksheet]) -> None:
        pages["Sheet1"]["D2"] = "11.03.2021"

    again = import_file(workspace, *brought_back("matrix.xlsx", data, report, mend), actor=COORDINATOR)
    assert [(e.date, e.attendances) for e in again.events] == [(date(2021, 3, 11), 2)]
    assert (again.rows_read, again.rejected, again.questions, again.already_known) == (2, [], [], 0)


def test_several_sheets_and_a_cover(workspace: Workspace) -> None:
    head = ("Date", "Activity", "Name", "Community", "Year of birth")
    data = book(
        Cover=(("City:", "Graz"),),
        May=(head, (date(2021, 5, 4), "Info-session", "Alva Berg", "Local", 1990),
             (date(2023, 5, 4), "Info-session", "Bruno Conti", "Local", 1991)),
        June=(head, (date(2021, 6, 1), "Info-session", "Chiara Dahl", "Local", 1992)),
        July=(head, (date(2021, 7, 1), "Zorbing", "Dario Elis", "Syrian", 1993)),
    )  # fmt: skip
    report = import_file(workspace, "all.xlsx", data, actor=COORDINATOR)
    assert (report.attendances, [(r.sheet, r.row) for r in report.rejected]) == (2, [("May", 3), ("July", 2)])
    _name, back = rejected_sheet("all.xlsx", data, report)
    opened = openpyxl.load_workbook(io.BytesIO(back))
    assert opened.sheetnames == ["Cover", "May", "July"]
    assert opened["May"]["A2"].is_date and opened["May"]["A2"].value == datetime(2023, 5, 4)
    assert opened["May"]["E2"].value == 1991

    def mend(pages: Mapping[str, openpyxl.worksheet.worksheet.Worksheet]) -> None:
        pages["May"]["A2"] = datetime(2021, 5, 4)
        pages["July"]["B2"] = "School lab"

    again = import_file(workspace, *brought_back("all.xlsx", data, report, mend), actor=COORDINATOR)
    assert [(e.activity, e.city, e.date) for e in again.events] == [
        ("info_session", "graz", date(2021, 5, 4)), ("school_lab", "graz", date(2021, 7, 1)),
    ]  # fmt: skip
    assert (again.rows_read, again.attendances, again.already_known) == (2, 2, 0)


def test_several_lists_one_under_another(workspace: Workspace) -> None:
    head = ("Name", "Community")
    data = book(
        Lists=(
            ("Info-session, Graz, 4 May 2021",), head, ("Alva Berg", "Local"), (),
            ("Info-session, Vejle, 5 May 2021",), head, ("Bruno Conti", "Local"),
            ("Ida Holm\nDario Elis", "Local"), (),
            ("Info-session, Kassel, 6 May 2021",), head, ("Chiara Dahl", "Local"),
        )
    )  # fmt: skip
    report = import_file(workspace, "lists.xlsx", data, actor=COORDINATOR)
    assert (report.attendances, [r.row for r in report.rejected]) == (3, [8])

    def mend(pages: Mapping[str, openpyxl.worksheet.worksheet.Worksheet]) -> None:
        (found,) = [cells[0] for cells in pages["Lists"].iter_rows() if cells[0].value == "Ida Holm\nDario Elis"]
        found.value = "Ida Holm"

    again = import_file(workspace, *brought_back("lists.xlsx", data, report, mend), actor=COORDINATOR)
    assert [(e.city, e.date, e.attendances) for e in again.events] == [("vejle", date(2021, 5, 5), 1)]
    assert (again.rows_read, again.questions) == (1, [])


def test_what_rows_that_counted_said_of_it_is_written_into_the_row(workspace: Workspace) -> None:
    data = (
        b"Date,City,Activity,Name,Community\n"
        b"25/12/2021,Graz,Info-session,Alva Berg,Local\n31/02/2021,,Info-session,Ida Holm,Local\n"
        b"04/03/2021,Vejle,Info-session,Chiara Dahl,Local\n31/02/2021,,Info-session,Edda Fabbri,Local\n"
    )
    report = import_file(workspace, "list.csv", data, actor=COORDINATOR)
    assert [r.row for r in report.rejected] == [3, 5]

    def mend(pages: Mapping[str, openpyxl.worksheet.worksheet.Worksheet]) -> None:
        pages["list"]["A2"], pages["list"]["A3"] = "26/12/2021", "05/03/2021"

    again = import_file(workspace, *brought_back("list.csv", data, report, mend), actor=COORDINATOR)
    assert [(e.city, e.date, e.attendances) for e in again.events] == [
        ("graz", date(2021, 12, 26), 1), ("vejle", date(2021, 3, 5), 1),
    ]  # fmt: skip


def test_one_number_of_a_cross_table(workspace: Workspace) -> None:
    data = book(
        Fair=(
            ("Date", "City", "Activity", "Local", "Syrian", "Somali", "Total"),
            (date(2021, 6, 1), "Graz", "LIAISON fair", 10, "15-20", 5, 15),
            (date(2021, 6, 2), "Graz", "LIAISON fair", 7, 8, 9, 24),
            ("Total", "", "", 17, 8, 14, 39),
        )
    )
    report = import_file(workspace, "fair.xlsx", data, actor=COORDINATOR)
    assert (report.headcount, [(r.row, r.column, r.value) for r in report.rejected]) == (
        39,
        [(2, "Syrian", "15-20")],
    )

    def mend(pages: Mapping[str, openpyxl.worksheet.worksheet.Worksheet]) -> None:
        assert [cell.value for cell in pages["Fair"][2]][3:7] == [None, "15-20", None, None]
        pages["Fair"]["E2"] = 20

    again = import_file(workspace, *brought_back("fair.xlsx", data, report, mend), actor=COORDINATOR)
    assert (again.headcount, again.headcount_rows, again.questions, again.rejected) == (20, 1, [], [])
    assert reached(workspace)["IND1"] == 59


def test_nothing_rejected_is_no_file(workspace: Workspace) -> None:
    data = sheet(row("Amina Haddad"))
    with pytest.raises(ValueError, match="rejected"):
        rejected_sheet("graz.csv", data, import_file(workspace, "graz.csv", data, actor=COORDINATOR))


@pytest.mark.parametrize("header", ["Why it is rejected", "How to fix it", "Warum abgelehnt", "Πώς διορθώνεται"])
def test_the_added_columns_are_notes(header: str) -> None:
    assert meaning_of(header) == "notes"


@pytest.mark.parametrize("elsewhere", [0, 4])
def test_corrected_rows_without_identifier_belong_to_the_sheet_that_they_were_rejected_from(
    workspace: Workspace, elsewhere: int
) -> None:
    """*elsewhere*: another sheet lists so many of the people, also without identifier."""
    said = "Skill-transfer workshop,Graz,2021-05-04,Cooking"
    header = "Activity,City,Date,Title,Gender,Community"
    good, bad = [f"{said},Female,Somali"] * 10, ["Skill-transfer workshop,Graz,2021-02-30,Cooking,Female,Somali"] * 2
    if elsewhere:
        other = "\n".join([header, *[f"{said},Female,Somali"] * elsewhere]).encode()
        import_file(workspace, "other.csv", other, actor=COORDINATOR)
    data = "\n".join([header, *good, *bad]).encode()
    report = import_file(workspace, "graz.csv", data, actor=COORDINATOR)
    assert (report.attendances, len(report.rejected), reached(workspace)["IND1"]) == (10, 2, 10)

    def mend(pages: Mapping[str, openpyxl.worksheet.worksheet.Worksheet]) -> None:
        pages["graz"]["C2"] = pages["graz"]["C3"] = "2021-05-04"

    again = import_file(workspace, *brought_back("graz.csv", data, report, mend), actor=COORDINATOR)
    assert (again.status, again.attendances, again.already_known) == (FileStatus.IMPORTED, 2, min(elsewhere, 2))
    assert reached(workspace)["IND1"] == 12
