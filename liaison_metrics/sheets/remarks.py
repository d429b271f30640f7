"""Collects rejected rows and open questions, and words them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from liaison_metrics.domain.project import NOT_STATED, Project, VocabularyKind
from liaison_metrics.errors import Place, RefusedFile
from liaison_metrics.format import day as day_text
from liaison_metrics.sheets.ledger.entries import FileEntries
from liaison_metrics.sheets.ledger.ledger import Ledger
from liaison_metrics.sheets.model import Question, RejectedRow, Workbook
from liaison_metrics.sheets.words.answers import ATTENDANCE, LEFT_OUT, UNUSED, way_out
from liaison_metrics.sheets.words.cells import is_email, text_of
from liaison_metrics.sheets.words.dates import DateOrder, read_date
from liaison_metrics.sheets.words.phrases.origins.understood import has_no_community
from liaison_metrics.sheets.words.vocabulary import Vocabulary
from liaison_metrics.texts import _, language, ngettext

_KINDS = {
    kind.value: kind
    for kind in (
        VocabularyKind.ACTIVITY,
        VocabularyKind.CITY,
        VocabularyKind.COMMUNITY,
        VocabularyKind.GROUP,
        VocabularyKind.GENDER,
    )
}


_MOST_WORDS = 100
"""More unknown words than this in a column show that the column holds something else: one question about it."""

_MOST_SUGGESTED = 200
"""Questions about words that get suggestions, those about most rows first. Each takes a millisecond."""

_CHOICES = {
    "sheet": (LEFT_OUT, ATTENDANCE), "column": (UNUSED, "people"), "headcount": ("right",), "rows": (LEFT_OUT,),
    "present": ("present", "absent"), "role": ("participant", "staff"), "total": ("rows",),
}  # fmt: skip
"""The possible answers to questions about layout, numbers, marks and roles."""


_OF_EVENTS = ("city", "activity")


@dataclass(slots=True)
class _PendingQuestion:
    sheet: str
    column: str
    blocking: bool
    against: int
    text: str
    preset: str = ""
    rows: list[int] = field(default_factory=list)


class ReaderRemarks:
    """Collects rejected rows and questions, and what became of the other rows. Each word is asked about once, however
    many rows have it."""

    def __init__(self, vocabulary: Vocabulary, entries: FileEntries) -> None:
        self.vocabulary, self.entries = vocabulary, entries
        self.rejected: list[RejectedRow] = []
        self.left_out: dict[str, set[int]] = {}
        self._pending: dict[tuple[str, str, str], _PendingQuestion] = {}
        self._suggested: dict[tuple[str, str], tuple[str, ...]] = {}
        self._column_kinds: dict[str, str] = {}

    def ask(
        self, kind: str, value: str, place: Place, *, blocking: bool = False, against: int = 0, text: str = ""
    ) -> None:
        """Adds a question about a word, or about a missing detail (empty *value*), unless it is already answered. If
        the answer is that nobody knows, the row is left out. *against* is the number of people a stated total disagrees
        with, *text* a question in other words than usual."""
        if kind in _OF_EVENTS and place.row and is_email(value):
            return  # the row is rejected: its values are under the wrong headers
        code = self.vocabulary.answers.code(kind, value, place.sheet)
        if code == LEFT_OUT and place.row and kind != "rows":
            self.left_out.setdefault(place.sheet, set()).add(place.row)
        if code is not None:
            return
        question = _PendingQuestion(place.sheet, place.column, blocking, against, text)
        question = self._pending.setdefault((kind, value, place.sheet), question)
        if place.row:
            question.rows.append(place.row)

    def presume(self, kind: str, value: str, place: Place, code: str = NOT_STATED) -> None:
        """Takes a word as "not stated", unless somebody says what it means: the question needs no answer."""
        self.ask(kind, value, place)
        if question := self._pending.get((kind, value, place.sheet)):
            question.preset = code

    def reject(self, sheet: str, row: int, column: str, value: str, why: tuple[str, str]) -> None:
        """Rejects a row; *why* is the reason and how to fix it."""
        if is_email(value):
            value, why = "", misplaced_cell(column)
        self.rejected.append(RejectedRow(sheet, row, column, value, *why))

    def questions(self) -> list[Question]:
        """Returns the questions. Many unknown words of one column are one question about the column."""
        crowded = self._crowded_columns()
        for kind, sheet, column in sorted(crowded):
            self.ask("column", column, Place(sheet=sheet, column=column))
            self._column_kinds[column] = kind
        heaviest_first = sorted(self._pending.items(), key=lambda one: -len(one[1].rows))
        return [
            Question(
                kind=kind,
                value=value,
                suggestions=self._suggestions(kind, value),
                text=self._text(kind, value, asked),
                sheet=asked.sheet,
                rows=tuple(asked.rows),
                column=asked.column,
                blocking=asked.blocking,
                preset=self._preset(kind, value, asked),
                way_out=way_out(kind),
            )
            for (kind, value, _sheet), asked in heaviest_first
            if (kind, asked.sheet, asked.column) not in crowded
        ]

    def _preset(self, kind: str, value: str, asked: _PendingQuestion) -> str:
        """Returns what a word counts as until somebody says more: a country without a community is understood."""
        foreign = kind == VocabularyKind.COMMUNITY.value and value and has_no_community(value, self.vocabulary)
        return NOT_STATED if foreign else asked.preset

    def _text(self, kind: str, value: str, asked: _PendingQuestion) -> str:
        if kind == "column" and value in self._column_kinds:
            return _("Most words under “{value}” are unknown. What does this column hold?").format(value=value)
        return asked.text or _question_text(kind, value, asked.sheet, asked.against)

    def _crowded_columns(self) -> set[tuple[str, str, str]]:
        """Returns kind, sheet and column of words that are too many to be asked about one by one."""
        words = Counter(
            (kind, asked.sheet, asked.column)
            for (kind, value, _), asked in self._pending.items()
            if value and not asked.preset
        )
        return {
            about
            for about, number in words.items()
            if number > _MOST_WORDS and about[2] and self.vocabulary.answers.code("column", about[2]) is None
        }

    def _suggestions(self, kind: str, value: str) -> tuple[str, ...]:
        if kind == "date_order":
            return (DateOrder.DAY_FIRST.value, DateOrder.MONTH_FIRST.value)
        if kind == "column" and value in self._column_kinds:
            return (UNUSED, self._column_kinds[value])
        if kind in _CHOICES:
            return _CHOICES[kind]
        if kind not in _KINDS:
            return ()
        if value:
            if (kind, value) not in self._suggested and len(self._suggested) < _MOST_SUGGESTED:
                self._suggested[kind, value] = self.vocabulary.suggestions(_KINDS[kind], value)
            return self._suggested.get((kind, value), ())
        return tuple(self.vocabulary.project.codes(_KINDS[kind]))


def _question_text(kind: str, value: str, sheet: str, against: int) -> str:
    if kind == "date_order":
        return _date_order_question(value)
    if value:
        texts = {
            "community": _("Which community is “{value}”?"),
            "group": _("Which group is “{value}”?"),
            "gender": _("Which gender is “{value}”?"),
            "role": _("Is “{value}” a participant or staff?"),
            "activity": _("Which activity is “{value}”?"),
            "city": _("Which project city is “{value}”?"),
            "date": _("Which date is “{value}”?"),
            "present": _("Does “{value}” mean the person was there?"),
            "sheet": _("“{value}” looks like a table about something else. Does it list people who were there?"),
            "column": _("Do the numbers under “{value}” count people who were there?"),
            "headcount": ngettext("Was {value} person there?", "Were {value} people there?", 1 if value == "1" else 2),
            "birth": _("Which date of birth is “{value}”?"),
            "total": _("The sheet gives a total of {value}, but its rows add up to {sum}. Which is right?"),
        }
        return texts[kind].format(value=value, sum=against)
    texts = {
        "activity": _("Which activity is “{sheet}” for?"),
        "city": _("In which city did the event in “{sheet}” take place?"),
        "date": _("On which day did the event in “{sheet}” take place?"),
        "community": _("Which community do the numbers without a header in “{sheet}” stand for?"),
        "rows": _(
            "Some rows of “{sheet}” look like those that count, but were not read. If they state people, move them "
            "directly below the others and upload the sheet again. If not, leave them out."
        ),
    }
    return texts[kind].format(sheet=sheet)


def _date_order_question(value: str) -> str:
    """Returns the question, with both possible dates if the text has a year."""
    stated = read_date(value)
    days = [day for order in DateOrder if stated and (day := stated.in_order(order))]
    if len(days) == 2:
        return _("Is “{value}” {first} or {second}?").format(
            value=value, first=day_text(days[0]), second=day_text(days[1])
        )
    return _("Does “{value}” begin with the day or the month?").format(value=value)


def invalid_date(value: str) -> tuple[str, str]:
    """Returns reason and fix for a date that doesn't exist, can't be read or is missing."""
    reason = _("“{value}” isn't a valid date.") if value else _("The row has no date.")
    return reason.format(value=value), _("Enter the date of the event, for example 2021-03-04.")


def ambiguous_date(value: str) -> tuple[str, str]:
    """Returns reason and fix for a date whose order of day and month is unknown."""
    return (
        _("“{value}” could be two different dates.").format(value=value),
        _("Write the month as a word, or the date as year-month-day."),
    )


def outside_project(day: date, project: Project) -> tuple[str, str]:
    """Returns reason and fix for an event outside the project period."""
    return outside_period(day.isoformat(), project.start.isoformat(), project.end.isoformat())


def outside_period(day: str, start: str, end: str) -> tuple[str, str]:
    """Returns the same for a day and a period in words."""
    return (
        _("{day} is outside the project period ({start} to {end}).").format(day=day, start=start, end=end),
        _("Correct the date, or leave out the row if the event isn't part of the project."),
    )


def unknown_word(kind: VocabularyKind, value: str, project: Project) -> tuple[str, str]:
    """Returns reason and fix for a city or activity that is unknown or missing."""
    return unknown_among(kind, value, ", ".join(project.label(kind, code, language()) for code in project.codes(kind)))


def unknown_among(kind: VocabularyKind, value: str, allowed: str) -> tuple[str, str]:
    """Returns the same where what is *allowed* is in words."""
    if value:
        reason = (
            _("“{value}” isn't a project city.") if kind is VocabularyKind.CITY else _("Unknown activity: “{value}”.")
        )
    else:
        reason = _("The row has no city.") if kind is VocabularyKind.CITY else _("The row has no activity.")
    return reason.format(value=value), _("Use one of: {allowed}.").format(allowed=allowed)


def several_people() -> tuple[str, str]:
    """Returns reason and fix for a row that names more than one person."""
    return _("The row names more than one person."), _("Give each person their own row.")


def misplaced_cell(header: str) -> tuple[str, str]:
    """Returns reason and fix for a row whose values are under the wrong headers."""
    return (
        _("The value under “{header}” belongs in another column.").format(header=header),
        _("Move each value of the row under its own header."),
    )


def unlikely_number(value: str) -> tuple[str, str]:
    """Returns reason and fix for a headcount that can't be right: a date's serial number, or far too many people."""
    return (
        _("{value} is more people than the project expects, or a date that became a number.").format(value=value),
        _("Correct the number, or confirm it."),
    )


def invalid_number(value: str) -> tuple[str, str]:
    """Returns reason and fix for a headcount that isn't a whole number."""
    return (
        _("“{value}” isn't an exact number of people.").format(value=value),
        _("Enter the number of people as digits only."),
    )


def called_off(remark: str) -> tuple[str, str]:
    """Returns reason and fix for a number of people beside a remark that the event didn't take place."""
    return (
        _("“{remark}” says that this event didn't take place.").format(remark=remark),
        _("Delete the remark if people were there, or else the number."),
    )


class RefusedContent(RefusedFile):
    """A file that can be opened and has nothing to count. ``ledger`` says what its rows are."""

    def __init__(self, message: str, *, hint: str, place: Place, ledger: Ledger) -> None:
        super().__init__(message, hint=hint, place=place)
        self.ledger = ledger


def no_table(workbook: Workbook, ledger: Ledger) -> RefusedContent:
    """Returns the refusal of a file without a table, whose rows are those of the *ledger*."""
    place = Place(file=workbook.file)
    if not any(text_of(value) for grid in workbook.grids for cells in grid.rows for value in cells):
        hint = _("Upload the file with the attendances.")
        message = _("{file} contains no data.").format(file=workbook.file)
        return RefusedContent(message, hint=hint, place=place, ledger=ledger)
    return RefusedContent(
        _("No attendance table found in {file}.").format(file=workbook.file),
        hint=_("A table needs a header row, such as Name, E-mail, Community, with people listed below."),
        place=place,
        ledger=ledger,
    )


def uncomputed(file: str, ledger: Ledger) -> RefusedContent:
    """Returns the refusal of a workbook whose names or numbers are formulas without stored results."""
    return RefusedContent(
        _("{file} has formulas without results.").format(file=file),
        hint=_("Open it in a spreadsheet program, save it, and upload it again."),
        place=Place(file=file),
        ledger=ledger,
    )
