"""The Work plan page: what is missing, what each role may change, and the timeline."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.work_plan import WorkState
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events import planned
from liaison_metrics.services.events.work_plan import pieces, versions
from liaison_metrics.services.events.work_plan.deliverables import DeliverableEntry, change_deliverables, deliverables
from liaison_metrics.services.events.work_plan.versions import NewSignatory, NewVersion
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from tests.pages.conftest import Page, html
from tests.pages.roles import framed_page, pages_as

STUDY = DeliverableEntry("D1", "compass", date(2021, 12, 31), WorkState.IN_REVIEW, "https://example.org/study")


def fill(workspace: Workspace) -> None:
    planned.plan(workspace, EventFact(0, "info_session", "graz", date(2021, 5, 4), ""), 0, COORDINATOR)
    change_deliverables(workspace, [STUDY], COORDINATOR)
    versions.add_version(
        workspace, "D1", NewVersion("0.9", date(2021, 5, 1), "<b>draft</b>", "x.pdf", b"x"), COORDINATOR
    )
    versions.add_signatory(workspace, "D1", NewSignatory("City", "Xanthippa Q", date(2021, 6, 1)), COORDINATOR)
    watch.wrote()


def as_coordinator(drawn: AppTest) -> AppTest:
    drawn.session_state["actor"] = COORDINATOR
    return drawn.run()


def test_an_empty_plan_says_what_there_should_be(workspace: Workspace, page: Page) -> None:
    drawn = page("work_plan")
    text = html(drawn)
    assert not drawn.exception and "not started: Focus group" in text and "D1 has no due date" in text
    assert "none planned" in text and "Intercultural City Cooperation Model" in text
    for work in workspace.project.planned_work:
        assert work.title in text


def test_what_is_missing_comes_first_and_the_timeline_is_drawn(workspace: Workspace, page: Page) -> None:
    fill(workspace)
    drawn = page("work_plan")
    text = html(drawn)
    assert "Info-session: 1 without a sheet" in text and "D1 is" in text and "days late" in text
    assert "0 of 1" in text and text.index("What is missing") < text.index("Activities by city")
    assert '<path class="due"' in text and "Timeline as a table" in text and not drawn.get("plotly_chart")
    drawn.toggle(key="interactive-timeline").set_value(True).run()
    assert drawn.get("plotly_chart") and not drawn.exception


def test_a_deliverable_is_changed_in_place(workspace: Workspace, page: Page) -> None:
    fill(workspace)
    drawn = as_coordinator(page("work_plan", deliverable="D1"))
    text = html(drawn)
    assert "&lt;b&gt;draft&lt;/b&gt;" in text and "Xanthippa Q" in text and "https://example.org/study" in text
    drawn.selectbox(key="work-state").set_value(WorkState.PUBLISHED)
    next(one for one in drawn.button if one.label == "Save").click().run()
    assert not drawn.exception
    (study, *_others) = deliverables(workspace, COORDINATOR)
    assert study.entry.state is WorkState.PUBLISHED and study.entry.due == STUDY.due


def test_a_piece_of_work_is_changed_in_place(workspace: Workspace, page: Page) -> None:
    drawn = as_coordinator(page("work_plan", piece="desk_research", place="graz"))
    drawn.radio[0].set_value(WorkState.PUBLISHED)
    next(one for one in drawn.button if one.label == "Save").click().run()
    assert pieces.piece_states(workspace, COORDINATOR)["desk_research", "graz"] is WorkState.PUBLISHED


def test_a_list_is_shown_before_it_changes_anything(workspace: Workspace, page: Page) -> None:
    assert 'href="?list=1"' in html(page("work_plan"))
    drawn = as_coordinator(page("work_plan", list="1"))
    sheet = b"Code,Owner,Due,Status\nD2,Compass GmbH,2021-12-31,in progress\n"
    drawn.file_uploader[0].set_value([("list.csv", sheet, "text/csv")]).run()
    assert "is changed" in html(drawn) and deliverables(workspace, COORDINATOR)[1].entry.owner == ""
    drawn.button(key="list-save").click().run()
    assert deliverables(workspace, COORDINATOR)[1].entry.owner == "compass"


@pytest.mark.parametrize("role", ["partner", "funder"])
def test_partners_change_their_own_and_the_funder_reads(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, role: str
) -> None:
    fill(workspace)
    change_deliverables(workspace, [DeliverableEntry("D2", "vifin", None, WorkState.IN_WORK, "")], COORDINATOR)
    watch.wrote()
    pages_as(monkeypatch, role)
    text = html(framed_page("work_plan"))
    assert 'data-at="piece-desk_research-vejle"' not in text
    assert ('data-at="piece-desk_research-graz"' in text) is (role == "partner")
    assert ("People are in the issued reports." in text) is (role == "funder")
    own = framed_page("work_plan", deliverable="D1")
    assert ("Xanthippa Q" in html(own)) is (role == "partner") and not own.exception
    assert [one.label for one in own.expander] == (
        ["Change state, link or dates", "Add a version", "Add a signatory", "Remove a version or a signatory"]
        if role == "partner" else []
    )  # fmt: skip
    assert [one.key for one in own.selectbox] == (["work-state"] if role == "partner" else [])
    assert not framed_page("work_plan", deliverable="D2").expander
