"""Questions that partners ask the coordinator."""

from __future__ import annotations

import pytest

from liaison_metrics.errors import UnknownWord
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.answers import asked
from liaison_metrics.services.answers.saved import SheetShape, saved_answers
from liaison_metrics.services.intake import Options, import_file, preview_import
from liaison_metrics.services.intake.outcome import SheetState
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.words.answers import Answer
from tests.actors import partner
from tests.services.conftest import row, sheet

COMPASS = partner("compass")
DATA = sheet(row("Ana Korba", community="Ghana"), row("Cem Halost", community="Ghana"), row("Eva Lang"))


def test_what_the_coordinator_answers_is_used_for_the_partner_that_asked(workspace: Workspace) -> None:
    report = preview_import(workspace, "one.csv", DATA, actor=COMPASS)
    shape = SheetShape("compass", report.signature)
    assert asked.ask(workspace, shape, "one.csv", report.questions, COMPASS) == 1
    assert asked.ask(workspace, shape, "one.csv", report.questions, COMPASS) == 0, "not twice"
    (question,) = asked.asked_questions(workspace, COORDINATOR)
    assert (question.value, question.rows, question.asked_by, question.is_open) == ("Ghana", 2, "compass", True)
    assert asked.asked_questions(workspace, partner("vifin")) == []
    asked.settle(workspace, question.number, "not_stated", COORDINATOR)
    (question,) = asked.asked_questions(workspace, COMPASS)
    assert (question.code, question.settled_by, question.is_open) == ("not_stated", "coordinator", False)
    report = preview_import(workspace, "one.csv", DATA, actor=COMPASS)
    assert report.state is SheetState.READY and [one.made_by for one in report.recalled] == ["coordinator"]
    with pytest.raises(UnknownWord):
        asked.settle(workspace, question.number, "bosnian", COORDINATOR)


def test_a_partner_that_answers_itself_settles_its_question(workspace: Workspace) -> None:
    report = preview_import(workspace, "one.csv", DATA, actor=COMPASS)
    asked.ask(workspace, SheetShape("compass", report.signature), "one.csv", report.questions, COMPASS)
    told = Options(answers=(Answer("community", "Ghana", "nigerian"),))
    import_file(workspace, "one.csv", DATA, told, actor=COMPASS)
    (question,) = asked.asked_questions(workspace, COORDINATOR)
    assert (question.code, question.settled_by) == ("nigerian", "compass") and len(
        saved_answers(workspace, COMPASS)
    ) == 1
