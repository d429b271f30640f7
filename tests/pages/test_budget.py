"""Waiting files take no more memory than they may, and are let go when their visit has ended."""

from __future__ import annotations

import pytest

from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import FileStatus
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Hints
from liaison_metrics.ui.upload.queue import budget
from liaison_metrics.ui.upload.queue.budget import SECONDS_AFTER_VISIT, Visits
from liaison_metrics.ui.upload.queue.upload_queue import UploadQueue
from tests.conftest import PATIENCE
from tests.made_up import WORLD
from tests.pages.conftest import Page, html
from tests.pages.upload_queue import queue_with

NAME, DATA = next(iter(WORLD.items()))


def message(queue: UploadQueue) -> str:
    preview = queue.drafts[-1].preview
    assert preview is not None and preview.status is FileStatus.REFUSED
    return preview.message


def test_a_visit_takes_no_more_than_it_may(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "MOST_BYTES", len(DATA) + 10)
    queue = queue_with(workspace, [(NAME, DATA), ("again.csv", DATA)])
    assert "Too many files" in message(queue) and queue.held_bytes == len(DATA)
    queue.remove(queue.drafts[0])
    queue.add_files([("again.csv", DATA)], Hints())
    assert queue.work.idle.wait(PATIENCE)
    assert queue.held_bytes == len(DATA), "there is room again"


def test_all_visits_take_no_more_than_they_may(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    visits = Visits(lambda _session: True)
    monkeypatch.setattr("liaison_metrics.ui.upload.queue.upload_queue.visits", visits)
    monkeypatch.setattr(budget, "MOST_BYTES_OF_ALL", len(DATA) + 10)
    first = queue_with(workspace, [(NAME, DATA)])
    assert "Too many people" in message(queue_with(workspace, [(NAME, DATA)]))
    first.clear()
    assert queue_with(workspace, [(NAME, DATA)]).held_bytes == len(DATA)


def test_a_long_file_is_read_again_instead_of_kept(
    workspace: Workspace, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget, "MOST_CELLS", 20)
    queue = queue_with(workspace, [(NAME, DATA)])
    (draft,) = queue.drafts
    assert draft.workbook is None and queue.held_cells == 0 and draft.is_ready and not draft.needs_preview(0)
    app = page("upload")
    app.session_state["actor"] = COORDINATOR
    app.session_state["upload_queue"] = queue
    assert "too long to show" in html(app.run())
    queue.import_drafts(workspace, COORDINATOR, [draft])
    assert queue.work.idle.wait(PATIENCE)
    assert draft.result is not None and draft.result.status is FileStatus.IMPORTED and queue.held_cells == 0


def test_files_go_with_their_visit_but_wait_for_a_lost_connection() -> None:
    here = {"one"}
    visits = Visits(here.__contains__)
    queue = UploadQueue()
    queue.add_files([(NAME, DATA)], Hints())
    assert queue.work.idle.wait(PATIENCE)
    visits.add(queue, "")
    visits._visits[queue] = ("one", 0.0)
    visits.end_old(1000.0)
    here.clear()
    visits.end_old(1000.0 + SECONDS_AFTER_VISIT - 1)
    assert queue.drafts
    here.add("one")
    visits.end_old(1000.0 + SECONDS_AFTER_VISIT)
    here.clear()
    visits.end_old(1000.0 + SECONDS_AFTER_VISIT + 1)
    assert queue.drafts, "the visitor came back in time"
    visits.end_old(1000.0 + 2 * SECONDS_AFTER_VISIT + 1)
    assert not queue.drafts
