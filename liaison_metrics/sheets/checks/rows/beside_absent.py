"""Remarks of absence that are about a paper or about one of several people, where other columns say who came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liaison_metrics.sheets.checks.evidence import CheckedTable
from liaison_metrics.sheets.model import NotCountedReason
from liaison_metrics.sheets.words.cells import number_of
from liaison_metrics.sheets.words.lists import normal, number_words, people_words, tools
from liaison_metrics.sheets.words.presence import says_present

_OF_THOSE_WHO_CAME = ("people", "present")
"""Meanings of columns that may have how many of a row's people came."""


def are_marked_beside_absent(table: CheckedTable, rows: Sequence[int]) -> bool:
    """Returns whether a column says of all these people that they were there, and of others that they weren't."""
    column = table.columns.get("present")
    if column is None or not all(says_present(table.text(row, column.at)) for row in rows):
        return False
    return any(not says_present(table.text(row, column.at)) for row in _absent(table))


def tells_of_some(table: CheckedTable, text: str, rows: Sequence[int]) -> bool:
    """Returns whether a remark counts some of the people of a row ("one ill"), where a column has how many of them
    came: none beside those who were absent."""
    first = normal(text).partition(" ")[0]
    if not (first.isdecimal() or first in number_words() or first in people_words("one") | tools("one_accompanying")):
        return False
    columns = (column for meaning in _OF_THOSE_WHO_CAME if (column := table.columns.get(meaning)))
    return any(
        all(number_of(table.text(row, column.at)) for row in rows)
        and any(number_of(table.text(row, column.at)) == 0 for row in _absent(table))
        for column in columns
    )


def _absent(table: CheckedTable) -> Iterator[int]:
    """Yields the rows of those who were absent."""
    absent = NotCountedReason.ABSENT
    return (row for row, why in table.fates.not_counted.items() if why is absent and row in table.rows)
