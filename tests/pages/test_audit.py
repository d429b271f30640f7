"""The Audit page: for coordinators; it filters, and its file neither names anybody nor goes unrecorded."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from liaison_metrics.exports import files
from liaison_metrics.exports.frames.audit import audit
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR, Actor
from liaison_metrics.services.workspace.audit.reading import AuditFilter, entries
from liaison_metrics.services.workspace.audit.recording import AuditAction
from liaison_metrics.services.workspace.workspace import Workspace
from tests.actors import partner
from tests.pages.conftest import Page, html


def shown_to(page: Page, actor: Actor) -> AppTest:
    drawn = page("audit")
    drawn.session_state["actor"] = actor
    return drawn.run()


def test_a_coordinator_reads_and_filters_the_record(filled: Workspace, page: Page) -> None:
    uploads.undo(filled, 1, COORDINATOR)
    drawn = shown_to(page, COORDINATOR)
    assert not drawn.exception and "5 lines" in html(drawn) and "Upload: undone" in html(drawn)
    chosen = next(one for one in drawn.selectbox if one.label == "What")
    chosen.set_value(AuditAction.UPLOAD_UNDO).run()
    assert "1 line" in html(drawn) and "Upload: imported" not in html(drawn)


def test_nobody_else_reads_it(filled: Workspace, page: Page) -> None:
    drawn = shown_to(page, partner("compass"))
    assert drawn.exception, "the frame shows the refusal"
    assert "Upload: imported" not in html(drawn)


def test_the_file_has_every_matching_line(filled: Workspace) -> None:
    uploads.undo(filled, 1, COORDINATOR)
    _total, lines = entries(filled, COORDINATOR, AuditFilter(action=AuditAction.UPLOAD_IMPORT))
    text = files.write("audit", audit(lines), "csv").decode("utf-8-sig")
    head, *rows = text.splitlines()
    assert head == "number,made_at,account,role,partner,action,kind,about,before,after"
    assert len(rows) == 4 and all(",coordinator,,upload.import,upload," in row for row in rows)
