"""Rows of a register of several days that say how many others came ("Guests beyond the members")."""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import is_total, number_of, starts_total_row, text_of
from liaison_metrics.sheets.words.lists import additional_words, normal
from liaison_metrics.sheets.words.people import additional_code
from liaison_metrics.sheets.words.phrases.absence import says_who_does_not_count

_LONGEST_PHRASE = 3


def code_beside_sessions(table: Table, sessions: Sequence[Column], number: int, label: str) -> str:
    """Returns the code of the people whom a row adds at each session, "" if it adds none: its label says so, or begins
    with a word for such people over numbers where others have a mark, or a total below includes its numbers."""
    if code := additional_code(label):
        return code
    stated = [column.value(table.grid.rows[number]) for column in sessions]
    numbers = [number_of(value) for value in stated if text_of(value)]
    if None in numbers or max((one or 0 for one in numbers), default=0) < 2 or says_who_does_not_count(normal(label)):
        return ""
    others = [row for row in table.rows if row != number and not _is_total(table.own_cells(row))]
    if any(_counts(column.value(table.grid.rows[row])) for row in others for column in sessions):
        return ""  # hours, or parts of sums
    code = _code_of_first_words(label)
    return code or ("plus" if _is_in_total(table, sessions, number) else "")


def _code_of_first_words(label: str) -> str:
    words = normal(label).split()
    phrases = (" ".join(words[:end]) for end in range(_LONGEST_PHRASE, 0, -1))
    return next((code for phrase in phrases if (code := additional_words().get(phrase))), "")


def _is_in_total(table: Table, sessions: Sequence[Column], number: int) -> bool:
    """Whether a total right below is that of the marks above and a row's numbers, at each session."""
    below = next((row for row in table.rows if row > number and any(table.own_cells(row))), None)
    if below is None or not _is_total(table.own_cells(below)):
        return False
    rows = table.grid.rows
    above = [row for row in table.rows if row < number and not _is_total(table.own_cells(row))]
    return all(
        number_of(column.value(rows[below])) == (number_of(column.value(rows[number])) or 0)
        + sum(column.text(rows[row]) not in ("", "0", "-") for row in above)
        for column in sessions
    )  # fmt: skip


def _is_total(cells: Sequence[Cell]) -> bool:
    first = next((text for value in cells if (text := text_of(value))), "")
    return is_total(first) or starts_total_row(first)


def _counts(value: Cell) -> bool:
    return (number_of(value) or 0) > 1
