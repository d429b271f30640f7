"""Live updates: an upload shows in other browsers by itself, without losing their place.

``make bench`` measures how fast.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import NewVisitor, Server, serving, settled
from tests.made_up import sheet


def test_an_upload_in_one_browser_shows_in_another(tmp_path: Path, visitor: NewVisitor) -> None:
    with serving(tmp_path, "graz_sewing.csv", "palermo_fair.csv") as server:
        watching, uploading = visitor(server), visitor(server)
        page = watching.open("/?indicator=IND3&city=graz")
        assert watching.figure("IND3") == "20"
        expect(page.locator("html")).to_have_attribute("data-live", "on")
        settled(page)
        page.locator("[data-testid=stMain]").evaluate("main => main.scrollTo({ top: 400, behavior: 'instant' })")
        place = "document.querySelector('[data-testid=stMain]').scrollTop"
        scrolled = page.evaluate(place)
        assert scrolled > 100

        other = uploading.upload_as("Coordinator")
        new = {"name": "new.csv", "mimeType": "text/csv", "buffer": sheet("2021-04-01", "Graz", range(50, 55))}
        other.locator("input[type=file]").set_input_files([new])
        other.get_by_role("button", name="Import this sheet").click()
        card = other.get_by_role("region", name="new.csv", exact=True)
        card.wait_for()
        expect(page.locator("section.indicator[aria-label=IND3] .reached b")).to_have_text("25")
        assert "city=graz" in page.url
        assert "indicator=IND3" in page.url
        assert abs(page.evaluate(place) - scrolled) < 3


def test_an_import_from_outside_the_server_shows_as_well(fresh: Server, visitor: NewVisitor) -> None:
    watching = visitor(fresh, width=390)
    page = watching.open()
    expect(page.locator("html")).to_have_attribute("data-live", "on")
    fresh.import_sheets("conference.csv")
    expect(page.locator("section.indicator[aria-label=IND2] .reached b")).to_have_text("25")
