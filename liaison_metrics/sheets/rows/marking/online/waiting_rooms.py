"""Waiting rooms of online meetings: rows of people who waited there, and perhaps never got in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.rows.marking.online.joins import logs_joins
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import number_of
from liaison_metrics.sheets.words.headers import NAMES
from liaison_metrics.sheets.words.lists import evidence, normal, tools
from liaison_metrics.sheets.words.names import text_beside_name
from liaison_metrics.sheets.words.phrases.found import without_phrases
from liaison_metrics.sheets.words.presence import says_absent, says_present

_SHORT = 0.5
"""Who waits is there for less than half as long as those who were let in; who only passed the room stays as long."""

_MOSTLY = 0.5
"""If more of the rows of waiting end when the same person joins, none of these rows is of the meeting itself."""


def rows_waiting(table: Table, columns: Sequence[Column]) -> frozenset[int]:
    """Returns the rows of people in the waiting room. Some reports only say so of people who came through it: their
    times are those of the meeting."""
    room = next((c for c in columns if normal(c.header) in tools("waiting_room")), None)
    if room is None:
        return _rows_told(table, columns) if logs_joins(table, columns) else frozenset()
    told = {row: room.text(table.grid.rows[row]) for row in table.rows}
    waited = [row for row, text in told.items() if says_present(text)]
    let_in = [row for row, text in told.items() if says_absent(text)]
    if not waited or not let_in:
        return frozenset()
    only_there = _goes_on(table, columns, waited, let_in) or _stay_shorter(table, columns, waited, let_in)
    return frozenset(waited) if only_there else frozenset()


def _rows_told(table: Table, columns: Sequence[Column]) -> frozenset[int]:
    """Returns the rows in which a status, a remark or what stands beside a name says that somebody stayed in the
    waiting room, if most others were let in."""
    said = {row for c in columns for row in table.rows if _tells_of_waiting(c, c.text(table.grid.rows[row]))}
    return frozenset(said) if 2 * len(said) < len(table.rows) else frozenset()


def _tells_of_waiting(column: Column, text: str) -> bool:
    said = normal(text_beside_name(text) if column.meaning in NAMES else text)
    rest = without_phrases(said.split(), tools("waiting_room"), found := set[str]())
    return bool(found) and all(word in tools("only") | tools("kept_waiting") for word in rest)


def _goes_on(table: Table, columns: Sequence[Column], waited: Sequence[int], let_in: Sequence[int]) -> bool:
    """Whether most people who waited came in at the very moment at which they stopped waiting."""
    who = [c for c in columns if c.meaning in NAMES or c.meaning == "email"]
    times = [c for c in columns if max(c.share("time"), c.share("clock"), c.share("stamp"), c.share("date")) > 0]

    def at(row: int, some: Iterable[Column]) -> tuple[str, ...]:
        return tuple(c.text(table.grid.rows[row]) for c in some)

    came = {(at(row, who), time) for row in let_in for time in at(row, times)}
    joined = sum(any((at(row, who), time) in came for time in at(row, times) if time) for row in waited)
    return joined > _MOSTLY * len(waited)


def _stay_shorter(table: Table, columns: Sequence[Column], waited: Sequence[int], let_in: Sequence[int]) -> bool:
    """Whether everybody who waited was there for a much shorter time than most who were let in."""
    hours = evidence("lesson_hours") | tools("time_there")
    for column in (c for c in columns if not hours.isdisjoint(normal(c.header).split())):
        short = [number_of(column.value(table.grid.rows[row])) for row in waited]
        long = [number for row in let_in if (number := number_of(column.value(table.grid.rows[row]))) is not None]
        if long and None not in short:
            return max(number or 0 for number in short) < _SHORT * median(long)
    return False
