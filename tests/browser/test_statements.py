"""Notes and statements in a real browser: a partner states its quarter, the coordinator accepts, a note is reported."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewVisitor, serving, settled, violations
from tests.browser.keyboard import pick
from tests.browser.test_committees import act_as

pytestmark = pytest.mark.slow


def test_a_partner_states_and_the_coordinator_accepts_and_writes_a_note(tmp_path: Path, visitor: NewVisitor) -> None:
    with serving(tmp_path, "graz_sewing.csv") as server:
        partner = visitor(server, width=390).open("/statements?partner=compass&period=2021-Q2")
        act_as(partner, "Compass GmbH")
        partner.get_by_role("button", name="State that they are complete").click()
        expect(partner.get_by_text("Stated. The coordinator accepts it.")).to_be_visible()
        settled(partner)
        assert violations(partner) == []

        page = visitor(server).open("/statements")
        act_as(page, "Coordinator")
        page.get_by_role("button", name="Accept", exact=True).click()
        expect(page.get_by_text("Accepted.", exact=True)).to_be_visible()
        expect(page.locator("[data-at=quarter-2021-Q2]").get_by_text("1 of 5 accepted")).to_be_visible()
        settled(page)
        assert violations(page) == []

        page = visitor(server).open("/")
        page.get_by_text("Write a note", exact=True).click()
        act_as(page, "Coordinator")
        pick(page, "Note on", "IND1")
        page.get_by_role("textbox", name="Text").fill("Fair cancelled, COVID")
        page.get_by_text("In the report", exact=True).click()
        page.get_by_role("button", name="Save note").click()
        card = page.get_by_label("IND1", exact=True)
        expect(card.get_by_text("Fair cancelled, COVID")).to_be_visible()
        settled(page)
        assert violations(page) == []
        page = visitor(server).open("/report")
        expect(page.get_by_text("Note: Fair cancelled, COVID")).to_be_visible()
