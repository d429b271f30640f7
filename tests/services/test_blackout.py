"""The kept file of an upload without one person: the same sheets and rows, nothing of the person, read alike."""

from __future__ import annotations

import io
from datetime import date, datetime

import openpyxl
import pytest

from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import import_file, opened
from liaison_metrics.services.intake.workbooks.written_person import birth_without_day
from liaison_metrics.services.uploads.contents import kept_file
from liaison_metrics.services.uploads.personal_data.finding import TypedPerson
from liaison_metrics.services.uploads.personal_data.forgetting import forget
from liaison_metrics.services.uploads.personal_data.planning import plan_forgetting
from liaison_metrics.services.workspace.workspace import Workspace
from tests.services.conftest import Fresh
from tests.services.figures import all_figures

EVENT = ("2021-05-04", "Graz", "Skill-transfer workshop", "Bread")
IN_COLUMNS = [
    ("Date", "City", "Activity", "Event", "First name", "Surname", "E-mail", "Mobile", "Born", "Community", "Address"),
    (*EVENT, "Zilla", "Quendelberg", "zilla@zwetschgo.example", "0664 998877", datetime(1984, 3, 25), "Syrian",
     "Ring 4"),
    (*EVENT, "Omar", "Said", "omar@example.org", "", datetime(1990, 1, 31), "Somali", "Ring 5"),
]  # fmt: skip
MATRIX = [
    ("Skill-transfer workshop, Graz",),
    ("Name", "Community", "04.05.2021", "11.05.2021", "18.05.2021"),
    ("Zilla Quendelberg", "Syrian", "x", "", "x"),
    ("Omar Said", "Somali", "x", "x", ""),
    ("Ida Holm", "Local", "", "x", "x"),
]
PERSONAL = ("zilla", "quendelberg", "zwetschgo", "998877", "1984-03-25", "Ring 4")


def book(*sheets: list[tuple[object, ...]]) -> bytes:
    made = openpyxl.Workbook()
    made.properties.creator = "Zilla Quendelberg"
    made.remove(made.active)
    for number, rows in enumerate(sheets, 1):
        sheet = made.create_sheet(f"Day {number}")
        for row in rows:
            sheet.append(row)
        sheet["A1"].comment = openpyxl.comments.Comment("Ask Zilla Quendelberg", "Zilla Quendelberg")
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("sheets", "typed"),
    [
        ([IN_COLUMNS], TypedPerson(email="zilla@zwetschgo.example")),
        ([MATRIX], TypedPerson(name="Zilla Quendelberg", birth=date(1984, 3, 25))),
        ([IN_COLUMNS, MATRIX], TypedPerson(phone="+43 664 998877")),
    ],
    ids=["names in two columns", "a matrix of sessions", "both"],
)
def test_a_workbook_keeps_its_sheets_and_rows(fresh: Fresh, sheets: list, typed: TypedPerson) -> None:
    workspace = fresh()
    number = import_file(workspace, "days.xlsx", book(*sheets), actor=COORDINATOR).upload or 0
    if sheets == [MATRIX]:  # a name alone is not enough to be found: another sheet tells the birth
        import_file(workspace, "one.xlsx", book(IN_COLUMNS), actor=COORDINATOR)
    before, shape = all_figures(workspace), cells_of(workspace, number)
    plan = plan_forgetting(workspace, typed, COORDINATOR)
    assert plan.files and all(file.reads_the_same for file in plan.files)
    forget(workspace, typed, COORDINATOR)
    now = cells_of(workspace, number)
    assert [len(row) for row in now] == [len(row) for row in shape] and all_figures(workspace) == before
    with workspace.store.reading() as connection:
        kept = kept_file(connection, workspace.secret, number)
    text = repr(now) + repr(openpyxl.load_workbook(io.BytesIO(kept)).properties)
    assert [word for word in PERSONAL if word.lower() in text.lower()] == [] and "Omar" in text
    uploads.undo(workspace, number, COORDINATOR)
    uploads.redo(workspace, number, COORDINATOR)
    assert all_figures(workspace) == before


def cells_of(workspace: Workspace, number: int) -> list[list[object]]:
    with workspace.store.reading() as connection:
        data = kept_file(connection, workspace.secret, number)
    return [[grid.name, *row] for grid in opened("days.xlsx", data, len(data)).grids for row in grid.rows]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("25.03.1984", "31.12.1984"), ("3/25/1984", "12/31/1984"), ("03/04/1984", "01/01/1984"), ("1984", "1984"),
        ("1984-03-25", "1984-01-01"), (date(1984, 3, 25), date(1984, 12, 31)), ("30766", "30682"), (30766, 30682),
        ("25 March 1984", "1984"), ("", ""), (None, None),
    ],
)  # fmt: skip
def test_of_a_birth_date_the_year_stays(written: object, kept: object) -> None:
    assert birth_without_day(written) == kept  # type: ignore[arg-type]
