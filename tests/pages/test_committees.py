"""The Committees page: each city with its groups and meetings; names for partners alone."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events.work_plan.committees.members import (
    CommitteeMember,
    change_members,
    set_up_committee,
)
from liaison_metrics.services.events.work_plan.lists.changes import ListChanges
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from tests.pages.conftest import Page, html
from tests.pages.roles import framed_page, pages_as


def test_an_empty_store_says_what_is_missing(workspace: Workspace, page: Page) -> None:
    drawn = page("committees")
    text = html(drawn)
    assert not drawn.exception and "0 of 5 set up" in text and text.count("Still missing: civil society") == 5
    assert "No meeting held yet" in text


def test_names_are_for_partners(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    circle = CommitteeMember("graz", "migrant_association", "Zubrowka <i>Circle</i>", date(2020, 9, 30))
    change_members(workspace, ListChanges([circle]), COORDINATOR)
    set_up_committee(workspace, "graz", date(2020, 9, 30), COORDINATOR)
    watch.wrote()
    for role in ("coordinator", "partner"):
        pages_as(monkeypatch, role)
        drawn = framed_page("committees")
        assert "Zubrowka &lt;i&gt;Circle&lt;/i&gt;" in html(drawn) and "set up on 30 Sep 2020" in html(drawn)
        labels = ["Change members", "Import members from a sheet", "Say when a committee was set up"]
        assert [one.label for one in drawn.expander] == labels and "Something went wrong" not in html(drawn)
    pages_as(monkeypatch, "funder")
    drawn = framed_page("committees")
    assert "Zubrowka" not in html(drawn) and "set up on 30 Sep 2020" in html(drawn) and not drawn.expander
