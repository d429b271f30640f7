"""Numbers of the same visitors that several people counted, or that were counted again and again: nobody knows which
of them is right."""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.headcounts.sums import is_total_row
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import number_of
from liaison_metrics.sheets.words.lists import evidence, normal
from liaison_metrics.sheets.words.phrases.found import has_phrase

_FEWEST = 2
_SAYS_NOTHING = ("notes", "", "unused", "number")
"""Meanings of columns beside the numbers that tell no gate, hour or day apart."""


def is_counted_by_several(table: Table, columns: Sequence[Column], counted: Column) -> bool:
    """Returns whether the rows of a table differ in nothing but in who counted, or how, and no total adds their numbers
    up."""
    named = (column for column in columns if column.header and _says_who_counted(column.header))
    who = next(named, None) or next((c for c in columns if c is not counted and _holds_ways(table, c)), None)
    if who is None or any(_tells_apart(column) for column in columns if column not in (who, counted)):
        return False
    rows = [table.grid.rows[row] for row in table.rows]
    numbers = [n for cells in rows if not is_total_row(cells) and (n := number_of(counted.value(cells))) is not None]
    counters = {who.text(cells) for cells in rows if not is_total_row(cells) and number_of(counted.value(cells))}
    totals = [number_of(counted.value(cells)) for cells in rows if is_total_row(cells)]
    return len(numbers) >= _FEWEST and len(counters) == len(numbers) and sum(numbers) not in totals


def is_counted_again(table: Table, columns: Sequence[Column], counted: Column) -> bool:
    """Returns whether numbers say how many people were there at several times of a day: who stayed is counted again."""
    timed = any(one.meaning == "time" or one.share("clock") >= MAJORITY for one in columns)
    days = max((len(table.different_cells(one.at)) for one in columns if one.meaning == "date"), default=0)
    return timed and 2 * days <= len(table.rows) and has_phrase(normal(counted.header), evidence("at_one_time"))


def _holds_ways(table: Table, column: Column) -> bool:
    """Whether the rows of a column name different ways of counting ("Door clicker", "Estimate")."""
    texts = [normal(column.text(table.grid.rows[row])) for row in table.rows]
    found = [{stem for stem in evidence("ways_of_counting") if f" {stem}" in f" {text}"} for text in texts if text]
    ways = [stems for stems in found if stems]
    return len(ways) >= max(_FEWEST, len(found) / 2) and len({frozenset(stems) for stems in ways}) == len(ways)


def _tells_apart(column: Column) -> bool:
    told = bool(column.date or column.codes or column.is_numeric or column.share("clock"))
    return column.filled > 0 and (told or column.meaning not in _SAYS_NOTHING)


def _says_who_counted(header: str) -> bool:
    form = normal(header)
    return any(form == phrase or form.startswith(f"{phrase} ") for phrase in evidence("who_counted"))
