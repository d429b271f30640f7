"""Names in several columns side by side, without a header or each under a day: badges as they are printed, lists of
those who came to each session."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, takewhile
from math import ceil

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.counts.labelled_counts import count_line
from liaison_metrics.sheets.tables.lists.side_by_side import tables_under_days
from liaison_metrics.sheets.tables.table import Table, cell_text, rows_below
from liaison_metrics.sheets.words.cells import begins_with_capital, number_of, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import EVENT, PERSONAL, meaning_of
from liaison_metrics.sheets.words.lists import evidence, normal
from liaison_metrics.sheets.words.names import is_full_name, real_name
from liaison_metrics.sheets.words.people import statements_of
from liaison_metrics.sheets.words.phrases.others.parties import is_party
from liaison_metrics.sheets.words.phrases.prose.groups import sized_group

_FIRST_ROWS = 40
_MOST_ROWS = 400
_FEWEST_COLUMNS = 2
_FEWEST_NAMES = 4
_MOSTLY = 0.9
"""From this share of its cells on, a block holds nothing but names."""

_LABEL_AND_VALUE = 2
_ORDINAL = re.compile(r"(?:\.0|[.)])$")
"""What may stand behind the number of a person."""

_LONGEST_PARTICLE = 3
_TWO = 2
_CELLS = 2
"""Each column is divided into names and whom the people represent, in a second line of the cell."""

_LONGEST_SIGN = 3
"""Longer texts under a day are no marks."""

_NAMES = "Name"
_FEWEST_HEADED = 3
"""Fewer full names below a word for people may be of those who counted them."""


def with_names_headed(grid: Grid) -> Grid:
    """Returns a sheet in which a word for people over nothing but full names ("TN", "Participants") is a header of
    names: elsewhere such a word heads numbers of them. So is no header over people with marks under days. A row with
    a header of persons needs none; a label ("Present:", "People | 35") is none, nor is a group in the place of a person
    ("Class 5b (20 pupils)")."""
    rows = list(grid.rows)
    for row, cells in enumerate(rows[:_MOST_ROWS]):
        heads = {
            at: meaning_of(value)
            for at, value in enumerate(cells)
            if isinstance(value, str) and not (value.strip().endswith(":") or _is_group(value) or _is_sentence(value))
        }
        if (at := _column_before_days(grid, row)) is not None:
            rows[row] = [_NAMES if place == at else value for place, value in enumerate(cells)]
            continue
        if "people" not in heads.values() or not PERSONAL.isdisjoint(heads.values()) or count_line(row, cells):
            continue
        people = [at for at, meaning in heads.items() if meaning == "people" and not _is_among_names(grid, row, at)]
        named = [at for at in people if _heads_names(grid, row, at)]
        rows[row] = [_NAMES if at in named else value for at, value in enumerate(cells)]
    return replace(grid, rows=rows)


def _column_before_days(grid: Grid, row: int) -> int | None:
    """Returns the column without a header that has a word, each another one, before the marks of each row under two
    days or more: whom nobody calls by a full name. None if there is no such column, or it has full names."""
    cells = grid.rows[row]
    days = [at for at, value in enumerate(cells) if value is not None and read_date(value) is not None]
    at = days[0] - 1 if days else 0
    if len(days) < _FEWEST_COLUMNS or at < 0 or any(text_of(value) for value in cells[: days[0]]):
        return None
    body = list(takewhile(lambda below: _is_word_for_one(cell_text(grid, below, at)), range(row + 1, len(grid.rows))))
    names = [normal(cell_text(grid, below, at)) for below in body]
    marks = [text for below in body for day in days if (text := cell_text(grid, below, day))]
    marked = bool(marks) and all(len(text) <= _LONGEST_SIGN and not text.isdecimal() for text in marks)
    return at if marked and len(names) == len(set(names)) >= _FEWEST_HEADED else None


def _is_word_for_one(text: str) -> bool:
    words = text.replace(",", " ").replace(".", " ").split()
    return 0 < len(words) <= _TWO and all(word.isalpha() and word[:1].isupper() for word in words)


def _is_group(text: str) -> bool:
    return sized_group(text) is not None or is_party(text)


def _is_among_names(grid: Grid, row: int, at: int) -> bool:
    """Whether a cell of two words is a name below others, in a row that is filled like that above and that below it:
    "Antal" is a family name, and a Danish word for a number."""
    around = grid.rows[max(row - 1, 0) : row + 2]
    filled = {tuple(place for place, value in enumerate(cells) if text_of(value)) for cells in around}
    alike = len(around) > _TWO and len(filled) == 1 and len(next(iter(filled))) >= _TWO
    above = row > 0 and is_full_name(cell_text(grid, row - 1, at)) and is_full_name(cell_text(grid, row, at))
    return len(cell_text(grid, row, at).split()) >= _TWO and (alike or above)


def _is_sentence(text: str) -> bool:
    """Whether a text counts people in a sentence ("In total 8 participants.")."""
    return text.strip().endswith(".") and any(map(str.isdigit, text))


def _heads_names(grid: Grid, row: int, at: int) -> bool:
    """Whether the cells below one, up to the first empty one, are full names. The last may begin another list."""
    below = (cell_text(grid, under, at) for under in range(row + 1, min(row + 1 + _FIRST_ROWS, len(grid.rows))))
    texts = list(takewhile(bool, below))
    return len(texts) >= _FEWEST_HEADED and sum(map(is_full_name, texts)) >= _MOSTLY * (len(texts) - 1)


def tables_of_names(grid: Grid) -> list[Table]:
    """Returns a table for each column of a block of names that stands under days, groups or nothing; none if the sheet
    holds no such block."""
    if len(grid.rows) > _MOST_ROWS:
        return []
    for row in range(min(len(grid.rows), _FIRST_ROWS)):
        filled = [at for at, value in enumerate(grid.rows[row]) if text_of(value)]
        if len(filled) < _FEWEST_COLUMNS or _states_detail(grid, filled, row):
            continue
        groups = _name_groups(grid, row, filled)
        headed = groups or all(read_date(grid.rows[row][at]) is not None for at in filled)
        start = row + headed
        start += bool(headed and not groups and tables_under_days(grid, row, row + 1))
        body = rows_below(grid.rows, start - 1)
        numbers = _numbers(grid, body, filled)
        columns = [at for at in filled if at not in numbers]
        people = _without_sums(grid, body)
        if _holds_names(grid, people, columns, filled) and (headed or not _is_headed(grid, row)):
            return [_table(grid, people, at, range(start - groups, start)) for at in columns]
        if not headed:
            return []  # other cells stand side by side above
    return []


def _states_detail(grid: Grid, filled: Sequence[int], row: int) -> bool:
    """Whether a row is a label with its value, about the event ("City | Palermo")."""
    first = cell_text(grid, row, filled[0])
    return len(filled) == _LABEL_AND_VALUE and (first.endswith(":") or meaning_of(first) in EVENT)


def _name_groups(grid: Grid, row: int, columns: Sequence[int]) -> bool:
    """Whether the cells of a row number the groups whose people stand below them ("Gruppe 1 (plakat)", "Table B")."""
    words = [normal(text_of(grid.rows[row][at])).split() for at in columns]
    first = {told[0] for told in words if told}
    numbers = [told[1] for told in words if len(told) > 1 and (told[1].isdecimal() or len(told[1]) == 1)]
    return len(first) == 1 and first <= evidence("side_by_side") and len({*numbers}) == len(columns)


def _numbers(grid: Grid, body: range, columns: Sequence[int]) -> list[int]:
    """Returns the columns that only number the people beside them, one after another from column to column."""
    found, last = list[int](), 0
    for at in columns if body else ():
        if _ORDINAL.sub("", cell_text(grid, body.start, at)) != str(last + 1):
            continue
        told = [text for row in body if (text := cell_text(grid, row, at))]
        if told and [_ORDINAL.sub("", text) for text in told] == list(map(str, range(last + 1, last + len(told) + 1))):
            found.append(at)
            last += len(told)
    return found


def _without_sums(grid: Grid, body: range) -> range:
    """Returns the rows of a block without the last if it only says how many people each column has ("= 8 people")."""
    last = [text for value in grid.rows[body[-1]] if (text := text_of(value))] if len(body) > 1 else []
    sums = bool(last) and all(number_of(text.lstrip("= ")) is not None or statements_of(text) for text in last)
    return body[:-1] if sums else body


def _holds_names(grid: Grid, body: range, columns: Sequence[int], filled: Sequence[int]) -> bool:
    """Whether a block holds full names of people in its columns, and nothing beside the *filled* ones."""
    every = [(at, str(value)) for row in body for at, value in enumerate(grid.rows[row]) if text_of(value)]
    if {at for at, _text in every} != set(filled) or len(columns) < _FEWEST_COLUMNS:
        return False
    cells = [(at, text) for at, text in every if at in columns]
    most = len(cells) - ceil(max(_FEWEST_NAMES, _MOSTLY * len(cells)))
    others = (text for _at, text in cells if not _is_person(text))
    return len(list(islice(others, max(0, most + 1)))) <= most


def _is_person(text: str) -> bool:
    name = real_name(text.strip().splitlines()[0].strip()) or ""
    written = all(begins_with_capital(word) or len(word) <= _LONGEST_PARTICLE for word in name.split())
    return is_full_name(name) and written and not meaning_of(name)


def _is_headed(grid: Grid, row: int) -> bool:
    """Whether the line right above a block has several cells, as headers do."""
    return row > 0 and sum(bool(text_of(value)) for value in grid.rows[row - 1]) > 1


def _table(grid: Grid, body: range, at: int, headers: range) -> Table:
    """Returns the table of one column: names, and whom the people represent."""
    rows: list[Sequence[Cell]] = list(grid.rows)
    above = range(headers.start)
    for row in (*headers, *body):
        value = grid.rows[row][at] if at < len(grid.rows[row]) else None
        lines = [line.strip() for line in str(value or "").splitlines() if line.strip()]
        rows[row] = [*[None] * at, lines[0] if lines else None, ", ".join(lines[1:]) or None]
    for row in above:
        told = [value for value in grid.rows[row] if text_of(value)]
        if len(told) == 1:  # it is about all columns
            rows[row] = [*[None] * at, told[0]]
    if body.stop < len(rows):  # below it stands how many people this column has
        rows[body.stop] = [value if place == at else None for place, value in enumerate(rows[body.stop])]
    meanings = {at: "name", at + 1: "organisation"}
    return Table(replace(grid, rows=rows), list(headers), list(body), range(at, at + _CELLS), list(above), meanings)
