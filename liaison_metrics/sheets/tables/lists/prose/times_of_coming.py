"""Two columns of times beside each other, at which people came and left: who has none did not come, whatever their
headers say ("von", "bis"; "Clock in", "Clock out")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from functools import cache

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import PERSONAL, meaning_of, tells_arrival
from liaison_metrics.sheets.words.lists import evidence, is_planned, normal, tools, topics
from liaison_metrics.sheets.words.phrases.titles.asked import tells_other_time

_FIRST_ROWS = 12
"""Headers stand within these."""

_MOST_ROWS = 2_000
_FEWEST_TIMES = 3
_LONGEST = 14
_TIME = re.compile(r"(?:\D{0,5}\s)?(\d{1,2})(?:\s?[:.,h]\s?([0-5]\d)(?::[0-5]\d)?|([0-5]\d))?\s*([^\d:.,]?\D{0,5})")
"""A time of day, perhaps with a short word around it ("kl. 9", "18 Uhr", "8:45 am", "0900", "6 μ.μ.")."""

_HOURS, _NOON, _MINUTES = 24, 12, 60
_HEADER, _CAME = "Attendance", "yes"


def with_times_of_coming(grid: Grid) -> Grid:
    """Returns a sheet of people in which two columns of times, filled in the same rows and the second later than the
    first, are one of attendance. Times of shifts, journeys and plans stay, and those that everybody has."""
    if grid.pasted or len(grid.rows) > _MOST_ROWS:
        return grid
    for head, cells in enumerate(grid.rows[:_FIRST_ROWS]):
        headers = list(map(text_of, cells))
        if PERSONAL.isdisjoint(map(meaning_of, filter(None, headers))):
            continue
        rows = [row for row in range(head + 1, len(grid.rows)) if any(map(text_of, grid.rows[row]))]
        pairs = [at for at in range(1, len(headers) - 1) if _came_and_left(grid, rows, headers, at)]
        return _with_attendance(grid, head, rows, pairs[0]) if len(pairs) == 1 else grid
    return grid


def _with_attendance(grid: Grid, head: int, rows: Sequence[int], at: int) -> Grid:
    changed = [list(cells) for cells in grid.rows]
    changed[head][at], changed[head][at + 1] = _HEADER, None
    for row in rows:
        if at + 1 < len(changed[row]) and _minutes(changed[row][at]) is not None:
            changed[row][at], changed[row][at + 1] = _CAME, None
    return replace(grid, rows=changed)


def _came_and_left(grid: Grid, rows: Sequence[int], headers: Sequence[str], at: int) -> bool:
    """Whether a column and the one behind it hold the times at which some of the people came and left."""
    if not headers[at] or not headers[at + 1] or any(map(_is_of_other_times, headers[at : at + 2])):
        return False
    if any(not evidence("of_journeys").isdisjoint(normal(one).split()) for one in [*headers[:at], *headers[at + 2 :]]):
        return False
    cells = [[*grid.rows[row], None, None][at : at + 2] for row in rows]
    filled = [pair for pair in cells if any(map(text_of, pair))]
    times = [[_minutes(value) for value in pair] for pair in filled]
    later = all(a is not None and b is not None and a < b for a, b in times)
    if all(_may_be_a_number(value) for pair in filled for value in pair) and not any(
        map(_heads_times, headers[at:][:2])
    ):
        return False
    return len(filled) >= _FEWEST_TIMES and len(filled) < len(cells) and later


def _may_be_a_number(value: Cell) -> bool:
    """Whether a text has nothing but digits and a point: a price, a code or a time ("8.30", "0830")."""
    return isinstance(value, str) and ":" not in value and not any(map(str.isalpha, value))


def _heads_times(header: str) -> bool:
    words = normal(header).split()
    return tells_arrival(header) or meaning_of(header) in ("time", "joined") or not _words_for_times().isdisjoint(words)


@cache
def _words_for_times() -> frozenset[str]:
    return (
        tools("arrived")
        | tools("time_there")
        | tools("arrival")
        | {word for word in tools("goings") if " " not in word}
    )


def _is_of_other_times(header: str) -> bool:
    words = normal(header).split()
    other = evidence("of_services") | frozenset(word for word in tools("numbered_parts") if meaning_of(word) != "time")
    planned = is_planned(header) or tells_other_time(header) or read_date(header) is not None
    return planned or not other.isdisjoint(words) or any(word in topics() for word in words)


def _minutes(value: Cell) -> int | None:
    """Returns the minutes since midnight of a time of day, None if a cell holds anything else."""
    if isinstance(value, time):
        return value.hour * _MINUTES + value.minute
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    found = _TIME.fullmatch(value.strip())
    if found is None or not (found[2] or found[3] or found[4] or value.strip()[:1].isalpha()):
        return None
    hour, minute = int(found[1]), int(found[2] or found[3] or 0)
    after_noon = normal(found[4]).replace(" ", "") in tools("after_noon")
    hour += _NOON if after_noon and hour < _NOON else 0
    return hour * _MINUTES + minute if hour < _HOURS else None
