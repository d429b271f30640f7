"""Sentences around a list: numbers of people that they tell and that do not go together with the list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from liaison_metrics.sheets.checks.doubts import ROWS, STATED, Doubt, people_or
from liaison_metrics.sheets.checks.evidence import CheckedTable, Circumstances
from liaison_metrics.sheets.checks.sums.totals import added_around, numbers_of_list, total_doubt
from liaison_metrics.sheets.headcounts.beside_lists.told_people import (
    above_agenda,
    explains_sign,
    right_above,
    told_beside_list,
    told_in_row,
)
from liaison_metrics.sheets.words.cells import is_not_stated
from liaison_metrics.sheets.words.people import statements_among
from liaison_metrics.sheets.words.phrases.prose.things import counts_proxies
from liaison_metrics.sheets.words.phrases.prose.told import ToldNumber
from liaison_metrics.texts import _


def sentences_that_do_not_tie(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about people whom a sentence tells of and who are neither on the list nor counted beside it."""
    if not table.attendances:
        return
    told = {row: found for row in rows_not_counted(table) if (found := told_in_row(table.grid.rows[row - 1]))}
    more = sum(one.people for one in table.headcounts if one.additional) + added_around(table)
    stated = {one.people for one in table.headcounts if not one.additional}
    listed = {len(table.counted), len(table.counted) + len(table.fates.not_counted)} | numbers_of_list(table)
    numbers = [one for found in told.values() for one in found]
    if not told or told_beside_list(numbers, listed, more, stated) == ():
        return
    for row, one in ((row, one) for row, found in told.items() for one in found):
        if one.kind == "total" and one.people not in listed | stated and one.people - more not in listed:
            yield total_doubt(table, row, one.people, table.people)
            return
    row, added = next(((row, one) for row, found in told.items() for one in found if one.kind == "more"), (0, None))
    if added is not None and added.people != more:
        yield doubt_about_others(table, row, added)


def rows_not_counted(table: CheckedTable) -> Iterator[int]:
    """Yields the rows whose sentences were not counted: in minutes, only those next to the people."""
    below = list(table.lines_below())
    if table.grid.parts and below:
        run = range(below[0], below[-1] + 1)
        below = [row for row, at in zip(below, run, strict=False) if row == at]
    last = table.rows.stop - 2
    below = [row + 1 for row in above_agenda(table.grid, (row - 1 for row in below), last)]
    above = [row + 1 for row in right_above(table.grid)] if table.grid.parts else table.lines_above()
    listed = table.grid.rows[table.rows.start - 1 : table.rows.stop - 1]
    for row in (*above, *table.lost, *below):
        if explains_sign(table.grid.rows[row - 1], listed) or _says_not_stated(table.texts(row)):
            continue
        if counts_proxies(next(iter(table.texts(row)), "")):
            continue
        if row not in table.fates.heads and not statements_among(table.grid.rows[row - 1]) and not _sums_up(table, row):
            yield row


def _says_not_stated(texts: Sequence[str]) -> bool:
    """Whether a line says of how many people something is not stated ("Not stated: 3")."""
    return len(texts) == 1 and texts[0][-1:].isdecimal() and is_not_stated(texts[0].rstrip("0123456789 :"))


def _sums_up(table: CheckedTable, row: int) -> bool:
    """Whether a row tells how many people stand right above it, with those whom they brought."""
    part = list(takewhile(table.fates.counted.__contains__, range(row - 1, 0, -1)))
    people = sum(table.fates.counted[at] + table.fates.heads.get(at, 0) for at in part)
    return bool(part) and any(one.people == people for one in told_in_row(table.grid.rows[row - 1]) or ())


def doubt_about_others(table: CheckedTable, row: int, more: ToldNumber) -> Doubt:
    """Returns the question whether people whom a line adds to the list were there."""
    together = table.people + more.people
    text = _("“{line}” in row {row} seems to add people to the list. Were they there too?")
    line = next(iter(table.texts(row)), "")
    codes = (ROWS, STATED) if len(table.events) == 1 else (ROWS,)
    return Doubt(
        "total", str(together), codes, text.format(line=line, row=row), people_or(table.people, together),
        more.people, table.sheet, tuple(table.counted), blocking=True,
    )  # fmt: skip
