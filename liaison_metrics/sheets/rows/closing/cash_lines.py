"""Lines below a list that settle its money: what was paid in all, what it was spent on, what is left.

Their words matter little; the arithmetic does. One of them states the sum of a column, and the others go together with
it, as no person's amount does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.headcounts.beside_lists.closing_sums import (
    has_small_word,
    is_written_as_name,
    lacks_usual,
    usual_places,
)
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import amount_of, has_total, money_of, text_of
from liaison_metrics.sheets.words.headers import NAMES

_MOST_LINES = 15
"""So many lines at the end of a list are looked at. Accounts below a list are short."""

_FEWEST_SUMMED = 3
"""Two numbers often make a third by chance."""

_LABEL_AND_AMOUNT = 2
_SAMPLE = 200
"""So many rows show which columns people usually fill."""

_MOSTLY = 0.8
"""If this share of the people has a full name, a label that is no full name is no person."""

_OF_ANYTHING = ("", "unused")
"""Meanings of columns whose numbers may be amounts."""


class _CashLine(NamedTuple):
    """A line with a label, amounts behind it by their columns, and perhaps a remark at its end."""

    row: int
    label: str
    amounts: Mapping[int, float]


class _Above(NamedTuple):
    """What a column has beside the people of a list: their sum, the largest of their amounts, how many have one that is
    not 0, and how many fill it with anything."""

    total: float
    largest: float
    paid: int
    filled: int


def cash_lines(table: Table, columns: Sequence[Column], data: Sequence[int]) -> set[int]:
    """Returns the rows at the end of a list that settle its money and list nobody. *data* are the rows of the table
    that are not empty."""
    of_people = frozenset(column.at for column in columns if column.meaning not in _OF_ANYTHING)
    tail = list(_lines_at_end(table, data))[::-1]
    if not {at for line in tail for at in line.amounts} - of_people:
        return set()
    names = [column.at for column in columns if column.meaning in NAMES]
    by_small_words = not any(
        table.rows_where(at, lambda cell: has_small_word(text_of(cell))) - {line.row for line in tail} for at in names
    )
    for place, first in enumerate(tail):
        settled = _settled(table, tail[place:], of_people, by_small_words=by_small_words)
        if first.row in settled:
            return settled
    return set()


def amount_lines(table: Table, columns: Sequence[Column], data: Sequence[int]) -> set[int]:
    """Returns the rows at the end of a list of full names that have nothing but a label, which is no name, and an
    amount with cents or a currency ("Kassa gesamt", 87.50): nobody came so many. *data* are the rows of the table that
    are not empty."""
    names = [column.at for column in columns if column.meaning in NAMES]
    found: set[int] = set()
    for row in data[: -_MOST_LINES - 1 : -1]:
        filled = [(at, value) for at, value in enumerate(table.own_cells(row)) if text_of(value)]
        if len(filled) == _LABEL_AND_AMOUNT and filled[0][0] in names and amount_of(filled[1][1]) is not None:
            label = text_of(filled[0][1])
            small = label.split()[-1][0].islower()  # "Collection box"
            found |= set() if is_written_as_name(label) and not (small or has_total(label)) else {row}
        elif len(filled) > 1:
            break
    above = [text for row in data if row not in found for at in names if (text := text_of(_cell(table, row, at)))]
    full = sum(map(is_written_as_name, above[:_SAMPLE]))
    return found if len(names) == 1 and full >= _MOSTLY * len(above[:_SAMPLE]) > 0 else set()


def _cell(table: Table, row: int, at: int) -> Cell:
    cells = table.grid.rows[row]
    return cells[at] if at < len(cells) else None


def _lines_at_end(table: Table, data: Sequence[int]) -> Iterator[_CashLine]:
    """Yields the lines with amounts at the end of a list, the last one first. Texts alone may stand between them."""
    for row in data[: -_MOST_LINES - 1 : -1]:
        filled = [(at, value) for at, value in enumerate(table.own_cells(row)) if text_of(value)]
        if len(filled) < _LABEL_AND_AMOUNT:
            continue
        (_at, label), *others = filled
        amounts = {at: amount for at, value in others if (amount := money_of(value)) is not None}
        remark = len(others) == len(amounts) + 1 and others[-1][0] not in amounts
        if not isinstance(label, str) or money_of(label) is not None or not (len(others) == len(amounts) or remark):
            return
        if not amounts:
            return
        yield _CashLine(row, text_of(label), amounts)


def _above(table: Table, at: int, first: int) -> _Above:
    """Returns what a column has above the *first* of the lines."""
    cells = [cell for row, cell in zip(table.rows, table.cells(at), strict=True) if row < first]
    amounts = [amount for amount in map(money_of, cells) if amount]
    filled = sum(bool(text_of(cell)) for cell in cells)
    return _Above(round(sum(amounts), 2), max(map(abs, amounts), default=0), len(amounts), filled)


def _settled(table: Table, lines: Sequence[_CashLine], of_people: frozenset[int], *, by_small_words: bool) -> set[int]:
    """Returns the rows of lines that settle the money of the people above the first of them, none if no line states
    the sum of a column. *by_small_words*: names have no words that begin with a small letter."""
    above = {at: _above(table, at, lines[0].row) for line in lines for at in line.amounts}
    sums = [
        line for line in lines if _sums_up(line, above, of_people) and not _lists_somebody(table, line, lines[0].row)
    ]
    if not sums:
        return set()
    money = {at for line in sums for at, amount in line.amounts.items() if amount == above[at].total}
    found = {line.row for line in sums}
    for place, line in enumerate(lines):
        at, amount = next(iter(line.amounts.items()))
        if len(line.amounts) > 1 or at not in money or not amount:
            continue
        like_person = 0 < amount <= above[at].largest and not (by_small_words and has_small_word(line.label))
        others = [one.amounts[at] for one in lines if one is not line and set(one.amounts) == {at}]
        before = [one.amounts[at] for one in lines[:place] if set(one.amounts) == {at}]
        if not like_person and (amount < 0 or _goes_together(amount, [above[at].total, *others], before)):
            found.add(line.row)
    return found


def _sums_up(line: _CashLine, above: Mapping[int, _Above], of_people: frozenset[int]) -> bool:
    """Whether each number of a line is the sum of its column, one of them of amounts, or says how many fill it."""
    summed = {
        at for at, amount in line.amounts.items()
        if above[at].paid >= _FEWEST_SUMMED and amount == above[at].total and amount > above[at].largest
    }  # fmt: skip
    return bool(summed - of_people) and all(
        at in summed or (amount == above[at].filled and not above[at].paid) for at, amount in line.amounts.items()
    )


def _lists_somebody(table: Table, line: _CashLine, first: int) -> bool:
    """Whether a line has what may be a name and fills the columns that the people above the *first* line fill."""
    others = [table.own_cells(row) for row in table.rows if row < first][:_SAMPLE]
    named = is_written_as_name(line.label) and not has_total(line.label)
    return named and not lacks_usual(table.own_cells(line.row), usual_places(others))


def _goes_together(amount: float, others: Sequence[float], before: Sequence[float]) -> bool:
    """Whether an amount is the sum or difference of two *others*, or what is left of those *before* it."""
    spent = before[0] - sum(map(abs, before[1:])) if before else 0
    if len(before) > 1 and round(amount - spent, 2) == 0:
        return True
    return any(
        round(amount - one - other, 2) == 0 or round(amount - abs(one - other), 2) == 0
        for one, other in combinations(others, 2)
    )
