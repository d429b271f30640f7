"""Leaves out numbers of people beside a mark that says that they didn't come ("4 people | came: no"), and numbers of
people whom other rows count ("most at once")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.ledger.entries import SheetEntries
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import Cell, NotCountedReason, NotCountedRow, Reading
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import is_total, number_of, text_of
from liaison_metrics.sheets.words.lists import evidence, normal, people_words
from liaison_metrics.sheets.words.presence import says_absent, says_present

_FEWEST_MARKED = 3
"""Where so many numbers have a mark, one without says that nobody came; one or two marks may be of something else."""


_FEWEST_HOURS = 2
"""One number has no fullest hour."""


def rows_left_out(
    table: Table, columns: Sequence[Column], rows: Iterable[int], reading: Reading, entries: SheetEntries
) -> set[int]:
    """Returns those of the rows whose numbers are of people who didn't come, or whom other rows count, and notes them
    as such."""
    rows = set(rows)
    again = _fullest_moments(table, sorted(rows))
    entries.enter_all(again, Reason.STATED_AGAIN)
    return again | _absent_rows(table, columns, rows - again, reading, entries)


def _fullest_moments(table: Table, rows: Sequence[int]) -> set[int]:
    """Returns the last rows if their labels say that their numbers are of the fullest moment or hour, or usual ones:
    the rows above are of hours, days or parts with numbers, or end with a total."""
    labels = {at: _label(table.grid.rows[at]) for at in rows}
    found: set[int] = set()
    for at in reversed(rows):
        if labels[at] and not _is_of_fullest_moment(labels[at]):
            break
        found |= {at} if labels[at] else set()
    above = [at for at in rows if at not in found]
    if not found or len(above) < _FEWEST_HOURS:
        return set()
    numbered = 2 * sum(_is_numbered(table.grid.rows[at]) for at in above) > len(above)
    lines = (table.grid.rows[at] for at in table.rows if above[-1] < at < min(found))
    ended = any(is_total(text_of(value)) for cells in lines for value in cells)
    return found if numbered or ended else set()


def _label(cells: Sequence[Cell]) -> str:
    return next((text for value in cells if number_of(value) is None and (text := text_of(value))), "")


def _is_numbered(cells: Sequence[Cell]) -> bool:
    """Whether a row begins with an hour, a day or a number."""
    first = next((text for value in cells if (text := text_of(value))), "")
    return any(map(str.isdigit, first))


def _is_of_fullest_moment(label: str) -> bool:
    said = f" {normal(label)} "
    phrases = sorted((one for one in evidence("fullest_moment") if f" {one} " in said), key=len, reverse=True)
    for phrase in phrases:
        said = said.replace(f" {phrase} ", " ")
    known = people_words("fillers") | people_words("people") | people_words("present") | people_words("about")
    return bool(phrases) and all(word in known or not word.isalpha() for word in said.split())


def _absent_rows(
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
