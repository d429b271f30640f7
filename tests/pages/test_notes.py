"""Notes on Targets and on the page of an event: written, shown beside the figure, changed and removed in place."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events.listing import all_events
from liaison_metrics.services.figures.narrative.notes import NoteKind, NoteSubject, add_note, notes
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from tests.actors import partner
from tests.pages.conftest import Page, html
from tests.pages.test_events import labelled, number_of, signed_in


def writing(page: Page, actor: object = COORDINATOR) -> AppTest:
    """Targets with the form for notes."""
    drawn = signed_in(page("targets"), actor)  # type: ignore[arg-type]
    return labelled(drawn, "toggle", "Write a note").set_value(True).run()


def test_a_note_on_a_month_is_written_changed_and_removed(filled: Workspace, page: Page) -> None:
    drawn = writing(page)
    labelled(drawn, "selectbox", "Note on").set_value(NoteSubject(NoteKind.MONTH, "2021-03"))
    labelled(drawn.run(), "text_area", "Text").set_value("Fair cancelled <b>COVID")
    drawn = labelled(drawn, "button", "Save note").click().run()
    assert not drawn.exception
    assert "Note saved." in html(drawn) and "Notes on months" in html(drawn)
    assert "Fair cancelled &lt;b&gt;COVID" in html(drawn)
    labelled(drawn, "selectbox", "Note").set_value(notes(filled, COORDINATOR)[0].number)
    drawn = drawn.run()
    labelled(drawn, "checkbox", "In the report").check()
    drawn = labelled(drawn, "button", "Save note").click().run()
    assert notes(filled, COORDINATOR)[0].in_report and "in the report" in html(drawn)
    labelled(drawn, "selectbox", "Note").set_value(notes(filled, COORDINATOR)[0].number)
    drawn = labelled(drawn.run(), "button", "Remove note").click().run()
    assert notes(filled, COORDINATOR) == [] and "Note removed." in html(drawn)


def test_notes_stand_on_cards_and_partners_lines(filled: Workspace, page: Page) -> None:
    add_note(filled, NoteSubject(NoteKind.INDICATOR, "IND1"), "Slow start", True, COORDINATOR)
    add_note(filled, NoteSubject(NoteKind.PARTNER, "compass"), "New staff", False, COORDINATOR)
    watch.wrote()
    drawn = html(signed_in(page("targets")))
    card = drawn[drawn.index('aria-label="IND1"') :]
    assert "Slow start" in card[: card.index("</section>")] and "New staff" in drawn


def test_the_form_offers_a_partner_its_own_and_refuses_an_empty_text(filled: Workspace, page: Page) -> None:
    drawn = writing(page, partner("compass"))
    assert not [one for one in drawn.selectbox if one.label == "Note on"], "one thing needs no choice"
    drawn = labelled(drawn, "button", "Save note").click().run()
    assert "The text is empty." in html(drawn)


def test_an_event_has_its_notes(filled: Workspace, page: Page) -> None:
    number = number_of(filled, "Sewing together")
    drawn = signed_in(page("events", event=str(number)))
    labelled(drawn, "text_area", "Text").set_value("Half the room was ill")
    drawn = labelled(drawn, "button", "Save note").click().run()
    assert not drawn.exception and "Half the room was ill" in html(drawn)
    assert [one.subject.code for one in notes(filled, COORDINATOR)] == [str(number)]
    other = next(one.number for one in all_events(filled, COORDINATOR) if one.number != number)
    assert "Half the room was ill" not in html(signed_in(page("events", event=str(other))))
