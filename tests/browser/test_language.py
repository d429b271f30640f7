"""A sheet uploaded on a phone in each language."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from liaison_metrics.texts import _, speaking
from tests.browser.conftest import NewVisitor, Server, settled, violations
from tests.browser.test_upload import SHEET

OTHERS = [pytest.param(code, marks=pytest.mark.whole) for code in ("it", "de", "da")]


@pytest.mark.parametrize("spoken", ["el", *OTHERS])
def test_a_sheet_is_uploaded_on_a_phone(fresh: Server, visitor: NewVisitor, spoken: str) -> None:
    with speaking(spoken):
        organisation, add = _("Your organisation"), _("Import this sheet")
        page = visitor(fresh, width=390).open(f"/upload?lang={spoken}")
        page.get_by_role("combobox", name=organisation).click()
        page.get_by_role("option", name="Compass").click()
        page.get_by_text(_("Paste cells from a spreadsheet")).wait_for()
    files = page.locator("input[type=file]")
    files.set_input_files([{"name": "asking.csv", "mimeType": "text/csv", "buffer": SHEET}])
    page.get_by_role("button", name=add).click()
    expect(page.get_by_role("rowheader", name="asking.csv")).to_be_visible()
    settled(page)
    assert page.evaluate("document.documentElement.lang") == spoken
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    assert not {"Skip to main content", "Open", "file upload"} & set(page.locator("body").inner_text().split("\n"))
    assert violations(page) == []
