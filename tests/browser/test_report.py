"""The report in a real browser: embedded, printed, downloaded, issued, compared and offline."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.reports.forms import html
from liaison_metrics.reports.making import make
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import import_file
from tests.browser.conftest import NewVisitor, Server, violations
from tests.browser.keyboard import choose, press, reach
from tests.made_up import sheet

MORE = sheet("2021-09-09", "Vejle", range(200, 206), title="Reading together")
FETCH = "Download report 1 as issued"
SCREEN_BY_SCREEN = """async () => {
  const main = document.querySelector("[data-testid=stMain]"), seen = [];
  for (let at = 0; at < main.scrollHeight - innerHeight; at += 530) {
    main.scrollTo(0, at);
    await new Promise(requestAnimationFrame);
    seen.push([...document.querySelectorAll(".report .screen > footer")].some((foot) => {
      const { top, bottom } = foot.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight + 1;
    }));
  }
  return seen;
}"""
SUMMARY = "LIAISON: people reached by 2 Apr 2022"


def at_the_report(page: Page) -> Page:
    expect(page.get_by_role("heading", name=SUMMARY)).to_be_visible()
    return page


@pytest.mark.parametrize("width", [1280, pytest.param(390, marks=pytest.mark.whole)])
def test_the_embedded_report_has_no_controls_and_a_footer_on_every_screen(
    filled: Server, visitor: NewVisitor, width: int
) -> None:
    page = at_the_report(visitor(filled, width=width).open("/report?embed=true"))
    controls = page.locator("input, select, button, [role=combobox]").and_(page.locator(":visible"))
    expect(controls).to_have_count(0)
    expect(page.get_by_role("navigation", name="Pages")).to_have_count(0)
    feet = page.locator(".report .screen > footer")
    for said in feet.all_inner_texts():
        assert "events up to 2\N{NO-BREAK SPACE}Apr 2022" in said and "Draft" in said and "counts once" in said
    seen = page.evaluate(SCREEN_BY_SCREEN)
    assert len(seen) > 10 and all(seen), "a footer is visible at every scroll position"


def test_only_the_report_is_printed(filled: Server, visitor: NewVisitor) -> None:
    page = at_the_report(visitor(filled, scheme="dark").open("/report"))
    first, *others = (one.extract_text() for one in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages)
    assert SUMMARY in first and "Prepare files" not in first
    assert all("counts once" in one for one in (first, *others)), "no page is empty or cut off"


@pytest.mark.parametrize(
    ("width", "scheme"), [(1280, "light"), pytest.param(1280, "dark", marks=pytest.mark.whole), (390, "light")]
)
def test_axe_finds_no_violation_in_the_report(filled: Server, visitor: NewVisitor, width: int, scheme: str) -> None:
    page = at_the_report(visitor(filled, width=width, scheme=scheme).open("/report"))
    page.get_by_role("tab", name="Issued reports").click()
    choose(page, re.compile("Choose your organisation"), "Coordinator", stays=False)
    expect(page.get_by_text("Signed in as Coordinator")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("tab", name="Report", exact=True).click()
    assert violations(at_the_report(page)) == []
    aside = page.locator("[data-testid=stMain]").evaluate("one => one.scrollWidth - one.clientWidth")
    assert aside == 0, "nothing is wider than the window"


@pytest.mark.parametrize("width", [1280, pytest.param(390, marks=pytest.mark.whole)])
def test_a_report_is_issued_downloaded_and_compared_by_keyboard(fresh: Server, visitor: NewVisitor, width: int) -> None:
    fresh.import_sheets()
    page = at_the_report(visitor(fresh, width=width).open("/report"))
    page.get_by_role("tab", name="Issued reports").click()
    choose(page, re.compile("Choose your organisation"), "Coordinator", stays=False)
    name = page.get_by_role("textbox", name="Issue report: name")
    reach(page, name)
    page.keyboard.type("Interim report")
    page.keyboard.press("Enter")
    press(page, "Issue report")
    expect(page.get_by_text("Report 1 “Interim report” has been issued and can’t be changed.")).to_be_visible()
    first = _fetched(page, lambda: press(page, FETCH))
    page.get_by_role("tab", name="Compare").click()
    compared = page.get_by_role("region", name="Changes since report 1 “Interim report”")
    expect(compared).to_contain_text("Nothing has changed")  # the page is complete
    import_file(fresh.workspace(), "vejle_reading.csv", MORE, actor=COORDINATOR)
    expect(compared).to_contain_text("IND1: 40 → 46")
    expect(compared).to_contain_text("vejle_reading.csv")
    reach(page, compared.locator("summary"))
    page.keyboard.press("Enter")
    expect(compared).to_contain_text("2–7")
    page.get_by_role("tab", name="Issued reports").click()
    again = _fetched(page, lambda: page.get_by_role("button", name=FETCH).click())
    assert again == first, "an issued report never changes"


def _fetched(page: Page, ask: Callable[[], None]) -> bytes:
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    with page.expect_download() as waiting:
        ask()
    return Path(waiting.value.path()).read_bytes()


def test_files_are_prepared_and_downloaded_as_one_archive(filled: Server, visitor: NewVisitor) -> None:
    page = at_the_report(visitor(filled).open("/report"))
    page.get_by_role("tab", name="Prepare files").click()
    page.get_by_role("button", name="Prepare files").click()
    save = page.get_by_role("button", name=re.compile("Download .*MB"))
    expect(save).to_be_visible()
    with page.expect_download() as waiting:
        save.click()
    with zipfile.ZipFile(waiting.value.path()) as archive:
        kinds = {Path(name).suffix for name in archive.namelist()}
        assert kinds == {".pdf", ".png", ".html", ".xlsx", ".csv", ".xml"}


def test_the_html_file_works_offline(filled: Server, chromium: Browser, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_bytes(html.html(make(filled.workspace(), Scope(), actor=COORDINATOR)))
    context = chromium.new_context(viewport={"width": 390, "height": 900}, offline=True)
    try:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        printed = [one.extract_text() for one in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages]
        assert asked == [file.as_uri()]
    finally:
        context.close()
    assert all("events up to 2 Apr 2022" in one and "counts once" in one for one in printed), (
        "no page is empty or cut off"
    )
