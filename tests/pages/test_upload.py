"""The Upload and Answers pages."""

from __future__ import annotations

import io
import zipfile

from liaison_metrics.services import figures
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Hints
from tests.actors import partner
from tests.conftest import PATIENCE
from tests.made_up import TWICE_TOLD
from tests.pages.conftest import Page, html
from tests.pages.upload_queue import finished, queue_with, settle

COMPASS = partner("compass")
ASKING = (
    b"Date,City,Activity,Full name,Email,Community\n"
    b"2021-03-04,Graz,Skill-transfer workshop,Ana Korba,ana@example.org,Zubrowkan\n"
    b"2021-02-30,Graz,Skill-transfer workshop,Bilal Denzor,bilal@example.org,Local\n"
)


def reached(workspace: Workspace) -> int:
    return figures.indicator(workspace, "IND1", actor=COORDINATOR).reach.reached


def test_the_file_field_appears_once_the_organisation_is_chosen(workspace: Workspace, page: Page) -> None:
    drawn = page("upload")
    assert not drawn.exception
    assert not drawn.get("file_uploader")
    drawn.selectbox(key="actor_choice").select("coordinator").run()
    assert drawn.get("file_uploader")
    assert "uploads" not in html(drawn)


def test_the_card_shows_preview_questions_and_rejected_rows(workspace: Workspace, page: Page) -> None:
    drawn = page("upload")
    drawn.session_state["actor"] = COORDINATOR
    drawn.session_state["upload_queue"] = queue_with(workspace, [("asking.csv", ASKING)])
    drawn.run()
    assert not drawn.exception
    shown = html(drawn)
    for words in ("1 person: 1 new", "+1 → 1", "of 500", "t a valid date", "header row"):
        assert words in shown
    for words in ("names a person", "by its header, all values fit"):
        assert words in shown, "the preview says what became of each row, and why"
    (account,) = drawn.get("button_group")
    assert account.label.startswith("3 rows.") and account.options == ["1 person", "1 rejected", "1 header row"]
    account.set_value("1 rejected").run()
    assert "Bilal" in html(drawn) and "Ana Korba" not in html(drawn), "a part of the account shows its rows alone"
    drawn.get("button_group")[0].set_value(None).run()
    question = next(field for field in drawn.selectbox if "Zubrowkan" in field.label)
    assert "Add a new community …" in question.options and "not stated" in question.options
    question.select("bosnian")
    next(b for b in drawn.button if b.label == "Apply").click().run()
    finished(drawn)
    assert not drawn.exception and not any("Zubrowkan" in field.label for field in drawn.selectbox)
    next(b for b in drawn.button if b.label == "Import this sheet").click().run()
    finished(drawn)
    assert not drawn.exception and reached(workspace) == 1

    answers = page("answers")
    answers.session_state["actor"] = COORDINATOR
    answers.run()
    assert any("Zubrowkan" in text.value for text in answers.text)
    next(b for b in answers.button if b.label == "Remove").click().run()
    assert not any("Zubrowkan" in text.value for text in answers.text)


def test_a_sheet_says_how_its_numbers_meet_those_of_others(workspace: Workspace, page: Page) -> None:
    for name in ("cooking_list.csv", "sewing_list.csv"):
        import_file(workspace, name, TWICE_TOLD[name], actor=COORDINATOR)
    drawn = page("upload")
    drawn.session_state["actor"] = COORDINATOR
    drawn.session_state["upload_queue"] = queue_with(workspace, [("graz_log.csv", TWICE_TOLD["graz_log.csv"])])
    drawn.run()
    assert any("is “Sewing circle” (3 listed) the same event as" in field.label for field in drawn.radio)
    before = html(drawn)
    next(b for b in drawn.button if b.label == "Import this sheet").click().run()
    finished(drawn)
    assert not drawn.exception
    after = html(drawn)
    for shown in (before, after):
        assert "2 listed + 3 not listed = 5, stated by this file row 2" in shown
        assert "Taken as the same event as “Cooking together”: the titles are nearly the same." in shown
    assert "1 pair of events to check" in after and "1 pair of events to check" not in before, "asked as a question"
    assert "“Sewing circle” (3 listed) and “Summer workshop” (5 stated, nobody listed) may be the same" in after
    assert "Counted as 5 until somebody decides; 8 if they are different events." in after
    assert 'href="events?event=' in after and 'href="events?event=' not in before, "the events have pages now"


def test_a_list_names_the_file_that_states_more(workspace: Workspace, page: Page) -> None:
    import_file(workspace, "graz_log.csv", TWICE_TOLD["graz_log.csv"], actor=COORDINATOR)
    drawn = page("upload")
    drawn.session_state["actor"] = COORDINATOR
    drawn.session_state["upload_queue"] = queue_with(workspace, [("list.csv", TWICE_TOLD["cooking_list.csv"])])
    assert "2 listed + 3 not listed = 5, stated by graz_log.csv row 2" in html(drawn.run())


def test_an_unknown_upload_in_the_address_is_ignored(filled: Workspace, page: Page) -> None:
    for name in ("upload", "history"):
        drawn = page(name, undo="99999", upload="nonsense")
        assert not drawn.exception
        assert "uploads" in html(drawn).lower()


def test_a_partner_asks_the_coordinator_and_sees_the_answer(workspace: Workspace, page: Page) -> None:
    data = b"Date,City,Activity,Full name,Community\n2021-03-04,Graz,Skill-transfer workshop,Ana Korba,Ghana\n"
    drawn = page("upload")
    drawn.session_state["actor"] = COMPASS
    drawn.session_state["upload_queue"] = queue_with(workspace, [("asking.csv", data)], COMPASS)
    drawn.run()
    field = next(one for one in drawn.selectbox if "Ghana" in one.label)
    assert field.options[:5] == ["not stated", "leave these rows out", "ask the coordinator", "Afghan", "Albanian"]
    field.select("+ask")
    next(b for b in drawn.button if b.label == "Apply").click().run()
    finished(drawn)
    assert any("You asked the coordinator" in one.value for one in drawn.caption)
    assert "ask the coordinator" not in next(one for one in drawn.selectbox if "Ghana" in one.label).options

    answers = page("answers")
    answers.session_state["actor"] = COMPASS
    assert any("waits for the coordinator" in one.value for one in answers.run().text)
    coordinator = page("answers")
    coordinator.session_state["actor"] = COORDINATOR
    coordinator.run()
    coordinator.selectbox(key="settle-1").select("not_stated").run()
    coordinator.button(key="settle-it-1").click().run()
    assert not coordinator.exception and any("answered by" in one.value for one in coordinator.text)
    assert any("answered by" in one.value for one in answers.run().text)
    drawn = finished(drawn.run())
    assert "✔ Ready to import" in html(drawn) and any("not stated" in one.value for one in drawn.text)


def test_what_is_not_taken_says_why(workspace: Workspace, page: Page) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as document:
        document.writestr("[Content_Types].xml", "<x/>")
        document.writestr("word/document.xml", "<x/>")
    files = [("minutes.docx", packed.getvalue()), ("scan.pdf", b"%PDF-1.7 nothing")]
    drawn = page("upload")
    drawn.session_state["actor"] = COORDINATOR
    drawn.session_state["upload_queue"] = queue_with(workspace, files)
    shown = html(drawn.run())
    for words in ("minutes.docx is", "scan.pdf is"):
        assert words in shown, shown


def test_the_same_sheet_added_again_is_there_once(workspace: Workspace) -> None:
    file = ("cooking_list.csv", TWICE_TOLD["cooking_list.csv"])
    queue = queue_with(workspace, [file])
    queue.add_files([file], Hints())
    assert queue.work.idle.wait(PATIENCE)
    assert [(draft.file, draft.times_added) for draft in queue.drafts] == [("cooking_list.csv", 2)]
    queue.add_files([file], Hints(city="graz"))  # with other details it is read anew
    assert queue.work.idle.wait(PATIENCE)
    assert len(queue.drafts) == 2


def test_several_sheets_that_are_ready_come_next_together(workspace: Workspace) -> None:
    queue = queue_with(workspace, [("cooking_list.csv", TWICE_TOLD["cooking_list.csv"])])
    assert not queue.comes_together
    queue.add_files([("sessions.csv", TWICE_TOLD["sessions.csv"])], Hints())
    assert queue.work.idle.wait(PATIENCE)
    settle(queue, workspace)
    assert queue.comes_together
    queue.add_files([("photo.csv", b"\x89PNG\r\n\x1a\n")], Hints())
    assert queue.work.idle.wait(PATIENCE)
    settle(queue, workspace)
    assert not queue.comes_together  # the sheet that was read last can't be imported
