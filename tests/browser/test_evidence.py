"""Evidence in a real browser: the coordinator adds a photo and makes a pack; the partner opens what is kept, and says
what the funder asks for."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewVisitor, Server, Visitor, settled, violations
from tests.browser.keyboard import pick


def as_somebody(person: Visitor, who: str, address: str) -> Page:
    page = person.open(address)
    pick(page, "Your organisation", who, stays=False)
    expect(page.get_by_text(f"Signed in as {who}")).to_be_visible()
    return page


def photo() -> bytes:
    image, content = Image.new("RGB", (40, 30), "green"), io.BytesIO()
    exif = image.getexif()
    exif[0x010F] = "Quendelphone"
    image.save(content, "JPEG", exif=exif)
    return content.getvalue()


def test_evidence_is_added_opened_and_packed(fresh: Server, visitor: NewVisitor, tmp_path: Path) -> None:
    fresh.import_sheets()
    page = as_somebody(visitor(fresh), "Coordinator", "/events")
    page.get_by_role("link", name="Sewing together").click()
    expect(page.get_by_role("heading", name="Sewing together", exact=True)).to_be_visible()
    page.get_by_text("Add evidence").first.click()
    pick(page, "Kind of evidence", "Photo")
    file = {"name": "group.png", "mimeType": "image/png", "buffer": photo()}
    page.locator("input[type=file]").last.set_input_files([file])  # type: ignore[list-item]
    expect(page.get_by_text("group.png")).to_be_visible()
    page.get_by_role("button", name="Add evidence").click()
    expect(page.get_by_role("table", name="Evidence")).to_contain_text("group.jpg")
    settled(page)
    assert violations(page) == []

    with page.expect_download() as pack:
        page.get_by_role("link", name="Audit pack of this event").click()
    with zipfile.ZipFile(pack.value.path()) as archive:
        assert any(name.endswith("evidence/1-group.jpg") for name in archive.namelist())
        assert "graz_sewing.csv" in "".join(archive.namelist()) and "SHA256SUMS" in archive.namelist()

    page = as_somebody(visitor(fresh, width=390, scheme="dark"), "Compass GmbH", "/events")
    page.get_by_role("link", name="Sewing together").click()
    with page.expect_download() as opened:
        page.get_by_role("link", name="group.jpg").click()
    opened.value.save_as(tmp_path / "group.jpg")
    assert b"Quendelphone" not in (tmp_path / "group.jpg").read_bytes()

    page.get_by_text("Add or change what the funder asks for").click()
    pick(page, "In person or online", "hybrid")
    page.get_by_role("textbox", name="Venue").fill("Town library")
    page.get_by_role("textbox", name="Participants by country").fill("AT twelve")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("AT twelve")
    page.get_by_role("textbox", name="Participants by country").fill("AT 12, IT 3")
    page.get_by_role("button", name="Save", exact=True).click()
    told = page.get_by_role("region", name="For the funder")
    for words in ("hybrid", "Town library", "Austria 12, Italy 3", "Changed by Compass GmbH"):
        expect(told).to_contain_text(words)
    settled(page)
    assert violations(page) == [] and page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
