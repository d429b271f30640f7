"""Reads a file again where the first reading leaves a doubt about its numbers: the second one tells by their sums which
of them are who came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.model import Question, Reading, Workbook
from liaison_metrics.sheets.words.answers import Answer, AnswerLookup

_OF_TOTALS = frozenset({"total", "headcount"})
"""Questions about which number holds."""

_MOST_ROWS = 3_000
"""The rows of a file that is read again in no time."""


class Reader(Protocol):
    """Reads one file in one way, with the answers that people gave."""

    workbook: Workbook
    given: list[Answer]

    def read(self, find_answers: AnswerLookup) -> Reading:
        """Returns what the file contains. Raises RefusedFile if it has no table."""


def read_either_way(readers: Iterator[Reader], find_answers: AnswerLookup) -> Reading:
    """Returns the reading of the first of two readers; that of the second if the first refuses the file or asks about
    its numbers, and the second does not. Raises RefusedFile if neither finds a table."""
    first = next(readers)
    try:
        reading = first.read(find_answers)
    except RefusedFile:
        if other := _read_again(first, next(readers), find_answers):
            return other
        raise
    if any(map(_is_of_numbers, reading.open_questions)):
        other = _read_again(first, next(readers), find_answers)
        return other if other and _leaves_less_open(other, reading) else reading
    return reading


def _is_of_numbers(question: Question) -> bool:
    """Whether a question is about what numbers are. Where a column may count or not, other numbers are known."""
    return question.kind in _OF_TOTALS or (question.kind == "column" and question.blocking)


def _read_again(first: Reader, second: Reader, find_answers: AnswerLookup) -> Reading | None:
    """Returns what a file contains by its sums, None if they don't tell, or people said what its numbers are."""
    several = sum(len(grid.rows) for grid in first.workbook.grids) > _MOST_ROWS
    if several or first.given or _rows(first) == _rows(second):
        return None
    try:
        reading = second.read(find_answers)
    except RefusedFile:
        return None
    return reading if reading.headcounts or reading.questions else None


def _rows(reader: Reader) -> Sequence[object]:
    return [[list(cells) for cells in grid.rows] for grid in reader.workbook.grids]


def _leaves_less_open(other: Reading, reading: Reading) -> bool:
    """Whether a reading asks and rejects nothing that another one doesn't, and less of it."""
    asked, known = ({(one.kind, one.value, one.sheet) for one in each.open_questions} for each in (other, reading))
    return asked < known and len(other.rejected) <= len(reading.rejected)
