"""Sign-in sheets: made in five languages, recognised by their code when they come back, and blank ones list nobody."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date

import pytest
from openpyxl import load_workbook

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.errors import NotAllowed, UnknownEvent
from liaison_metrics.reports.forms.sign_in.pdf import sign_in_pdf
from liaison_metrics.reports.forms.sign_in.xlsx import sign_in_xlsx
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events import planned
from liaison_metrics.services.events.owed.finding import OwedKind, owed
from liaison_metrics.services.events.plans.sign_in.sheet import LANGUAGES, SignInSheet, sign_in_sheet
from liaison_metrics.services.intake import FileStatus, Options, import_file, preview_import
from liaison_metrics.services.intake.outcome import FileReport
from liaison_metrics.services.uploads import redo, undo
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Hints
from liaison_metrics.sheets.words.answers import Answer
from tests.actors import partner
from tests.services.conftest import Fresh
from tests.sign_in_sheets import filled_in

TEA = EventFact(0, "info_session", "graz", date(2021, 5, 4), "Tea with neighbours")
LISTED = "Name,E-mail\nAlva Berg,alva@example.org\nTarek Nur,tarek@example.org\n"


def planned_tea(workspace: Workspace, language: str = "de") -> SignInSheet:
    """The sign-in sheet of an event that is planned."""
    number = planned.plan(workspace, TEA, 12, COORDINATOR)
    return sign_in_sheet(workspace, number, language, COORDINATOR)


def returned(sheet: SignInSheet) -> bytes:
    """The workbook of a sheet, filled in with words of its lists."""
    return filled_in(sign_in_xlsx(sheet), sheet.choices["community"][2], sheet.choices["gender"][0])


def as_csv(workbook: bytes) -> bytes:
    """The first sheet of a workbook as CSV."""
    out = io.StringIO()
    for cells in load_workbook(io.BytesIO(workbook)).active.iter_rows(values_only=True):
        csv.writer(out).writerow(["" if value is None else value for value in cells])
    return out.getvalue().encode()


def events(report: FileReport) -> list[tuple[object, ...]]:
    """The events of a report with their attendances."""
    return [(one.activity, one.city, one.date, one.title, one.attendances) for one in report.events]


def typed(workspace: Workspace, text: str, answers: Sequence[Answer] = ()) -> FileReport:
    """What importing a list that somebody typed would do."""
    return preview_import(workspace, "typed.csv", text.encode(), Options(answers=tuple(answers)), actor=COORDINATOR)


OF_TEA = [(TEA.activity, TEA.city, TEA.date, TEA.title, 3)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_in_sheet_is_recognised_in_each_language(fresh: Fresh, language: str) -> None:
    workspace = fresh()
    content = returned(planned_tea(workspace, language))
    for name, data in (("Scan 2020-03-01 Vejle.xlsx", content), ("copy.csv", as_csv(content))):
        report = preview_import(workspace, name, data, actor=COORDINATOR)
        assert (report.status, report.questions, events(report)) == (FileStatus.IMPORTED, [], OF_TEA)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_sheet_lists_nobody_and_asks_nothing(fresh: Fresh, language: str) -> None:
    workspace = fresh()
    blank = sign_in_xlsx(planned_tea(workspace, language))
    for name, data in (("blank.xlsx", blank), ("blank.csv", as_csv(blank))):
        report = preview_import(workspace, name, data, actor=COORDINATOR)
        assert (report.status, report.rejected, report.questions) == (FileStatus.REFUSED, [], [])
        assert report.message == "Nothing is filled in on this sign-in sheet."


def test_the_files_hold_what_the_funder_and_participants_must_see(fresh: Fresh) -> None:
    workspace = fresh()
    sheet = planned_tea(workspace, "")
    assert (sheet.language, len(sheet.code[1]), sheet.lines) == ("de", 12, 15)
    assert "Europäischen Union" in sheet.funding[0] and "CESIE" in sheet.notice
    pdf, xlsx = sign_in_pdf(sheet), sign_in_xlsx(sheet)
    assert pdf.startswith(b"%PDF") and (pdf, xlsx) == (sign_in_pdf(sheet), sign_in_xlsx(sheet))
    page = load_workbook(io.BytesIO(xlsx)).active
    text = "\n".join(str(value) for cells in page.iter_rows(values_only=True) for value in cells if value)
    for words in (sheet.code[1], *sheet.funding, sheet.notice, "2021-05-04", "Graz", *sheet.headers):
        assert words in text
    assert len(page._images) == 2


def test_a_sheet_that_comes_back_closes_what_was_owed_and_survives_a_redo(fresh: Fresh) -> None:
    workspace = fresh()
    content = returned(planned_tea(workspace))
    assert [one.kind for one in owed(workspace, COORDINATOR)] == [OwedKind.SHEET]
    report = import_file(workspace, "list.xlsx", content, actor=partner("compass"))
    assert events(report) == OF_TEA and owed(workspace, COORDINATOR) == []
    [plan] = planned.planned(workspace, COORDINATOR)
    planned.remove(workspace, plan.number, COORDINATOR)
    assert report.upload is not None
    undo(workspace, report.upload, actor=COORDINATOR)
    again = redo(workspace, report.upload, actor=COORDINATOR)
    assert events(again) == OF_TEA


def test_a_typed_list_needs_nothing_but_the_code(fresh: Fresh) -> None:
    workspace = fresh()
    code = planned_tea(workspace).code[1]
    two = [(*OF_TEA[0][:4], 2)]
    for text in (f"{code}\n{LISTED}", f"{LISTED}Code: {code.lower()},\n"):
        report = typed(workspace, text)
        assert (report.questions, events(report)) == ([], two)
    hinted = Options(Hints(activity="interview", city="vejle", date=date(2021, 6, 1)))
    report = preview_import(workspace, "vejle.csv", f"{code}\n{LISTED}".encode(), hinted, actor=COORDINATOR)
    assert events(report) == two


def test_a_sheet_that_says_otherwise_is_asked_about(fresh: Fresh) -> None:
    workspace = fresh()
    code = planned_tea(workspace).code[1]
    said = "Date: 2021-05-06,City: Graz\nActivity: Info session\n"
    report = typed(workspace, f"{said}{code}\n{LISTED}")
    [question] = report.questions
    assert (question.kind, question.blocking, report.status) == ("sheet_code", True, FileStatus.NEEDS_MAPPING)
    assert "4 May 2021 in Graz, but the sheet says 6 May 2021" in question.text
    by_answer = {
        answer: [one[:3] for one in events(typed(workspace, f"{said}{code}\n{LISTED}", [Answer.to(question, answer)]))]
        for answer in question.codes
    }
    sixth = (TEA.activity, TEA.city, date(2021, 5, 6))
    assert by_answer == {"code": [OF_TEA[0][:3]], "sheet": [sixth], "left_out": []}
    in_column = f"Name,E-mail,Date,{code}\nAlva Berg,a@example.org,2021-05-06\nTarek Nur,t@example.org,2021-05-06\n"
    assert [one.kind for one in typed(workspace, in_column).questions] == ["sheet_code"]
    assert [one.kind for one in typed(workspace, f"Place: Vejle\n{code}\n{LISTED}").questions] == ["sheet_code"]


@pytest.mark.parametrize(("code", "words"), [("LM-ZZZZ-ZZZZ", "not written correctly"), ("", "no planned event")])
def test_an_unknown_code_is_told_and_the_sheet_read_without_it(fresh: Fresh, code: str, words: str) -> None:
    workspace = fresh()
    sheet = planned_tea(workspace)
    planned.remove(workspace, planned.planned(workspace, COORDINATOR)[0].number, COORDINATOR)
    said = "Date: 2021-05-06,City: Graz\nActivity: Info session\n"
    report = typed(workspace, f"{said}{code or sheet.code[1]}\n{LISTED}")
    [question] = report.questions
    assert words in question.text and question.preset and report.open_questions == []
    assert [one[2] for one in events(report)] == [date(2021, 5, 6)]


def test_an_event_planned_anew_keeps_its_code(fresh: Fresh) -> None:
    workspace = fresh()
    assert planned_tea(workspace).code == planned_tea(workspace).code


def test_only_who_may_see_an_event_gets_its_sheet(fresh: Fresh) -> None:
    workspace = fresh()
    number = planned.plan(workspace, TEA, 0, COORDINATOR)
    assert sign_in_sheet(workspace, number, "", partner("compass")).lines == 38
    with pytest.raises(NotAllowed):
        sign_in_sheet(workspace, number, "", partner("vifin"))
    with pytest.raises(UnknownEvent):
        sign_in_sheet(workspace, 99, "", COORDINATOR)
