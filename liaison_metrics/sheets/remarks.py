"""What is said of rows that cannot count as they stand, and what only a person can answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.errors import Place
from liaison_metrics.sheets.model import Question, RejectedRow
from liaison_metrics.sheets.words.cells import is_email
from liaison_metrics.sheets.words.dates import DateOrder
from liaison_metrics.sheets.words.vocabulary import Vocabulary
from liaison_metrics.texts import _

_KINDS = {
    kind.value: kind
    for kind in (
        VocabularyKind.ACTIVITY,
        VocabularyKind.CITY,
        VocabularyKind.COMMUNITY,
        VocabularyKind.GROUP,
        VocabularyKind.GENDER,
        VocabularyKind.ROLE,
    )
}


@dataclass(slots=True)
class _PendingQuestion:
    sheet: str
    column: str
    blocking: bool
    against: int
    rows: list[int] = field(default_factory=list)


class ReaderRemarks:
    """Collects questions, each word once however many rows have it, and rejected rows."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.rejected: list[RejectedRow] = []
        self._pending: dict[tuple[str, str, str], _PendingQuestion] = {}

    def ask(self, kind: str, value: str, place: Place, *, blocking: bool = False, against: int = 0) -> None:
        """Notes a question about a word, or about what a sheet does not say (an empty word), unless it is answered.
        *against* is the number of people that a stated total is not equal to."""
        if self.vocabulary.answers.code(kind, value, place.sheet) is not None:
            return
        question = _PendingQuestion(place.sheet, place.column, blocking, against)
        question = self._pending.setdefault((kind, value, place.sheet), question)
        if place.row:
            question.rows.append(place.row)

    def reject(self, sheet: str, row: int, column: str, value: str, why: tuple[str, str]) -> None:
        """Notes that a row cannot count; *why* is the reason and how to fix it."""
        if is_email(value):
            value, why = "", misplaced_cell(column)
        self.rejected.append(RejectedRow(sheet, row, column, value, *why))

    def questions(self) -> list[Question]:
        """Returns the questions, those first without whose answer nothing of a sheet can be counted."""
        found = [
            Question(
                kind=kind,
                value=value,
                suggestions=self._suggestions(kind, value),
                text=_question_text(kind, value, asked.sheet, asked.against),
                sheet=asked.sheet,
                rows=tuple(asked.rows),
                column=asked.column,
                blocking=asked.blocking,
            )
            for (kind, value, _sheet), asked in self._pending.items()
        ]
        return sorted(found, key=lambda question: not question.blocking)

    def _suggestions(self, kind: str, value: str) -> tuple[str, ...]:
        if kind == "date_order":
            return (DateOrder.DAY_FIRST.value, DateOrder.MONTH_FIRST.value)
        if kind not in _KINDS:
            return ()
        if value:
            return self.vocabulary.suggestions(_KINDS[kind], value)
        return tuple(self.vocabulary.project.codes(_KINDS[kind]))


def _question_text(kind: str, value: str, sheet: str, against: int) -> str:
    if value:
        texts = {
            "community": _("Which community is “{value}”?"),
            "group": _("Which group is “{value}”?"),
            "gender": _("Which gender is meant by “{value}”?"),
            "role": _("Does “{value}” count as a participant, or is it staff?"),
            "activity": _("Which activity is “{value}”?"),
            "city": _("Which city of the project is “{value}”?"),
            "date": _("Which day is “{value}”?"),
            "date_order": _("Does “{value}” begin with the day or with the month?"),
            "present": _("Does “{value}” mean that the person was there?"),
            "birth": _("Which date of birth is “{value}”?"),
            "total": _("The sheet states a total of {value}, but its rows add up to {sum}. Which is right?"),
        }
        return texts[kind].format(value=value, sum=against)
    texts = {
        "activity": _("Which activity is the sheet “{sheet}” about?"),
        "city": _("In which city did the event of the sheet “{sheet}” take place?"),
        "date": _("On which day did the event of the sheet “{sheet}” take place?"),
        "community": _("Which community do the numbers under no header in the sheet “{sheet}” stand for?"),
    }
    return texts[kind].format(sheet=sheet)


def invalid_date(value: str) -> tuple[str, str]:
    """Returns what to say of a day that does not exist or cannot be read."""
    reason = _("“{value}” is no day of the calendar.") if value else _("The row has no date.")
    return reason.format(value=value), _("Write the day of the event, for example 2021-03-04.")


def ambiguous_date(value: str) -> tuple[str, str]:
    """Returns what to say of a date that begins with the day or with the month, which the file does not settle."""
    return (
        _("“{value}” can be two different days.").format(value=value),
        _("Write the month as a word, or the date as year-month-day."),
    )


def outside_project(day: date, project: Project) -> tuple[str, str]:
    """Returns what to say of an event outside the project's time."""
    reason = _("{day} is outside the project's time, {start} to {end}.")
    return (
        reason.format(day=day.isoformat(), start=project.start.isoformat(), end=project.end.isoformat()),
        _("Correct the date; leave the row out if the event is none of the project's."),
    )


def unknown_word(kind: VocabularyKind, value: str, project: Project) -> tuple[str, str]:
    """Returns what to say of a city or an activity that the project does not know, or that a row does not state."""
    if value:
        reason = (
            _("“{value}” is no city of the project.")
            if kind is VocabularyKind.CITY
            else _("“{value}” is no known activity.")
        )
    else:
        reason = _("The row states no city.") if kind is VocabularyKind.CITY else _("The row states no activity.")
    allowed = ", ".join(project.label(kind, code) for code in project.codes(kind))
    return reason.format(value=value), _("Write one of: {allowed}.").format(allowed=allowed)


def several_people() -> tuple[str, str]:
    """Returns what to say of a row that names more than one person."""
    return _("The row names more than one person."), _("Write each person in a row of their own.")


def misplaced_cell(header: str) -> tuple[str, str]:
    """Returns what to say of a row whose cells stand under wrong headers, as where they were pasted a column off."""
    return (
        _("What stands under “{header}” belongs in another column.").format(header=header),
        _("Move the cells of this row so that each stands under its own header."),
    )


def invalid_number(value: str) -> tuple[str, str]:
    """Returns what to say of a head count that is no whole number."""
    return (
        _("“{value}” is no exact number of people.").format(value=value),
        _("Write how many people were there, as a number alone."),
    )
