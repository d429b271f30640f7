"""Keyboard-only use of a page."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.browser.conftest import settled, until

MOST_TABS = 60
ATTEMPTS, STEP = 20, 20_000
"""Attempts to pick an option, and milliseconds for each step of one: a rerun closes the list of options."""


OPENS = 1_000
"""Milliseconds in which a list opens; a field that was drawn just now may not hear the first key."""


def reach(page: Page, wanted: Locator) -> None:
    """Presses Tab until the wanted element has the focus."""
    expect(wanted).to_be_visible()
    for _press in range(MOST_TABS):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement || one.contains(document.activeElement)"):
            return
    raise AssertionError("the element can't be reached by keyboard")


def has_focus(page: Page) -> None:
    """Checks that the keyboard's focus is somewhere on the page, not lost, once the page stands still."""
    settled(page)
    until(page, "document.activeElement !== document.body")


def choose(page: Page, field: str | re.Pattern[str], words: str, *, stays: bool = True) -> None:
    """Tabs to a field and chooses an option."""
    reach(page, page.get_by_role("combobox", name=field))
    pick(page, field, words, stays=stays)


def pick(page: Page, field: str | re.Pattern[str], words: str, *, stays: bool = True) -> None:
    """Chooses an option by typing its first words, and checks that the field has it (or, without *stays*, is gone).

    It tries again if the page reran meanwhile.
    """
    box, first = page.get_by_role("combobox", name=field), page.get_by_role("option").first
    expect(box).to_be_visible()
    for _attempt in range(ATTEMPTS):
        if not stays and box.is_hidden():
            return
        expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        box.focus()
        page.keyboard.press("ArrowDown")
        try:
            expect(first).to_be_visible(timeout=OPENS)  # keys typed while the list opens get lost
            page.keyboard.press("Control+A")
            page.keyboard.type(words)
            expect(first).to_contain_text(words, timeout=STEP)
            label = first.inner_text(timeout=STEP)
            page.keyboard.press("Enter")
            if stays:
                box.blur(timeout=STEP)  # text that was typed but not chosen is gone then
                expect(box).to_have_value(label, timeout=STEP)
                box.focus(timeout=STEP)
            else:
                expect(box).to_be_hidden(timeout=STEP)
        except (AssertionError, PlaywrightTimeout):
            continue
        return
    raise AssertionError(f"nothing like “{words}” is offered in “{field}”")


def press(page: Page, button: str | re.Pattern[str]) -> None:
    """Tabs to a button and presses it, once the page stands still: a rerun may draw the button anew."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    reach(page, page.get_by_role("button", name=button).first)
    page.keyboard.press("Enter")
