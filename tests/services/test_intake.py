"""Bringing files, on both databases: what is stored, what is said, what the figures become."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from liaison_metrics.errors import UnknownUpload
from liaison_metrics.services import figures, uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import FileStatus, Options, import_file, preview_import
from liaison_metrics.services.intake.outcome import SheetState
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Hints
from liaison_metrics.sheets.words.answers import Answer
from tests.actors import partner
from tests.services.conftest import row, sheet
from tests.services.figures import lines

THREE = sheet(row("Amina Haddad", email="amina@example.org"), row("Yusuf Kaya"), row("Lena Moser", community="Local"))
LONGER = THREE + b"2021-05-04,Graz,Skill-transfer workshop,Bread and words,Omar Said,,,Male,Somali,Community member\n"
HEADCOUNTS = b"Date,City,Activity,Event,Community,Participants\n" + b"".join(
    f"2021-06-01,Vejle,LIAISON fair,Summer fair,{community},{people}\n".encode()
    for community, people in (("Somali", 12), ("Local", 30))
)


def reached(workspace: Workspace) -> dict[str, int]:
    return {figure.code: figure.reach.reached for figure in figures.indicators(workspace, actor=COORDINATOR)}


def everything(workspace: Workspace) -> list[list[dict[str, Any]]]:
    """All that an export says, without the numbers that uploads and attendances got by chance of order."""
    tables = [lines(workspace, table) for table in ("indicators", "events", "attendances")]
    return [sorted(tables[0], key=str), sorted(tables[1], key=str), [{"lines": len(tables[2])}]]


def test_a_sheet_is_counted_by_community_and_city(workspace: Workspace) -> None:
    report = import_file(workspace, "graz.csv", THREE, actor=COORDINATOR)
    assert (report.status, report.attendances, report.rows_read) == (FileStatus.IMPORTED, 3, 3)
    assert [(e.activity, e.city, e.attendances) for e in report.events] == [("skill_transfer_workshop", "graz", 3)]
    assert reached(workspace) == {"IND1": 3, "IND2": 0, "IND3": 3}
    by_community = figures.breakdown(workspace, "IND1", "community", actor=COORDINATOR).lines
    assert {line.code: line.reached for line in by_community} == {"syrian": 2, "local": 1}


def test_the_same_file_again_and_a_longer_version(workspace: Workspace) -> None:
    import_file(workspace, "graz.csv", THREE, actor=COORDINATOR)
    before = everything(workspace)
    again = import_file(workspace, "graz copy.csv", THREE, actor=COORDINATOR)
    assert (again.status, again.upload) == (FileStatus.ALREADY_IMPORTED, 1)
    assert everything(workspace) == before
    longer = import_file(workspace, "graz.csv", LONGER, actor=COORDINATOR)
    assert (longer.status, longer.attendances, longer.already_known) == (FileStatus.IMPORTED, 4, 3)
    assert reached(workspace)["IND1"] == 4
    uploads.undo(workspace, 1, COORDINATOR)
    assert reached(workspace)["IND1"] == 4, "the longer version states all four people"


def test_headcounts_once_and_again(workspace: Workspace) -> None:
    first = import_file(workspace, "fair.csv", HEADCOUNTS, actor=COORDINATOR)
    assert (first.headcount, first.headcount_rows, first.attendances) == (42, 2, 0)
    more = import_file(
        workspace, "fair.csv", HEADCOUNTS + b"2021-06-01,Vejle,LIAISON fair,Summer fair,Syrian,5\n", actor=COORDINATOR
    )
    assert (more.headcount, more.already_known) == (47, 2)
    assert reached(workspace)["IND1"] == 47


def test_undo_leaves_every_export_as_it_was(workspace: Workspace) -> None:
    import_file(workspace, "fair.csv", HEADCOUNTS, actor=COORDINATOR)
    before = everything(workspace)
    number = import_file(workspace, "graz.csv", LONGER, actor=COORDINATOR).upload
    assert number is not None and everything(workspace) != before
    uploads.undo(workspace, number, COORDINATOR)
    assert everything(workspace) == before
    with pytest.raises(UnknownUpload):
        uploads.undo(workspace, number, COORDINATOR)
    assert import_file(workspace, "graz.csv", LONGER, actor=COORDINATOR).status is FileStatus.IMPORTED


def test_a_person_listed_twice_is_repeated(workspace: Workspace) -> None:
    twice = sheet(
        row("Amina Haddad", email="a@example.org"), row("HADDAD, Amina".replace(",", ""), email="a@example.org")
    )
    report = import_file(workspace, "graz.csv", twice, actor=COORDINATOR)
    assert (report.attendances, report.repeated, report.rows_read) == (1, 1, 2)
    remarks = uploads.remarks(workspace, report.upload or 0, actor=COORDINATOR)
    assert [(r.row, r.reason) for r in remarks.uncounted] == [(3, "repeated")]
    assert len(figures.attendances(workspace, actor=COORDINATOR)) == 1


def test_a_dry_run_says_the_same_and_stores_nothing(workspace: Workspace) -> None:
    dry = preview_import(workspace, "graz.csv", THREE, actor=COORDINATOR)
    assert reached(workspace)["IND3"] == 0 and workspace.revision() == 0
    real = import_file(workspace, "graz.csv", THREE, actor=COORDINATOR)
    assert (dry.status, dry.attendances) == (real.status, real.attendances)
    numbered_alike = [[replace(event, number=0) for event in report.events] for report in (dry, real)]
    assert numbered_alike[0] == numbered_alike[1], "a database may skip the numbers of events that a dry run drew"


def test_what_is_wrong_is_left_out_and_said(workspace: Workspace) -> None:
    bad = sheet(
        row("Amina Haddad"), row("B C", date="2021-02-30"), row("D E", city="Atlantis"), row("F G", date="1871-01-01")
    )
    report = import_file(workspace, "graz.csv", bad, actor=COORDINATOR)
    assert (report.status, report.attendances, len(report.rejected)) == (FileStatus.PARTLY, 1, 3)
    assert {(r.row, r.value) for r in report.rejected} == {(3, "2021-02-30"), (4, "Atlantis"), (5, "1871-01-01")}
    assert all(r.reason and r.fix and r.column for r in report.rejected)
    summary = uploads.latest(workspace, actor=COORDINATOR)[0]
    assert (summary.rejected, summary.cities) == (3, ("graz",))


def test_a_refused_file_changes_nothing(workspace: Workspace) -> None:
    for name, data in (
        ("empty.csv", b""),
        ("photo.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(100)),
        ("cut.xlsx", b"PK\x03\x04half"),
    ):
        report = import_file(workspace, name, data, actor=COORDINATOR)
        assert report.status is FileStatus.REFUSED and report.message, name
    assert workspace.revision() == 0 and uploads.latest(workspace, actor=COORDINATOR) == []


def test_a_sheet_of_which_every_row_hangs_on_a_word_waits_for_the_answer(workspace: Workspace) -> None:
    rows = (
        b"Date,City,Activity,Full name\n2021-03-01,Grtz,Info session,Amina Haddad\n2021-03-01,Grtz,Info session,Bo Lu\n"
    )
    asked = import_file(workspace, "typo.csv", rows, actor=COORDINATOR)
    assert (asked.status, len(asked.rejected), asked.message) == (FileStatus.NEEDS_MAPPING, 2, "")
    assert asked.questions[0].suggestions[0] == "graz" and workspace.revision() == 0
    told = import_file(
        workspace, "typo.csv", rows, Options(answers=(Answer("city", "Grtz", "graz"),)), actor=COORDINATOR
    )
    assert (told.status, told.attendances) == (FileStatus.IMPORTED, 2)
    wrong = import_file(
        workspace, "days.csv", rows.replace(b"2021-03-01", b"2021-02-30").replace(b"Grtz", b"Graz"), actor=COORDINATOR
    )
    assert wrong.status is FileStatus.REFUSED and "No row of this file can be counted" in wrong.message


def test_what_the_sheet_does_not_say_is_asked_or_filled_in(workspace: Workspace) -> None:
    names_only = b"Full name,Community\nAmina Haddad,Syrian\nLena Moser,Local\n"
    asked = import_file(workspace, "names.csv", names_only, actor=COORDINATOR)
    assert asked.status is FileStatus.NEEDS_MAPPING and workspace.revision() == 0
    assert {q.kind for q in asked.questions} >= {"activity", "city", "date"}
    from datetime import date

    hints = Hints(activity="info_session", city="vejle", date=date(2021, 3, 1))
    assert import_file(workspace, "names.csv", names_only, Options(hints), actor=COORDINATOR).attendances == 2


def test_every_line_of_an_export_leads_to_its_row(workspace: Workspace) -> None:
    import_file(workspace, "graz.csv", THREE, actor=COORDINATOR)
    lines = figures.attendances(workspace, "IND1", actor=COORDINATOR)
    assert [(line.file, line.row) for line in lines] == [("graz.csv", 2), ("graz.csv", 3), ("graz.csv", 4)]
    assert len({line.person for line in lines}) == 3 and all(line.person.startswith("P-") for line in lines)


def test_who_signed_in_uploads_sheets_of_own_cities_alone(workspace: Workspace) -> None:
    graz = replace(partner("compass"), account=1)
    data = sheet(row("Ana Korba"), row("Bruno Conti", city="Vejle"))
    vejle = sheet(row("Bruno Conti", city="Vejle"))
    refused = import_file(workspace, "vejle.csv", vejle, actor=graz)
    assert refused.status is FileStatus.REFUSED and "Vejle" in refused.message and "Graz" not in refused.message
    (asked,) = preview_import(workspace, "both.csv", data, actor=graz).questions
    assert (
        asked.suggestions == ("only_own",)
        and "1 of the 2 events in this file is in another partner’s city" in asked.text
    )
    every = Options(answers=(Answer("other_cities", "", "all"),))
    assert preview_import(workspace, "both.csv", data, every, actor=graz).attendances == 1, "it may not import these"
    assert import_file(workspace, "graz.csv", sheet(row("Ana Korba")), actor=graz).attendances == 1
    assert import_file(workspace, "both.csv", data, actor=replace(COORDINATOR, account=2)).attendances == 2


@pytest.mark.parametrize(("code", "attendances", "fates"), [
    ("", 1, ["header", "person", "question"]),
    ("only_own", 1, ["header", "person", "other_table"]),
    ("all", 2, ["header", "person", "person"]),
])  # fmt: skip
def test_events_in_other_partners_cities_are_asked_about(
    workspace: Workspace, code: str, attendances: int, fates: list[str]
) -> None:
    data = sheet(row("Ana Korba"), row("Bruno Conti", city="Vejle"))
    told = Options(answers=(Answer("other_cities", "", code),) if code else ())
    report = import_file(workspace, "both.csv", data, told, actor=partner("compass"))
    assert (report.attendances, report.rows_read) == (attendances, attendances)
    assert [one["fate"] for one in report.fates_as_json()] == fates
    assert (report.state is SheetState.NEEDS_ANSWER) is (code == "")
    if not code:
        (question,) = report.questions
        assert [(one.code, one.people) for one in question.figures] == [("only_own", 1), ("all", 2)]
    assert report.upload and uploads.undo(workspace, report.upload, COORDINATOR)
    assert uploads.redo(workspace, report.upload, COORDINATOR).attendances == attendances


def test_a_row_that_waits_for_an_answer_is_not_rejected(workspace: Workspace) -> None:
    data = sheet(row("Ana Korba", city="Linz"), row("Cem Halost", city="Linz"), row("Bo Skov", date="2021-02-30"))
    report = preview_import(workspace, "linz.csv", data, actor=COORDINATOR)
    assert (report.status, report.state) == (FileStatus.NEEDS_MAPPING, SheetState.NEEDS_ANSWER)
    assert [row.row for row in report.waiting] == [2, 3] and [row.row for row in report.wrong] == [4]
    assert [one["fate"] for one in report.fates_as_json()] == ["header", "question", "question", "rejected"]
    (question,) = report.questions
    assert question.suggestions == () and question.figures_with("graz").people == 2  # type: ignore[union-attr]
    left = Options(answers=(Answer("city", "Linz", "left_out"),))
    report = preview_import(workspace, "linz.csv", data, left, actor=COORDINATOR)
    assert report.state is SheetState.HAS_ERRORS and len(report.wrong) == 1


def test_questions_that_the_answers_raise_are_asked_in_the_same_round(workspace: Workspace) -> None:
    data = sheet(row("Ana Korba", activity="Zirkeltag", community="Zubrowkan"), row("Cem Halost"))
    report = preview_import(workspace, "two.csv", data, actor=COORDINATOR)
    assert [one.value for one in report.questions] == ["Zirkeltag"]
    assert [one.value for one in report.questions_to_come] == ["Zubrowkan"]


@pytest.mark.parametrize("kind", ["community", "city", "activity"])
def test_rows_with_any_unknown_word_can_be_left_out(workspace: Workspace, kind: str) -> None:
    data = sheet(row("Ana Korba", **{kind: "Zubrowkan"}), row("Cem Halost"))
    told = Options(answers=(Answer(kind, "Zubrowkan", "left_out"),))
    report = preview_import(workspace, "two.csv", data, told, actor=COORDINATOR)
    assert (report.attendances, report.state) == (1, SheetState.READY)
