"""Numbers that go on from reading to reading, as those of a counter at a door do: the last one is of all people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.headcounts.sums import is_total_row
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.sheets.words.phrases.numbers import names_counter, names_entrance

_FEWEST_READINGS = 3
"""Two numbers of which the second is larger may be of two hours."""

_LONG_RUN = 6
"""So many readings that begin at 0 and never fall are those of a counter: others hardly ever rise so often."""

_WHOSE = ("community", "gender", "group", "age")
"""Meanings of columns that say whose a number is."""

_CLOCK = re.compile(r"\b\d{1,2}\s*[:.h]\s*\d{2}(?![\d.])|\b\d{1,2}\s*(?:h|Uhr)\b", re.I)
_NUMBER = re.compile(r"(?<![\d.,:/-])\d{1,6}(?![\d:/-]|[.,]\d)")


def is_running_count(table: Table, counted: Sequence[Column]) -> bool:
    """Returns whether each number of a table's columns of people includes those above it: none is smaller than the one
    before; and the header or a line around says so, or the total or a final reading is the last, or they begin at 0."""
    return bool(earlier_readings(table, counted))


def may_be_readings(table: Table, counted: Sequence[Column]) -> bool:
    """Returns whether the numbers of all columns rise from row to row, and no total says whether they add up."""
    rows = [row for row in table.rows if None not in _numbers(table, counted, row)]
    runs = [*zip(*(_numbers(table, counted, row) for row in rows), strict=True)]
    total = any(is_total_row(table.grid.rows[row]) for row in rows)
    return not total and len(rows) >= _FEWEST_READINGS and all(map(_rises, runs))


def earlier_readings(table: Table, counted: Sequence[Column]) -> list[int]:
    """Returns the rows of a running count whose people another reading includes, none if it is no running count."""
    if not counted or any(column.date for column in counted):
        return []
    rows = [row for row in table.rows if None not in _numbers(table, counted, row)]
    totals = [row for row in rows if is_total_row(table.grid.rows[row])]
    readings = [row for row in rows if row not in totals]
    timed = [row for row in readings if _is_timed(table.grid.rows[row], counted)]
    closing = [row for row in readings if len(timed) >= _FEWEST_READINGS and row > timed[-1]]
    if len(parts := list(_days(table, counted, readings))) > 1:
        return _earlier_of_days(table, counted, parts) if not totals else []
    runs = [*zip(*(_numbers(table, counted, row) for row in readings), strict=True)]
    if len(readings) - len(closing) < _FEWEST_READINGS or not all(map(_rises, runs)):
        return []
    last = [run[-1] for run in runs]
    stated = [_numbers(table, counted, row) for row in totals]
    if [*map(sum, runs)] in stated:
        return []
    tied = all(numbers == last for numbers in stated)
    ends = bool(stated) or (bool(closing) and (_names_end(table, closing[-1]) or len(set(runs[0][-2:])) == 1))
    many = len(readings) >= _LONG_RUN or any(is_of_counter(table, column) for column in counted)
    from_zero = many and bool(timed) and not any(run[0] for run in runs)
    sums = [row for row in table.rows if row not in rows and _told(_numbers(table, counted, row)) == [sum(last)]]
    ends = ends or (bool(sums) and len(counted) > 1)
    if (tied and (ends or from_zero or _states_below(table, sum(last)))) or _says_so(table, counted):
        return [*readings[:-1], *(sums if len(counted) > 1 else ())]  # the sum of the last readings at all gates
    return []


def divide_people(columns: Mapping[str, Column], rows: Sequence[Sequence[Cell]]) -> bool:
    """Returns whether rows with numbers say in columns whose they are ("Local | Women | 1"): they are no readings of a
    counter. *columns* are those of the table by their meaning."""
    whose = [column for kind in _WHOSE if (column := columns.get(kind))]
    return any(column.text(cells) for column in whose for cells in rows)


def _told(numbers: Iterable[int | None]) -> list[int]:
    return [number for number in numbers if number is not None]


def _days(table: Table, counted: Sequence[Column], readings: Sequence[int]) -> Iterator[list[int]]:
    """Yields the readings of each day: a row with a day begins another one where the numbers fall."""
    part: list[int] = []
    for row in readings:
        before = _numbers(table, counted, part[-1]) if part else []
        falls = any((now or 0) < (then or 0) for now, then in zip(_numbers(table, counted, row), before, strict=False))
        if falls and any(read_date(value) is not None for value in table.grid.rows[row]):
            yield part
            part = []
        part.append(row)
    yield part


def _earlier_of_days(table: Table, counted: Sequence[Column], parts: Sequence[Sequence[int]]) -> list[int]:
    """Returns the readings that the last one of their day includes; none if they are no running count on each day."""
    for part in parts:
        runs = [*zip(*(_numbers(table, counted, row) for row in part), strict=True)]
        from_zero = not any(run[0] for run in runs) and all(_is_timed(table.grid.rows[row], counted) for row in part)
        said = _says_so(table, counted) or _names_end(table, part[-1]) or (len(part) >= _LONG_RUN and from_zero)
        if not said or not all(map(_rises, runs)):
            return []
    return [row for part in parts for row in part[:-1]]


def with_days_above(
    rows: Sequence[Sequence[Cell]], readings: Iterable[int], column: Column | None
) -> Sequence[Sequence[Cell]]:
    """Returns the rows of a sheet with the day of the first reading of each day in those below it that have none."""
    if column is None:
        return rows
    found, day = list(rows), None
    for row in readings:
        day = column.value(rows[row]) or day
        found[row] = [day if at == column.at else value for at, value in enumerate(rows[row])]
    return found


def is_of_counter(table: Table, column: Column) -> bool:
    """Returns whether a header names a device that counts people, or says nothing that is known while a line above
    names one."""
    above = "" if column.meaning else " ".join(_texts(table, table.context_rows))
    return names_counter(f"{column.header} {above}")


def _numbers(table: Table, counted: Sequence[Column], row: int) -> list[int | None]:
    return [number_of(column.value(table.grid.rows[row])) for column in counted]


def _rises(run: Sequence[int]) -> bool:
    return len(set(run)) >= _FEWEST_READINGS and all(before <= behind for before, behind in pairwise(run))


def _is_timed(cells: Sequence[Cell], counted: Sequence[Column]) -> bool:
    return any(_CLOCK.search(text_of(value)) for at, value in enumerate(cells) if at not in {c.at for c in counted})


def _texts(table: Table, rows: Iterable[int]) -> list[str]:
    return [text for row in rows for value in table.grid.rows[row] if (text := text_of(value))]


def _names_end(table: Table, row: int) -> bool:
    """Whether a row says that its number was read at the end."""
    return any(set(normal(text).split()) & tools("closing") for text in _texts(table, [row]))


def _states_below(table: Table, people: int) -> bool:
    """Whether a line of text below states that many people, and no other number."""
    lines = (row for row in table.rows if sum(map(bool, map(text_of, table.grid.rows[row]))) == 1)
    found = [[int(number) for number in _NUMBER.findall(text)] for text in _texts(table, lines)]
    return [people] in found


def _heads_readings(table: Table, column: Column) -> bool:
    """Whether a header is of what a counter shows at some hours ("Counter reading")."""
    shown = any(word.startswith(tuple(tools("counter_readings"))) for word in normal(column.header).split())
    above = " ".join(_texts(table, table.context_rows))
    rows = [row for row in table.rows if number_of(column.value(table.grid.rows[row])) is not None]
    timed = all(_is_timed(table.grid.rows[row], [column]) for row in rows)
    return shown and timed and (names_counter(f"{column.header} {above}") or names_entrance(above))


def _says_so(table: Table, counted: Sequence[Column]) -> bool:
    """Whether a header, or a line around the numbers, says that each of them includes those before."""
    if all(_heads_readings(table, column) for column in counted):
        return True
    lines = [row for row in table.rows if not any(_numbers(table, counted, row))]
    words = normal(" ".join([counted[0].header, *_texts(table, [*table.context_rows, *lines])]))
    return any(f" {phrase}" in f" {words}" for phrase in tools("cumulative"))
