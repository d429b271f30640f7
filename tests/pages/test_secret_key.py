"""Another key than the store's: pages and routes say so, and show nothing."""

from __future__ import annotations

import pytest

from liaison_metrics.services.workspace.server import close_workspace
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from tests.pages.conftest import Page, html
from tests.pages.test_web import Client

SAID = "is not the key of this store"


@pytest.fixture
def another_key(filled: Workspace) -> None:
    filled.key_file.write_text("ab" * 32)
    close_workspace()
    watch.wrote()


def test_pages_and_routes_refuse_another_key(another_key: None, page: Page) -> None:
    shown = html(page())
    assert SAID in shown and "408" not in shown
    for address in ("/export/indicators.csv", "/picture/indicator.png", "/template.xlsx", "/live/revision"):
        answer = Client().get(address)
        assert answer.status_code == 503 and SAID in answer.text, address
