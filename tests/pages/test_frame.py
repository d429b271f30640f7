"""The frame around every page: banner and navigation."""

from __future__ import annotations

from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import ImportRun, UploadedFile, run_import
from liaison_metrics.services.workspace.workspace import Workspace
from tests.made_up import sheet
from tests.pages.conftest import Page, html

BANNER = "Sample data:"


def test_sample_data_has_a_banner(workspace: Workspace, page: Page) -> None:
    assert BANNER not in html(page())
    file = UploadedFile("made_up.csv", sheet("2021-03-04", "Graz", range(3)))
    run_import(workspace, file, actor=COORDINATOR, run=ImportRun(demonstration=True))
    workspace_marked(workspace)
    assert BANNER in html(page())


def workspace_marked(workspace: Workspace) -> None:
    from liaison_metrics.store.uploads import mark_demonstration

    with workspace.store.writing() as connection:
        mark_demonstration(connection, True)


def test_filters_carry_over_to_other_pages(workspace: Workspace, page: Page) -> None:
    drawn = html(page(city="graz", rows="month"))
    assert 'href="explore?city=graz" data-at="page-explore"' in drawn
    assert 'aria-current="page">Targets' in drawn
