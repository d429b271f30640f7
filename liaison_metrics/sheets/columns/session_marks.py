"""Marks of a session matrix: what a sheet says that they mean, and how many cells of a column under a day are marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.tables.text_lines import legend_marks, mark_key
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.lists import normal, tools, values
from liaison_metrics.sheets.words.presence import says_absent, says_present, says_signed, says_time

_INITIALS = re.compile(r"[^\W\d_]{1,3}(?:[. ]{1,2}[^\W\d_]{1,3})*\.?")
_MOST_INITIALS = 5
"""Longer texts are words."""

_LONGEST_SIGN = 3
_OFTEN = 3
"""A short text that stands this often under the days is a mark. If nobody says what it means, it is asked about."""

TIMES = ("time", "unused", "joined")
"""Meanings of "Arrival" and "Departure" under a day."""


def find_session_marks(columns: Sequence[Column], table: Table) -> None:
    """Sets, for each column under a day, the share of its cells that are marks of any kind: signs, words, times of
    arrival, initials, letters of the legend; and the share of known marks and of initials alone."""
    days = [column for column in columns if column.date is not None and column.filled]
    for column in (one for one in columns if one.filled and one.date is None and one.said == "session"):
        counted = table.different_cells(column.at).items()
        said = sum(times for value, times in counted if says_whether_there(text_of(value)))
        column.shares["session mark"] = said / sum(times for value, times in counted if text_of(value))
    if not days:
        return
    legend = read_legend(table)
    rows = [table.grid.rows[number] for number in table.rows]
    often = Counter(text for column in days for cells in rows if 0 < len(text := column.text(cells)) <= _LONGEST_SIGN)
    beside = [at for at in table.columns if at not in {column.at for column in days}]
    for column in days:
        filled = [(text, cells) for cells in rows if (text := column.text(cells))]
        known = [_is_known_mark(text, legend) for text, _cells in filled]
        own = [_is_initials_of(text, [cells[at] for at in beside if at < len(cells)]) for text, cells in filled]
        marks = (a or b or _repeats(text, often) for a, b, (text, _cells) in zip(known, own, filled, strict=True))
        for kind, found in (("known mark", known), ("initials", own), ("session mark", list(marks))):
            column.shares[kind] = sum(found) / len(filled) if filled else 0.0


def _is_known_mark(text: str, legend: dict[str, bool]) -> bool:
    return mark_key(text) in legend or says_whether_there(text) or says_time(text)


def says_whether_there(text: str) -> bool:
    """Returns whether a cell under a session says that somebody was there, signed or was absent."""
    return says_present(text) or says_absent(text) or says_signed(text)


def _repeats(text: str, often: Counter[str]) -> bool:
    return often[text] >= _OFTEN and not text.isdecimal()


def _is_initials_of(text: str, beside: Sequence[Cell]) -> bool:
    """Whether a text abbreviates the name in the row: its words begin words of the name, or its letters stand in the
    name in that order, the first one at the beginning of a word."""
    letters = normal(text).replace(" ", "")
    words = [word for value in beside if isinstance(value, str) for word in normal(value).split()]
    if letters and all(any(word.startswith(part) for word in words) for part in normal(text).split()):
        return True
    if not 1 < len(letters) <= _MOST_INITIALS or not _INITIALS.fullmatch(text):
        return False
    starts = (" ".join(words[at:] + words[:at]) for at, word in enumerate(words) if word.startswith(letters[0]))
    return any(_stand_in(letters, name) for name in starts)


def _stand_in(letters: str, name: str) -> bool:
    place = iter(name)
    return all(letter in place for letter in letters)


def read_legend(table: Table) -> dict[str, bool]:
    """Returns what letters and signs mean according to the sheet ("A = anwesend, - = nicht da"): present or not."""
    said: dict[str, bool] = {}
    for row in [*table.context_rows, *table.rows[-6:]]:
        said |= legend_marks(" ; ".join(filter(None, map(text_of, table.grid.rows[row]))))
    return said


def is_of_absence(column: Column, columns: Sequence[Column]) -> bool:
    """Returns whether a mark in a column means that the person was absent: by its header, or because a header of
    presence or of a day is divided into yes and no, and this is "no"."""
    if normal(column.header) in tools("absence_header"):
        return True
    group, _space, word = column.header.rpartition(" ")
    if not (column.meaning == "present" or column.date) or normal(word) not in tools("no") | values("absent"):
        return False
    beside = (other.header.rpartition(" ") for other in columns if other is not column)
    return any(header == group and normal(last) in values("present") for header, _space, last in beside)
