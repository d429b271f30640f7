"""The card of a sheet on Upload: questions, preview, import, replacement and undo."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from liaison_metrics.services import figures, uploads
from liaison_metrics.services.access.actors import COORDINATOR, Actor
from liaison_metrics.services.answers.cells import correction
from liaison_metrics.services.intake import ImportRun, UploadedFile, import_file, run_import
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.uploads import mark_demonstration
from liaison_metrics.ui.upload.queue.upload_queue import UploadQueue
from tests.actors import partner
from tests.conftest import PATIENCE
from tests.made_up import log, person, sheet
from tests.pages.conftest import Page, html
from tests.pages.upload_queue import finished, queue_with, settle

Draw = Callable[..., AppTest]

COMPASS, VIFIN = partner("compass"), partner("vifin")
DAY = "2021-03-04"
LIST, LOG = sheet(DAY, "Graz", range(5)), log("Graz", (DAY, "Sewing together", 9))
NOBODY_KNOWS = b"Qua,Que,Qui\nAna Korba,12,Zorb\nCem Halost,44,Plim\n"
ASKING = (
    b"Date,City,Activity,Full name,Community\n"
    b"2021-03-04,Graz,Skill-transfer workshop,Ana Korba,Zubrowkan\n"
    b"2021-03-04,Graz,Skill-transfer workshop,Cem Halost,Turkish\n"
)


@pytest.fixture
def upload(page: Page) -> Draw:
    """Runs Upload with a queue: ``upload(queue, actor)``."""

    def draw(queue: UploadQueue, actor: Actor = COORDINATOR) -> AppTest:
        drawn = page("upload")
        drawn.session_state["actor"] = actor
        drawn.session_state["upload_queue"] = queue
        return drawn.run()

    return draw


def press(drawn: AppTest, words: str) -> AppTest:
    next(button for button in drawn.button if button.label == words).click().run()
    return finished(drawn)


def field(drawn: AppTest, words: str) -> Any:
    return next(one for one in drawn.selectbox if words in one.label)


def reached(workspace: Workspace) -> int:
    return figures.indicator(workspace, "IND1", actor=COORDINATOR).reach.reached


def test_long_lists_are_cut_off(workspace: Workspace, upload: Draw) -> None:
    lines = sheet(DAY, "Graz", range(3)).decode() + "".join(
        f"2021-02-30;Graz;Skill-transfer workshop;Sewing;{person(number)};;1980;male;Local\n" for number in range(300)
    )
    drawn = upload(queue_with(workspace, [("long.csv", lines.encode())]))
    for step, words in (("tried", "300 rows have errors"), ("imported", "300 rejected rows")):
        assert words in html(drawn) and "rows 5, 6, 7, 8, 9, 10, 11, 12 …" in html(drawn)
        lines = html(drawn).count('<td class="text">“2021-02-30” isn&#39;t a valid date.</td>')
        assert lines == 1, "one line for the same error in many rows"
        if step == "tried":
            press(drawn, "Import this sheet")
    assert "See targets" in html(drawn)


def test_columns_with_unknown_headers_can_be_assigned(workspace: Workspace, upload: Draw) -> None:
    drawn = upload(queue_with(workspace, [("strange.csv", NOBODY_KNOWS)]))
    (head,) = [one for one in drawn.number_input if one.label == "Header row"]
    assert head.value is None
    head.set_value(1).run()
    field(drawn, "Qua").select("name").run()  # applied at once, without a button
    assert field(drawn, "Qua").value == "name" and "header row" in html(drawn)
    field(drawn, "Which activity").select("skill_transfer_workshop")
    field(drawn, "In which city").select("graz")
    next(one for one in drawn.date_input if "On which day" in one.label).set_value(date(2021, 3, 4))
    press(drawn, "Apply")
    assert not drawn.exception and "2 people: 2 new" in html(drawn)
    # If two columns get the same meaning, only one is used.
    field(drawn, "Qui").select("name").run()
    assert [field(drawn, one).value for one in ("Qua", "Qui")] == ["unused", "name"]


def test_the_date_of_pasting_is_not_used_as_event_date(workspace: Workspace, upload: Draw) -> None:
    drawn = upload(UploadQueue(), COMPASS)
    drawn.text_area[0].set_value('Name\tCommunity\n"Ana\nKorba"\tTurkish\nCem Halost\tLocal\n')
    drawn.button(next(one.key for one in drawn.button if one.label == "Read")).click().run()
    settle(drawn.session_state["upload_queue"], workspace, COMPASS)
    drawn.run()
    assert not drawn.exception and "Pasted cells" in html(drawn) and "rows 1 to 3 of 3" in html(drawn)
    assert any("On which day" in one.label for one in drawn.date_input)


def test_a_coordinator_adds_a_community_and_a_partner_cannot(workspace: Workspace, upload: Draw) -> None:
    drawn = upload(queue_with(workspace, [("asking.csv", ASKING)], COMPASS), COMPASS)
    assert "Add a new community …" not in field(drawn, "Zubrowkan").options
    drawn = upload(queue_with(workspace, [("asking.csv", ASKING)]))
    field(drawn, "Zubrowkan").select_index(len(field(drawn, "Zubrowkan").options) - 1).run()
    name = next(one for one in drawn.text_input if one.label == "Name of the new community")
    assert name.value == "Zubrowkan"
    name.set_value("12")
    next(button for button in drawn.button if button.label == "Apply").click().run()
    assert "be the name of a community" in html(drawn)
    next(one for one in drawn.text_input if one.label == "Name of the new community").set_value("Zubrowkan")
    press(drawn, "Apply")
    assert not drawn.exception and "zubrowkan" in workspace.project.communities
    assert not any("Zubrowkan" in one.label for one in drawn.selectbox)


def test_a_corrected_sheet_is_offered_as_replacement(workspace: Workspace, upload: Draw) -> None:
    import_file(workspace, "march.csv", sheet(DAY, "Graz", range(8)), actor=COORDINATOR)
    import_file(
        workspace, "fair.csv", sheet("2021-09-18", "Graz", range(8), activity="LIAISON fair"), actor=COORDINATOR
    )
    queue = queue_with(workspace, [("corrected.csv", sheet(DAY, "Graz", range(7)))])
    drawn = upload(queue)
    assert "This looks like another version of upload 1, march.csv." in html(drawn)
    field(drawn, "Replaces").select(1).run()
    assert not drawn.exception and "±0 → 8" in html(drawn)
    # Somebody else undoes the upload meanwhile: the sheet no longer replaces it.
    uploads.undo(workspace, 1, COORDINATOR)
    watch.wrote()
    drawn.run()
    settle(queue, workspace)
    drawn.run()
    (draft,) = queue.drafts
    assert not drawn.exception and draft.options.replaces is None
    assert "Upload 1, which this was to replace, has been undone." in html(drawn)
    settle(queue, workspace)
    assert draft.is_ready

    new = upload(queue_with(workspace, [("other.csv", sheet("2021-05-06", "Graz", range(20, 28)))]))
    assert "another version" not in html(new)
    assert any(one.label == "Replaces an earlier upload" for one in new.toggle)


def test_undo_shows_what_it_removes_before_it_is_confirmed(workspace: Workspace, upload: Draw) -> None:
    drawn = upload(queue_with(workspace, [("one.csv", sheet(DAY, "Graz", range(5)))]))
    press(drawn, "Import this sheet")
    press(drawn, "Undo")
    assert "This removes 5 people from IND1 and 5 people from IND3." in html(drawn) and reached(workspace) == 5
    press(drawn, "Cancel")
    assert "This removes" not in html(drawn) and reached(workspace) == 5
    press(drawn, "Undo")
    press(drawn, "Undo upload")
    assert reached(workspace) == 0 and "one.csv has been undone" in html(drawn)
    press(drawn, "Redo upload")
    assert reached(workspace) == 5 and "one.csv has been redone" in html(drawn), "the message offers the way back"
    drawn.session_state["flash_message"] = drawn.session_state["flash_message"]._replace(subject=("events",))
    drawn.run()
    assert "one.csv has been redone" not in html(drawn), "it belongs to its page"


def test_latest_uploads_link_to_the_history_and_offer_permitted_actions(workspace: Workspace, upload: Draw) -> None:
    import_file(workspace, "one.csv", sheet(DAY, "Graz", range(5)), actor=COMPASS)
    assert "history?upload=1" in html(upload(UploadQueue())) and "?undo=1" in html(upload(UploadQueue()))
    assert "?undo=1" in html(upload(UploadQueue(), COMPASS)) and "?undo=1" not in html(upload(UploadQueue(), VIFIN))


def test_repeated_rows_are_told_wherever_rows_are_not_counted(workspace: Workspace, upload: Draw, page: Page) -> None:
    drawn = upload(queue_with(workspace, [("twice.csv", sheet(DAY, "Graz", [0, 1, 1]))]))
    assert "Rows not counted (1)" in html(drawn)
    press(drawn, "Import this sheet")
    assert "Rows not counted (1)" in html(drawn) and "See targets" in html(drawn)
    (one,) = uploads.latest(workspace, actor=COORDINATOR)
    assert (one.not_counted, one.repeated, one.uncounted) == (0, 1, 1)
    assert "Rows not counted (1)" in html(page("history", upload="1"))


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (None, LOG, "Unidentified people: +9."),
        (LIST, LOG, "Unidentified people: +4."),
        (LOG, LIST, "5 people: 5 new, 0 already in the project. Unidentified people: −5."),
        (LIST, log("Graz", (DAY, "Sewing together", 5)), "Unidentified people: ±0."),
    ],
)
def test_the_preview_tells_whom_a_headcount_adds(
    workspace: Workspace, upload: Draw, first: bytes | None, second: bytes, told: str
) -> None:
    if first:
        import_file(workspace, "first.csv", first, actor=COORDINATOR)
    drawn = html(upload(queue_with(workspace, [("second.csv", second)])))
    assert f'<p class="strong">{told}</p>' in drawn


def test_the_preview_leaves_out_sample_data_that_goes(workspace: Workspace, upload: Draw) -> None:
    run_import(
        workspace, UploadedFile("sample.csv", LOG), actor=COORDINATOR, run=ImportRun(demonstration=True)
    )  # fmt: skip
    with workspace.store.writing() as connection:
        mark_demonstration(connection, True)
    drawn = html(upload(queue_with(workspace, [("log.csv", log("Graz", ("2021-06-05", "Songs", 4)))])))
    assert "Unidentified people: +4." in drawn


def test_a_wrong_cell_is_corrected_in_place(workspace: Workspace, upload: Draw, page: Page) -> None:
    data = sheet(DAY, "Graz", range(3)) + sheet("2021-02-30", "Graz", range(3, 5)).partition(b"\n")[2]
    queue = queue_with(workspace, [("graz.csv", data)])
    drawn = html(upload(queue))
    assert "✕ 2 rows have errors" in drawn and "2 rows have errors" in drawn
    both = json.dumps(["graz!A5", "graz!A6"]).replace('"', "&#34;")
    assert drawn.count(f'data-cells="{both}"') == 1, "one field corrects both cells"
    assert 'data-cells="[&#34;graz!A5&#34;]"' in drawn, "and each has one in the preview"
    (draft,) = queue.drafts
    draft.add_answers(correction(("graz", row, 0), "2021-03-04") for row in (5, 6))
    settle(queue, workspace)
    after = upload(queue)
    assert "✔ Ready to import" in html(after) and "5 people: 5 new" in html(after)
    assert any("Corrected cell “graz!A5”: 2021-03-04" in text.value for text in after.text)
    assert 'aria-invalid="false"' in html(after), "what was corrected shows as such, and can be changed"
    press(after, "Import this sheet")
    assert "2 corrected cells" in html(page("history", upload="1"))


def test_the_effect_of_all_sheets_is_on_the_button_and_stays(workspace: Workspace, upload: Draw) -> None:
    files = [("one.csv", sheet(DAY, "Graz", range(5))), ("two.csv", sheet("2021-06-04", "Graz", range(3, 9)))]
    queue = queue_with(workspace, files)
    upload(queue)
    assert queue.work.idle.wait(PATIENCE)
    drawn = upload(queue)
    press(drawn, "Import 2 sheets · IND1 +9 → 9 of 500")
    assert queue.work.idle.wait(PATIENCE)
    drawn = upload(queue)
    assert "Imported 2 sheets" in html(drawn) and "IND1 is now 9 of 500 (+9)" in html(drawn)
    assert not any(button.key == "import-all" for button in drawn.button), "no button that imports nothing"
