"""Statements: a partner states that its sheets are complete, the coordinator accepts or returns, changes are listed."""

from __future__ import annotations

from datetime import date

from liaison_metrics.domain.events.periods import Quarter
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events.listing import all_events
from liaison_metrics.services.uploads.statements.stating import StatementState, make_statement, statements
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from tests.actors import partner
from tests.pages.conftest import Page, html
from tests.pages.test_events import labelled, signed_in


def test_a_partner_states_and_the_coordinator_returns_and_accepts(filled: Workspace, page: Page) -> None:
    drawn = signed_in(page("statements", partner="compass", period="2021-Q2"), partner("compass"))
    assert "no statement yet" in html(drawn)
    drawn = labelled(drawn, "button", "State that they are complete").click().run()
    assert not drawn.exception and "Stated. The coordinator accepts it." in html(drawn)
    drawn = signed_in(page("statements"))
    drawn = labelled(drawn, "button", "Return").click().run()
    assert "The text is empty." in html(drawn)
    labelled(drawn, "text_input", "Comment, if you return it").set_value("The <b>fair is missing")
    drawn = labelled(drawn.run(), "button", "Return").click().run()
    assert "The &lt;b&gt;fair is missing" in html(drawn)
    make_statement(filled, "compass", Quarter(2021, 2), partner("compass"))
    watch.wrote()
    drawn = labelled(signed_in(page("statements")), "button", "Accept").click().run()
    assert "Accepted." in html(drawn)
    states = {one.state for one in statements(filled, partner("compass")) if one.period == Quarter(2021, 2)}
    assert states == {StatementState.ACCEPTED}


def test_changes_after_a_statement_was_accepted_are_listed(filled: Workspace, page: Page) -> None:
    day: date = all_events(filled, COORDINATOR)[0].fact.date
    period = Quarter.of(day)
    code = filled.project.city(all_events(filled, COORDINATOR)[0].fact.city).partner
    make_statement(filled, code, period, partner(code))
    labelled(signed_in(page("statements")), "button", "Accept").click().run()
    for upload in uploads.latest(filled, actor=COORDINATOR):
        uploads.undo(filled, upload.id, COORDINATOR)
    watch.wrote()
    drawn = html(signed_in(page("statements", partner=code, period=period.code)))
    assert "changes since it was accepted" in drawn and "removed" in drawn and f"changes-{code}-{period.code}" in drawn
