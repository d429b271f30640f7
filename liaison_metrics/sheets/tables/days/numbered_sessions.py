"""Headers that are known by what stands under them: marks beside people under the numbers of lessons, the days of a
month, the parts of a programme; and row numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import PERSONAL, meaning_of
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.names import is_full_name
from liaison_metrics.sheets.words.presence import says_absent, says_present

_NUMBERED = re.compile(r"([^\W\d]{0,12})[\s.]{0,2}(\d{1,2})(?:\.0*)?")
"""A number, also with a word before it ("L1", "Lez. 2", "Treffen 3")."""

_MARKED = ("", "session", "unused", "activity", "title")
"""What headers say over the marks of a programme's parts."""

_FEWEST = 2
_LAST_NUMBER = 60
_ROWS_BELOW = 60
"""Rows that show what stands under a header."""

_LONGEST_MARK = 3
_ONE_OR_NONE = ("1", "0")
"""Numbers that stand for marks where people are named: one came, or none."""

_FEWEST_ROWS = 3
"""So many numbered rows are a list, and the row above is its header, even if hardly a word in it is known."""

_MOSTLY_MARKS = 0.8
"""Words over cells of which so many are marks are headers. The others are sums or remarks."""


def numbers_rows_below(grid: Grid, row: int, at: int) -> bool:
    """Returns whether the rows below a row are numbered from 1 in a column."""
    below = grid.rows[row + 1 : row + 1 + _FEWEST_ROWS]
    return [number_of(cells[at]) if at < len(cells) else None for cells in below] == list(range(1, _FEWEST_ROWS + 1))


def may_number_sessions(cells: Sequence[Cell]) -> bool:
    """Returns whether enough cells of a row have a number, for ``numbered_sessions``: a quick look."""
    return sum(_NUMBERED.fullmatch(text_of(value)) is not None for value in cells) >= _FEWEST


def numbered_sessions(grid: Grid, row: int) -> dict[int, int]:
    """Returns the columns of a header row that number sessions, each with its number: behind a header of people, in
    ascending order, over marks. Numbers over other numbers are of tests or grades."""
    cells = grid.rows[row]
    first = next((at for at, value in enumerate(cells) if meaning_of(text_of(value)) in PERSONAL), None)
    if first is None:
        return {}
    runs: dict[str, dict[int, int]] = {}
    for at, value in enumerate(cells[first + 1 :], start=first + 1):
        if found := _NUMBERED.fullmatch(text_of(value)):
            runs.setdefault(normal(found[1]), {})[at] = int(found[2])
    numbers = max(runs.values(), key=len, default={})
    ascending = all(before < after <= _LAST_NUMBER for before, after in pairwise(numbers.values()))
    below = grid.rows[row + 1 : row + 1 + _ROWS_BELOW]
    if len(numbers) < _FEWEST or not ascending or not _are_marked(below, list(numbers)):
        return {}
    who_came = [at for at, value in enumerate(cells) if at not in numbers and meaning_of(text_of(value)) == "present"]
    return {} if any(_are_marked(below, [at]) for at in who_came) else numbers


def heads_counts(grid: Grid, row: int) -> bool:
    """Returns whether a row is the header of a cross table: below its first cell are labels, and below the others
    numbers."""
    first, *others = [place for place, value in enumerate(grid.rows[row]) if text_of(value)]
    below = [cells for cells in grid.rows[row + 1 : row + 1 + _FEWEST_ROWS] if any(map(text_of, cells))]
    told = [[cells[at] for at in others if at < len(cells) and text_of(cells[at])] for cells in below]
    numbers = all(values and all(number_of(value) is not None for value in values) for values in told)
    labels = (cells[first] if first < len(cells) else None for cells in below)
    return len(below) >= _FEWEST and numbers and all(text_of(one) and number_of(one) is None for one in labels)


def heads_marks(grid: Grid, row: int) -> bool:
    """Returns whether a row is a header by the marks below: a header of people, and behind it several others over
    marks, whatever they say."""
    cells = grid.rows[row]
    first = next((at for at, value in enumerate(cells) if meaning_of(text_of(value)) in PERSONAL), None)
    if first is None:
        return False
    others = [at for at, value in enumerate(cells[first + 1 :], first + 1) if text_of(value)]
    return stand_over_marks(grid, row, [at for at in others if meaning_of(text_of(cells[at])) in _MARKED])


def stand_over_marks(grid: Grid, row: int, columns: Sequence[int]) -> bool:
    """Returns whether words in several columns of a row are headers: marks stand under each of them, and nothing
    else."""
    words = [text_of(grid.rows[row][at]) for at in columns]
    if len(words) < _FEWEST or any(_is_mark(text) or not any(map(str.isalpha, text)) for text in words):
        return False
    below = grid.rows[row + 1 : row + 1 + _ROWS_BELOW]
    marks = [[text for cells in below if at < len(cells) and (text := text_of(cells[at]))] for at in columns]
    marked = [sum(map(_is_mark, texts)) >= _MOSTLY_MARKS * len(texts) for texts in marks]
    return all(marked) and all(any(map(says_present, texts)) for texts in marks)


def heads_days(grid: Grid, row: int) -> bool:
    """Returns whether a row is a header by its days: several, with marks under each of them, some of which say that
    people were there, and names beside them. Where nearly all are 1 or 0, these are marks too."""
    days = [at for at, value in enumerate(grid.rows[row]) if read_date(value) is not None]
    if len(days) < _FEWEST:
        return False
    below = [cells for cells in grid.rows[row + 1 : row + 1 + _ROWS_BELOW] if any(map(text_of, cells))]
    marks = [text for cells in below for at in days if at < len(cells) and (text := text_of(cells[at]))]
    short = sum(len(text) <= _LONGEST_MARK and (text in _ONE_OR_NONE or not text.isdecimal()) for text in marks)
    if short < _MOSTLY_MARKS * max(len(marks), 1) or not any(map(says_present, marks)):
        return False  # before the names, which take longest
    named = sum(any(is_full_name(text_of(value)) for value in cells) for cells in below)
    return 2 * named > len(below)


def stand_over_numbers(grid: Grid, row: int, columns: Sequence[int]) -> bool:
    """Returns whether words in several columns of a row are headers: numbers stand under each of them, and at least in
    some rows under all."""
    texts = [text_of(grid.rows[row][at]) for at in columns]
    if len(texts) < _FEWEST or len(set(texts)) < len(texts) or any(number_of(text) is not None for text in texts):
        return False
    filled = [cells for cells in grid.rows[row + 1 : row + 1 + _ROWS_BELOW] if any(map(text_of, cells))]
    below = [[cells[at] if at < len(cells) else None for at in columns] for cells in filled]
    said = [value for values in below for value in values if text_of(value)]
    whole = sum(all(map(text_of, values)) for values in below)
    return whole >= _FEWEST and all(number_of(value) is not None for value in said)


def _is_mark(text: str) -> bool:
    return says_present(text) or says_absent(text)


def _are_marked(rows: Sequence[Sequence[Cell]], columns: Sequence[int]) -> bool:
    """Whether columns hold marks and nothing else, beside at least one person."""
    texts = {text_of(cells[at]) for cells in rows for at in columns if at < len(cells)} - {""}
    known = [text for text in texts if says_present(text) or says_absent(text)]
    short = all(len(text) <= _LONGEST_MARK and (text in known or not text.isdecimal()) for text in texts)
    return short and any(map(says_present, known))
