"""People in a real browser: a pair is decided by keyboard, and undone; axe finds nothing."""

from __future__ import annotations

from playwright.sync_api import expect

from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import import_file
from tests.browser.conftest import NewVisitor, Server, settled, violations
from tests.browser.test_events import as_coordinator
from tests.services.test_people import FIRST, SECOND


def test_a_pair_is_decided_by_keyboard(fresh: Server, visitor: NewVisitor) -> None:
    workspace = fresh.workspace()
    for name, data in (("first.csv", FIRST), ("second.csv", SECOND)):
        import_file(workspace, name, data, actor=COORDINATOR)
    page = as_coordinator(visitor(fresh), "/people")
    expect(page.get_by_role("heading", name="Is this the same person?")).to_be_visible()
    expect(page.get_by_role("button", name="Same person")).to_be_visible()
    settled(page)
    assert violations(page) == []
    page.keyboard.press("s")
    expect(page.get_by_text("P-000007 and P-000008 are one person now.")).to_be_visible()
    expect(page.get_by_text("Nobody seems to be recorded twice.")).to_be_visible()
    page.get_by_role("button", name="Undo").first.click()
    expect(page.get_by_role("heading", name="Is this the same person?")).to_be_visible()
