"""The map on Targets: opened by a link, with a table beside it, and as a picture."""

from __future__ import annotations

import pytest

from liaison_metrics.services.workspace.workspace import Workspace
from tests.pages.conftest import Page, html
from tests.pages.roles import framed_page, pages_as


def test_a_link_opens_the_map_with_the_figures_of_the_table(filled: Workspace, page: Page) -> None:
    closed = html(page())
    assert 'data-at="map"' in closed and 'class="course map"' not in closed, "who does not ask for it fetches nothing"
    drawn = page(map="1", indicator="IND1")
    assert not drawn.exception
    text = html(drawn)
    assert text.count('class="course map" role="img" aria-label="Map of people reached, IND1: ') == 1
    assert "Hide map" in text and ">target<" in text and "picture/map.png?indicator=IND1" in text
    assert ">target<" not in html(page(map="1", community="local")), "the target is the whole project's"


def test_the_funder_sees_the_map(filled: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    pages_as(monkeypatch, "funder")
    assert 'class="course map"' in html(framed_page(map="1"))


def test_an_empty_store_has_no_map(workspace: Workspace, page: Page) -> None:
    assert 'class="course map"' not in html(page(map="1"))
