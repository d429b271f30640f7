"""Questions about a file's events, and what their answers change, on both databases."""

from __future__ import annotations

import pytest

from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events import checks, listing
from liaison_metrics.services.intake import FileReport, Options, import_file, preview_import
from liaison_metrics.services.intake.event_questions import EventQuestion
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Question
from liaison_metrics.sheets.words.answers import Answer
from tests.services.event_sheets import log, people_list, workshops

LIST = people_list("Cooking together", 2)


def asked(report: FileReport, kind: EventQuestion) -> Question:
    (found,) = (one for one in report.questions if one.kind == kind)
    return found


def import_with(workspace: Workspace, name: str, data: bytes, question: Question, code: str) -> FileReport:
    """Imports a file with an answer to a question, after a preview that must show the same effect."""
    options = Options(answers=(Answer(question.kind, question.value, code),))
    previewed = preview_import(workspace, name, data, options, actor=COORDINATOR)
    report = import_file(workspace, name, data, options, actor=COORDINATOR)
    assert previewed.preview is not None
    assert previewed.preview.effects[0].after == workshops(workspace)
    return report


@pytest.mark.parametrize(("code", "people"), [("same", 5), ("different", 7), ("covered", 5)])
def test_whether_two_events_are_one(workspace: Workspace, code: str, people: int) -> None:
    import_file(workspace, "list.csv", LIST, actor=COORDINATOR)
    data = log(("Kochkurs", 5))
    question = asked(preview_import(workspace, "log.csv", data, actor=COORDINATOR), EventQuestion.SAME_EVENT)
    import_with(workspace, "log.csv", data, question, code)
    assert (workshops(workspace), checks.pairs(workspace)) == (people, [])
    assert len(listing.all_events(workspace)) == (1 if code == "same" else 2)


@pytest.mark.parametrize(("code", "people"), [("including", 5), ("in_addition", 7)])
def test_whether_a_headcount_includes_the_list(workspace: Workspace, code: str, people: int) -> None:
    import_file(workspace, "list.csv", LIST, actor=COORDINATOR)
    data = log(("Cooking together", 5))
    question = asked(preview_import(workspace, "log.csv", data, actor=COORDINATOR), EventQuestion.HEADCOUNT_AND_LIST)
    assert question.preset == "including"
    import_with(workspace, "log.csv", data, question, code)
    assert workshops(workspace) == people


@pytest.mark.parametrize(("code", "people", "active"), [("replaces", 11, 1), ("keep", 16, 2)])
def test_whether_a_sheet_corrects_an_earlier_one(workspace: Workspace, code: str, people: int, active: int) -> None:
    import_file(workspace, "log.csv", log(("Cooking", 8), ("Singing", 7)), actor=COORDINATOR)
    data = log(("Cooking", 5), ("Singing", 6), ("Dancing", 0))
    report = preview_import(workspace, "log2.csv", data, actor=COORDINATOR)
    question = asked(report, EventQuestion.CORRECTION)
    import_with(workspace, "log2.csv", data, question, code)
    assert len(uploads.latest(workspace, undone=False)) == active
    assert workshops(workspace) == (people if code == "replaces" else 15)


def test_a_file_about_other_events_asks_nothing(workspace: Workspace) -> None:
    import_file(workspace, "list.csv", LIST, actor=COORDINATOR)
    report = preview_import(workspace, "log.csv", log(("Singing", 5), date="2021-05-05"), actor=COORDINATOR)
    assert list(report.questions) == []
