"""Tells total rows in tables of numbers by arithmetic: a row that sums up those above it is a total, whatever its
word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.counted import Division
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.phrases.ages import age_band_of
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_FEWEST_ROWS = 2
"""Any number is the sum of itself."""

_CLEARLY = 3
"""The sum of two rows may be the number of a third by chance; that of more rows, or in several columns, hardly."""

_MOST = 0.6
"""From this share of rows on, a column of all people is the sum of the columns beside it."""

_PEOPLE = (VocabularyKind.COMMUNITY, VocabularyKind.GENDER, VocabularyKind.GROUP)
_EVENT = {"activity": VocabularyKind.ACTIVITY, "city": VocabularyKind.CITY}


class RunningSums:
    """The sums of the numbers in each counted column: of the rows since the last total, and of all rows."""

    def __init__(self, events: Mapping[str, Column], labels: Sequence[Column], vocabulary: Vocabulary) -> None:
        """*events* are the columns about a row's event by meaning, *labels* those that say whose numbers they are."""
        self.events, self.labels, self.vocabulary = events, labels, vocabulary
        self.rows_in_block = 0
        self._rows = 0
        self._block: Counter[int] = Counter()
        self._all: Counter[int] = Counter()
        self._shapes: set[str] = set()

    def add(self, column: Column, people: int) -> None:
        """Adds the number of one column in a row."""
        self._block[column.at] += people
        self._all[column.at] += people

    def add_row(self, cells: Sequence[Cell]) -> None:
        """Notes a row whose numbers were added."""
        self.rows_in_block += 1
        self._rows += 1
        self._shapes |= {shape for column in self.labels if (shape := _shape(column.text(cells)))}

    def close_block(self) -> None:
        """Notes that a total ended the rows that it sums up."""
        self.rows_in_block = 0
        self._block.clear()

    def is_total(self, cells: Sequence[Cell], counted: Sequence[Column]) -> bool:
        """Returns whether a row sums up the rows above it and doesn't say whose numbers these are."""
        stated = [number_of(column.value(cells)) for column in counted]
        numbers = [number or 0 for number in stated]
        blocks = ((self._block, self.rows_in_block), (self._all, self._rows))
        rows = max((n for sums, n in blocks if numbers == [sums[column.at] for column in counted]), default=0)
        if rows < _FEWEST_ROWS or not any(numbers):
            return False
        words = [text for value in cells if isinstance(value, str) and _is_word(text := text_of(value)) and text]
        dated = self.events.get("date")
        if not words:
            return None not in stated and not (dated and dated.text(cells))
        if self.says_whose(cells) or any(_has_digits(word) and _shape(word) in self._shapes for word in words):
            return False
        return rows >= _CLEARLY or sum(map(bool, numbers)) > 1

    def says_whose(self, cells: Sequence[Cell]) -> bool:
        """Returns whether a row says whose its numbers are: those of an event on a day, of a known community."""
        for meaning, column in self.events.items():
            text = column.text(cells)
            if meaning == "date" and read_date(column.value(cells), serials=True):
                return True
            if text and meaning in _EVENT and self.vocabulary.code(_EVENT[meaning], text):
                return True
        texts = [text for column in self.labels if (text := column.text(cells))]
        return any(is_known_label(text, self.vocabulary) for text in texts)


def whole_ties(division: Division, rows: Sequence[Sequence[Cell]]) -> bool:
    """Returns whether the column of all people is the sum of a division's columns in most rows. A row in which it isn't
    has a mistake then; elsewhere, the others are people of whom nothing is said."""
    told = ties = 0
    for cells in rows if division.rest else ():
        numbers = [number_of(column.value(cells)) or 0 for column in division.columns]
        stated = number_of(division.rest.value(cells)) if division.rest else None
        if stated is not None and any(numbers):
            told += 1
            ties += stated == sum(numbers)
    return ties >= _FEWEST_ROWS and ties >= _MOST * told


def without_sums(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> list[Column]:
    """Returns the columns without one that gives the sum of the others in each of at least three rows: whatever its
    header says, its people are counted already ("Women", "Men", "Adults")."""
    told = [numbers for cells in rows if any(numbers := [number_of(c.value(cells)) or 0 for c in columns])]
    if len(columns) < _CLEARLY or len(told) < _CLEARLY:
        return list(columns)
    sums = [at for at in range(len(columns)) if all(2 * numbers[at] == sum(numbers) for numbers in told)]
    return [column for at, column in enumerate(columns) if at not in sums]


def is_known_label(text: str, vocabulary: Vocabulary) -> bool:
    """Returns whether a text says whose a number is: a community, a country, a gender, a group or an age."""
    known = any(vocabulary.exact(kind, text) for kind in _PEOPLE) or vocabulary.country(text)
    return bool(known) or age_band_of(text) is not None


def _is_word(text: str) -> bool:
    return number_of(text) is None


def _has_digits(text: str) -> bool:
    return any(map(str.isdigit, text))


def _shape(text: str) -> str:
    """Returns how a label looks: "9a" for "3b", "9-9" for "10-11"."""
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "9", text)) if _has_digits(text) else ""
