"""For everybody: no barriers that axe finds, in light and dark; nothing that scrolls sideways on a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import NewVisitor, Server

NOT_OURS = {"presentation-role-conflict": {"enabled": False}}
"""Streamlit's file field hides its input from listeners and leaves it focusable; its button is heard."""

PAGES = ["/", "/?city=graz&indicator=IND3&as_of=2021-12-31&group=nonsense", "/explore", "/upload", "/counting"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_no_barrier(filled: Server, visitor: NewVisitor, address: str, scheme: str) -> None:
    page = visitor(filled, scheme=scheme).open(address)
    page.wait_for_timeout(500)
    found = Axe().run(page, options={"rules": NOT_OURS}).response["violations"]
    told = [f"{one['id']}: {one['help']}: {[node['target'] for node in one['nodes']][:3]}" for one in found]
    assert not told, "\n".join(told)


@pytest.mark.parametrize("address", [*PAGES, "/explore?rows=activity&columns=month&indicator=IND3"])
def test_a_phone_does_not_scroll_sideways(filled: Server, visitor: NewVisitor, address: str) -> None:
    page = visitor(filled, width=390).open(address)
    page.wait_for_timeout(300)
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
