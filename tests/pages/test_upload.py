"""Upload as it is drawn, the import beside the page, and undo."""

from __future__ import annotations

import time

from liaison_metrics import figures, uploads
from liaison_metrics.sheets.model import Hints
from liaison_metrics.ui.importing import Import, start_import
from liaison_metrics.workspace import Workspace
from tests.made_up import sheet
from tests.pages.conftest import Page, html


def wait_for(job: Import) -> None:
    until = time.monotonic() + 20
    while not job.done and time.monotonic() < until:
        time.sleep(0.02)
    assert job.done


def test_an_empty_store_offers_the_file_field(workspace: Workspace, page: Page) -> None:
    drawn = page("upload")
    assert not drawn.exception
    assert drawn.get("file_uploader")
    assert "All uploads" not in html(drawn)


def test_an_import_runs_beside_the_page_and_reports_each_file(workspace: Workspace) -> None:
    job = start_import(
        workspace,
        [("one.csv", sheet("2021-03-04", "Graz", range(5))), ("two.pdf", b"%PDF-1.7 nothing")],
        Hints(),
    )
    wait_for(job)
    assert [report.status for report in job.reports] == ["imported", "refused"]
    assert job.progress[0] == 1.0
    assert figures.indicator(workspace, "IND1").reach.reached == 5


def test_the_list_says_what_came_and_undo_asks_first(filled: Workspace, page: Page) -> None:
    first = uploads.latest(filled)[-1]
    drawn = page("upload", undo=str(first.id))
    assert not drawn.exception
    assert f"Undo {first.file}?" in html(drawn)
    assert "20 attendances" in html(drawn)
    assert figures.indicator(filled, "IND1").reach.reached == 40

    drawn.button[0].click().run()
    assert "undo" not in drawn.query_params
    # The ten of Graz who came to no other event are gone.
    assert figures.indicator(filled, "IND1").reach.reached == 30


def test_an_unknown_upload_in_the_address_is_ignored(filled: Workspace, page: Page) -> None:
    drawn = page("upload", undo="99999", upload="nonsense")
    assert not drawn.exception
    assert "All uploads" in html(drawn)
