"""The forecast in a real browser: what if events were added."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import import_file
from tests.browser.conftest import NewVisitor, serving, settled, violations
from tests.made_up import sheet

pytestmark = pytest.mark.slow


def test_added_events_change_the_forecast(tmp_path: Path, visitor: NewVisitor) -> None:
    with serving(tmp_path) as server:
        workspace = server.workspace()
        for at in range(6):
            data = sheet(f"2021-0{at + 1}-10", "Graz", range(5 * at, 5 * at + 10))
            import_file(workspace, f"list_{at}.csv", data, actor=COORDINATOR)
        workspace.close()
        page = visitor(server, width=390).open("/forecast?as_of=2021-06-30")
        expect(page.get_by_text("To reach 500 you need 465 more new people.")).to_be_visible()
        field = page.get_by_role("spinbutton", name="How many")
        field.fill("12")
        field.press("Enter")
        expect(page.get_by_text("With 12 planned events.").first).to_be_visible()
        settled(page)
        assert violations(page) == []
