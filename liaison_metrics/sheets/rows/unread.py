"""Rows that look like those that count, and from which nothing was read: below a line that ended the table, say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from statistics import median_low

from liaison_metrics.sheets.ledger.fates import Fate, Reason
from liaison_metrics.sheets.ledger.ledger import REASONS, SheetLedger
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.rows.likeness import kind_of_cell

_SAMPLE = 300
"""Rows that count, to compare with."""

_MOST_ROWS = 2_000
"""Rows that are compared. A sheet with more of them holds something else as well."""

_FEWEST_CELLS = 2
"""A single cell is like any other."""

_ALIKE = 0.75
"""Share of a row's cells that must look like those that rows that count have in the same columns."""

_AS_FULL = 0.6
"""Such a row fills at least this share of the cells that rows that count fill. Lines of a summary fill fewer."""

_COUNTED = frozenset((Fate.PERSON, Fate.HEADS, Fate.ABSENT, Fate.STAFF))
_UNREAD = frozenset((Reason.EVENT_HEADING, Reason.NOT_UNDERSTOOD, Reason.TEXT_ABOVE, Reason.TEXT_BELOW))
"""What such a row is taken for by its place or by a date in it. Other notes are of rows that were looked at one by
one."""


def unread_rows(grid: Grid, ledger: SheetLedger) -> list[int]:
    """Returns the numbers of the rows of a sheet that look like its rows that count and were not read. A row without a
    number where all others have one may be an event that has not taken place yet."""
    unread = [at for at, code in enumerate(ledger.codes) if code and REASONS[code - 1] in _UNREAD][:_MOST_ROWS]
    if not unread:
        return []
    fates = [False, *(reason.fate in _COUNTED for reason in REASONS)]
    counted = islice((at for at, code in enumerate(ledger.codes) if fates[code]), _SAMPLE)
    sample = [_kinds(grid.rows[at]) for at in counted]
    if not sample:
        return []
    usual: set[tuple[int, str]] = set().union(*sample)
    numbers = {(at, kind) for at, kind in set.intersection(*sample) if kind == "number"}
    enough = max(_FEWEST_CELLS, _AS_FULL * median_low(map(len, sample)))
    likely = ((at + 1, _kinds(grid.rows[at])) for at in unread)
    return [
        row
        for row, kinds in likely
        if len(kinds) >= enough and len(kinds & usual) >= _ALIKE * len(kinds) and kinds >= numbers
    ]


def _kinds(cells: Sequence[Cell]) -> set[tuple[int, str]]:
    """Returns the filled columns of a row, each with what its cell looks like."""
    return {(at, kind) for at in range(len(cells)) if (kind := kind_of_cell(cells, at))}
