"""The work plan in a real browser: a coordinator gives a deliverable away, its owner publishes it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from playwright.sync_api import expect

from liaison_metrics.domain.work_plan import WorkState
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events.work_plan.deliverables import DeliverableEntry, change_deliverables
from tests.browser.conftest import NewVisitor, Server, settled, violations
from tests.browser.keyboard import pick


def test_a_deliverable_is_given_away_published_and_opened(fresh: Server, visitor: NewVisitor) -> None:
    fresh.import_sheets()
    entry = DeliverableEntry("D1", "", date(2021, 12, 31), WorkState.IN_WORK, "")
    change_deliverables(fresh.workspace(), [entry], COORDINATOR)
    page = visitor(fresh).open("/work_plan")
    late = page.get_by_role("table", name="What is missing").get_by_text("D1 is")
    expect(late).to_be_visible()
    expect(page.get_by_role("row", name=re.compile("^LIAISON fair"))).to_contain_text("1 held")
    settled(page)
    assert violations(page) == []
    page.get_by_text("Interactive chart").click()
    expect(page.locator(".stPlotlyChart .scatterlayer").first).to_be_visible()
    page.get_by_role("table", name="Deliverables").get_by_role("link", name="D1").click()
    pick(page, "Your organisation", "Coordinator", stays=False)
    page.get_by_text("Change state, link or dates").click()
    pick(page, "Owner", "Compass GmbH")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".facts").get_by_text("Compass GmbH")).to_be_visible()

    partner = visitor(fresh, width=390).open("/work_plan?deliverable=D1")
    pick(partner, "Your organisation", "Compass GmbH", stays=False)
    partner.get_by_text("Add a version").click()
    expect(partner.get_by_role("textbox", name="Version")).to_be_visible()
    settled(partner)
    assert violations(partner) == []
    partner.get_by_role("textbox", name="Version").fill("1.0")
    partner.locator("input[type=file]").set_input_files(
        {"name": "study.pdf", "mimeType": "application/pdf", "buffer": b"%PDF made up"}
    )
    expect(partner.get_by_text("study.pdf").first).to_be_visible()
    partner.get_by_role("button", name="Add version").click()
    expect(partner.get_by_role("table", name="Versions")).to_contain_text("1.0")
    with partner.expect_download() as download:
        partner.get_by_role("button", name="Download version 1.0").click()
    assert Path(download.value.path()).read_bytes() == b"%PDF made up"
    partner.get_by_text("Change state, link or dates").click()
    expect(partner.get_by_role("combobox", name="Owner")).to_have_count(0)
    pick(partner, "State", "Published")
    partner.get_by_role("button", name="Save").click()
    expect(partner.locator(".facts").get_by_text("Published")).to_be_visible()
    page.get_by_role("link", name="All of the work plan").click()
    expect(late).to_have_count(0)

    partner.get_by_role("link", name="All of the work plan").click()
    cell = partner.get_by_role("row", name=re.compile("^Desk research"))
    cell.locator("[data-at=piece-desk_research-graz]").click()
    partner.get_by_text("Done", exact=True).click()
    partner.get_by_role("button", name="Save").click()
    expect(partner.get_by_role("row", name=re.compile("^Desk research"))).to_contain_text("Done")
