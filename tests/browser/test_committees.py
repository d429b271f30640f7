"""Committees, skills and objectives in a real browser: what a coordinator and a partner do there."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewVisitor, serving, settled, violations
from tests.browser.keyboard import pick

pytestmark = pytest.mark.slow

MEMBERS = (
    b"Name der Organisation;Gruppe;Stadt\nZubrowka Circle;Migrantenverein;Graz\nTown;Lokale Beh\xc3\xb6rde;Vejle\n"
)
SKILLS = (
    b"Skill,Offered or sought,By whom,City\nBread baking,offered,Syrian,Graz\nbread-baking,sought,Town Library,Graz\n"
)


def act_as(page: Page, name: str) -> None:
    pick(page, "Your organisation", name, stays=False)
    expect(page.get_by_text("Signed in as")).to_be_visible()


def add_sheet(page: Page, expander: str, name: str, data: bytes) -> None:
    page.get_by_text(expander, exact=True).click()
    field = page.get_by_test_id("stExpander").filter(has_text=expander).locator("input[type=file]")
    field.set_input_files({"name": name, "mimeType": "text/csv", "buffer": data})


def test_a_coordinator_and_a_partner_keep_the_lists(tmp_path: Path, visitor: NewVisitor) -> None:
    with serving(tmp_path, "graz_sewing.csv") as server:
        page = visitor(server).open("/committees")
        act_as(page, "Coordinator")
        add_sheet(page, "Import members from a sheet", "members.csv", MEMBERS)
        page.get_by_role("button", name="Add 2 lines").click()
        expect(page.get_by_text("Added from the sheet.")).to_be_visible()
        card = page.locator("[data-at=committee-graz]")
        expect(card.get_by_text("Still missing: civil society organisation")).to_be_visible()
        card.get_by_text("1 line in the list").click()
        expect(card.get_by_text("Zubrowka Circle")).to_be_visible()
        page.get_by_text("Change members", exact=True).click()
        expect(page.get_by_test_id("stDataFrame")).to_be_visible()
        settled(page)
        assert violations(page) == []

        partner = visitor(server, width=390).open("/committees")
        act_as(partner, "Compass GmbH")
        add_sheet(partner, "Import members from a sheet", "members.csv", MEMBERS.replace(b"Circle", b"Friends"))
        expect(partner.get_by_text("1 row can’t be read, so nothing can be added.")).to_be_visible()
        expect(partner.get_by_text("This city is another partner’s.")).to_be_visible()
        expect(partner.get_by_role("button", name="Add 1 line")).to_be_disabled()
        settled(partner)
        assert violations(partner) == []

        partner = visitor(server, width=390).open("/skills")
        act_as(partner, "Compass GmbH")
        add_sheet(partner, "Import skills from a sheet", "skills.csv", SKILLS)
        partner.get_by_role("button", name="Add 2 lines").click()
        expect(partner.get_by_role("table", name="Who could teach whom").get_by_text("same city")).to_be_visible()
        settled(partner)
        assert violations(partner) == []

        page = visitor(server).open("/objectives")
        page.locator("svg.chain").get_by_role("link", name="Skill maps").click()
        expect(page.get_by_role("heading", name="Deliverable D2", level=1)).to_be_visible()
