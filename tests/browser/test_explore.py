"""Drill-down in a real browser: the result scrolls into view and matches its download."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import NewVisitor, Server, until

WIDE = "/explore?rows=activity&columns=month&indicator=IND3"


def test_the_answer_comes_into_view(filled: Server, visitor: NewVisitor) -> None:
    page = visitor(filled).open("/explore?city=graz")
    table = page.get_by_role("table", name="By community and city")
    table.get_by_role("link", name="10, Bosnian: show events").first.click()
    expect(page.get_by_role("heading", name="1 event")).to_be_in_viewport()
    page.get_by_role("link", name="Sewing together").click()
    expect(page.get_by_role("heading", name=re.compile("Sewing together, Graz"))).to_be_in_viewport()
    with page.expect_download() as waiting:
        page.get_by_role("link", name=re.compile(r"Sewing together, Graz.*\(CSV\)")).click()
    lines = waiting.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 11
    assert all("graz_sewing.csv" in line for line in lines[1:])


def test_a_wide_chart_scrolls_in_its_frame_by_keyboard_too(filled: Server, visitor: NewVisitor) -> None:
    page = visitor(filled, width=260).open(WIDE)
    frame = page.locator(".st-key-wide-chart")
    expect(frame).to_have_js_property("tabIndex", 0)
    until(page, "(e => e.scrollWidth > e.clientWidth)(document.querySelector('.st-key-wide-chart'))")
    frame.focus()
    page.keyboard.press("ArrowRight")
    until(page, "document.querySelector('.st-key-wide-chart').scrollLeft > 0")
