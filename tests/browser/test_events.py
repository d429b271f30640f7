"""Events in a real browser: find, correct, merge, check, separate and undo, by mouse and keyboard, wide and narrow."""

from __future__ import annotations

import re
import urllib.request
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events import planned
from liaison_metrics.services.intake import import_file
from tests.browser.conftest import NewVisitor, Server, Visitor, settled, violations
from tests.browser.keyboard import pick
from tests.made_up import TWICE_TOLD
from tests.sign_in_sheets import filled_in


def as_coordinator(person: Visitor, address: str) -> Page:
    page = person.open(address)
    pick(page, "Your organisation", "Coordinator", stays=False)
    expect(page.get_by_text("Signed in as Coordinator")).to_be_visible()
    return page


def test_an_event_is_corrected_merged_and_restored(fresh: Server, visitor: NewVisitor) -> None:
    fresh.import_sheets()
    other = visitor(fresh).open("/?indicator=IND2")
    reached = other.locator("section.indicator[aria-label=IND2] .reached b")
    expect(reached).to_have_text("25")
    page = as_coordinator(visitor(fresh), "/events")
    page.get_by_role("columnheader", name="people").get_by_role("link").click()
    expect(page).to_have_url(re.compile("sort=people"))
    page.get_by_role("link", name="Sewing together").click()
    expect(page.get_by_role("heading", name="Sewing together", exact=True)).to_be_visible()
    expect(page.get_by_role("table", name=re.compile("Sewing together, Graz"))).to_contain_text("graz_sewing.csv")

    page.get_by_text("Correct this event").click()
    pick(page, "Activity", "Final conference")
    page.get_by_role("button", name="Save correction").click()
    expect(page.get_by_text("IND2: +20, now 45 of 150")).to_be_visible()
    expect(page.get_by_role("table", name="Corrections")).to_contain_text("Coordinator")
    expect(reached).to_have_text("45")  # in another's browser, by itself

    page.get_by_text("Merge with another event").click()
    pick(page, "Event to keep", "Closing day")
    page.get_by_role("button", name="Merge events").click()
    expect(page.get_by_role("heading", name="Closing day", exact=True)).to_be_visible()
    expect(page.get_by_role("table", name="What each sheet says").get_by_role("row")).to_have_count(3)

    for left in (1, 0):
        button = page.get_by_role("button", name="Undo this correction")
        expect(button).to_have_count(1)  # the previous button is gone
        button.click()
        expect(page.get_by_role("table", name="Corrections").get_by_text("undone")).to_have_count(2 - left)
    expect(reached).to_have_text("25")
    page.get_by_role("link", name="All events").click()
    expect(page).to_have_url(re.compile("sort=people"))
    expect(page.get_by_role("heading", name="4 events")).to_be_visible()


def test_a_title_is_corrected_by_keyboard_on_a_phone(fresh: Server, visitor: NewVisitor) -> None:
    fresh.import_sheets("graz_sewing.csv")
    page = as_coordinator(visitor(fresh, width=390), "/events")
    link = page.get_by_role("link", name="Sewing together")
    link.focus()
    page.keyboard.press("Enter")
    page.locator("summary", has_text="Correct this event").focus()
    page.keyboard.press("Enter")
    title = page.get_by_role("textbox", name="Title")
    title.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("Sewing for all")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Sewing for all", exact=True)).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.whole)])
def test_axe_finds_no_violation_in_an_event_and_its_forms(filled: Server, visitor: NewVisitor, scheme: str) -> None:
    page = as_coordinator(visitor(filled, scheme=scheme), "/events")
    page.get_by_text("Plan an event").click()
    settled(page)
    told = violations(page)
    page.get_by_role("link", name="Sewing together").click()
    page.get_by_text("Correct this event").click()
    page.get_by_text("Merge with another event").click()
    settled(page)
    assert told + violations(page) == []


def test_event_list_and_attendances_can_be_downloaded(filled: Server, visitor: NewVisitor) -> None:
    page = visitor(filled).open("/events?city=graz")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Events as a table (CSV)").click()
    assert waiting.value.suggested_filename == "LIAISON_event-list_2022-04-02.csv"
    text = waiting.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert text[1:] == ["held,skill_transfer_workshop,graz,2021-03-04,Sewing together,compass,20,20,0,"]
    page.get_by_role("link", name="Sewing together").click()
    link = page.get_by_role("link", name=re.compile("20 attendances as a table"))
    with urllib.request.urlopen(f"{filled.url}/{link.get_attribute('href')}") as answer:
        assert len(answer.read().decode("utf-8-sig").splitlines()) == 21


def test_events_are_checked_separated_and_each_decision_is_undone(fresh: Server, visitor: NewVisitor) -> None:
    workspace = fresh.workspace()
    for name, data in TWICE_TOLD.items():
        import_file(workspace, name, data, actor=COORDINATOR)
    other = visitor(fresh).open("/")
    reached = other.locator("section.indicator[aria-label=IND1] .reached b")
    more = other.get_by_role("link", name="Up to 3 more people, if 1 pair of events is different").first
    expect(reached).to_have_text("91")
    expect(more).to_be_visible()

    page = as_coordinator(visitor(fresh), "/events")
    expect(page.get_by_role("link", name="Events 1 to check")).to_be_visible()
    page.get_by_role("link", name="Compare “Sewing circle” and “Summer workshop”").click()
    expect(page.get_by_role("heading", name="Are these the same event?")).to_be_visible()
    expect(page.get_by_role("table", name="Effect on each indicator")).to_contain_text("94 +3")
    page.get_by_role("button", name="Different events").click()
    expect(page.get_by_text("IND1: +3, now 94 of 500")).to_be_visible()
    expect(reached).to_have_text("94")  # in another's browser, by itself
    expect(more).to_have_count(0)
    page.get_by_text("Decisions (1)").click()
    page.get_by_role("group").filter(has_text="Decisions").get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name="1 pair of events to check")).to_be_visible()
    expect(reached).to_have_text("91")

    page.get_by_role("link", name="Cooking together").click()
    page.get_by_role("button", name="Separate “Cooking Together (1)”").click()
    expect(reached).to_have_text("93")
    page.get_by_role("button", name="Undo the decision “Different events”").click()
    expect(page.get_by_text("2 listed + 3 not listed = 5, stated by graz_log.csv row 2")).to_be_visible()
    expect(reached).to_have_text("91")

    more.click()
    expect(other.get_by_role("heading", name="1 pair of events to check")).to_be_visible()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), pytest.param("dark", 390, marks=pytest.mark.whole)])
def test_axe_finds_no_barrier_in_checks_and_series(fresh: Server, visitor: NewVisitor, scheme: str, width: int) -> None:
    workspace = fresh.workspace()
    for name, data in TWICE_TOLD.items():
        import_file(workspace, name, data, actor=COORDINATOR)
    page = as_coordinator(visitor(fresh, width=width, scheme=scheme), "/events")
    page.get_by_text("1 possible series").click()
    page.wait_for_timeout(500)
    told = violations(page)
    page.get_by_role("link", name=re.compile("Show the effect")).click()
    expect(page.get_by_role("button", name="The same people came to all of these")).to_be_visible()
    page.wait_for_timeout(500)
    told += violations(page)
    page.get_by_role("link", name="All events").click()
    page.get_by_role("link", name=re.compile("Compare")).click()
    expect(page.get_by_role("button", name="Same event")).to_be_visible()
    page.wait_for_timeout(500)
    told += violations(page)
    assert told == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_sign_in_sheet_comes_back_filled_in(fresh: Server, visitor: NewVisitor) -> None:
    tea = EventFact(0, "info_session", "graz", date(2021, 5, 4), "Tea with neighbours")
    planned.plan(fresh.workspace(), tea, 12, COORDINATOR)
    page = visitor(fresh).open("/owed")
    pages = page.get_by_role("navigation", name="Pages")
    expect(page.get_by_role("link", name="Tea with neighbours")).to_be_visible()
    pages.get_by_role("link", name="Events").click()
    expect(page.get_by_role("heading", name="Events", exact=True)).to_be_visible()
    page.get_by_role("link", name="Tea with neighbours").click()
    expect(page.get_by_role("heading", name="Sign-in sheet", exact=True)).to_be_visible()
    settled(page)
    assert violations(page) == []
    expect(page.get_by_role("listitem").filter(has_text="Excel").first).to_contain_text("Deutsch")
    with page.expect_download() as download:
        page.get_by_role("link", name="Excel Deutsch").click()
    blank = Path(download.value.path()).read_bytes()

    page.get_by_role("link", name="Upload the sheet of this event").click()
    expect(page.get_by_role("heading", name="Upload", exact=True)).to_be_visible()
    pick(page, "Your organisation", "Coordinator", stays=False)
    expect(page.get_by_text("For the sheet of: Tea with neighbours")).to_be_visible()
    sheet = {"name": "scan.xlsx", "mimeType": "application/octet-stream", "buffer": filled_in(blank)}
    page.locator("input[type=file]").set_input_files([sheet])
    expect(page.get_by_text("3 people: 3 new, 0 already in the project.")).to_be_visible()
    settled(page)
    assert violations(page) == []
    page.get_by_role("button", name="Import this sheet").and_(page.locator(":enabled")).click()
    expect(page.get_by_role("region", name="scan.xlsx", exact=True)).to_contain_text("Imported")
    pages.get_by_role("link", name="Owed").click()
    expect(page.get_by_text("Nothing is owed: every past event has a sheet")).to_be_visible()
