"""Settles what marks and roles mean where the numbers of people that the sheet states fit one answer alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import product

from liaison_metrics.sheets.checks.evidence import CheckedTable, checked_tables
from liaison_metrics.sheets.checks.sums.some_of_all import some_of_all
from liaison_metrics.sheets.checks.sums.totals import heads_sum, own_cells, sessions_of
from liaison_metrics.sheets.model import Grid, Question, Reading
from liaison_metrics.sheets.rows.thresholds import LONGEST_MARK
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.people import PRESENT, statements_among
from liaison_metrics.sheets.words.presence import says_present

_KINDS = frozenset({"present", "role"})
"""Questions whose answer says who was there."""

_MOST_QUESTIONS = 3
"""Each question doubles the readings."""

_MOST_ROWS = 3_000
"""The rows of a file that is read again in no time."""

_SMALLEST = 4
"""A smaller number fits by chance."""

_FEWEST_SESSIONS = 2

_Place = tuple[str, int, int]


def settled_by_totals(
    reading: Reading, grids: Sequence[Grid], read_again: Callable[[Sequence[Answer]], Reading]
) -> list[Question]:
    """Returns the questions about marks and roles, each with its preset: the answers with which more of the sheet's own
    numbers of people fit than with any others. Returns none if no answers stand out.

    *read_again* returns what the file counts for with these answers. A bare total doesn't count: it may be of all who
    are listed.
    """
    asked = [one for one in reading.questions if one.kind in _KINDS and not one.preset]
    if not 0 < len(asked) <= _MOST_QUESTIONS or sum(len(grid.rows) for grid in grids) > _MOST_ROWS:
        return []
    if not any(_numbers(table) for table in checked_tables(reading, grids)) and not any(map(_sums_up_marks, grids)):
        return []
    fitting = {answers: len(set(_fitting(read_again(answers), grids))) for answers in product(*map(_answers, asked))}
    most = max(fitting.values())
    best = [answers for answers, fits in fitting.items() if fits == most]
    if not most or len(best) > 1:
        return []
    return [replace(question, preset=answer.code) for question, answer in zip(asked, best[0], strict=True)]


def _answers(question: Question) -> list[Answer]:
    return [Answer.to(question, code) for code in question.suggestions]


def _fitting(reading: Reading, grids: Sequence[Grid]) -> Iterator[_Place]:
    """Yields the places of numbers that are those of the people who count."""
    for table in checked_tables(reading, grids):
        for (row, at), people in _numbers(table).items():
            if people == _counted(table, row, at):
                yield table.sheet, row, at


def _numbers(table: CheckedTable) -> dict[tuple[int, int], int]:
    """Returns the numbers that lines around a list state of those who were there, or of the marks above them, by row
    and column."""
    found: dict[tuple[int, int], int] = {}
    for row in (*table.lines_above(), *table.lost, *table.lines_below()):
        stated = [one for one in statements_among(own_cells(table, row)) if one.kind == PRESENT]
        found |= {(row, one.at[1]): one.people for one in stated}
        if row in table.rows and any(map(_heads_sum, table.texts(row))):
            found |= {(row, at): people for at in sessions_of(table) if (people := number_of(table.cell(row, at)))}
    found |= {(row, one.at[1]): one.people for row, one in some_of_all(table)}
    return {place: people for place, people in found.items() if people >= _SMALLEST}


def _heads_sum(text: str) -> bool:
    return heads_sum(text) or (len(text) > LONGEST_MARK and says_present(text))


def _sums_up_marks(grid: Grid) -> bool:
    """Whether a line with a word for a sum has a number for each of several sessions."""
    for cells in grid.rows:
        texts = [text for value in cells if (text := text_of(value))]
        numbers = [value for value in cells if number_of(value) is not None]
        if len(numbers) >= _FEWEST_SESSIONS and any(map(_heads_sum, texts)):
            return True
    return False


def _counted(table: CheckedTable, row: int, at: int) -> int:
    """Returns how many people count at the session of a column, or in a list of one event; 0 in one of several."""
    session = sessions_of(table).get(at)
    if session is not None and row in table.rows:
        return sum(one.column == session and one.row < row for one in table.attendances)
    return table.people if len(table.events) == 1 else 0
