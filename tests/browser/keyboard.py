"""Somebody at a keyboard without a mouse."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

MOST_TABS = 60


def reach(page: Page, wanted: Locator) -> None:
    """Goes on with the Tab key until the wanted element has the focus."""
    expect(wanted).to_be_visible()
    for _press in range(MOST_TABS):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement || one.contains(document.activeElement)"):
            return
    raise AssertionError("the element cannot be reached by keyboard")


def choose(page: Page, field: str | re.Pattern[str], words: str) -> None:
    """Chooses in a field by typing the beginning of the words."""
    reach(page, page.get_by_role("combobox", name=field))
    page.keyboard.type(words)
    expect(page.get_by_role("option").first).to_contain_text(words)
    page.keyboard.press("Enter")


def press(page: Page, button: str | re.Pattern[str]) -> None:
    """Goes to a button and presses it."""
    reach(page, page.get_by_role("button", name=button).first)
    page.keyboard.press("Enter")
