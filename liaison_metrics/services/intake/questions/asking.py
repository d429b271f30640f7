"""The questions of a report: in which order they are asked, with what each answer counts, and what waits for them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from liaison_metrics.domain.project import Project
from liaison_metrics.services.answers.figures import ReadAgain, questions_to_come, with_figures
from liaison_metrics.services.answers.saved import SavedAnswer
from liaison_metrics.services.intake.outcome import MOST_QUESTIONS, FileReport, FileStatus, in_order_to_ask
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.ledger.ledger import Ledger
from liaison_metrics.sheets.model import Reading, Workbook
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.texts import _

_WAITS_FOR = {"activity": Reason.ACTIVITY_ASKED, "city": Reason.CITY_ASKED}


@dataclass(frozen=True, slots=True)
class AnsweredReading:
    """A reading, the saved answers that it used, how to read the file again with more answers, and the file. ``coded``
    says which events the codes of sign-in sheets in it stand for."""

    reading: Reading
    recalled: tuple[SavedAnswer, ...]
    read_again: ReadAgain
    workbook: Workbook
    coded: tuple[Answer, ...] = ()


def asking(report: FileReport, answered: AnsweredReading, project: Project) -> FileReport:
    """Returns a report with its questions in order. Those to ask now say what the file counts for with each answer."""
    questions = in_order_to_ask(report.questions)
    now = with_figures(questions[:MOST_QUESTIONS], answered.reading, project, answered.read_again)
    to_come = questions_to_come(questions, project, answered.read_again)
    report = replace(report, questions=[*now, *questions[MOST_QUESTIONS:]], questions_to_come=to_come)
    return replace(report, ledger=_with_waiting_rows(report))


def _with_waiting_rows(report: FileReport) -> Ledger:
    """Returns the ledger with the rows that wait for an answer as such, not as rejected."""
    kinds = {(question.sheet, question.value): question.kind for question in report.open_questions}
    wrong = {(row.sheet, row.row) for row in report.wrong}
    reasons: defaultdict[str, dict[int, Reason]] = defaultdict(dict)
    for row in report.waiting:
        sheet = report.ledger.of_sheet(row.sheet)
        if sheet and sheet.reason_of(row.row) is Reason.REJECTED and (row.sheet, row.row) not in wrong:
            reasons[row.sheet][row.row] = _WAITS_FOR.get(kinds[row.sheet, row.value], Reason.ASKED)
    return report.ledger.with_reasons(reasons) if reasons else report.ledger


def nothing_to_store(report: FileReport, *, is_sign_in_sheet: bool = False) -> FileReport:
    """Returns the report of a file of which nothing can be counted, or not yet. *is_sign_in_sheet*: it has the code of
    a planned event."""
    if report.waiting or any(question.blocking for question in report.questions):
        return replace(report, status=FileStatus.NEEDS_MAPPING)
    if report.rows_read:
        message = _("No row of this file can be counted.")
        hint = _("See the reason for each row, correct the file, and upload it again.")
    elif is_sign_in_sheet:
        message = _("Nothing is filled in on this sign-in sheet.")
        hint = _("Write one person per row, and upload it again.")
    else:
        message = _("This file lists nobody.")
        hint = _("Write one person per row under the headers. Examples, totals and notes are not counted.")
    return replace(report, status=FileStatus.REFUSED, message=message, hint=hint)
