"""What became of a file, for the page and the command line to show."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.preview import Preview
from liaison_metrics.sheets.model import NotCountedRow, Question, ReadTable, RejectedRow
from liaison_metrics.sheets.words.answers import Answer


class FileStatus(StrEnum):
    """What became of a file. ``partly``: some rows were rejected or a sheet of it waits for an answer."""

    IMPORTED = "imported"
    PARTLY = "partly"
    NEEDS_MAPPING = "needs_mapping"
    ALREADY_IMPORTED = "already_imported"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class EventInFile:
    """An event of the file: attendances (each person once) and headcount as the file states them."""

    activity: str
    city: str
    date: date
    title: str
    attendances: int
    headcount: int


@dataclass(frozen=True, slots=True)
class RepeatedRow:
    """A further row of a person who stands in the file for the same event already."""

    sheet: str
    row: int
    column: str = ""
    reason: str = "repeated"


@dataclass(slots=True)
class FileReport:
    """What a file holds and what became of it.

    ``attendances`` counts each person once an event; ``repeated`` are the further rows of the same people;
    ``repeated_rows`` are their positions among the rows as read, ``repeats`` their places in the file.
    ``already_known`` says how many of the attendances and headcount rows another upload had stated before, ``beside``
    which uploads state something of the same events, the one that states most of them first.
    Rows read = attendances + headcount rows + repeated + not counted + rejected. ``order`` says in which order the
    file's dates have day and month. ``recalled`` are the answers that the partner gave before for sheets of this shape
    (``signature``); ``outlook`` is what a file that was only tried would do to the figures.
    """

    file: str
    status: FileStatus
    upload: int | None = None
    rows_read: int = 0
    attendances: int = 0
    headcount: int = 0
    headcount_rows: int = 0
    repeated: int = 0
    repeated_rows: list[int] = field(default_factory=list)
    repeats: list[RepeatedRow] = field(default_factory=list)
    already_known: int = 0
    beside: list[int] = field(default_factory=list)
    events: list[EventInFile] = field(default_factory=list)
    not_counted: list[NotCountedRow] = field(default_factory=list)
    rejected: list[RejectedRow] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    tables: list[ReadTable] = field(default_factory=list)
    message: str = ""
    hint: str = ""
    signature: str = ""
    order: str = ""
    recalled: list[Answer] = field(default_factory=list)
    outlook: Preview | None = None

    @classmethod
    def refused(cls, file: str, error: LiaisonError) -> FileReport:
        """Returns the report of a file that cannot be read or brought in, for what the error says."""
        return cls(file, FileStatus.REFUSED, message=error.message, hint=error.hint)

    @property
    def needs_a_person(self) -> bool:
        """Whether something of the file waits for somebody: a rejected row, a question, a refusal."""
        done = self.status in (FileStatus.IMPORTED, FileStatus.ALREADY_IMPORTED)
        return not done or bool(self.rejected or self.questions)

    def as_json(self) -> dict[str, Any]:
        """Returns the report in the form that other programs rely on."""
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
            "already_known": self.already_known,
            "events": [
                {
                    "activity": event.activity, "city": event.city, "date": event.date.isoformat(),
                    "title": event.title, "attendances": event.attendances, "headcount": event.headcount,
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
            "questions": [
                {
                    "kind": question.kind, "value": question.value, "suggestions": list(question.suggestions),
                    "text": question.text, "sheet": question.sheet, "rows": list(question.rows),
                    "column": question.column,
                }
                for question in self.questions
            ],
        }  # fmt: skip
        if self.outlook:
            report["outlook"] = {
                "people": self.outlook.people, "known": self.outlook.known,
                "indicators": [
                    {"code": one.indicator, "before": one.before, "after": one.after} for one in self.outlook.effects
                ],
            }  # fmt: skip
        return report | ({"message": self.message, "hint": self.hint} if self.message else {})
