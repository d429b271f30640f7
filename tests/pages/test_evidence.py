"""Evidence on the page of an event: added, shown, opened by its address, removed; what is missing; what is left."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from liaison_metrics.domain.project import EvidenceKind
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR, Actor
from liaison_metrics.services.events import listing
from liaison_metrics.services.events.evidence import keeping
from liaison_metrics.services.events.evidence.keeping import NewEvidence
from liaison_metrics.services.events.evidence.listing import evidence_of_event
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from tests.actors import partner
from tests.pages.conftest import Page, html
from tests.pages.test_events import labelled, number_of, signed_in


def opened(page: Page, number: int, actor: Actor = COORDINATOR) -> AppTest:
    return signed_in(page("events", event=str(number)), actor)


def test_a_link_is_added_shown_and_removed(filled: Workspace, page: Page) -> None:
    number = number_of(filled, "Sewing together")
    drawn = opened(page, number)
    assert "No file or link has been added yet." in html(drawn) and "Missing" not in html(drawn)
    labelled(drawn, "selectbox", "Kind of evidence").set_value(EvidenceKind.PHOTO)
    drawn = labelled(drawn, "button", "Add evidence").click().run()
    assert "Choose a kind, and either a file or a link." in html(drawn)
    labelled(drawn, "text_input", "Or a link (https://…)").set_value("http://example.org")
    drawn = labelled(drawn, "button", "Add evidence").click().run()
    assert "begins with https://" in html(drawn)
    labelled(drawn, "text_input", "Or a link (https://…)").set_value("https://example.org/<b>")
    drawn = labelled(drawn, "button", "Add evidence").click().run()
    assert not drawn.exception and "https://example.org/&lt;b&gt;" in html(drawn) and 'href="evidence/1"' in html(drawn)
    assert labelled(drawn, "button", "Remove evidence").disabled
    labelled(drawn, "selectbox", "File or link").set_value(1)
    labelled(drawn, "checkbox", "Remove it for good. It cannot be brought back.").check()
    drawn = labelled(drawn.run(), "button", "Remove evidence").click().run()
    assert "Evidence removed." in html(drawn) and evidence_of_event(filled, number, COORDINATOR) == ()


def test_another_partner_cannot_change_it_and_what_is_left_is_listed(filled: Workspace, page: Page) -> None:
    number = number_of(filled, "Sewing together")
    new = NewEvidence(EvidenceKind.MINUTES, b"https://example.org/minutes")
    keeping.add(filled, number, new, COORDINATOR)
    city = listing.find_event(filled, number, COORDINATOR).fact.city  # type: ignore[union-attr]
    other = next(one for one in ("vifin", "compass") if city not in partner(one).cities)
    drawn = opened(page, number, partner(other))
    assert not [one for one in drawn.button if one.label == "Add evidence"]
    for upload in uploads.latest(filled, actor=COORDINATOR):
        uploads.undo(filled, upload.id, COORDINATOR)
    watch.wrote()
    drawn = signed_in(page("events"))
    assert "1 evidence file without an event" in html(drawn)
    assert [one.label for one in drawn.expander if "without an event" in one.label]
