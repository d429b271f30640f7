"""The Owed page: what each partner owes, with the way to settle it."""

from __future__ import annotations

from datetime import date

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events import planned
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from tests.pages.conftest import Page, html


def test_an_empty_store_owes_nothing(workspace: Workspace, page: Page) -> None:
    drawn = page("owed")
    assert not drawn.exception and "Nothing is owed. Plan events" in html(drawn)


def test_each_partner_has_a_list_with_links(workspace: Workspace, page: Page) -> None:
    for city, title in (("graz", "Bread <b>and</b> words"), ("vejle", "")):
        event = EventFact(0, "skill_transfer_workshop", city, date(2021, 5, 4), title)
        planned.plan(workspace, event, 20, COORDINATOR)
    watch.wrote()
    text = html(page("owed"))
    assert "Bread &lt;b&gt;and&lt;/b&gt; words" in text and "no sheet" in text
    assert 'href="upload?plan=1"' in text and "Compass GmbH" in text and "Videnscenter for Integration" in text
    alone = html(page("owed", partner="vifin"))
    assert "Skill-transfer workshop, 4 May" in alone and "Bread" not in alone


def test_a_coordinator_copies_a_reminder_and_the_digest(workspace: Workspace, page: Page) -> None:
    planned.plan(workspace, EventFact(0, "info_session", "athens", date(2021, 5, 4), ""), 0, COORDINATOR)
    watch.wrote()
    drawn = page("owed")
    reminder, digest = (one.value for one in drawn.code)
    assert "Δεν έχει έρθει ακόμη παρουσιολόγιο" in reminder and "What is owed" in digest
    assert 'href="mailto:?subject=LIAISON%3A' in html(drawn) and 'lang="el"' in html(drawn)
    assert not [one for one in drawn.button if "Send" in one.label], "no mail server is set"
