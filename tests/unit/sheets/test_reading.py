"""Whatever a grid holds: nothing but a refusal is raised, and every row read comes to something."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.model import Cell, Grid, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook

from .grids import accounted

WORDS = ("Name", "Date", "Città", "Gemeinschaft", "Κοινότητα", "Participants", "Present", "Session 1", "Total", "Role",
         "Graz", "Palermo", "Local", "Turkish", "Info-session", "LIAISON fair", "x", "X", "-", "ja", "no", "Guest 1",
         "Alva Berg", "Bruno Conti", "alva@example.org", "03/04/2021", "2021-02-30", "4 March 2021", "Date: 3/4", "12",
         "female", "f", "Facilitator", "Signature: ____", "", "", "")  # fmt: skip
CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.sampled_from(WORDS), st.none(), st.text(max_size=12), st.booleans(), st.integers(-5, 50_000), st.floats(),
    st.dates(date(2019, 1, 1), date(2023, 1, 1)), st.datetimes(), st.times(),
)  # fmt: skip
GRIDS = st.lists(st.lists(st.one_of(st.sampled_from(WORDS), CELLS), max_size=7), max_size=12)
HINTS = st.sampled_from([Hints(), Hints("info_session", "graz", date(2021, 3, 4))])


@settings(max_examples=150)
@given(sheets=st.lists(GRIDS, min_size=1, max_size=2), hints=HINTS)
def test_any_grid(project: Project, sheets: list[list[list[Cell]]], hints: Hints) -> None:
    grids = [Grid(f"Sheet{number}", rows) for number, rows in enumerate(sheets)]
    try:
        reading = read_workbook(Workbook("any.xlsx", "xlsx", grids), project, hints)
    except RefusedFile:
        return
    assert accounted(reading)
    assert all(attendance.event < len(reading.events) for attendance in reading.attendances)
    assert all(project.start <= event.date <= project.end for event in reading.events)


def test_prose_is_refused(project: Project) -> None:
    grid = Grid("Letter", [["Dear colleagues,"], ["thank you for your help."], ["Yours, the office"]])
    with pytest.raises(RefusedFile):
        read_workbook(Workbook("letter.txt", "csv", [grid]), project)
