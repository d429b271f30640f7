"""The upload queue: previews, answers, archives, and the acting organisation."""

from __future__ import annotations

import io
import zipfile

from liaison_metrics.services import figures
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.answers.saved import saved_answers, undo
from liaison_metrics.services.intake import Options, import_file
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.ui.upload.queue.upload_queue import UploadQueue
from tests.actors import partner
from tests.conftest import PATIENCE
from tests.made_up import sheet
from tests.pages.upload_queue import queue_with, settle

COMPASS, VIFIN = partner("compass"), partner("vifin")


DAY = "2021-03-04"


ASKING = (
    b"Date,City,Activity,Full name,Email,Community\n"
    b"2021-03-04,Graz,Skill-transfer workshop,Ana Korba,ana@example.org,Zubrowkan\n"
    b"2021-02-30,Graz,Skill-transfer workshop,Bilal Denzor,bilal@example.org,Local\n"
)


def reached(workspace: Workspace) -> int:
    return figures.indicator(workspace, "IND1", actor=COORDINATOR).reach.reached


def test_a_preview_changes_nothing(workspace: Workspace) -> None:
    queue = queue_with(
        workspace, [("one.csv", sheet("2021-03-04", "Graz", range(5))), ("two.pdf", b"%PDF-1.7 nothing")]
    )
    one, two = queue.drafts
    assert one.is_ready and one.preview and one.preview.preview and one.preview.preview.people == 5
    assert not two.is_ready and two.preview and two.preview.message
    assert reached(workspace) == 0
    queue.import_drafts(workspace, COORDINATOR, [one])
    assert queue.work.idle.wait(PATIENCE) and queue.work.progress[0] == 1.0
    assert one.result and one.result.upload == 1 and reached(workspace) == 5


def test_an_archive_adds_each_sheet(workspace: Workspace) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("May/one.csv", sheet("2021-03-04", "Graz", range(5)))
        archive.writestr("June/two.csv", sheet("2021-06-04", "Graz", range(3, 8)))
    queue = queue_with(workspace, [("sheets.zip", packed.getvalue()), ("broken.zip", b"PK\x03\x04 nothing")])
    assert [draft.is_ready for draft in queue.drafts] == [True, True, False]


def test_an_answer_triggers_a_new_preview(workspace: Workspace) -> None:
    queue = queue_with(workspace, [("asking.csv", ASKING)])
    (draft,) = queue.drafts
    assert draft.preview and [question.value for question in draft.preview.questions] == ["Zubrowkan"]
    answer = Answer("community", "Zubrowkan", "bosnian")
    draft.add_answers([answer])
    assert not draft.is_current and not draft.is_ready
    settle(queue, workspace)
    assert draft.preview and not draft.preview.questions
    draft.remove_answer(answer)
    settle(queue, workspace)
    assert draft.preview and draft.preview.questions


def test_a_queued_sheet_asks_again_when_a_saved_answer_is_undone(workspace: Workspace) -> None:
    rows = ASKING.replace(b"Graz", b"Grtz")
    import_file(workspace, "one.csv", rows, Options(answers=(Answer("city", "Grtz", "graz"),)), actor=COMPASS)
    queue = queue_with(workspace, [("two.csv", rows.replace(b"Ana", b"Eva"))], COMPASS)
    (draft,) = queue.drafts
    assert draft.is_ready and draft.preview and [one.value for one in draft.preview.recalled] == ["Grtz"]
    (held,) = saved_answers(workspace, COMPASS)
    undo(workspace, [held.number], COMPASS)
    watch.wrote()
    settle(queue, workspace, COMPASS)
    assert not draft.is_ready and not draft.preview.recalled


def test_another_actor_takes_over_the_queue(workspace: Workspace) -> None:
    mine = import_file(workspace, "one.csv", sheet(DAY, "Graz", range(5)), actor=COMPASS).upload
    queue = queue_with(workspace, [("two.csv", sheet(DAY, "Graz", range(6)))], COMPASS)
    (draft,) = queue.drafts
    draft.replace_upload(mine)
    settle(queue, workspace, COMPASS)
    assert draft.is_ready
    queue.set_actor(VIFIN)
    assert not draft.is_ready and draft.options.replaces is None and draft.options.hints.partner == "vifin"
    settle(queue, workspace, VIFIN)
    assert draft.preview and [one.kind for one in draft.preview.questions] == ["other_cities"]
    draft.add_answers([Answer("other_cities", "", "all")])
    settle(queue, workspace, VIFIN)
    assert draft.is_ready


def test_a_preview_follows_the_store(workspace: Workspace) -> None:
    queue = queue_with(
        workspace, [("one.csv", sheet(DAY, "Graz", range(5))), ("two.csv", sheet(DAY, "Graz", range(6)))]
    )
    one, two = queue.drafts
    queue.import_drafts(workspace, COORDINATOR, [one])
    assert queue.work.idle.wait(PATIENCE)
    queue.preview_all(workspace, COORDINATOR)
    assert queue.work.idle.wait(PATIENCE)
    assert two.preview and two.preview.preview
    assert [(two.preview.preview.people, two.preview.preview.known)] == [(6, 5)]
    assert two.preview.preview.effects[0].change == 1


def test_sheets_are_there_again_after_a_reload_until_they_are_imported(workspace: Workspace) -> None:
    queue = queue_with(workspace, [("asking.csv", ASKING), ("one.csv", sheet(DAY, "Graz", range(5)))], COMPASS)
    queue.drafts[0].add_answers([Answer("community", "Zubrowkan", "bosnian")])
    settle(queue, workspace, COMPASS)
    other = UploadQueue()
    other.load(workspace, VIFIN)
    assert other.drafts == []
    again = UploadQueue()
    for _time in range(2):
        again.load(workspace, COMPASS)
    settle(again, workspace, COMPASS)
    asking, one = again.drafts
    assert asking.file == "asking.csv" and asking.preview and not asking.preview.questions, "with its answers"
    again.import_drafts(workspace, COMPASS, [one])
    assert again.work.idle.wait(PATIENCE) and one.result
    again.remove(asking)
    again.load(workspace, COMPASS)
    empty = UploadQueue()
    empty.load(workspace, COMPASS)
    assert empty.drafts == []
