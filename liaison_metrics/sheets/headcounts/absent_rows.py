"""Leaves out numbers of people beside a mark that says that they didn't come ("4 people | came: no")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.ledger.entries import SheetEntries
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import NotCountedReason, NotCountedRow, Reading
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import number_of
from liaison_metrics.sheets.words.presence import says_absent, says_present

_FEWEST_MARKED = 3
"""Where so many numbers have a mark, one without says that nobody came; one or two marks may be of something else."""


def absent_rows(
    table: Table, columns: Sequence[Column], rows: Iterable[int], reading: Reading, entries: SheetEntries
) -> set[int]:
    """Returns those of the rows that a column of who came marks as absent, and notes them as not counted. An empty cell
    says so where at least a few others have a mark, and none says that somebody was absent."""
    numbers = [at for at in rows if any(number_of(value) is not None for value in table.grid.rows[at])]
    found: set[int] = set()
    for column in columns:
        texts = {at: text for at in numbers if (text := column.text(table.grid.rows[at]))}
        there = sum(map(says_present, texts.values()))
        away = {at for at, text in texts.items() if says_absent(text)}
        if column.meaning == "present" and not column.is_numeric and there and there + len(away) == len(texts):
            found |= away if away or there < _FEWEST_MARKED else set(numbers).difference(texts)
    entries.enter_all(found, Reason.ABSENT_BY_ROW)
    reading.rows_read += len(found)
    reading.not_counted += [NotCountedRow(table.grid.name, at + 1, NotCountedReason.ABSENT) for at in sorted(found)]
    return found
