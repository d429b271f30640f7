"""The Report page: view, download, issue and compare."""

from __future__ import annotations

from typing import Any

from streamlit.testing.v1 import AppTest

from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR, Actor
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.issued_reports import archive
from liaison_metrics.services.workspace.workspace import Workspace
from tests.actors import partner
from tests.made_up import sheet
from tests.pages.conftest import Page, html

MORE = sheet("2021-09-09", "Vejle", range(200, 206), title="Reading together")


def signed_in(drawn: AppTest, actor: Actor = COORDINATOR) -> AppTest:
    drawn.session_state["actor"] = actor
    return drawn.run()


def button(drawn: AppTest, label: str) -> Any:
    return next(one for one in drawn.button if one.label == label)


def at(drawn: AppTest, tab: str) -> AppTest:
    """Opens a tab. A test of the page alone cannot click one."""
    drawn.session_state["report-tab"] = tab
    return drawn.run()


def issue(drawn: AppTest, name: str) -> AppTest:
    """Names the report, and confirms."""
    at(drawn, "Issued reports").text_input(key="issue-name").set_value(name)
    return button(button(drawn, "Issue …").click().run(), "Issue report").click().run()


def test_an_empty_store_has_a_report(workspace: Workspace, page: Page) -> None:
    drawn = page("report")
    assert not drawn.exception
    assert "LIAISON: people reached by" in html(drawn) and "not held" in html(drawn)


def test_the_page_has_one_main_heading(filled: Workspace, page: Page) -> None:
    assert html(page("report")).count("<h1") == 1


def test_only_the_coordinator_gets_exact_figures(filled: Workspace, page: Page) -> None:
    drawn = page("report", figures="exact", city="graz")
    assert "Only the coordinator can see exact figures" in html(drawn)
    assert "Groups with fewer than 5 people are hidden" in html(drawn) and "Graz · events up to" in html(drawn)
    drawn = signed_in(page("report", figures="exact"), partner("vifin"))
    assert "Exact figures with small numbers" not in html(drawn)
    assert not [one for one in at(drawn, "Issued reports").button if one.label == "Issue …"]
    assert "Exact figures with small numbers" in html(signed_in(page("report", figures="exact")))
    assert "Groups with fewer than 20 people are hidden" in html(page("report", threshold="20"))
    assert not page("report", threshold="1", as_of="nonsense").exception


def test_files_are_prepared_as_one_archive(filled: Workspace, page: Page) -> None:
    drawn = at(page("report"), "Prepare files")
    assert not drawn.get("download_button")
    drawn = button(drawn, "Prepare files").click().run()
    assert not drawn.exception
    (saved,) = drawn.get("download_button")
    assert saved.proto.label.startswith("Download (")
    drawn.button_group(key="report-forms").set_value(["xml"])
    assert not drawn.run().get("download_button"), "other formats were chosen since"


def test_an_issued_report_is_kept_and_compared_with_today(filled: Workspace, page: Page) -> None:
    drawn = issue(signed_in(page("report")), "Interim report")
    assert not drawn.exception
    assert "Report 1 “Interim report” has been issued" in html(drawn)
    assert "Nothing has changed" in html(at(drawn, "Compare"))
    before = archive.files_of(filled, 1, actor=COORDINATOR)
    import_file(filled, "more.csv", MORE, actor=COORDINATOR)
    drawn = at(signed_in(page("report")), "Compare")
    assert "Changes since report 1 “Interim report”" in html(drawn)
    assert ">more.csv</a>" in html(drawn) and "IND3 +6" in html(drawn)
    assert "6 rows with new people" in html(drawn) and ": 2–7</li>" in html(drawn)
    assert archive.files_of(filled, 1, actor=COORDINATOR) == before


def test_a_lower_figure_is_marked_and_explained(filled: Workspace, page: Page) -> None:
    import_file(filled, "more.csv", MORE, actor=COORDINATOR)
    issue(signed_in(page("report")), "Interim report")
    number = next(one.id for one in uploads.latest(filled, actor=COORDINATOR) if one.file == "more.csv")
    uploads.undo(filled, number, COORDINATOR)
    drawn = html(at(signed_in(page("report")), "Compare"))
    assert "▼\N{NO-BREAK SPACE}6 fewer" in drawn and f"Undone: more.csv (upload {number})" in drawn


def test_an_issued_report_needs_a_name(filled: Workspace, page: Page) -> None:
    drawn = issue(signed_in(page("report")), "  ")
    assert "needs a name" in html(drawn)
    assert archive.all_reports(filled, actor=COORDINATOR) == []


def test_a_report_is_issued_only_when_it_is_confirmed(filled: Workspace, page: Page) -> None:
    drawn = at(signed_in(page("report")), "Issued reports")
    drawn.text_input(key="issue-name").set_value("Interim report")
    asked = button(drawn, "Issue …").click().run()
    assert (
        "Issue **Interim report**?" in asked.markdown[-1].value and "numbers below 5 hidden" in asked.markdown[-1].value
    )
    button(asked, "Cancel").click().run()
    assert archive.all_reports(filled, actor=COORDINATOR) == []
    drawn.text_input(key="issue-name").set_value("Interim report")
    asked = button(drawn, "Issue …").click().run()
    import_file(filled, "more.csv", MORE, actor=COORDINATOR)
    assert not [one for one in asked.run().button if one.label == "Issue report"], "the figures have changed since"


def test_a_report_is_withdrawn_replaced_and_valid_again(filled: Workspace, page: Page) -> None:
    drawn = issue(issue(signed_in(page("report")), "Interim report"), "Final report")
    drawn.selectbox(key="withdraw-one").set_value(1).run()
    drawn.selectbox(key="replaced-by-1").set_value(2).run()
    drawn = button(drawn, "Replace").click().run()
    assert "Report 1 has been withdrawn." in html(drawn) and "replaced by report 2" in html(drawn)
    drawn.selectbox(key="withdraw-one").set_value(1).run()
    button(drawn, "Make it valid again").click().run()
    assert [one.state_words for one in archive.all_reports(filled, actor=COORDINATOR)] == ["valid", "valid"]
