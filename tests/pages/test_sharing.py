"""Share links on the Report page: made and shown once by a coordinator, and revoked."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from liaison_metrics.services.access.actors import COORDINATOR, Actor
from liaison_metrics.services.issued_reports.share_links import all_links, find_link
from liaison_metrics.services.workspace.workspace import Workspace
from tests.actors import partner
from tests.pages.conftest import Page


def shown_to(page: Page, actor: Actor) -> AppTest:
    drawn = page("report")
    drawn.session_state["actor"] = actor
    if actor is COORDINATOR:
        drawn.session_state["report-tab"] = "Share links"
    return drawn.run()


def click(drawn: AppTest, label: str) -> AppTest:
    return next(one for one in drawn.button if one.label == label).click().run()


def test_a_link_is_made_shown_once_and_revoked(workspace: Workspace, page: Page) -> None:
    drawn = shown_to(page, COORDINATOR)
    click(drawn, "Make link")
    assert not all_links(workspace, COORDINATOR), "it needs a name"
    drawn.text_input(key="share-name").input("The funder")
    click(drawn, "Make link")
    address, frame = (one.value for one in drawn.code)
    assert find_link(workspace, address.rpartition("/")[2]).name == "The funder" and address in frame
    click(drawn, "Done")
    assert not drawn.code and not drawn.exception
    click(drawn, "Revoke")
    assert all(link.is_over for link in all_links(workspace, COORDINATOR))


def test_nobody_else_makes_links(workspace: Workspace, page: Page) -> None:
    drawn = shown_to(page, partner("compass"))
    assert not [one for one in drawn.button if one.label == "Make link"] and not drawn.exception
