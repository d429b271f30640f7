"""Lines below the sum of a list of families or groups that say how many there were of something else ("cakes baked",
40): nobody stands below a sum under words that no name of the list has."""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.headcounts.beside_lists.closing_sums import (
    has_small_word,
    lacks_usual,
    sums_up_parties,
    usual_places,
)
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import has_total, is_total, number_of, text_of
from liaison_metrics.sheets.words.headers import NAMES

_MOST_LINES = 10
"""So many lines at the end of a list are looked at."""

_LABEL_AND_NUMBER = 2


def lines_below_sum(table: Table, columns: Sequence[Column], data: Sequence[int]) -> set[int]:
    """Returns the sum of a column of people and the rows below it, if these have nothing but a number behind a label
    with a small letter, where no name above has one; otherwise none. *data* are the rows of the table that are not
    empty."""
    names = [column.at for column in columns if column.meaning in NAMES]
    if len(names) != 1:
        return set()
    found: set[int] = set()
    for row in data[: -_MOST_LINES - 1 : -1]:
        cells = table.own_cells(row)
        filled = [(at, value) for at, value in enumerate(cells) if text_of(value)]
        label = text_of(filled[0][1]) if filled else ""
        if len(filled) != _LABEL_AND_NUMBER or number_of(filled[1][1]) is None:
            return set()
        total = is_total(label) or has_total(label)
        if not (total or has_small_word(label)) or filled[0][0] != names[0]:
            return set()
        if found and _sums_up(table, data, row, filled[1][0], names[0]):
            return found | {row}
        if total:
            return set()
        found.add(row)
    return set()


def _sums_up(table: Table, data: Sequence[int], total: int, at: int, name: int) -> bool:
    """Whether a row states the sum of a column above it, and no name above has a small letter; the total itself, and so
    the lines below it, lack what the people usually have, if they have more than a name and a number."""
    above = [table.own_cells(row) for row in data if row < total]
    numbers = [number_of(cells[at]) or 0 for cells in above if at < len(cells)]
    if not above or any(has_small_word(text_of(cells[name])) for cells in above if name < len(cells)):
        return False
    usual = usual_places(above)
    ties = sums_up_parties(number_of(table.own_cells(total)[at]) or 0, numbers, named=False)
    return ties and (len(usual) <= _LABEL_AND_NUMBER or lacks_usual(table.own_cells(total), usual))
