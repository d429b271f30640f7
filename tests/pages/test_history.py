"""The History page: undo, redo, filters and the original file."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete
from streamlit.testing.v1 import AppTest

from liaison_metrics.services import figures, uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.records.uploads.originals import ORIGINAL
from tests.actors import partner
from tests.conftest import PATIENCE
from tests.made_up import sheet
from tests.pages.conftest import Page, html
from tests.pages.upload_queue import queue_with

COMPASS = partner("compass")


DAY = "2021-03-04"


ASKING = (
    b"Date,City,Activity,Full name,Community\n"
    b"2021-03-04,Graz,Skill-transfer workshop,Ana Korba,Zubrowkan\n"
    b"2021-03-04,Graz,Skill-transfer workshop,Cem Halost,Turkish\n"
)


def reached(workspace: Workspace) -> int:
    return figures.indicator(workspace, "IND1", actor=COORDINATOR).reach.reached


def field(drawn: AppTest, words: str) -> Any:
    return next(one for one in drawn.selectbox if words in one.label)


def test_undo_shows_its_effect_and_redo_restores_it(filled: Workspace, page: Page) -> None:
    first = uploads.latest(filled, actor=COORDINATOR)[-1]
    drawn = page("history", undo=str(first.id))
    drawn.session_state["actor"] = COORDINATOR
    drawn.run()
    assert not drawn.exception
    assert f"Undo {first.file}?" in html(drawn) and "10 people from IND1" in html(drawn)
    assert reached(filled) == 40

    next(button for button in drawn.button if button.label == "Undo upload").click().run()
    assert "undo" not in drawn.query_params
    # The ten people of Graz who attended no other event are gone.
    assert reached(filled) == 30

    again = page("history", upload=str(first.id))
    again.session_state["actor"] = COORDINATOR
    again.run()
    next(button for button in again.button if button.label == "Redo upload").click().run()
    assert not again.exception and reached(filled) == 40


def test_a_partner_sees_only_permitted_actions(filled: Workspace, page: Page) -> None:
    drawn = page("history", upload="1")
    drawn.session_state["actor"] = COMPASS
    drawn.run()
    assert not drawn.exception
    assert "?undo=" not in html(drawn)
    assert not any("original" in field.label for field in drawn.get("download_button"))


def test_the_history_shows_open_questions_and_replaced_uploads(workspace: Workspace, page: Page) -> None:
    import_file(workspace, "asking.csv", ASKING, actor=COORDINATOR)
    import_file(workspace, "one.csv", sheet(DAY, "Vejle", range(5)), actor=COORDINATOR)
    queue = queue_with(workspace, [("better.csv", sheet(DAY, "Vejle", range(4)))])
    queue.drafts[0].replace_upload(2)
    queue.import_drafts(workspace, COORDINATOR, queue.drafts)
    assert queue.work.idle.wait(PATIENCE)
    drawn = page("history")
    for words in (
        "3 uploads",
        "replaces upload 2",
        "replaced by upload 3",
        'aria-label="Redo ',
    ):
        assert words in html(drawn)
    field(drawn, "State").select("questions").run()
    assert "1 upload" in html(drawn) and "asking.csv" in html(drawn) and "better.csv" not in html(drawn)
    field(drawn, "State").select(None)
    drawn.text_input(key="history-words").input("better").run()
    assert "1 upload" in html(drawn) and "better.csv" in html(drawn)
    drawn.text_input(key="history-words").input("no such file").run()
    assert "No uploads match." in html(drawn)


def test_a_missing_original_is_not_offered(workspace: Workspace, page: Page) -> None:
    import_file(workspace, "one.csv", sheet(DAY, "Graz", range(5)), actor=COORDINATOR)

    def drawn() -> AppTest:
        history = page("history", upload="1")
        history.session_state["actor"] = COORDINATOR
        return history.run()

    assert drawn().get("download_button")
    with workspace.store.writing() as connection:
        connection.execute(delete(ORIGINAL))
    assert not drawn().get("download_button") and "not kept" in html(drawn())
