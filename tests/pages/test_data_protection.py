"""The page Data protection: everybody reads what is kept; coordinators give out and delete a person's data."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from liaison_metrics.domain.project import DataProtection
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.uploads.personal_data.documents import languages, participants_text, processing_record
from liaison_metrics.services.workspace.workspace import Workspace
from tests.pages.conftest import Page, html
from tests.pages.roles import framed_page, pages_as
from tests.services.conftest import row, sheet


def button(drawn: AppTest, label: str):
    return next(one for one in drawn.button if one.label == label)


def as_coordinator(page: Page) -> AppTest:
    drawn = page("data_protection")
    drawn.session_state["actor"] = COORDINATOR
    return drawn.run()


def test_a_person_is_found_and_deleted(filled: Workspace, page: Page) -> None:
    import_file(
        filled, "zilla.csv", sheet(row("Zilla Quendelberg", email="zilla@zwetschgo.example")), actor=COORDINATOR
    )
    drawn = as_coordinator(page)
    assert not drawn.exception and "What is kept" in html(drawn)
    fields = {one.label: one for one in drawn.text_input}
    fields["E-mail address"].set_value("zilla@zwetschgo.example")
    button(drawn, "Show what would be deleted").click().run()
    assert "1 attendance, 1 event, 1 upload, 1 row in files" in html(drawn)
    button(drawn, "Delete this person’s data").click().run()
    assert not drawn.exception and "Receipt no. 1" in html(drawn)
    assert all(one.value == "" for one in drawn.text_input), "what was typed is dropped"
    drawn.text_input[0].set_value("zilla@zwetschgo.example")
    button(drawn, "Make a file with the person’s data").click().run()
    assert "Nobody was found" in html(drawn) and "zilla" not in html(drawn).lower()


def test_others_read_and_cannot_ask(filled: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    for role in ("partner", "funder"):
        pages_as(monkeypatch, role)
        drawn = framed_page("data_protection")
        assert "What is kept" in html(drawn) and not drawn.text_input and not drawn.button


def test_coordinators_are_told_before_the_day(filled: Workspace, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Delete them now" not in html(page())
    rule = DataProtection(final_payment="2010-01-01", contact="privacy@example.org")  # type: ignore[arg-type]
    monkeypatch.setattr(filled, "project", filled.project.model_copy(update={"data_protection": rule}))
    assert "Delete them now" in html(page())
    drawn = as_coordinator(page)
    assert button(drawn, "Delete all personal data").disabled
    drawn.checkbox(key="purge-sure").check().run()
    button(drawn, "Delete all personal data").click().run()
    assert not drawn.exception and "What was deleted" in html(drawn) and not drawn.text_input


def test_the_documents_are_whole_in_every_language(filled: Workspace) -> None:
    rule = DataProtection(contact="privacy@example.org", years_kept=7)
    project = filled.project.model_copy(update={"data_protection": rule})
    assert list(languages()) == ["en", "de", "it", "da", "el"]
    texts = [participants_text(project, code) for code in languages()]
    assert len({len(text.splitlines()) for text in texts}) == 1 and len(set(texts)) == 5
    assert all("privacy@example.org" in text and " 7 " in text and "{" not in text for text in texts)
    assert "privacy" not in participants_text(filled.project, "de")
    record = processing_record(project)
    assert "CESIE" in record and "privacy@example.org" in record
