"""The page Counting rules."""

from __future__ import annotations

from liaison_metrics.services.labels import names_sentence
from liaison_metrics.services.workspace.workspace import Workspace
from tests.pages.conftest import Page, html


def test_the_rules_are_shown(workspace: Workspace, page: Page) -> None:
    drawn = page("counting")
    assert not drawn.exception
    assert "How people are counted" in html(drawn)
    assert "3 Feb 2020" in html(drawn)
    for rule in ("25 listed + 5 not listed = 30", "“Separate” on the event’s page", "counted together", "In a series"):
        assert rule in html(drawn)


def test_pages_say_alike_how_names_are_kept(filled: Workspace, page: Page) -> None:
    for drawn in (page("counting"), page("explore", event="1")):
        assert names_sentence() in html(drawn)
