"""For everybody: no violations that axe finds, in light and dark; nothing that scrolls sideways on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewVisitor, Server, Visitor, settled, until, violations

ANNOUNCED = "window.liaison.region.textContent"
"""What screen readers were told last."""

PAGES = [
    "/",
    "/?city=graz&indicator=IND3&as_of=2021-12-31&group=nonsense&map=1",
    "/explore",
    "/events",
    "/events?event=1",
    "/upload",
    "/history",
    "/answers",
    "/owed",
    "/data_quality",
    "/forecast",
    "/statements",
    "/work_plan",
    "/objectives",
    "/committees",
    "/skills",
    "/counting",
    "/data_protection",
    "/explore?rows=activity&columns=month&indicator=IND3",
]


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.whole)])
def test_no_page_has_a_violation_and_each_fits_a_phone(filled: Server, visitor: NewVisitor, scheme: str) -> None:
    reader = visitor(filled, scheme=scheme)  # one for all pages: the first page that a browser opens takes longest
    found = {address: problems for address in PAGES if (problems := _problems(reader, address))}
    assert not found


def _problems(reader: Visitor, address: str) -> list[str]:
    """What axe finds on a page at 1280 pixels, and what is wider than a phone."""
    reader.page.set_viewport_size({"width": 1280, "height": 900})
    page = reader.open(address)
    settled(page)
    problems = violations(page)
    page.set_viewport_size({"width": 390, "height": 844})
    settled(page)
    for part in ("document.documentElement", "document.querySelector('[data-testid=stMain]')"):
        if aside := page.evaluate(f"{part}.scrollWidth - {part}.clientWidth"):
            problems.append(f"{part} is {aside} pixels wider than the screen")
    return problems


def test_the_pages_can_be_reached_on_a_phone(filled: Server, visitor: NewVisitor) -> None:
    page = visitor(filled, width=390).open()
    menu = page.get_by_role("button", name="Menu")
    menu.click()
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Explore").click()
    expect(page.get_by_role("heading", name="Explore", level=1)).to_be_attached()
    expect(page.get_by_test_id("stSidebar")).not_to_be_in_viewport()
    expect(menu).to_be_focused()
    until(page, f"{ANNOUNCED} === 'Explore'")
    page.get_by_role("combobox", name="City", exact=True).select_option("graz")
    until(page, f"{ANNOUNCED}.startsWith('Graz · ')")


def test_a_term_is_explained_by_keyboard(filled: Server, visitor: NewVisitor) -> None:
    page = visitor(filled).open()
    mark = page.get_by_role("button", name="What “unidentified” means").first
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("People given only as a number").first).to_be_in_viewport()
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_text("People given only as a number").first).to_be_hidden()
    expect(mark).to_be_focused()
