"""How many people the tables above a total have together."""

from __future__ import annotations

from liaison_metrics.sheets.checks.evidence import CheckedTable

_MOST_BLOCKS = 30
"""A total covers at most so many lists, unless it is of the whole sheet."""


def sums_of_blocks(table: CheckedTable, row: int) -> set[int]:
    """Returns how many people the last table above a row has, the last two, and so on: those who count, and all, with
    and without the people beside the lists."""
    found: set[int] = set()
    for start in table.starts_above(row)[-_MOST_BLOCKS:]:
        counted = sum(times for at, times in table.fates.counted.items() if start <= at < row)
        beside = sum(people for at, people in table.fates.heads.items() if start <= at < row)
        absent = sum(start <= at < row for at in table.fates.not_counted)
        found |= {counted, counted + beside, counted + absent, counted + absent + beside}
    return found
