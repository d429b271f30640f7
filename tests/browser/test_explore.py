"""Drill-down in a real browser: the result scrolls into view and matches its download."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import NewVisitor, Server, until

WIDE = "/explore?rows=activity&columns=month&indicator=IND3"


def test_the_answer_comes_into_view(filled: Server, visitor: NewVisitor) -> None:
    page = visitor(filled).open("/explore?city=graz")
    table = page.get_by_role("table", name="By community and city")
    table.get_by_role("link", name="10, Bosnian, Graz: show events").click()
    expect(page.get_by_role("heading", name="1 event")).to_be_in_viewport()
    page.get_by_role("link", name="10, Sewing together: show the rows").click()
    expect(page.get_by_role("heading", name=re.compile("Sewing together, Graz"))).to_be_in_viewport()
    with page.expect_download() as waiting:
        page.get_by_role("link", name=re.compile(r"Sewing together, Graz.*\(CSV\)")).click()
    lines = waiting.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 11
    assert all("graz_sewing.csv" in line for line in lines[1:])


def test_a_wide_table_scrolls_by_keyboard_and_keeps_its_first_column(filled: Server, visitor: NewVisitor) -> None:
    page = visitor(filled, width=390).open(WIDE)
    frame = page.get_by_role("group", name="By activity and month")
    frame.focus()
    page.keyboard.press("ArrowRight")
    until(page, "document.querySelector('.scroll').scrollLeft > 0")
    expect(frame.get_by_role("rowheader", name="LIAISON fair")).to_be_in_viewport()
