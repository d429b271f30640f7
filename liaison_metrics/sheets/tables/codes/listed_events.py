"""Lists of people that say by a code, or by the name of their sheet, which event of another sheet they are about: each
row gets what that sheet states of its event."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import find_dates, read_date
from liaison_metrics.sheets.words.headers import EVENT, PERSONAL, meaning_of
from liaison_metrics.sheets.words.lists import normal, words_of_events

_COUNTS = ("people", "total")
"""Meanings of columns that count an event's people: a row of the list is one of them, and does not stand for all."""

_NO_CODES = ("date", "city", "activity", "community", "group", "gender", "role")
"""Meanings of columns that describe an event or a person, and don't identify one."""

_FIRST_ROWS = 12
"""The headers stand in one of the first rows."""

_NUMBER = re.compile(r"\d+")
_LONGEST_CODE = 12
_FEWEST_EVENTS = 2


@dataclass(frozen=True, slots=True)
class _EventSheet:
    """A sheet with a row for each event, under headers in the row *head*."""

    grid: Grid
    head: int
    heads: tuple[str, ...]

    def codes(self, at: int) -> dict[str, Sequence[Cell]]:
        """Returns the rows by the codes in a column; none if two rows have the same."""
        told = [(text_of(cells[at]), cells) for cells in self.grid.rows[self.head + 1 :] if at < len(cells)]
        told = [(code, cells) for code, cells in told if code]
        rows = dict(told)
        return rows if len(rows) == len(told) else {}


def join_listed_events(grids: Sequence[Grid]) -> list[Grid]:
    """Returns the sheets, each list of people joined with the events it refers to. A sheet of events that states no
    numbers of people is dropped then."""
    found, referred = list(grids), set()
    sheets = [sheet for grid in grids if (sheet := _events_of(grid))] if len(grids) > 1 else []
    for position, grid in enumerate(grids):
        head = _head_of_list(grid) if sheets else None
        for events in sheets if head is not None else ():
            if events.grid is grid or head is None:
                continue
            code = _shared_code(grid, head, events)
            rows = events.codes(code[1]) if code else _of_sheet(grid, head, events)
            if not rows:
                continue
            found[position] = replace(grid, rows=list(_joined(grid, head, code[0] if code else None, events, rows)))
            referred |= set() if any(meaning_of(text) in _COUNTS for text in events.heads) else {events.grid.name}
            break
    return [grid for grid in found if grid.name not in referred]


def _texts(grid: Grid, row: int) -> tuple[str, ...]:
    return tuple(map(text_of, grid.rows[row]))


def _events_of(grid: Grid) -> _EventSheet | None:
    """Returns a sheet of events by its headers: at least two say what an event is, and none names people."""
    for row in range(min(_FIRST_ROWS, len(grid.rows) - 1)):
        heads = _texts(grid, row)
        said = {meaning_of(text) for text in heads if text}
        if len(said & EVENT) >= _FEWEST_EVENTS and len(list(filter(None, heads))) > len(said & EVENT):
            return None if PERSONAL & said else _EventSheet(grid, row, heads)
    return None


def _head_of_list(grid: Grid) -> int | None:
    """Returns the row of the headers of a list of people, None if the sheet is none."""
    for row in range(min(_FIRST_ROWS, len(grid.rows) - 1)):
        heads = list(filter(None, _texts(grid, row)))
        if len(heads) > 1 and PERSONAL & set(map(meaning_of, heads)):
            return row
    return None


def _shared_code(grid: Grid, head: int, events: _EventSheet) -> tuple[int, int] | None:
    """Returns the column in a list and the column in a sheet of events that hold the same codes: under the same header,
    or codes that no list of people numbers its rows with."""
    heads = _texts(grid, head)
    alike = Counter(_NUMBER.sub("", normal(header)) for header in heads)
    for at, header in enumerate(heads):
        numbered = alike[_NUMBER.sub("", normal(header))] > 1  # "Session 1", "Session 2" over marks
        if not header or numbered or meaning_of(header) in {*_NO_CODES, *PERSONAL}:
            continue
        used = {text for cells in grid.rows[head + 1 :] if at < len(cells) and (text := text_of(cells[at]))}
        if not used or (max(map(len, used)) > _LONGEST_CODE and header not in events.heads):
            continue
        for index, other in enumerate(events.heads):
            if not other or meaning_of(other) in _NO_CODES or not (header == other or _are_of_events(header, used)):
                continue
            if used <= events.codes(index).keys():
                return at, index
    return None


def _are_of_events(header: str, used: set[str]) -> bool:
    """Whether codes are no numbers of rows: they have letters, or their header is about an event."""
    named = not words_of_events().isdisjoint(normal(header).split())
    return named or (len(used) >= _FEWEST_EVENTS and all(any(map(str.isalpha, code)) for code in used)
                     and all(any(map(str.isdigit, code)) for code in used))  # fmt: skip


def _of_sheet(grid: Grid, head: int, events: _EventSheet) -> Mapping[str, Sequence[Cell]]:
    """Returns the row of the event that a sheet is named after, if the sheet itself states no day."""
    above = [value for cells in grid.rows[: head + 1] for value in cells]
    columns = {meaning_of(text) for text in filter(None, _texts(grid, head))}
    if columns & EVENT or any(read_date(value) or find_dates(text_of(value)) for value in above):
        return {}
    for at, header in enumerate(events.heads):
        row = events.codes(at).get(grid.name) if header and meaning_of(header) not in _NO_CODES else None
        if row is not None:
            return {"": row}
    return {}


def _joined(
    grid: Grid, head: int, at: int | None, events: _EventSheet, rows: Mapping[str, Sequence[Cell]]
) -> Iterator[list[Cell]]:
    """Yields the rows of a list with what the sheet of events states in the row of their code, or in the only one."""
    own = {text.lower() for text in _texts(grid, head)}
    kept = [
        c for c, text in enumerate(events.heads)
        if text and not text.startswith("_") and text.lower() not in own | {"start", "end"}
        and meaning_of(text) not in _COUNTS
    ]  # fmt: skip
    width = max(map(len, grid.rows))
    for number, cells in enumerate(grid.rows):
        said: Sequence[Cell] = ()
        if number == head:
            said = events.heads
        elif number > head and any(map(text_of, cells)):
            said = rows.get(text_of(cells[at]) if at < len(cells) else "", ()) if at is not None else rows[""]
        more = [said[c] if c < len(said) else None for c in kept]
        yield [*cells, *[None] * (width - len(cells)), *more]
