"""The Data quality page: numbers by partner, and lists with links to where things are mended."""

from __future__ import annotations

from datetime import date

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events import planned
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from tests.made_up import sheet
from tests.pages.conftest import Page, html


def test_an_empty_store_has_nothing_to_check(workspace: Workspace, page: Page) -> None:
    drawn = page("data_quality")
    assert not drawn.exception and "There are no sheets yet, so there is nothing to check." in html(drawn)


def test_numbers_lead_to_lists_and_lines_to_where_they_are_mended(workspace: Workspace, page: Page) -> None:
    for number in range(9):
        people = range(10 * number, 10 * number + (45 if number == 8 else 10))
        data = sheet(f"{number + 1:02}.03.2021", "Graz", people, title=f"<b>W{number}</b>", community="")
        import_file(workspace, f"{number}.csv", data, actor=COORDINATOR)
    planned.plan(workspace, EventFact(0, "info_session", "vejle", date(2021, 5, 4), ""), 20, COORDINATOR)
    watch.wrote()
    text = html(page("data_quality"))
    assert "45 people, usually 10 to 10" in text and "&lt;b&gt;W8&lt;/b&gt;" in text
    assert 'href="owed?partner=vifin"' in text and 'href="events?event=' in text
    assert 'href="?kind=late&amp;partner=compass"' in text and "Show all 9" in text
    assert "125 of 125 people (100%)" in text and "None: rows without a date" in text
    alone = html(page("data_quality", kind="late", partner="compass"))
    assert "Show all kinds and partners" in alone and "Unusual figures</h2>" not in alone
    assert alone.count('data-at="late-') == 11, "two numbers of the table, and nine lines"
    assert html(page("data_quality", kind="nonsense", partner="nobody")) == text
