"""A doubt about a reading: the question it becomes, and what its answers do to the reading."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from liaison_metrics import format as fmt
from liaison_metrics.sheets.ledger.entries import SheetEntries
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import (
    AttendanceRow,
    HeadcountRow,
    NotCountedReason,
    NotCountedRow,
    Question,
    Reading,
    RejectedRow,
)
from liaison_metrics.sheets.words.answers import LEFT_OUT, NOBODY, PERSON, way_out
from liaison_metrics.texts import _

ROWS, STATED = "rows", "stated"
"""The codes for a list that is right, and for a total that is right."""

EVENT, NOTE = "event", "note"
"""The codes for a dated line that begins another event, and for one that doesn't."""

_REASONS = {
    "absent": (NotCountedReason.ABSENT, Reason.ABSENT_BY_ROW),
    "staff": (NotCountedReason.STAFF, Reason.STAFF_BY_ROW),
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two readings of the same cells. ``kind`` and ``value`` are those of the question and of its answers, ``codes``
    the answers. ``text`` asks in a sentence, ``figures`` says what the sheet counts for with each answer, ``people``
    are those whom the answer moves. ``day`` is the day of the event that a line above the rows may state.

    ``rows`` are the rows that the answer is about. Those that count are held back until there is an answer, or the
    whole table from row *first* to row *last* if it is ``blocking``. ``heading`` is the row of a line above them that
    lists nobody, unless the answer says that it names a person.
    """

    kind: str
    value: str
    codes: tuple[str, ...]
    text: str
    figures: str
    people: int
    sheet: str
    rows: tuple[int, ...] = ()
    heading: int = 0
    column: str = ""
    blocking: bool = False
    day: date | None = None

    @property
    def question(self) -> Question:
        """The question, with both figures."""
        return Question(
            self.kind, self.value, self.codes, f"{self.text} {self.figures}".strip(), self.sheet,
            self.rows, self.column, self.blocking, people=self.people, way_out=way_out(self.kind), summary=self.figures,
        )  # fmt: skip


def people_or(one: int, other: int) -> str:
    """Returns the two figures of a doubt about people."""
    return _("{one} or {other} people.").format(one=fmt.number(one), other=fmt.number(other))


def events_or(one: int, other: int) -> str:
    """Returns the two figures of a doubt about events."""
    return _("{one} or {other} events.").format(one=fmt.number(one), other=fmt.number(other))


def unclear_row() -> tuple[str, str]:
    """Returns reason and fix for a row that waits for an answer."""
    return _("It isn't clear whether this row lists somebody who was there."), _("Answer the question about it.")


def hold_back(reading: Reading, doubt: Doubt) -> set[int]:
    """Keeps the doubtful rows from counting until somebody answers. Returns those that didn't count before."""
    rows = {doubt.heading, *doubt.rows} - {0}
    taken = dict.fromkeys(_take(reading, doubt.sheet, rows))  # a person and companions are one row
    reading.rejected += [RejectedRow(doubt.sheet, row, column, "", *unclear_row()) for row, column in taken]
    return rows - {row for row, _column in taken}


def hold_back_table(reading: Reading, sheet: str, rows: range) -> set[int]:
    """Keeps a whole table from counting until somebody answers, as if it had not been read. Returns the rows that
    wait."""

    def is_of_table(row: NotCountedRow | RejectedRow) -> bool:
        return row.sheet == sheet and row.row in rows

    waiting = {row for row, _column in _take(reading, sheet, rows)}
    waiting |= {row.row for row in filter(is_of_table, reading.not_counted)}
    waiting |= {row.row for row in filter(is_of_table, reading.rejected)}
    reading.not_counted = [row for row in reading.not_counted if not is_of_table(row)]
    reading.rejected = [row for row in reading.rejected if not is_of_table(row)]
    return waiting


def apply_answer(
    reading: Reading, doubt: Doubt, code: str, entries: SheetEntries, nobody: Reason = Reason.ANSWERED
) -> None:
    """Does to the rows what an answer says of them, and enters it; *nobody* is why rows list nobody."""
    if doubt.heading and code != PERSON:
        _leave_out(reading, doubt.sheet, {doubt.heading}, entries, nobody)
    if code in (NOBODY, LEFT_OUT):
        _leave_out(reading, doubt.sheet, set(doubt.rows) or _rows_of(reading, doubt.sheet), entries, nobody)
    elif code == EVENT and doubt.day is not None:
        _move(reading, doubt, doubt.day)
    elif code == STATED:
        _count_as_stated(reading, doubt, entries)
    elif code in _REASONS:
        reason, because = _REASONS[code]
        for row, column in dict.fromkeys(_take(reading, doubt.sheet, set(doubt.rows))):
            reading.not_counted.append(NotCountedRow(doubt.sheet, row, reason, column))
            entries.enter(row, because)


def _rows_of(reading: Reading, sheet: str) -> set[int]:
    """Returns the rows of a sheet that count."""
    facts: list[AttendanceRow | HeadcountRow] = [*reading.attendances, *reading.headcounts]
    return {fact.row for fact in facts if fact.sheet == sheet}


def _move(reading: Reading, doubt: Doubt, day: date) -> None:
    """Moves the people of the rows to an event on another day."""
    for row in reading.attendances:
        if row.sheet == doubt.sheet and row.row in doubt.rows:
            event = replace(reading.events[row.event], date=day)
            if event not in reading.events:
                reading.events.append(event)
            row.event = reading.events.index(event)


def _count_as_stated(reading: Reading, doubt: Doubt, entries: SheetEntries) -> None:
    """Counts as many people as the sheet's total states. If they are fewer than the list has, nobody knows which of
    them were there, so all count without a name; so they do instead of other numbers of them."""
    stated, rows = int(doubt.value), set(doubt.rows)
    facts: list[AttendanceRow | HeadcountRow] = [*reading.attendances, *reading.headcounts]
    own = [row for row in facts if row.sheet == doubt.sheet and row.row in rows]
    event = own[0].event
    if not isinstance(own[0], AttendanceRow) or stated < sum(isinstance(row, AttendanceRow) for row in own):
        _leave_out(reading, doubt.sheet, rows, entries)
    reading.headcounts.append(HeadcountRow(event, doubt.sheet, doubt.heading or own[0].row, stated))


def _leave_out(
    reading: Reading, sheet: str, rows: Collection[int], entries: SheetEntries, reason: Reason = Reason.ANSWERED
) -> None:
    for row, _column in _take(reading, sheet, rows):
        entries.enter(row, reason)


def _take(reading: Reading, sheet: str, rows: Collection[int]) -> list[tuple[int, str]]:
    """Takes what rows count for out of the reading. Returns row and column of each attendance and headcount."""
    facts: list[AttendanceRow | HeadcountRow] = [*reading.attendances, *reading.headcounts]
    taken = [(fact.row, fact.column) for fact in facts if fact.row in rows and fact.sheet == sheet]
    if taken:
        reading.attendances = [row for row in reading.attendances if row.row not in rows or row.sheet != sheet]
        reading.headcounts = [row for row in reading.headcounts if row.row not in rows or row.sheet != sheet]
    return taken
