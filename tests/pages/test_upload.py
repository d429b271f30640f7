"""Upload, History and Answers as they are drawn, and the desk behind them."""

from __future__ import annotations

import io
import zipfile

from liaison_metrics.services import figures, uploads
from liaison_metrics.services.access.actors import COORDINATOR, Actor
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.words.answers import Answer
from tests.made_up import sheet
from tests.pages.conftest import Page, html
from tests.pages.desk import desk_with, settle

COMPASS = Actor("compass")
ASKING = (
    b"Date,City,Activity,Full name,Email,Community\n"
    b"2021-03-04,Graz,Skill-transfer workshop,Ana Korba,ana@example.org,Zubrowkan\n"
    b"2021-02-30,Graz,Skill-transfer workshop,Bilal Denzor,bilal@example.org,Local\n"
)


def reached(workspace: Workspace) -> int:
    return figures.indicator(workspace, "IND1").reach.reached


def test_an_empty_store_asks_who_is_there_and_then_offers_the_file_field(workspace: Workspace, page: Page) -> None:
    drawn = page("upload")
    assert not drawn.exception
    assert not drawn.get("file_uploader")
    drawn.selectbox(key="party_choice").select("coordinator").run()
    assert drawn.get("file_uploader")
    assert "uploads" not in html(drawn)


def test_sheets_on_the_desk_say_what_they_would_do_and_change_nothing(workspace: Workspace) -> None:
    desk = desk_with(workspace, [("one.csv", sheet("2021-03-04", "Graz", range(5))), ("two.pdf", b"%PDF-1.7 nothing")])
    one, two = desk.drafts
    assert one.is_ready and one.tried and one.tried.outlook and one.tried.outlook.people == 5
    assert not two.is_ready and two.tried and two.tried.message
    assert reached(workspace) == 0
    desk.bring(workspace, COORDINATOR, [one])
    assert desk.work.over.wait(20) and desk.work.progress[0] == 1.0
    assert one.done and one.done.upload == 1 and reached(workspace) == 5


def test_an_archive_gives_its_sheets(workspace: Workspace) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("May/one.csv", sheet("2021-03-04", "Graz", range(5)))
        archive.writestr("June/two.csv", sheet("2021-06-04", "Graz", range(3, 8)))
    desk = desk_with(workspace, [("sheets.zip", packed.getvalue()), ("broken.zip", b"PK\x03\x04 nothing")])
    assert [draft.is_ready for draft in desk.drafts] == [True, True, False]


def test_an_answer_makes_the_sheet_be_tried_again(workspace: Workspace) -> None:
    desk = desk_with(workspace, [("asking.csv", ASKING)])
    (draft,) = desk.drafts
    assert draft.tried and [question.value for question in draft.tried.questions] == ["Zubrowkan"]
    answer = Answer("community", "Zubrowkan", "bosnian")
    draft.say([answer])
    assert not draft.is_current and not draft.is_ready
    settle(desk, workspace)
    assert draft.tried and not draft.tried.questions
    draft.unsay(answer)
    settle(desk, workspace)
    assert draft.tried and draft.tried.questions


def test_the_card_of_a_sheet_shows_all_that_is_known_of_it(workspace: Workspace, page: Page) -> None:
    drawn = page("upload")
    drawn.session_state["acting_party"] = COORDINATOR
    drawn.session_state["desk"] = desk_with(workspace, [("asking.csv", ASKING)])
    drawn.run()
    assert not drawn.exception
    shown = html(drawn)
    for words in ("This sheet counts for 1 person: 1 new", "+1 → 1", "of 500", "“2021-02-30” is no day", "headers"):
        assert words in shown
    question = next(field for field in drawn.selectbox if "Zubrowkan" in field.label)
    assert "a new community …" in question.options and "not stated" in question.options
    question.select("bosnian")
    next(b for b in drawn.button if b.label == "Use these answers").click().run()
    assert not drawn.exception and not any("Zubrowkan" in field.label for field in drawn.selectbox)
    next(b for b in drawn.button if b.label == "Import this sheet").click().run()
    assert not drawn.exception and reached(workspace) == 1

    answers = page("answers")
    answers.session_state["acting_party"] = COORDINATOR
    answers.run()
    assert any("Zubrowkan" in text.value for text in answers.text)
    next(b for b in answers.button if b.label == "Take back").click().run()
    assert not any("Zubrowkan" in text.value for text in answers.text)


def test_undo_says_first_what_it_takes_away_and_history_brings_it_back(filled: Workspace, page: Page) -> None:
    first = uploads.latest(filled)[-1]
    drawn = page("history", undo=str(first.id))
    drawn.session_state["acting_party"] = COORDINATOR
    drawn.run()
    assert not drawn.exception
    assert f"Undo {first.file}?" in html(drawn) and "10 people from IND1" in html(drawn)
    assert reached(filled) == 40

    next(button for button in drawn.button if button.label == "Undo it").click().run()
    assert "undo" not in drawn.query_params
    # The ten of Graz who came to no other event are gone.
    assert reached(filled) == 30

    again = page("history", upload=str(first.id))
    again.session_state["acting_party"] = COORDINATOR
    again.run()
    next(button for button in again.button if button.label == "Bring it back").click().run()
    assert not again.exception and reached(filled) == 40


def test_a_partner_is_offered_only_what_it_may_do(filled: Workspace, page: Page) -> None:
    drawn = page("history", upload="1")
    drawn.session_state["acting_party"] = COMPASS
    drawn.run()
    assert not drawn.exception
    assert "?undo=" not in html(drawn)
    assert not any("original" in field.label for field in drawn.get("download_button"))


def test_an_unknown_upload_in_the_address_is_ignored(filled: Workspace, page: Page) -> None:
    for name in ("upload", "history"):
        drawn = page(name, undo="99999", upload="nonsense")
        assert not drawn.exception
        assert "uploads" in html(drawn).lower()
