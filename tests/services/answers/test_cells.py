"""Corrections of cells: the file stays, the correction counts and is kept with the answers."""

from __future__ import annotations

from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.answers.cells import cell_to_correct, corrected, correction, corrections
from liaison_metrics.services.answers.saved import saved_answers
from liaison_metrics.services.intake import Options, import_file, opened, preview_import
from liaison_metrics.services.intake.outcome import SheetState
from liaison_metrics.services.workspace.workspace import Workspace
from tests.services.conftest import row, sheet

DATA = sheet(row("Ana Korba"), row("Cem Halost", date="2021-02-30"), row("Eva Lang", date="2021-02-30"))


def test_a_wrong_cell_is_corrected_and_the_file_stays(workspace: Workspace) -> None:
    report = preview_import(workspace, "graz.csv", DATA, actor=COORDINATOR)
    assert report.state is SheetState.HAS_ERRORS
    workbook = opened("graz.csv", DATA, len(DATA))
    (grid,) = workbook.grids
    places = [cell_to_correct(one, report.tables, grid) for one in report.wrong]
    assert places == [("graz", 3, 0), ("graz", 4, 0)]
    told = Options(answers=tuple(correction(place, " 2021-03-02 ") for place in places if place))
    assert corrected(workbook, told.answers).grids[0].rows[2][0] == "2021-03-02" and grid.rows[2][0] == "2021-02-30"
    report = import_file(workspace, "graz.csv", DATA, told, actor=COORDINATOR)
    assert (report.state, report.attendances, report.upload) == (SheetState.READY, 3, 1)
    assert saved_answers(workspace, COORDINATOR) == [], "another sheet has other cells"
    assert uploads.original(workspace, 1, COORDINATOR)[1] == DATA
    said = uploads.remarks(workspace, 1, actor=COORDINATOR).corrections
    assert [(one.value, one.code) for one in said] == [("graz!A3", "2021-03-02"), ("graz!A4", "2021-03-02")]
    uploads.undo(workspace, 1, COORDINATOR)
    assert uploads.redo(workspace, 1, COORDINATOR).attendances == 3


def test_the_last_correction_counts_and_an_empty_one_takes_it_back() -> None:
    place = ("List! of May", 12, 27)
    said = [correction(place, "a"), correction(place, "b")]
    assert said[0].value == "List! of May!AB12" and corrections(said) == {place: "b"}
    assert corrections([*said, correction(place, " ")]) == {}
