"""For everybody: no violations that axe finds, in light and dark; nothing that scrolls sideways on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewVisitor, Server, settled, violations

PAGES = [
    "/",
    "/?city=graz&indicator=IND3&as_of=2021-12-31&group=nonsense",
    "/explore",
    "/events",
    "/events?event=1",
    "/upload",
    "/history",
    "/answers",
    "/counting",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_no_violation(filled: Server, visitor: NewVisitor, address: str, scheme: str) -> None:
    page = visitor(filled, scheme=scheme).open(address)
    settled(page)
    assert violations(page) == []


@pytest.mark.parametrize("address", [*PAGES, "/explore?rows=activity&columns=month&indicator=IND3"])
def test_a_phone_does_not_scroll_sideways(filled: Server, visitor: NewVisitor, address: str) -> None:
    page = visitor(filled, width=390).open(address)
    settled(page)
    wide = (
        "(() => { const e = document.querySelector('[data-testid=stMain]'); return e.scrollWidth - e.clientWidth; })()"
    )
    assert page.evaluate(wide) <= 0
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_the_pages_can_be_reached_on_a_phone(filled: Server, visitor: NewVisitor) -> None:
    page = visitor(filled, width=390).open()
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Explore").click()
    expect(page.get_by_role("heading", name="Explore", level=1)).to_be_attached()
