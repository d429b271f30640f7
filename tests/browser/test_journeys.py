"""What a coordinator does on the pages, in a real browser."""

from __future__ import annotations

import re
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewVisitor, Server
from tests.browser.keyboard import has_focus, reach
from tests.made_up import sheet


def test_the_first_page_shows_progress(filled: Server, visitor: NewVisitor) -> None:
    person = visitor(filled)
    page = person.open()
    assert [person.figure(code) for code in ("IND1", "IND2", "IND3")] == ["40", "25", "65"]
    expect(page.get_by_role("heading", name="Progress towards targets", level=1)).to_be_visible()
    expect(page.get_by_text("at least 40 different people").first).to_be_visible()
    expect(page.get_by_text(re.compile("live · last upload"))).to_be_visible()
    assert page.get_by_role("button", name="Deploy").count() == 0


def test_clicks_change_the_address(filled: Server, visitor: NewVisitor) -> None:
    person = visitor(filled)
    page = person.open()
    page.get_by_role("link", name="IND3 · 2,000").click()
    expect(page).to_have_url(re.compile(r"indicator=IND3"))
    page.get_by_role("table", name="by city").get_by_role("link", name="Graz").click()
    expect(page).to_have_url(re.compile(r"city=graz"))
    expect(page.locator("section.indicator[aria-label=IND3] .reached b")).to_have_text("20")
    page.get_by_role("table", name="by community").get_by_role("link", name="Bosnian").click()
    expect(page).to_have_url(re.compile(r"community=bosnian"))
    expect(page.locator("section.indicator[aria-label=IND3] .reached b")).to_have_text("10")

    # The same address shows somebody else the same page.
    other = visitor(filled)
    other.open(page.url.removeprefix(filled.url))
    assert other.figure("IND3") == "10"

    page.get_by_role("link", name="Remove filter: City – Graz").click()
    expect(page).not_to_have_url(re.compile("city"))
    page.get_by_role("link", name="Remove filter: Community – Bosnian").click()
    expect(page.locator("section.indicator[aria-label=IND3] .reached b")).to_have_text("65")
    assert "community" not in page.url


def test_the_back_button_works(filled: Server, visitor: NewVisitor) -> None:
    page = visitor(filled).open()
    reached = page.locator("section.indicator[aria-label=IND1] .reached b")
    page.get_by_role("table", name="by city").get_by_role("link", name="Graz").click()
    expect(reached).to_have_text("20")
    page.go_back()
    expect(reached).to_have_text("40")


def test_choosing_by_keyboard_keeps_the_focus(filled: Server, visitor: NewVisitor) -> None:
    page = visitor(filled).open()
    link = page.get_by_role("table", name="by city").get_by_role("link", name="Vejle")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("section.indicator[aria-label=IND1] .reached b")).to_have_text("12")
    expect(link).to_be_focused()


def test_choosing_a_day_and_a_city_in_the_fields(filled: Server, visitor: NewVisitor) -> None:
    page = visitor(filled).open()
    page.get_by_label("Events up to").fill("2021-06-01")
    expect(page.get_by_text("events up to 1 Jun 2021")).to_be_visible()
    page.get_by_role("combobox", name="City", exact=True).select_option("vejle")
    expect(page.locator("section.indicator[aria-label=IND1] .reached b")).to_have_text("12")
    assert "as_of=2021-06-01" in page.url


def test_down_from_a_figure_to_the_row_of_the_file(filled: Server, visitor: NewVisitor) -> None:
    person = visitor(filled)
    page = person.open("/?city=graz")
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Explore").click()
    expect(page.get_by_role("heading", name="By community and city")).to_be_visible()
    assert "city=graz" in page.url
    table = page.get_by_role("table", name="By community and city")
    table.get_by_role("link", name="10, Bosnian, Graz: show events").click()
    expect(page.get_by_role("heading", name="1 event")).to_be_visible()
    page.get_by_role("link", name="10, Sewing together: show the rows").click()
    rows = page.get_by_role("table", name=re.compile("Sewing together, Graz")).get_by_role("row")
    expect(rows).to_have_count(11)
    expect(rows.nth(1)).to_contain_text("graz_sewing.csv")
    expect(rows.nth(1)).to_contain_text(re.compile(r"P-\d+"))


def test_a_sheet_is_uploaded_and_undone(fresh: Server, visitor: NewVisitor) -> None:
    person = visitor(fresh)
    page = person.open()
    page.get_by_role("link", name="Upload your first sheet").click()
    page.get_by_role("combobox", name="Your organisation").click()
    page.get_by_role("option", name="Coordinator").click()
    page.locator("input[type=file]").set_input_files(
        [
            {"name": "graz.csv", "mimeType": "text/csv", "buffer": sheet("2021-03-04", "Graz", range(7))},
            {"name": "bad.csv", "mimeType": "text/csv", "buffer": sheet("2021-02-30", "Graz", range(2))},
        ]
    )
    expect(page.get_by_text("7 people: 7 new, 0 already in the project.")).to_be_visible()
    expect(page.get_by_text("“2021-02-30” isn't a valid date.").first).to_be_visible()
    page.get_by_role("button", name="Import this sheet").and_(page.locator(":enabled")).click()
    card = page.get_by_role("region", name="graz.csv", exact=True)
    expect(card).to_contain_text("Imported")
    expect(card).to_contain_text("7")

    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Targets").click()
    expect(page.locator("section.indicator[aria-label=IND1] .reached b")).to_have_text("7")

    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Upload").click()
    page.get_by_role("link", name="Undo graz.csv").click()
    expect(page.get_by_text("This removes 7 people from IND1 and 7 people from IND3.")).to_be_visible()
    page.get_by_role("button", name="Undo upload").click()
    expect(page.get_by_text("graz.csv has been undone")).to_be_visible()
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Targets").click()
    expect(page.get_by_text("Upload your first sheet")).to_be_visible()


def test_figures_can_be_downloaded(filled: Server, visitor: NewVisitor) -> None:
    page = visitor(filled).open("/?city=graz")
    page.locator("summary", has_text="Download").click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="All figures (CSV)").click()
    assert waiting.value.suggested_filename == "LIAISON_all-figures_graz_2022-04-02.csv"
    text = waiting.value.path().read_text(encoding="utf-8-sig")
    assert "IND1,total,," in text
    assert ",20,20,0,500," in text
    for link in page.locator(".tools a[download]").all():
        address = f"{filled.url}/{link.get_attribute('href')}"
        with urllib.request.urlopen(address) as answer:
            start = answer.read(8)
        assert start.startswith(b"\x89PNG" if ".png" in address else b"\xef\xbb\xbf"), address


def test_figures_of_a_day_are_downloaded_by_keyboard_alone(filled: Server, visitor: NewVisitor) -> None:
    page = visitor(filled).open()
    reach(page, page.get_by_label("Events up to"))
    page.keyboard.type("12312021")
    expect(page.get_by_text("events up to 31 Dec 2021")).to_be_visible()
    has_focus(page)
    reach(page, page.locator("summary", has_text="Download"))
    page.keyboard.press("Enter")
    for words, name in (
        ("All figures (CSV)", "LIAISON_all-figures_2021-12-31.csv"),
        ("Summary (PNG)", "LIAISON-report-2021-12-31-summary.png"),
    ):
        reach(page, page.get_by_role("link", name=words))
        with page.expect_download() as waiting:
            page.keyboard.press("Enter")
        assert waiting.value.suggested_filename == name
        has_focus(page)
    reach(page, page.get_by_role("table", name="by city").get_by_role("link", name="Vejle"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Remove filter: City – Vejle")).to_be_visible()
    has_focus(page)


def test_an_unknown_filter_is_refused(filled: Server) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{filled.url}/export/indicators.csv?city=atlantis")
    assert refused.value.code == 404


def test_other_host_names_are_refused(filled: Server) -> None:
    request = urllib.request.Request(f"{filled.url}/export/attendances.csv", headers={"Host": "evil.example"})
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request)
    assert refused.value.code == 400


def test_a_fresh_server_may_be_asked_for_any_page_first(fresh: Server, visitor: NewVisitor) -> None:
    page = visitor(fresh).open("/counting")
    expect(page.get_by_role("navigation", name="Pages")).to_be_visible()
