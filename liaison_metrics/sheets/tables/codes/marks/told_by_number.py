"""Lists with a column of marks that nobody knows, and a line that says how many of the people came: as many as have one
of the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.codes.legends import HEADLESS, WORDS
from liaison_metrics.sheets.tables.codes.marks.absence_registers import FIRST_ROWS, days_of
from liaison_metrics.sheets.tables.codes.marks.told_by_sums import is_of_team
from liaison_metrics.sheets.tables.days.own_names import NamesInRow
from liaison_metrics.sheets.tables.table import cell_text
from liaison_metrics.sheets.words.cells import is_total, text_of
from liaison_metrics.sheets.words.headers import NAMES, meaning_of
from liaison_metrics.sheets.words.lists import evidence, header_starts, normal, people_words, tools, values
from liaison_metrics.sheets.words.names import is_full_name
from liaison_metrics.sheets.words.people import PRESENT, row_statements
from liaison_metrics.sheets.words.phrases.absence import speaks_of_coming
from liaison_metrics.sheets.words.phrases.found import phrases_in
from liaison_metrics.sheets.words.presence import says_absent, says_present, says_time

_FEWEST_PEOPLE = 6
_LONGEST_LIST = 400
_MOST_MARKS, _LONGEST_MARK = 3, 20
"""More different texts, or longer ones, are no marks."""

_FEWEST_MARKED = 3
"""Any smaller number is often as many as have something."""

_LONGEST_HEADER = 5
"""A header of more words asks a question about something else."""

_LONGEST_LINE, _SHORTEST_WORD = 12, 4
"""So many words may a line have that tells nothing else, and so few letters a word for coming in it."""

_NUMBERS = re.compile(r"(?<![\d.,:/-])\d{1,3}(?![.,:/-]?\d|\s*[%€$])")
_UNKNOWN = ("", "present", "signature", "joined")
"""Meanings of headers whose column may say who came."""


_PAIR = 2
"""Columns of a list of names and marks alone, and cells of a label and its number."""


class _List(NamedTuple):
    head: int
    name: int
    people: tuple[int, ...]


def with_marks_told_by_number(grid: Grid) -> Grid:
    """Returns a list with words for presence and absence in place of marks that the number of those who came explains;
    the same sheet if several columns fit, or a column already says who came in words that everybody knows."""
    found = _list_of(grid) if not grid.pasted and len(grid.rows) <= _LONGEST_LIST else None
    if found is None:
        return grid
    numbers = set(_numbers_of_those_who_came(grid, found))
    if len(numbers) != 1 or not _FEWEST_MARKED <= (came := numbers.pop()) < len(found.people):
        return grid
    columns = [at for at in range(max(map(len, grid.rows))) if at != found.name]
    if any(_says_who_came(grid, found, at) for at in columns):
        return grid
    told = [(at, there) for at in columns for there in _marks_of(grid, found, at, came)]
    if len(told) != 1:
        return grid
    at, there = told[0]
    against = _columns_against(grid, found, at, there)
    words = WORDS if cell_text(grid, found.head, at) else HEADLESS
    rows: list[Sequence[Cell]] = list(grid.rows)
    for row in found.people:
        cells = [*rows[row], *[None] * (at + 1 - len(rows[row]))]
        cells[at] = words[cell_text(grid, row, at) in there]
        rows[row] = [None if place in against else value for place, value in enumerate(cells)]
    return replace(grid, rows=rows)


def _list_of(grid: Grid) -> _List | None:
    """Returns the only list of people of a sheet: below a header for names, or over full names, up to an empty row, a
    sum or a number of people."""
    wide = [row for row, cells in enumerate(grid.rows[:FIRST_ROWS]) if sum(map(bool, map(text_of, cells))) > 1]
    named = ((row, at) for row in wide for at, v in enumerate(grid.rows[row]) if meaning_of(text_of(v)) in NAMES)
    heads = dict(reversed([*named])) or {row: at for row in wide[:1] if (at := _column_of_names(grid, row)) is not None}
    head = min(heads, default=0)
    if len(heads) != 1 or days_of(grid.rows[head]):
        return None
    narrow = sum(map(bool, map(text_of, grid.rows[head]))) == _PAIR
    people: list[int] = []
    for row in range(head + 1, len(grid.rows)):
        text = cell_text(grid, row, heads[head])
        filled = sum(map(bool, map(text_of, grid.rows[row])))
        if not filled or is_total(text) or row_statements(grid.rows[row]) or _numbers_told(grid.rows[row]):
            break
        people += [row] if any(map(str.isalpha, text)) and (filled > 1 or narrow) else []
    return _List(head, heads[head], tuple(people)) if len(people) >= _FEWEST_PEOPLE else None


def _column_of_names(grid: Grid, head: int) -> int | None:
    """Returns the only column with a full name in each of the rows below a header."""
    below = range(head + 1, head + 1 + _FEWEST_PEOPLE)
    found = [
        at for at in range(len(grid.rows[head]))
        if all(row < len(grid.rows) and is_full_name(cell_text(grid, row, at)) for row in below)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _numbers_of_those_who_came(grid: Grid, found: _List) -> Iterator[int]:
    """Yields the numbers of people who came that lines around a list state, alone or beside that of all who are
    listed."""
    for row, cells in enumerate(grid.rows):
        if row == found.head or row in found.people:
            continue
        stated = [one.people for one in row_statements(cells) if one.kind == PRESENT]
        yield from stated
        numbers = [] if stated else _numbers_told(cells)
        if len(numbers) == 1 or (len(numbers) == _PAIR and numbers[1] == len(found.people)):
            yield numbers[0]


def _numbers_told(cells: Sequence[Cell]) -> list[int]:
    """Returns the numbers of a line that says that people came, or stands behind a label that does."""
    texts = [text for value in cells if (text := text_of(value))]
    alone = len(texts) == 1 or (len(texts) == _PAIR and texts[1].isdecimal())
    numbers = sorted({int(one) for one in _NUMBERS.findall(" ".join(texts))}) if alone else []
    return numbers if numbers and _tells_who_came(normal(" ".join(texts)).split()) else []


def _tells_who_came(words: Sequence[str]) -> bool:
    came = values("present") | people_words("present")
    coming = any(speaks_of_coming(word) or (len(word) >= _SHORTEST_WORD and word in came) for word in words)
    coming = coming or bool(phrases_in(f" {' '.join(words)} ", {one for one in came if " " in one}))  # "turned up"
    aside = tools("of_whom") | tools("parts_of_day") | tools("not") | tools("registered") | values("staff")
    aside |= evidence("of_later") | evidence("would_have") | tools("stays")
    return coming and len(words) <= _LONGEST_LINE and not phrases_in(f" {' '.join(words)} ", aside)


def _says_who_came(grid: Grid, found: _List, at: int) -> bool:
    """Whether a column headed by a word for presence or signing has a mark or word that everybody knows."""
    texts = {text for row in found.people if (text := cell_text(grid, row, at))}
    if meaning_of(cell_text(grid, found.head, at)) not in ("present", "signature"):
        return False
    return any(says_present(text) or (len(text) > 1 and says_absent(text)) for text in texts)


def _marks_of(grid: Grid, found: _List, at: int, came: int) -> Iterator[frozenset[str]]:
    """Yields the texts of a column that as many people have as came, of all or of those who are not of the team."""
    header = cell_text(grid, found.head, at)
    told = {row: cell_text(grid, row, at) for row in found.people}
    texts = {text for text in told.values() if text}
    if not texts or meaning_of(header) not in _UNKNOWN or len(header.split()) > _LONGEST_HEADER:
        return
    if header_starts(header, "other_marks"):
        return
    if not _are_times(texts) and not _are_initials(grid, found, at):
        if len(texts) > _MOST_MARKS or any(len(text) > _LONGEST_MARK for text in texts):
            return
        some = [frozenset(marks) for size in range(1, len(texts) + 1) for marks in combinations(sorted(texts), size)]
    else:
        some = [frozenset(texts)]
    team = {row for row in found.people if any(map(is_of_team, grid.rows[row]))}
    for marks in some:
        marked = {row for row, text in told.items() if text in marks}
        if came in (len(marked), len(marked - team)) and len(marked) < len(told):
            yield marks


def _columns_against(grid: Grid, found: _List, at: int, there: frozenset[str]) -> list[int]:
    """Returns the columns that have one mark for whoever has none in a column of those who were there."""
    away = {row for row in found.people if cell_text(grid, row, at) not in there}

    def is_against(column: int) -> bool:
        marked = {row: text for row in found.people if (text := cell_text(grid, row, column))}
        return marked.keys() == away and len({*marked.values()}) == 1 and len(min(marked.values())) == 1

    return [column for column in range(max(map(len, grid.rows))) if column != at and is_against(column)]


def _are_times(texts: set[str]) -> bool:
    return all(map(says_time, texts))


def _are_initials(grid: Grid, found: _List, at: int) -> bool:
    rows = [(text, grid.rows[row]) for row in found.people if (text := cell_text(grid, row, at))]
    return all(NamesInRow([cells[found.name]]).have_initials(text) for text, cells in rows)
