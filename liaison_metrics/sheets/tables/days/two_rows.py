"""Registers whose days stand in a second row of headers, below their numbers, weekdays or hours, or above them: both
rows become one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.date_parts import day_stated
from liaison_metrics.sheets.words.dates import find_dates
from liaison_metrics.sheets.words.headers import NAMES, PERSONAL, is_header_word, meaning_of
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.phrases.days.names import weekday_of

_FIRST_ROWS = 40
_FEWEST_DAYS = 2
_NUMBER = re.compile(r"\d+")
_LONGEST_DAY = 60
"""A longer text that mentions a day heads no column."""

_WRITTEN_DAY = re.compile(r"(?<!\d)\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?!\d)")

_ROWS_BELOW = 4


def with_days_in_header(grid: Grid) -> Grid:
    """Returns a sheet in which the days that stand alone in a row beside that of the other headers stand in it, in
    place of the weekdays or numbers there."""
    for row in range(min(_FIRST_ROWS, len(grid.rows) - 1)):
        for head, beside in ((row, row + 1), (row + 1, row)):
            days = _days_alone(grid.rows[beside])
            if days and _heads_people(grid.rows[head], days, above=beside < head):
                return _in_one_row(grid, head, beside, days)
            hours = _days_among(grid.rows[head])
            if beside > head and hours and _says_hours(grid.rows[beside], hours):
                return _in_one_row(grid, head, beside, {})
    return grid


def with_plain_days_over_groups(grid: Grid) -> Grid:
    """Returns a sheet in which the days over groups of the same headers of numbers stand alone, without the place
    ("12-06-2021, market square" over "people | bags"), in the row that also heads the labels."""
    for row in range(min(_FIRST_ROWS, len(grid.rows) - _FEWEST_DAYS)):
        days = _days_with_places(grid.rows[row])
        heads = grid.rows[row + 1]
        if days and _are_groups(heads, list(days)) and _numbers_below(grid, row + 1, min(days)):
            rows: list[Sequence[Cell]] = list(grid.rows)
            first = min(days)
            labels = [
                above if text_of(above := value) else heads[at] if at < len(heads) else None
                for at, value in enumerate(rows[row][:first])
            ]
            rows[row] = [*labels, *(days.get(at) for at in range(first, len(rows[row])))]
            rows[row + 1] = [None] * first + list(heads[first:])
            return replace(grid, rows=rows)
    return grid


def _days_with_places(cells: Sequence[Cell]) -> dict[int, Cell]:
    """Returns the days of a row, each perhaps beside words, if it has several different ones and before them at most
    one header; else none."""
    told = {at: value for at, value in enumerate(cells) if text_of(value)}
    found = {at: _day_in(value) for at, value in told.items()}
    days = {at: day for at, day in found.items() if day is not None}
    before = [at for at in told if at not in days]
    different = len(set(days.values())) == len(days) >= _FEWEST_DAYS
    return dict(days) if different and len(before) < _FEWEST_DAYS and max(before, default=0) < min(days) else {}


def _day_in(value: Cell) -> Cell:
    """Returns the only day with its year that a cell states, as it is written in numbers."""
    if isinstance(value, date):
        return value
    text = text_of(value)
    found = find_dates(text) if len(text) <= _LONGEST_DAY else []
    if len(found) != 1 or not found[0].year:
        return None
    written = _WRITTEN_DAY.search(text)  # its order of day and month is settled later
    return written[0] if written else found[0].day


def _are_groups(cells: Sequence[Cell], starts: Sequence[int]) -> bool:
    """Whether a row has, from each of these columns on, the same two headers or more, none of them of people by
    name."""
    parts = [cells[start:end] for start, end in pairwise([*starts, len(cells)])]
    groups = {tuple(normal(text) for value in part if (text := text_of(value))) for part in parts}
    heads = groups.pop() if len(groups) == 1 else ()
    words = all(any(map(str.isalpha, head)) for head in heads)
    return len(heads) >= _FEWEST_DAYS and words and not any(meaning_of(head) in PERSONAL for head in heads)


def _numbers_below(grid: Grid, head: int, first: int) -> bool:
    """Whether the rows below a header have nothing but numbers under it."""
    below = [cells for cells in grid.rows[head + 1 : head + 1 + _ROWS_BELOW] if sum(map(bool, map(text_of, cells))) > 1]
    told = [[value for value in cells[first:] if text_of(value)] for cells in below]
    return bool(told) and all(values and all(number_of(v) is not None for v in values) for values in told)


def _in_one_row(grid: Grid, head: int, beside: int, days: dict[int, Cell]) -> Grid:
    rows: list[Sequence[Cell]] = list(grid.rows)
    cells = list(rows[head])
    cells += [None] * (max(days, default=0) + 1 - len(cells))
    topics = _are_topics([text_of(cells[at]) for at in days])
    for at, day in days.items():
        cells[at] = f"{text_of(cells[at])} {text_of(day)}" if topics else day
    rows[head], rows[beside] = cells, [None] * len(rows[beside])
    return replace(grid, rows=rows)


def _days_alone(cells: Sequence[Cell]) -> dict[int, Cell]:
    """Returns the days of a row that has nothing else, each in a column right of the one before; else none."""
    days = {at: value for at, value in enumerate(cells) if text_of(value)}
    follow = all(after == before + 1 for before, after in pairwise(days))
    alone = len(days) >= _FEWEST_DAYS and follow and all(day_stated(value) is not None for value in days.values())
    return days if alone and min(days) > 0 else {}


def _heads_people(cells: Sequence[Cell], days: dict[int, Cell], *, above: bool) -> bool:
    """Whether a row has headers of people before the days, and in their columns weekdays, numbers or the same hours, or
    what they were about, if the days stand *above*."""
    texts = [text_of(value) for value in cells]
    before = {meaning_of(text) for text in texts[: min(days)] if text}
    under = [texts[at] if at < len(texts) else "" for at in days]
    named = bool(before & {*NAMES, "people"}) and bool(before & (PERSONAL | {"people"}))
    known = all(map(_is_weekday, under)) or _number_from_one(under) or _are_hours(under)
    return named and (known or (above and _are_topics(under)))


def _are_hours(texts: Sequence[str]) -> bool:
    return len(set(texts)) == 1 and len(_NUMBER.findall(texts[0])) > 1


def _are_topics(texts: Sequence[str]) -> bool:
    """Whether texts say what each day was about: they differ, and none heads a column or is a number."""
    plain = all(text and not is_header_word(text) and not _NUMBER.search(text) for text in texts)
    return plain and len(set(texts)) == len(texts) and not any(map(_is_weekday, texts))


def _is_weekday(text: str) -> bool:
    return weekday_of(text.strip(" .")) > 0


def _number_from_one(texts: Sequence[str]) -> bool:
    return [number_of(text) for text in texts] == list(range(1, len(texts) + 1))


def _days_among(cells: Sequence[Cell]) -> list[int]:
    """Returns the columns of the days in a row that has headers of people before them."""
    days = [at for at, value in enumerate(cells) if text_of(value) and day_stated(value) is not None]
    before = [text for value in cells[: days[0]] if (text := text_of(value))] if len(days) >= _FEWEST_DAYS else []
    return days if any(meaning_of(text) in NAMES for text in before) else []


def _says_hours(cells: Sequence[Cell], days: Sequence[int]) -> bool:
    """Whether a row has the same hours below each of the days ("10-12"), and nothing else."""
    told = {at: text for at, value in enumerate(cells) if (text := text_of(value))}
    return list(told) == list(days) and _are_hours(list(told.values()))
