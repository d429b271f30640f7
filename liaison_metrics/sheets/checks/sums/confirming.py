"""A total of the sheet that fits one of two readings settles a doubt about rows: a careful reader does not ask then."""

from __future__ import annotations

from collections.abc import Iterator

from liaison_metrics.sheets.checks.doubts import Doubt
from liaison_metrics.sheets.checks.evidence import CheckedTable
from liaison_metrics.sheets.words.answers import NOBODY, PERSON
from liaison_metrics.sheets.words.people import PRESENT, TOTAL, statements_among


def code_by_total(table: CheckedTable, doubt: Doubt) -> str:
    """Returns the answer to a doubt about single rows that the totals around the list give: "person" or "nobody"; "" if
    no total fits, or both readings have one.

    A total is of those who were there. One whose words only say "total" can also be of all rows of the list.
    """
    counted = [row for row in doubt.rows if row in table.fates.counted]
    if doubt.kind != "row" or NOBODY not in doubt.codes or len(table.events) != 1:
        return ""
    if len(counted) not in (0, len(doubt.rows)):
        return ""
    more = 0 if counted else len(doubt.rows)
    listed = len(table.counted) + sum(row in table.rows for row in table.fates.not_counted)
    fits: set[str] = set()
    for people, kind in _totals(table, doubt):
        everybody = {table.people, len(table.counted)} | ({listed} if kind == TOTAL else set())
        fits |= {PERSON} if people - more in everybody else set()
        fits |= {NOBODY} if people - more + len(doubt.rows) in everybody else set()
    return fits.pop() if len(fits) == 1 else ""


def _totals(table: CheckedTable, doubt: Doubt) -> Iterator[tuple[int, str]]:
    """Yields the numbers of all people that lines around the list state, or the doubtful rows themselves."""
    for row in (*table.lines_above(), *table.lost, *table.lines_below(), *doubt.rows):
        for statement in statements_among(table.grid.rows[row - 1]):
            if statement.kind in (PRESENT, TOTAL):
                yield statement.people, statement.kind
