"""The Events page: list, one event, corrections, merging, undo and planned events."""

from __future__ import annotations

import re
from datetime import date

from streamlit.testing.v1 import AppTest

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.services import figures
from liaison_metrics.services.access.actors import COORDINATOR, Actor
from liaison_metrics.services.events import corrections, details, listing, planned
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import Workspace
from tests.made_up import sheet
from tests.pages.conftest import Page, html


def titles(drawn: AppTest) -> list[str]:
    """The titles of the list, in order."""
    rows = re.findall(r'<th scope="row" class="text">(.*?)</th>', html(drawn), re.S)
    return [re.sub(r"<[^>]*>", "", row) for row in rows]


def number_of(workspace: Workspace, title: str) -> int:
    return next(one.number for one in listing.all_events(workspace) if one.fact.title == title)


def signed_in(drawn: AppTest, actor: Actor = COORDINATOR) -> AppTest:
    drawn.session_state["actor"] = actor
    return drawn.run()


def labelled(drawn: AppTest, kind: str, label: str) -> object:
    (found,) = [one for one in drawn.get(kind) if one.label == label]
    return found


def test_an_empty_store_invites_to_upload_and_to_plan(workspace: Workspace, page: Page) -> None:
    drawn = signed_in(page("events"))
    assert not drawn.exception
    assert "Upload your first sheet" in html(drawn)
    labelled(drawn, "selectbox", "Activity").set_value("project_fair")
    labelled(drawn, "selectbox", "City").set_value("graz")
    labelled(drawn, "date_input", "Date").set_value(date(2021, 9, 1))
    labelled(drawn, "number_input", "Expected participants").set_value(40)
    drawn = labelled(drawn, "button", "Add to plan").click().run()
    assert not drawn.exception
    assert [one.expected for one in planned.planned(workspace)] == [40]
    assert "○ planned" in html(drawn)


def test_the_address_filters_and_sorts_the_list(filled: Workspace, page: Page) -> None:
    number = number_of(filled, "Sewing together")
    corrections.correct(filled, number, COORDINATOR, day=date(2021, 3, 5))
    planned.plan(filled, EventFact(0, "school_lab", "vejle", date(2022, 3, 1), "Spring lab"), 60, COORDINATOR)
    assert titles(page("events")) == [
        "Spring lab", "Closing day", "Autumn fair", "Cooking &lt;b&gt;together&lt;/b&gt;", "Sewing together",
    ]  # fmt: skip
    assert titles(page("events", sort="people"))[:2] == ["Autumn fair", "Closing day"]
    assert titles(page("events", sort="title"))[0] == "Autumn fair"
    assert titles(page("events", state="corrected")) == ["Sewing together"]
    assert titles(page("events", state="planned", city="vejle")) == ["Spring lab"]
    assert titles(page("events", city="palermo", activity="project_fair")) == ["Autumn fair"]
    drawn = page("events", state="nonsense", sort="nonsense", event="99")
    assert not drawn.exception
    assert "no longer exists" in html(drawn)
    assert f'href="?city=graz&amp;event={number}&amp;sort=title"' in html(page("events", city="graz", sort="title"))


def test_one_event_shows_figures_files_and_rows(filled: Workspace, page: Page) -> None:
    drawn = html(page("events", event=str(number_of(filled, "Sewing together"))))
    assert "4 Mar 2021 · Graz · Skill-transfer workshop · counts towards IND1 and IND3" in drawn
    assert drawn.count("graz_sewing.csv") == 21
    assert re.search(r">P-\d+</th>", drawn)
    assert "Alva" not in drawn
    assert "Correction and original" not in drawn


def test_correcting_and_undoing(filled: Workspace, page: Page) -> None:
    number = number_of(filled, "Sewing together")
    drawn = signed_in(page("events", event=str(number)))
    labelled(drawn, "selectbox", "Activity").set_value("final_conference")
    drawn = labelled(drawn, "button", "Save correction").click().run()
    assert not drawn.exception
    assert "Correction saved. IND1: −10, now 30 of 500; IND2: +20, now 45 of 150." in html(drawn)
    assert "<del>Skill-transfer workshop</del>" in html(drawn)
    assert figures.indicator(filled, "IND2").reach.reached == 45
    (button,) = [one for one in drawn.button if one.label == "Undo this correction"]
    drawn = button.click().run()
    assert not drawn.exception
    assert "Correction undone." in html(drawn)
    assert figures.indicator(filled, "IND2").reach.reached == 25


def test_merging_offers_likely_matches_first(filled: Workspace, page: Page) -> None:
    import_file(
        filled, "again.csv", sheet("2021-03-04", "Graz", range(15, 25), title="Sewing togehter"), actor=COORDINATOR
    )
    number = number_of(filled, "Sewing togehter")
    drawn = signed_in(page("events", event=str(number)))
    field = labelled(drawn, "selectbox", "Event to keep")
    assert field.options[0].startswith("Sewing together")
    field.set_value(number_of(filled, "Sewing together"))
    drawn = labelled(drawn, "button", "Merge events").click().run()
    assert "Events merged. No figures changed." in html(drawn)
    assert details.find(filled, number).event.people == 25
    assert "Sewing togehter" in html(drawn), "as the file states it"


def test_a_partner_changes_only_events_in_its_own_city(filled: Workspace, page: Page) -> None:
    number = str(number_of(filled, "Sewing together"))
    drawn = signed_in(page("events", event=number), Actor("vifin"))
    assert "Save correction" not in [one.label for one in drawn.button]
    drawn = signed_in(page("events", event=number), Actor("compass"))
    labelled(drawn, "selectbox", "City").set_value("vejle")
    drawn = labelled(drawn, "button", "Save correction").click().run()
    assert "another partner’s city" in html(drawn)
    assert details.find(filled, int(number)).event.fact.city == "graz"
