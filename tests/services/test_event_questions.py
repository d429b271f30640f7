"""Questions about a file's events, and what their answers change, on both databases."""

from __future__ import annotations

import pytest

from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events import checks, listing
from liaison_metrics.services.events.history import decided
from liaison_metrics.services.intake import FileReport, Options, import_file, preview_import
from liaison_metrics.services.intake.questions.event_questions import EventQuestion
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Question
from liaison_metrics.sheets.words.answers import Answer
from tests.actors import partner
from tests.services.event_sheets import log, people_list, workshops

LIST = people_list("Cooking together", 2)
VEJLE = partner("vifin")


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
    assert (workshops(workspace), checks.pairs(workspace, actor=COORDINATOR)) == (people, [])
    assert len(listing.all_events(workspace, actor=COORDINATOR)) == (1 if code == "same" else 2)


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
    assert len(uploads.latest(workspace, undone=False, actor=COORDINATOR)) == active
    assert workshops(workspace) == (people if code == "replaces" else 15)


def test_a_file_about_other_events_asks_nothing(workspace: Workspace) -> None:
    import_file(workspace, "list.csv", LIST, actor=COORDINATOR)
    report = preview_import(workspace, "log.csv", log(("Singing", 5), date="2021-05-05"), actor=COORDINATOR)
    assert list(report.questions) == []


# ---- who may decide --------------------------------------------------------------------------------


def test_a_partner_decides_nothing_about_another_partners_events(workspace: Workspace) -> None:
    import_file(workspace, "list.csv", LIST, actor=COORDINATOR)
    data = log(("Kochkurs", 5))
    question = asked(preview_import(workspace, "log.csv", data, actor=COORDINATOR), EventQuestion.SAME_EVENT)
    unasked = preview_import(workspace, "log.csv", data, actor=VEJLE)
    assert [one.kind for one in unasked.questions] == ["other_cities"], "and nothing about these events"
    answered = Options(answers=(Answer(question.kind, question.value, "different"),))
    for run in (preview_import, import_file):
        report = run(workspace, "log.csv", data, answered, actor=VEJLE)
        assert [one.kind for one in report.questions] == ["other_cities"], "nothing counts before it is answered"
    assert (workshops(workspace), len(uploads.latest(workspace, actor=COORDINATOR))) == (2, 1)


# ---- undo and redo ---------------------------------------------------------------------------------


def events_of(workspace: Workspace) -> list[tuple[str, int]]:
    return [(event.fact.title, event.people) for event in listing.all_events(workspace, actor=COORDINATOR)]


@pytest.mark.parametrize(("code", "people"), [("same", 5), ("different", 7), ("covered", 5)])
def test_undoing_an_upload_takes_back_what_its_answers_decided(workspace: Workspace, code: str, people: int) -> None:
    import_file(workspace, "log.csv", log(("Kochkurs", 5)), actor=COORDINATOR)
    before = (workshops(workspace), events_of(workspace))
    question = asked(preview_import(workspace, "list.csv", LIST, actor=COORDINATOR), EventQuestion.SAME_EVENT)
    upload = import_with(workspace, "list.csv", LIST, question, code).upload
    assert upload is not None
    after = (workshops(workspace), events_of(workspace))
    assert uploads.preview_undo(workspace, upload, actor=COORDINATOR).effects[0].after == before[0]
    uploads.undo(workspace, upload, COORDINATOR)
    assert (workshops(workspace), events_of(workspace)) == before
    import_file(workspace, "again.csv", people_list("Cooking together", 2, 7), actor=COORDINATOR)
    assert len(checks.pairs(workspace, actor=COORDINATOR)) == 1, "nobody has decided about the events any more"
    uploads.undo(workspace, upload + 1, COORDINATOR)
    uploads.redo(workspace, upload, COORDINATOR)
    assert (workshops(workspace), events_of(workspace)) == after
    assert after[0] == people
    assert len(decided(workspace, actor=COORDINATOR)[0 if code == "same" else 1]) == 1, (
        "a redo decides nothing a second time"
    )


def test_what_an_upload_decided_holds_for_the_one_that_replaces_it(workspace: Workspace) -> None:
    import_file(workspace, "log.csv", log(("Kochkurs", 5)), actor=COORDINATOR)
    question = asked(preview_import(workspace, "list.csv", LIST, actor=COORDINATOR), EventQuestion.SAME_EVENT)
    first = import_with(workspace, "list.csv", LIST, question, "different").upload
    longer = Options(replaces=first)
    previewed = preview_import(
        workspace, "list.csv", people_list("Cooking together", 3), longer, actor=COORDINATOR
    ).preview
    second = import_file(workspace, "list.csv", people_list("Cooking together", 3), longer, actor=COORDINATOR).upload
    assert second is not None and previewed is not None
    assert (workshops(workspace), previewed.effects[0].after) == (8, 8)
    uploads.undo(workspace, second, COORDINATOR)
    assert (workshops(workspace), checks.pairs(workspace, actor=COORDINATOR)) == (5, [])
    uploads.redo(workspace, second, COORDINATOR)
    assert workshops(workspace) == 8


@pytest.mark.parametrize("restored_before", [False, True])
def test_a_correction_can_be_undone_and_redone(workspace: Workspace, restored_before: bool) -> None:
    import_file(workspace, "log.csv", log(("Cooking", 8), ("Singing", 7)), actor=COORDINATOR)
    data = log(("Cooking", 5), ("Singing", 6), ("Dancing", 0))
    question = asked(preview_import(workspace, "log2.csv", data, actor=COORDINATOR), EventQuestion.CORRECTION)
    import_with(workspace, "log2.csv", data, question, "replaces")
    uploads.undo(workspace, 2, COORDINATOR)
    assert workshops(workspace) == 0
    if restored_before:
        uploads.redo(workspace, 1, COORDINATOR)
        assert workshops(workspace) == 15
    uploads.redo(workspace, 2, COORDINATOR)
    assert workshops(workspace) == 11
    (active,) = uploads.latest(workspace, undone=False, actor=COORDINATOR)
    assert (active.id, active.replaces) == (2, 1)


def test_a_new_answer_counts_more_than_a_remembered_one(workspace: Workspace) -> None:
    import_file(workspace, "list.csv", LIST, actor=COORDINATOR)
    first, second = log(("Cooking together", 5)), log(("Cooking together", 6))
    question = asked(preview_import(workspace, "log.csv", first, actor=COORDINATOR), EventQuestion.HEADCOUNT_AND_LIST)
    import_with(workspace, "log.csv", first, question, "in_addition")
    assert workshops(workspace) == 7
    uploads.undo(workspace, 2, COORDINATOR)
    remembered = preview_import(workspace, "log2.csv", second, actor=COORDINATOR).preview
    assert remembered is not None and remembered.effects[0].after == 8
    import_with(workspace, "log2.csv", second, question, "including")
    assert workshops(workspace) == 6


def test_a_correction_is_asked_about_with_the_people_that_each_file_states(workspace: Workspace) -> None:
    def divided(*rows: str) -> bytes:
        return "\n".join(["Activity,City,Date,Title,Participants,Women,Men", *rows, ""]).encode()

    where = "Skill-transfer workshop,Graz,2021-05-04"
    import_file(workspace, "log.csv", divided(f"{where},Cooking,8,5,3", f"{where},Singing,7,4,3"), actor=COORDINATOR)
    data = divided(f"{where},Cooking,6,4,2", f"{where},Singing,5,3,2")
    text = asked(preview_import(workspace, "log2.csv", data, actor=COORDINATOR), EventQuestion.CORRECTION).text
    assert "15 people, this sheet 11" in text
