"""Texts and notes in the report: every form has them, with the report's figures, and an issued report keeps its own."""

from __future__ import annotations

import io

import openpyxl
import pytest
from lxml import etree
from pypdf import PdfReader

from liaison_metrics.domain.events.periods import Quarter
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.reports import issued, pack
from liaison_metrics.reports.making import make
from liaison_metrics.reports.model import Report
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events.listing import all_events
from liaison_metrics.services.figures.narrative.notes import NoteKind, NoteSubject, add_note
from liaison_metrics.services.figures.narrative.report_texts import PLACEHOLDERS, keep_report_text
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.issued_reports import archive
from liaison_metrics.services.workspace.workspace import Workspace
from tests.actors import partner
from tests.services.conftest import Fresh, row, sheet

TEXTS = ("We reached 2 of 500 people.", "Rain on the day", "Fair cancelled", "New staff", "Counted twice a year")


def told(workspace: Workspace) -> Report:
    """A project with a sheet, a text and notes; returns its exact report."""
    import_file(workspace, "fair.csv", sheet(row("Ana Korba"), row("Cem Halost")), actor=COORDINATOR)
    (event,) = all_events(workspace, COORDINATOR)
    subjects = (
        NoteSubject(NoteKind.EVENT, str(event.number)), NoteSubject(NoteKind.MONTH, "2021-03"),
        NoteSubject(NoteKind.PARTNER, "compass"), NoteSubject(NoteKind.INDICATOR, "IND1"),
    )  # fmt: skip
    for subject, text in zip(subjects, TEXTS[1:], strict=True):
        add_note(workspace, subject, text, True, COORDINATOR)
    add_note(workspace, subjects[0], "For us alone", False, COORDINATOR)
    period = Quarter.of(make(workspace, actor=COORDINATOR).as_of)
    keep_report_text(workspace, "IND1", period, "We reached {reached} of {target} people.", COORDINATOR)
    return make(workspace, actor=COORDINATOR)


def words_of(name: str, content: bytes) -> str:
    """What a file of a report says, as one line."""
    if name.endswith(".pdf"):
        text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    elif name.endswith(".xlsx"):
        rows = openpyxl.load_workbook(io.BytesIO(content))["Texts and notes"].iter_rows(values_only=True)
        text = " ".join(str(cell) for cells in rows for cell in cells)
    elif name.endswith(".xml"):
        text = " ".join(str(one) for one in etree.fromstring(content).itertext())
    else:
        text = content.decode()
    return " ".join(text.split())


def test_every_form_has_texts_and_marked_notes(fresh: Fresh) -> None:
    report = told(fresh())
    files = pack.render(report, ["pdf", "html", "xlsx", "csv", "xml", "png"])
    whole = [name for name in files if name.endswith((".pdf", ".html", ".xlsx", ".xml", "-narrative.csv"))]
    assert len(whole) == 5
    for name in whole:
        said = words_of(name, files[name])
        assert [text for text in TEXTS if text not in said] == [], name
        assert "For us alone" not in said
    assert any(name.endswith("notes.png") for name in files)
    (sheets,) = pack.render(report, ["event_sheets"]).items()
    assert "Rain on the day" in words_of(*sheets)


def test_every_placeholder_becomes_a_figure(fresh: Fresh) -> None:
    workspace = fresh()
    day = told(workspace).as_of
    text = "; ".join(f"{name}: {{{name}}}" for name in PLACEHOLDERS)
    keep_report_text(workspace, "IND1", Quarter.of(day), text, COORDINATOR)
    for threshold in (None, 5):
        said = make(workspace, threshold=threshold, actor=COORDINATOR).texts["IND1"]
        assert said.startswith("reached: 2; target: 500; share: <1%; left: 498; identified: 2; unidentified: 0; att")
        assert "{" not in said


def test_a_report_without_any_has_no_section(fresh: Fresh) -> None:
    report = make(fresh(), actor=COORDINATOR)
    assert report.texts == {} and report.notes == ()
    assert not any("notes.png" in name for name in pack.render(report, ["png"]))


def test_a_part_of_the_project_has_its_notes_and_no_text(fresh: Fresh) -> None:
    workspace = fresh()
    told(workspace)
    report = make(workspace, Scope(city="graz"), 5, actor=partner("compass"))
    assert report.texts == {} and {one.text for one in report.notes} == set(TEXTS[1:4])


def test_an_issued_report_keeps_its_text_and_figures(fresh: Fresh) -> None:
    workspace = fresh()
    day = told(workspace).as_of
    done = issued.issue(
        workspace, "Interim", lambda: make(workspace, actor=COORDINATOR),
        lambda report: pack.render(report, ["html", "csv"]), COORDINATOR,
    )  # fmt: skip
    before = archive.files_of(workspace, done.number, COORDINATOR)
    import_file(workspace, "more.csv", sheet(row("Eva Lang", title="Other day")), actor=COORDINATOR)
    keep_report_text(workspace, "IND1", Quarter.of(day), "Another text", COORDINATOR)
    assert archive.files_of(workspace, done.number, COORDINATOR) == before
    (kept,) = (content.decode() for name, content in before.items() if name.endswith(".html"))
    assert TEXTS[0] in kept and "Another text" not in kept
    assert make(workspace, actor=COORDINATOR).texts == {"IND1": "Another text"}


@pytest.mark.parametrize("name", ["Texts and notes"])
def test_the_workbook_has_one_sheet_for_them(fresh: Fresh, name: str) -> None:
    (file,) = pack.render(told(fresh()), ["xlsx"]).values()
    rows = list(openpyxl.load_workbook(io.BytesIO(file))[name].iter_rows(values_only=True))
    assert [one[0] for one in rows] == ["Kind", "Text", "Note", "Note", "Note", "Note"]
