"""Upload in a real browser, by keyboard alone, as partner and coordinator, wide and narrow."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewVisitor, Server, settled, violations
from tests.browser.keyboard import choose, has_focus, pick, press, reach

SHEET = (
    b"Date,City,Activity,Full name,Email,Community\n"
    b"2021-03-04,Graz,Skill-transfer workshop,Ana Korba,ana@example.org,Zubrowkan\n"
    b"2021-03-04,Graz,Skill-transfer workshop,Cem Halost,cem@example.org,Turkish\n"
    b"2021-02-30,Graz,Skill-transfer workshop,Bilal Denzor,bilal@example.org,Local\n"
)


@pytest.mark.parametrize(
    ("who", "width"), [("Coordinator", 1280), pytest.param("Compass", 390, marks=pytest.mark.whole)]
)
def test_a_sheet_is_uploaded_by_keyboard_alone(fresh: Server, visitor: NewVisitor, who: str, width: int) -> None:
    page = visitor(fresh).open("/upload")
    page.set_viewport_size({"width": width, "height": 900})
    choose(page, "Your organisation", who, stays=False)
    has_focus(page)
    expect(page.get_by_text("Paste cells from a spreadsheet")).to_be_visible()
    upload = page.get_by_test_id("stFileUploaderDropzone").get_by_role("button", name="Upload", exact=True).last
    reach(page, upload)
    with page.expect_file_chooser() as chooser:
        upload.press("Enter")  # on the element itself: the page may rerun at this moment
    chooser.value.set_files([{"name": "asking.csv", "mimeType": "text/csv", "buffer": SHEET}])
    counts = page.get_by_text("2 people: 2 new, 0 already in the project.")
    expect(counts).to_be_visible()
    has_focus(page)
    expect(page.get_by_text("“2021-02-30” isn't a valid date.").first).to_be_visible()
    expect(page.get_by_text("4 rows. Choose a part to see its rows:")).to_be_visible()
    expect(page.get_by_role("row", name=re.compile("^2 person names a person"))).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width, "the preview scrolls inside its card"
    assert violations(page) == []
    choose(page, re.compile("Zubrowkan"), "Bosnian")
    press(page, "Apply")
    expect(page.get_by_text("1 answer applied")).to_be_visible()
    has_focus(page)
    with page.expect_download() as download:
        press(page, "Download rejected rows to correct")
    assert download.value.suggested_filename == "asking – rejected rows.xlsx"
    press(page, "Import this sheet")
    expect(page.get_by_text("Partly imported").first).to_be_visible()
    has_focus(page)
    press(page, "Undo")
    expect(page.get_by_text("This removes 2 people from IND1")).to_be_visible()
    has_focus(page)
    press(page, "Undo upload")
    expect(page.get_by_text("asking.csv has been undone")).to_be_visible()
    has_focus(page)


def test_nothing_typed_or_opened_is_lost_when_another_upload_arrives(fresh: Server, visitor: NewVisitor) -> None:
    page = visitor(fresh).upload_as("Compass")
    expect(page.get_by_text("Paste cells from a spreadsheet")).to_be_visible()
    page.locator("input[type=file]").set_input_files([{"name": "asking.csv", "mimeType": "text/csv", "buffer": SHEET}])
    counts = page.get_by_text("2 people: 2 new")
    expect(counts).to_be_visible()
    page.get_by_text("No file?").click()
    title = page.get_by_role("textbox", name="Title").last
    title.fill("Half a tit")
    page.get_by_text("Adjust columns").click()
    heads = page.get_by_role("spinbutton", name="Header row")
    heads.fill("2")
    fresh.import_sheets("graz_sewing.csv")
    expect(page.get_by_text("+2 → 22")).to_have_count(2)
    expect(heads).to_have_value("2")
    heads.fill("1")
    asked = page.get_by_role("combobox", name=re.compile("Zubrowkan"))
    pick(page, re.compile("Zubrowkan"), "Somali")
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    column = page.get_by_role("combobox", name="Full name")
    column.scroll_into_view_if_needed()
    column.click()
    expect(page.get_by_role("option", name="Family name")).to_be_visible()
    fresh.import_sheets("vejle_cooking.csv")
    expect(page.get_by_text("+2 → 34")).to_have_count(2)
    settled(page)  # the page must not shift: that would close the list
    expect(page.get_by_role("option", name="Family name")).to_be_visible()
    page.keyboard.press("Escape")
    expect(asked).to_have_value("Somali")
    expect(title).to_be_visible()
    expect(title).to_have_value("Half a tit")


def test_a_wrong_cell_is_corrected_and_a_reload_loses_nothing(fresh: Server, visitor: NewVisitor) -> None:
    page = visitor(fresh).upload_as("Compass")
    expect(page.locator("h2:focus")).to_have_text("Add sheets")
    page.locator("input[type=file]").set_input_files([{"name": "asking.csv", "mimeType": "text/csv", "buffer": SHEET}])
    expect(page.locator("h2:focus")).to_have_text("asking.csv")
    field = page.get_by_role("textbox", name="correct it")
    field.fill("2021-03-04")
    field.press("Enter")
    expect(page.get_by_text("3 people: 3 new")).to_be_visible()
    page.reload()
    page.get_by_role("combobox", name="Your organisation").click()
    page.get_by_role("option", name="Compass").click()
    expect(page.get_by_text("3 people: 3 new")).to_be_visible()
    expect(page.get_by_role("textbox", name="corrected")).to_have_value("2021-03-04")
    page.get_by_role("button", name="Import this sheet").click()
    expect(page.locator("p:focus")).to_have_text("✔ Imported 1 sheet")
    assert violations(page) == []
