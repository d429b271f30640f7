"""Any grid is read with every row accounted for, or refused; and docs/reading.md names what exists."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.model import Cell, Grid, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook
from tests.conftest import ROOT
from tests.examples import share_of

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


@settings(max_examples=share_of(150))
@given(sheets=st.lists(GRIDS, min_size=1, max_size=2), hints=HINTS)
@example(sheets=[[["Name", "Name", "Name"], [float("inf")]]], hints=Hints())
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


def test_the_page_about_reading_names_what_exists() -> None:
    page = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    files = (ROOT / "liaison_metrics" / "sheets").rglob("*")
    source = "\n".join(path.read_text(encoding="utf-8") for path in files if path.suffix in (".py", ".toml"))
    names = {name for code in re.findall(r"`([\w.]+)`", page) for name in code.split(".")}
    assert [name for name in sorted(names) if not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", source)] == []
    for names_there, path in re.findall(r"((?:`[\w.]+`, )*`[\w.]+`) in `(liaison_metrics/[\w/.]+\.py)`", page):
        module = (ROOT / path).read_text(encoding="utf-8")
        for name in re.findall(r"(\w+)`", names_there):
            here = rf"^\s*(?:def|class) {name}\b|^{name} = |^__all__ = .*\"{name}\""
            assert re.search(here, module, re.MULTILINE), name
