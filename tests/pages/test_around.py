"""What stands around every page, the page of rules, and the colours of browser and pictures."""

from __future__ import annotations

import tomllib

from liaison_metrics.reports.pages.colours import PAPER
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import Workspace
from tests.conftest import ROOT
from tests.made_up import sheet
from tests.pages.conftest import Page, html

BANNER = "Made-up data."


def test_a_banner_stands_over_demonstration_data(workspace: Workspace, page: Page) -> None:
    assert BANNER not in html(page())
    import_file(workspace, "made_up.csv", sheet("2021-03-04", "Graz", range(3)), demonstration=True)
    workspace_marked(workspace)
    assert BANNER in html(page())


def workspace_marked(workspace: Workspace) -> None:
    from liaison_metrics.store.uploads import mark_demonstration

    with workspace.store.writing() as connection:
        mark_demonstration(connection, True)


def test_filters_go_along_from_page_to_page(workspace: Workspace, page: Page) -> None:
    drawn = html(page(city="graz", rows="month"))
    assert 'href="explore?city=graz" data-at="page-explore"' in drawn
    assert 'aria-current="page">Targets' in drawn


def test_the_rules_stand_in_words(workspace: Workspace, page: Page) -> None:
    drawn = page("counting")
    assert not drawn.exception
    assert "How people are counted" in html(drawn)
    assert "3 Feb 2020" in html(drawn)


def test_pictures_take_the_colours_of_the_page() -> None:
    with (ROOT / ".streamlit" / "config.toml").open("rb") as file:
        light = tomllib.load(file)["theme"]["light"]
    assert (PAPER.ink, PAPER.muted, PAPER.line) == (light["textColor"], light["grayTextColor"], light["borderColor"])
    assert (PAPER.paper, PAPER.track) == (light["secondaryBackgroundColor"], light["grayBackgroundColor"])
    assert [PAPER.identified, PAPER.unidentified, PAPER.plan] == light["chartCategoricalColors"][:3]
    assert list(PAPER.shades) == light["chartSequentialColors"]
    assert PAPER.good == light["greenTextColor"]
