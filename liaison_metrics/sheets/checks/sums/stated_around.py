"""Compares numbers of people by community, hour or class with a line above or below them that says how many came: it
may state more ("Attendance | 34", and 30 by community)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from liaison_metrics.sheets.checks.doubts import ROWS, STATED, Doubt
from liaison_metrics.sheets.checks.evidence import CheckedTable, Circumstances
from liaison_metrics.sheets.checks.sums.totals import total_doubt
from liaison_metrics.sheets.tables.lists.counts.labelled_counts import CountLine, count_line, reads_as_part
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.people import additional_code
from liaison_metrics.sheets.words.phrases.titles.coming import Told, told_by

_MOST_BEYOND, _SMALL = 3, 5
"""A number of more than so many times the sum, or with so many more, may be of something else."""


def more_stated_around(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about a line around a table of numbers of one event that says that more people came than these are."""
    heads = [one for one in table.reading.headcounts if one.sheet == table.sheet]
    if table.attendances or len(table.reading.tables) > 1 or len({one.event for one in heads}) != 1:
        return
    together, inside = table.people, [row for row in table.rows if row in table.fates.heads]
    lines = (count_line(row, table.grid.rows[row - 1]) for row in (*table.lines_above(), *table.lines_below()))
    told = [line for line in lines if line and line.row not in table.fates.heads and _says_who_came(line)]
    larger = [line for line in told if sum(one.people for one in heads) < line.people <= _most(together)]
    if not inside or not larger or any(line.people == together for line in told):
        return
    doubt = total_doubt(table, larger[0].row, larger[0].people, together)
    yield replace(doubt, codes=(ROWS, STATED), rows=tuple(inside))


def _most(people: int) -> int:
    return max(_MOST_BEYOND * people, people + _SMALL)


def _says_who_came(line: CountLine) -> bool:
    label = line.label
    came = told_by(label) is Told.CAME or meaning_of(label) == "present"
    return came and not reads_as_part(label) and not additional_code(label)
