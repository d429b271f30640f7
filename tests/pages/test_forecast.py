"""Forecast: cards, what is still needed, and what if."""

from __future__ import annotations

import pytest

from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import Workspace
from tests.made_up import sheet
from tests.pages.conftest import html
from tests.pages.roles import framed_page


@pytest.fixture
def held(workspace: Workspace) -> Workspace:
    for at in range(6):
        data = sheet(f"2021-0{at + 1}-10", "Graz", range(5 * at, 5 * at + 10))
        import_file(workspace, f"list_{at}.csv", data, actor=COORDINATOR)
    return workspace


def test_an_empty_store_says_what_a_forecast_needs(workspace: Workspace) -> None:
    drawn = html(framed_page("forecast", as_of="2021-06-30"))
    assert "No event was held yet. A forecast needs 5." in drawn


def test_cards_say_what_is_needed_and_what_if_changes_them(held: Workspace) -> None:
    page = framed_page("forecast", as_of="2021-06-30")
    drawn = html(page)
    assert "To reach 500 you need 465 more new people." in drawn
    assert "No events are planned, so it follows the pace" in drawn
    assert drawn.count("data-forecast") == 2, "the conference has none: only its plan would tell"
    page.number_input(key="added_count").set_value(12).run()
    assert "With 12 planned events." in html(page)


def test_after_the_end_figures_are_final(held: Workspace) -> None:
    page = framed_page("forecast")
    assert "The project has ended: this figure is final." in html(page)
    assert not page.number_input, "nothing is to come"
