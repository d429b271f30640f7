"""The report about one file: what it contains and what was done with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from liaison_metrics.domain.events.headcounts import EventCount
from liaison_metrics.domain.index.checks import EventPair
from liaison_metrics.errors import LiaisonError, Place
from liaison_metrics.services.answers.saved import SavedAnswer
from liaison_metrics.services.figures.preview import Preview
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.ledger.ledger import Ledger
from liaison_metrics.sheets.ledger.words import why
from liaison_metrics.sheets.model import NotCountedRow, Question, ReadTable, RejectedRow


class FileStatus(StrEnum):
    """What was done with a file. ``partly``: some rows were rejected, or a sheet of the file needs an answer."""

    IMPORTED = "imported"
    PARTLY = "partly"
    NEEDS_MAPPING = "needs_mapping"
    ALREADY_IMPORTED = "already_imported"
    REFUSED = "refused"


class SheetState(StrEnum):
    """What a sheet needs before all of it can be imported. A row that waits for an answer is no error."""

    READY = "ready"
    NEEDS_ANSWER = "needs_answer"
    HAS_ERRORS = "has_errors"


@dataclass(frozen=True, slots=True)
class EventInFile:
    """An event of the file: its attendances (each person once) and its headcount, as the file states them.

    ``count`` are the people of the event as it counts with what other uploads state of it, ``number`` its number in the
    store after the import. ``near`` are the other titles that were taken as this event's without anybody saying so,
    ``stated_by`` the files ("": this one), and the row where it is one, whose number counts beyond the people who are
    listed.
    """

    activity: str
    city: str
    date: date
    title: str
    attendances: int
    headcount: int
    count: EventCount
    number: int = 0
    near: tuple[str, ...] = ()
    stated_by: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class RepeatedRow:
    """A further row of a person who is already listed in the file for the same event."""

    sheet: str
    row: int
    column: str = ""
    reason: str = "repeated"


ASK_AGAIN = "ask_again"
"""The code that takes a remembered answer back on the command line."""

MOST_QUESTIONS = 3
"""Questions that are asked at once. The answers to the weightiest often settle the others."""


def in_order_to_ask(questions: Iterable[Question]) -> list[Question]:
    """Returns questions in the order in which they are asked: those about most people first, those that need no answer
    last."""
    return sorted(questions, key=lambda one: (bool(one.preset), -one.people, not one.blocking))


def answer_to(question: Question, code: str) -> str:
    """Returns an answer to a question as the command line takes it: KIND:WORD=CODE."""
    return f"{question.kind}:{question.value}={code}"


def take_back(answer: SavedAnswer) -> str:
    """Returns what takes a remembered answer back on the command line."""
    return f"{answer.kind}:{answer.value}={ASK_AGAIN}"


@dataclass(frozen=True, slots=True)
class FileReport:
    """What a file contains and what was done with it.

    ``rows_read`` is the sum of attendances, headcount rows, repeated rows, rows not counted and rejected rows.
    ``attendances`` counts each person once per event; ``repeated`` are the further rows of the same people, ``repeats``
    says where they are. ``forgotten`` are attendances of people who asked to be forgotten, ``without_consent`` those of
    rows that say no to data processing: both count without identifiers. ``already_known`` is how many attendances and
    headcount rows other uploads stated before; ``beside`` are the uploads with facts about the same events, the one
    with the most facts first.

    ``questions`` are all of them, in the order in which they are asked; the command line asks ``MOST_QUESTIONS`` at
    once. ``questions_to_come`` are those that the answers to them will raise, as far as that is known.
    ``signature`` identifies the layout of the headers, ``recalled`` are the saved answers used for it. ``order`` is the
    order of day and month in the file's dates. ``ledger`` has every row of the file that is not empty, with what became
    of it; it is empty if the file cannot be opened. ``preview`` is the effect on the figures, only given by a dry run.
    """

    file: str
    status: FileStatus
    upload: int | None = None
    rows_read: int = 0
    attendances: int = 0
    headcount: int = 0
    headcount_rows: int = 0
    repeated: int = 0
    repeats: Sequence[RepeatedRow] = ()
    forgotten: int = 0
    without_consent: int = 0
    already_known: int = 0
    beside: Sequence[int] = ()
    events: Sequence[EventInFile] = ()
    checks: Sequence[EventPair] = ()
    not_counted: Sequence[NotCountedRow] = ()
    rejected: Sequence[RejectedRow] = ()
    questions: Sequence[Question] = ()
    questions_to_come: Sequence[Question] = ()
    tables: Sequence[ReadTable] = ()
    message: str = ""
    hint: str = ""
    signature: str = ""
    order: str = ""
    ledger: Ledger = field(default_factory=Ledger)
    recalled: Sequence[SavedAnswer] = ()
    preview: Preview | None = None

    @classmethod
    def refused(cls, file: str, error: LiaisonError) -> FileReport:
        """Returns the report about a file that cannot be read or imported because of an error."""
        return cls(file, FileStatus.REFUSED, message=error.message, hint=error.hint)

    @property
    def open_questions(self) -> list[Question]:
        """The questions that need an answer."""
        return [question for question in self.questions if not question.preset]

    @property
    def waiting(self) -> list[RejectedRow]:
        """The rows that cannot be counted yet, because a word of theirs is asked about."""
        asked = self._asked_words()
        return [row for row in self.rejected if (row.sheet, row.value) in asked]

    @property
    def wrong(self) -> list[RejectedRow]:
        """The rows that cannot be counted whatever is answered."""
        asked = self._asked_words()
        return [row for row in self.rejected if (row.sheet, row.value) not in asked]

    def _asked_words(self) -> set[tuple[str, str]]:
        return {(question.sheet, question.value) for question in self.open_questions if question.value}

    @property
    def state(self) -> SheetState:
        """What the sheet needs before all of it can be imported."""
        if self.open_questions:
            return SheetState.NEEDS_ANSWER
        return SheetState.HAS_ERRORS if self.rejected or self.status is FileStatus.REFUSED else SheetState.READY

    @property
    def asked_now(self) -> Sequence[Question]:
        """The questions to ask now."""
        return self.questions[:MOST_QUESTIONS]

    @property
    def needs_a_person(self) -> bool:
        """Whether somebody has to act: there is a rejected row or a question, or the file was refused."""
        done = self.status in (FileStatus.IMPORTED, FileStatus.ALREADY_IMPORTED)
        return not done or bool(self.rejected or self.open_questions)

    def what_is_wrong(self) -> dict[tuple[str, int], str]:
        """Returns what is wrong with each row that cannot be counted, by sheet and row number."""
        return {(row.sheet, row.row): row.reason for row in reversed(self.rejected)}

    def fates_as_json(self) -> list[dict[str, Any]]:
        """Returns every row of the file that is not empty, in order: what became of it, and why."""
        words = {reason: why(reason) for reason in Reason}
        wrong = self.what_is_wrong()
        return [
            {
                "sheet": row.sheet, "row": row.row, "fate": row.fate.value,
                "why": (row.reason is Reason.REJECTED and wrong.get((row.sheet, row.row))) or words[row.reason],
            }
            for row in self.ledger
        ]  # fmt: skip

    def as_json(self) -> dict[str, Any]:
        """Returns the report in the form of the command line's JSON output."""
        report: dict[str, Any] = {
            "file": self.file,
            "upload": self.upload,
            "status": self.status.value,
            "rows": self.rows_read,
            "attendances": self.attendances,
            "headcount": self.headcount,
            "headcount_rows": self.headcount_rows,
            "not_counted": len(self.not_counted),
            "repeated": self.repeated,
            "forgotten": self.forgotten,
            "without_consent": self.without_consent,
            "already_known": self.already_known,
            "events": [
                {
                    "activity": event.activity, "city": event.city, "date": event.date.isoformat(),
                    "title": event.title, "attendances": event.attendances, "headcount": event.headcount,
                    "listed": event.count.listed, "stated": event.count.stated, "unlisted": event.count.unlisted,
                    "additional": event.count.additional,
                }
                for event in self.events
            ],
            "rejected": [
                {
                    "sheet": row.sheet, "row": row.row, "column": row.column,
                    "value": row.value, "reason": row.reason, "fix": row.fix,
                }
                for row in self.rejected
            ],
            "waiting": len(self.waiting),
            "questions": [
                {
                    "kind": question.kind, "value": question.value, "suggestions": list(question.suggestions),
                    "text": question.text, "sheet": question.sheet, "rows": list(question.rows),
                    "column": question.column, "answer": answer_to(question, ""), "people": question.people,
                    "way_out": question.way_out, "figures": [asdict(figures) for figures in question.figures],
                }
                for question in self.open_questions[:MOST_QUESTIONS]
            ],
            "more_questions": max(0, len(self.open_questions) - MOST_QUESTIONS),
            "remembered": [
                {"kind": answer.kind, "value": answer.value, "code": answer.code} for answer in self.recalled
            ],
            "remembered_by": [
                {"by": answer.made_by, "at": answer.made_at.isoformat(), "take_back": take_back(answer)}
                for answer in self.recalled
            ],
        }  # fmt: skip
        if self.preview:
            report["outlook"] = {
                "people": self.preview.people, "known": self.preview.known,
                "indicators": [
                    {"code": effect.indicator, "before": effect.before, "after": effect.after}
                    for effect in self.preview.effects
                ],
            }  # fmt: skip
        return report | ({"message": self.message, "hint": self.hint} if self.message else {})
