"""A sheet uploaded on a phone in each language, and a text copied from the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from liaison_metrics.texts import _, speaking
from liaison_metrics.texts.hyphenation import SOFT_HYPHEN
from tests.browser.conftest import NewVisitor, Server, Visitor, settled, violations
from tests.browser.test_upload import SHEET

SELECT_A_LONG_WORD = """() => {
  const words = document.createTreeWalker(document.querySelector("[data-testid=stMain]"), NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const { parentElement, nodeValue } = words.currentNode;
    if (!nodeValue.includes("\u00ad") || !parentElement.checkVisibility()) continue;
    getSelection().selectAllChildren(parentElement);
    return getSelection().toString();
  }
}"""

OTHERS = [pytest.param(code, marks=pytest.mark.whole) for code in ("it", "de", "da")]


def upload_page(browser: Visitor, spoken: str) -> Page:
    """Opens the page Upload in a language, for an organisation."""
    page = browser.open(f"/upload?lang={spoken}")
    with speaking(spoken):
        page.get_by_role("combobox", name=_("Your organisation")).click()
        page.get_by_role("option", name="Compass").click()
        page.get_by_text(_("Paste cells from a spreadsheet")).wait_for()
    return page


@pytest.mark.parametrize("spoken", ["el", *OTHERS])
def test_a_sheet_is_uploaded_on_a_phone(fresh: Server, visitor: NewVisitor, spoken: str) -> None:
    page = upload_page(visitor(fresh, width=390), spoken)
    with speaking(spoken):
        add = _("Import this sheet")
    files = page.locator("input[type=file]")
    files.set_input_files([{"name": "asking.csv", "mimeType": "text/csv", "buffer": SHEET}])
    page.get_by_role("button", name=add).click()
    expect(page.get_by_role("rowheader", name="asking.csv")).to_be_visible()
    settled(page)
    assert page.evaluate("document.documentElement.lang") == spoken
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    assert not {"Skip to main content", "Open", "file upload"} & set(page.locator("body").inner_text().split("\n"))
    assert violations(page) == []


def test_what_is_copied_has_no_soft_hyphens(fresh: Server, visitor: NewVisitor) -> None:
    page = upload_page(visitor(fresh, width=390), "el")
    with speaking("el"):
        page.get_by_text(_("Paste cells from a spreadsheet")).click()
        pasted = page.get_by_role("textbox", name=_("Pasted cells, including the header row"))
    selected = page.evaluate(SELECT_A_LONG_WORD)
    page.keyboard.press("Control+C")
    pasted.focus()
    page.keyboard.press("Control+V")
    expect(pasted).not_to_have_value("")
    assert SOFT_HYPHEN in selected
    assert pasted.input_value().strip() == selected.replace(SOFT_HYPHEN, "").strip()
