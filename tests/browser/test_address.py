"""Clicks on a page that is still being redrawn: none is lost, and none is taken for another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import ROOT, NewVisitor, Server, serving, settled
from tests.made_up import WORLD

SLOW_PROCESSOR = 6
"""How many times slower the browser's processor works."""

ALL = "*"


class Gate:
    """Stops the server's runs before they draw the named blocks (gated_server.py)."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "gate"
        self.open()

    def close(self, *blocks: str) -> None:
        new = self.file.with_suffix(".new")
        new.write_text(" ".join(blocks))
        new.replace(self.file)  # in one step: the server never reads half of it

    def open(self) -> None:
        self.close()


@contextmanager
def gated_server(folder: Path, *sheets: str) -> Iterator[tuple[Server, Gate]]:
    gate = Gate(folder)
    program = (str(ROOT / "tests" / "browser" / "gated_server.py"), str(gate.file))
    with serving(folder, *sheets, program=program) as server:
        try:
            yield server, gate
        finally:
            gate.open()


@pytest.fixture(scope="module")
def gated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Gate]]:
    with gated_server(tmp_path_factory.mktemp("gated"), *WORLD) as both:
        yield both


@pytest.fixture
def gate(gated: tuple[Server, Gate]) -> Iterator[Gate]:
    yield gated[1]
    gated[1].open()


@pytest.fixture(params=[1, pytest.param(SLOW_PROCESSOR, marks=pytest.mark.whole)], ids=["fast-browser", "slow-browser"])
def arrive(
    gated: tuple[Server, Gate], gate: Gate, visitor: NewVisitor, request: pytest.FixtureRequest
) -> Callable[[str], Page]:
    """Opens a page in a browser with a fast or a slow processor."""

    def open_page(address: str) -> Page:
        person = visitor(gated[0])
        page = person.open(address)
        person.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": request.param})
        settled(page)
        return page

    return open_page


def reached(page: Page, indicator: str) -> Locator:
    return page.locator(f"section.indicator[aria-label={indicator}] .reached b")


def link(page: Page, name: str) -> Locator:
    return page.get_by_role("navigation", name="Pages").get_by_role("link", name=name)


def click_at_once(*links: Locator) -> None:
    """Clicks on links faster than any answer comes."""
    first, *others = [one.element_handle() for one in links]
    first.evaluate("(first, others) => [first, ...others].forEach((one) => one.click())", others)


def bosnians(page: Page) -> Locator:
    table = page.get_by_role("table", name="By community and city")
    return table.get_by_role("link", name="10, Bosnian, Graz: show events")


def rows_of_sewing(page: Page) -> Locator:
    return page.get_by_role("link", name=re.compile("Sewing together: show the rows"))


def test_a_link_of_a_block_that_is_not_redrawn_yet(arrive: Callable[[str], Page], gate: Gate) -> None:
    page = arrive("/explore?city=graz")
    gate.close("events")
    bosnians(page).click()
    expect(page.get_by_role("link", name="Remove filter: Community – Bosnian")).to_be_visible()
    expect(page.locator(".st-key-events .lm")).to_have_attribute("aria-busy", "true")
    rows_of_sewing(page).click()
    gate.open()
    rows = page.get_by_role("table", name=re.compile("Sewing together, Graz")).get_by_role("row")
    expect(rows).to_have_count(11)
    settled(page)
    assert "community=bosnian" in page.url and "city=graz" in page.url and "event=" in page.url
    with page.expect_download() as waiting:
        page.get_by_role("link", name=re.compile(r"Sewing together, Graz.*\(CSV\)")).click()
    assert len(waiting.value.path().read_text(encoding="utf-8-sig").splitlines()) == 11


@pytest.mark.parametrize("key", ["mouse", pytest.param("keyboard", marks=pytest.mark.whole)])
def test_links_of_several_blocks_before_any_answer(arrive: Callable[[str], Page], gate: Gate, key: str) -> None:
    page = arrive("/explore?city=graz")
    gate.close(ALL)
    for link in (bosnians(page), rows_of_sewing(page)):
        if key == "mouse":
            link.click()
        else:
            link.focus()
            page.keyboard.press("Enter")
    gate.open()
    rows = page.get_by_role("table", name=re.compile("Sewing together, Graz")).get_by_role("row")
    expect(rows).to_have_count(11)


def test_a_choice_is_changed_before_its_answer(arrive: Callable[[str], Page], gate: Gate) -> None:
    page = arrive("/")
    gate.close(ALL)
    page.get_by_role("link", name="IND3 · 2,000").click()
    page.get_by_role("table", name="by city").get_by_role("link", name="Graz").dblclick()
    page.get_by_role("link", name="IND1 · 500").click()
    gate.open()
    expect(reached(page, "IND1")).to_have_text("20")
    settled(page)
    assert "indicator" not in page.url and "city=graz" in page.url


def test_fields_are_changed_before_their_answer(arrive: Callable[[str], Page], gate: Gate) -> None:
    page = arrive("/")
    city, community = (page.get_by_role("combobox", name=name, exact=True) for name in ("City", "Community"))
    gate.close(ALL)
    city.select_option("graz")
    city.select_option("vejle")
    page.get_by_label("Events up to").fill("2021-06-01")
    gate.open()
    expect(reached(page, "IND1")).to_have_text("12")
    settled(page)
    assert "as_of=2021-06-01" in page.url
    gate.close(ALL)
    community.select_option("bosnian")
    community.select_option("")
    city.select_option("graz")
    gate.open()
    expect(reached(page, "IND1")).to_have_text("20")
    settled(page)
    assert "community" not in page.url


def test_a_filter_and_a_page_in_either_order(arrive: Callable[[str], Page], gate: Gate) -> None:
    page = arrive("/")
    graz = page.get_by_role("table", name="by city").get_by_role("link", name="Graz")
    gate.close(ALL)
    graz.click()
    link(page, "Events").click()
    gate.open()
    expect(page.get_by_role("heading", name="1 event")).to_be_visible()
    settled(page)
    assert page.url.endswith("/events?city=graz")
    link(page, "Targets").click()
    settled(page)
    page.get_by_role("link", name="Remove filter: City – Graz").click()
    expect(reached(page, "IND1")).to_have_text("40")
    settled(page)
    gate.close(ALL)
    click_at_once(link(page, "Events"), graz)
    gate.open()
    expect(page.get_by_role("heading", name="1 event")).to_be_visible()
    settled(page)
    assert page.url.endswith("/events?city=graz")


@pytest.mark.whole
def test_the_way_back_is_newer_than_a_click_without_answer(arrive: Callable[[str], Page], gate: Gate) -> None:
    page = arrive("/")
    link(page, "Explore").click()
    settled(page)
    gate.close(ALL)
    page.get_by_role("combobox", name="City", exact=True).select_option("graz")
    page.go_back()
    gate.open()
    expect(reached(page, "IND1")).to_have_text("40")
    settled(page)
    assert page.url.endswith("/")
    page.get_by_role("table", name="by city").get_by_role("link", name="Vejle").click()
    expect(reached(page, "IND1")).to_have_text("12")
    page.go_back()
    expect(reached(page, "IND1")).to_have_text("40")


@pytest.mark.whole
def test_a_link_of_the_old_drawing_opens_what_is_seen_in_a_new_tab(arrive: Callable[[str], Page], gate: Gate) -> None:
    page = arrive("/explore?city=graz")
    gate.close("events")
    bosnians(page).click()
    expect(page.get_by_role("link", name="Remove filter: Community – Bosnian")).to_be_visible()
    with page.context.expect_page() as opening:
        rows_of_sewing(page).click(modifiers=["ControlOrMeta"])
    other = opening.value
    download = page.get_by_role("link", name="Events as a table (CSV)")
    assert "community" not in (download.get_attribute("href") or "")
    gate.open()
    rows = other.get_by_role("table", name=re.compile("Sewing together, Graz")).get_by_role("row")
    expect(rows).to_have_count(21)
    expect(page.locator(".st-key-events .lm")).to_have_attribute("aria-busy", "false")
    assert "community=bosnian" in (download.get_attribute("href") or "")


@pytest.mark.whole
def test_a_link_is_pressed_before_and_released_after_its_redrawing(arrive: Callable[[str], Page], gate: Gate) -> None:
    page = arrive("/")
    gate.close(ALL)
    page.get_by_role("table", name="by city").get_by_role("link", name="Graz").click()
    page.get_by_role("link", name="IND3 · 2,000").hover()
    page.mouse.down()
    gate.open()
    expect(reached(page, "IND1")).to_have_text("20")
    settled(page)
    page.mouse.up()
    expect(page).to_have_url(re.compile("indicator=IND3"))
    settled(page)
    assert "city=graz" in page.url


@pytest.mark.whole
def test_a_link_that_moves_away_while_it_is_pressed(arrive: Callable[[str], Page]) -> None:
    page = arrive("/")
    page.get_by_role("link", name="IND3 · 2,000").hover()
    page.mouse.down()
    page.locator(".stMainBlockContainer").evaluate("one => (one.style.paddingTop = '40rem')")
    page.mouse.up()
    expect(page).to_have_url(re.compile("indicator=IND3"))


@pytest.mark.whole
def test_a_field_in_use_is_not_redrawn(arrive: Callable[[str], Page], gate: Gate) -> None:
    page = arrive("/")
    gate.close(ALL)
    page.get_by_role("combobox", name="City", exact=True).select_option("graz")
    page.get_by_label("Events up to").focus()
    page.keyboard.type("06")  # month first: the browser's language is American English
    gate.open()
    expect(page).to_have_url(re.compile("city=graz"))
    page.keyboard.type("012021")
    expect(page).to_have_url(re.compile("as_of=2021-06-01"))
    settled(page)
    assert "city=graz" in page.url
    expect(reached(page, "IND1")).to_have_text("20")


@pytest.mark.whole
def test_a_widget_of_streamlits_between_click_and_answer(arrive: Callable[[str], Page], gate: Gate) -> None:
    page = arrive("/history")
    gate.close("remarks", "uploads")
    page.get_by_role("link", name="graz_sewing.csv", exact=True).click()
    expect(page).to_have_url(re.compile("upload="))
    gate.close(ALL)
    page.get_by_role("link", name="palermo_fair.csv", exact=True).click()
    page.get_by_role("textbox", name="File").fill("graz")
    page.keyboard.press("Enter")
    gate.open()
    expect(page.get_by_role("heading", name="1 upload")).to_be_visible()
    expect(page.get_by_role("region", name="Remarks on palermo_fair.csv")).to_be_visible()


@pytest.mark.whole
def test_a_button_never_acts_on_what_was_not_seen(
    arrive: Callable[[str], Page], gate: Gate, gated: tuple[Server, Gate]
) -> None:
    page = arrive("/history")
    page.get_by_role("combobox", name=re.compile("Your organisation")).click()
    page.get_by_role("option", name="Coordinator").click()
    page.get_by_role("link", name="Undo graz_sewing.csv").click()
    expect(page.get_by_role("heading", name="Undo graz_sewing.csv?")).to_be_visible()
    settled(page)
    gate.close(ALL)
    page.get_by_role("link", name="Undo palermo_fair.csv").click()
    page.get_by_role("button", name="Undo upload").click()
    gate.open()
    expect(page.get_by_role("heading", name="Undo palermo_fair.csv?")).to_be_visible()
    settled(page)
    expect(page.get_by_role("link", name=re.compile("^Undo "))).to_have_count(len(WORLD))
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("heading", name=re.compile("^Undo "))).to_have_count(0)
    settled(page)
    assert "undo" not in page.url


@pytest.mark.parametrize("blocks", [[ALL], pytest.param(["figures"], marks=pytest.mark.whole)], ids=["before", "after"])
def test_an_upload_elsewhere_takes_no_click_away(tmp_path: Path, visitor: NewVisitor, blocks: list[str]) -> None:
    with gated_server(tmp_path, "graz_sewing.csv", "vejle_cooking.csv") as (server, gate):
        page = visitor(server).open()
        expect(page.locator("html")).to_have_attribute("data-live", "on")
        settled(page)
        gate.close(*blocks)
        page.get_by_role("table", name="by city").get_by_role("link", name="Graz").click()
        if blocks != [ALL]:
            expect(page).to_have_url(re.compile("city=graz"))
        server.import_sheets("palermo_fair.csv")
        gate.open()
        expect(reached(page, "IND1")).to_have_text("20")
        settled(page)
        expect(page.locator(".st-key-figures")).to_contain_text("Palermo")
