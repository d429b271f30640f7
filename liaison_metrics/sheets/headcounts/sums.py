"""Tells total rows in tables of numbers by arithmetic: a row that sums up those above it is a total, whatever its
word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import takewhile

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.counted import Division, is_sum_column
from liaison_metrics.sheets.headcounts.beside_lists.closing_sums import is_written_as_name, may_sum_up_within
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.cells import has_total, is_total, number_of, starts_total_row, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.lists import normal, tools, values
from liaison_metrics.sheets.words.people import counts_with_additional
from liaison_metrics.sheets.words.phrases.ages import age_band_of
from liaison_metrics.sheets.words.phrases.titles.coming import Told, tell_apart_who_came, told_by
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_FEWEST_ROWS = 2
"""Any number is the sum of itself."""

_CLEARLY = 3
"""The sum of two rows may be the number of a third by chance."""

_MOST = 0.6
"""From this share of rows on, a column of all people is the sum of the columns beside it."""

_OF_PARTS = ("", "unused", "people", "instructor", "group", "community", "gender", "age")
"""Meanings of columns of which a column of all people may be the sum. "Teachers" may be among the participants."""

_PEOPLE = (VocabularyKind.COMMUNITY, VocabularyKind.GENDER, VocabularyKind.GROUP)
_EVENT = {"activity": VocabularyKind.ACTIVITY, "city": VocabularyKind.CITY}


class RunningSums:
    """The sums of the numbers in each counted column: of the rows since the last total, and of all rows."""

    def __init__(self, events: Mapping[str, Column], labels: Sequence[Column], vocabulary: Vocabulary) -> None:
        """*events* are the columns about a row's event by meaning, *labels* those that say whose numbers they are."""
        self.events, self.labels, self.vocabulary = events, labels, vocabulary
        self.rows_in_block = 0
        self._rows = self._names = 0
        self._block: Counter[int] = Counter()
        self._all: Counter[int] = Counter()
        self._shapes: set[str] = set()
        self.last: Sequence[Cell] = ()

    def add(self, column: Column, people: int) -> None:
        """Adds the number of one column in a row."""
        self._block[column.at] += people
        self._all[column.at] += people

    def add_row(self, cells: Sequence[Cell]) -> None:
        """Notes a row whose numbers were added."""
        self.rows_in_block += 1
        self._rows += 1
        self._shapes |= {shape for column in self.labels if (shape := _shape(column.text(cells)))}
        self._names += any(is_written_as_name(column.text(cells)) for column in self.labels)

    def close_block(self) -> None:
        """Notes that a total ended the rows that it sums up."""
        self.rows_in_block = 0
        self._block.clear()

    def is_total(self, cells: Sequence[Cell], counted: Sequence[Column], main: Sequence[Column]) -> bool:
        """Returns whether a row sums up the rows above it and doesn't say whose numbers these are: column by column, or
        all people of the *main* columns with one number."""
        stated = [number_of(column.value(cells)) for column in counted]
        numbers = [number or 0 for number in stated]
        if self._sums_up_all(stated, (counted, main)):
            return not self.says_whose(cells)
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
        if sum(map(bool, numbers)) > 1 or rows < _CLEARLY or cells is self.last:
            return rows >= _CLEARLY or sum(map(bool, numbers)) > 1
        return may_sum_up_within(max(numbers), words, named=self._names >= _MOST * self._rows)

    def _sums_up_all(self, stated: Sequence[int | None], among: Sequence[Sequence[Column]]) -> bool:
        """Whether the only number of a row with several columns is that of all people above it."""
        alone = [number for number in stated if number is not None]
        if len(alone) != 1 or len(stated) == 1:
            return False
        blocks = ((self._block, self.rows_in_block), (self._all, self._rows))
        sums = {sum(found[c.at] for c in columns) for found, rows in blocks if rows >= _CLEARLY for columns in among}
        return bool(alone[0]) and alone[0] in sums

    def sums_beside(self, cells: Sequence[Cell], columns: Sequence[Column]) -> set[int]:
        """Returns the sums of the columns in which a row has numbers: since the last total, and of all rows."""
        own = [column.at for column in columns if number_of(column.value(cells)) is not None]
        return {sum(found[at] for at in own) for found in (self._block, self._all)}

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


def numbers_in_row(cells: Sequence[Cell]) -> list[int]:
    """Returns the numbers of a row that are no days."""
    return [number for value in cells if read_date(value) is None and (number := number_of(value)) is not None]


def is_total_row(cells: Sequence[Cell]) -> bool:
    """Returns whether a row begins like one of totals, or has a word for one."""
    first = next((value for value in cells if text_of(value)), None)
    if isinstance(first, str) and starts_total_row(text_of(first)):
        return True
    if first is not None and read_date(first) is not None:
        cells = [value for value in cells if not any(map(str.isdigit, text_of(value)))]  # "in all 30" of a day
    return any(isinstance(value, str) and is_total(text_of(value)) for value in cells)


def closing_totals(
    rows: Sequence[Sequence[Cell]], data: Sequence[int], totals: Collection[int], counted: Sequence[Column]
) -> list[int]:
    """Returns the last rows of a table whose label has words of a total among others ("Turned up in total"), and whose
    number no row above has: they sum up, though not one column each."""
    found: list[int] = []
    for row in reversed(data):
        if row not in totals:
            if not has_total(next(filter(None, map(text_of, rows[row])), "")):
                break
            found.append(row)
    own = [cells for row in data if row not in totals and row not in found and (cells := rows[row])]
    most = max((number_of(column.value(cells)) or 0 for cells in own for column in counted), default=0)
    stated = {row: [number_of(column.value(rows[row])) or 0 for column in counted] for row in found}
    return [row for row in found if len(own) >= _CLEARLY and max(stated[row], default=0) > most]


def bare_sums(
    rows: Sequence[Sequence[Cell]], data: Sequence[int], divisions: Sequence[Division], of_events: Collection[int]
) -> set[int]:
    """Returns the rows that state nothing of an event but the sum of all people above, as a last row without a word
    does. *of_events* are the columns that say something of events. A row with a part of its people gives the sum of
    these parts, too."""
    found: set[int] = set()
    whole = divisions[0].rest if divisions else None
    if whole is None:
        return found
    everybody = told = 0
    parts = Counter[int]()
    for row in data:
        people = fewest_people(whole.value(rows[row])) or 0
        plain = not any(text_of(rows[row][at]) for at in of_events if at < len(rows[row]))
        some = {one.at: number for one in divisions[0].columns if (number := number_of(one.value(rows[row])))}
        tied = all(number == parts[at] for at, number in some.items())
        if told >= _FEWEST_ROWS and plain and people == everybody and tied:
            found.add(row)
        else:
            everybody, told = everybody + people, told + bool(people)
            parts.update(some)
    return found


def includes_additional(
    division: Division, additional: Sequence[Column], others: Sequence[Column], rows: Sequence[Sequence[Cell]]
) -> bool:
    """Returns whether the number of people in each row already includes the additional people: it equals these and
    another column together."""

    def sum_of(columns: Sequence[Column], cells: Sequence[Cell]) -> int:
        return sum(number_of(column.value(cells)) or 0 for column in columns)

    stating = [cells for cells in rows if sum_of(additional, cells)]
    return (
        len(division.columns) == 1
        and bool(stating)
        and any(
            all(sum_of(division.columns, cells) == sum_of([*additional, other], cells) for cells in stating)
            for other in others
        )
    )


def is_header_again(cells: Sequence[Cell], counted: Sequence[Column]) -> bool:
    """Returns whether a row has the headers of its columns in place of numbers, above what divides the people again."""
    stated = [(normal(text), normal(column.header)) for column in counted if (text := column.text(cells))]
    return bool(stated) and all(text and text == header for text, header in stated)


def with_tying_total(
    divisions: Sequence[Division], columns: Sequence[Column], rows: Sequence[Sequence[Cell]]
) -> Column | None:
    """Sets a column of all people as that of the first division, if it is the sum of the columns right before or behind
    it in each row: of all in a division, and of those under words that nobody knows ("Kinder", "Zorb"). Returns this
    column, None if there is none."""
    counted = [column for division in divisions for column in division.columns]
    unknown = [c for c in columns if _may_be_part(c) and c.meaning in ("", "unused") and len(rows) >= _CLEARLY]
    for whole in [column for column in columns if is_sum_column(column) and column.is_numeric] + unknown:
        for parts in _runs_beside(whole, columns):
            known = [column for column in parts if any(column is one for one in counted)]
            others = [one for one in counted if one is not whole and not any(one is part for part in known)]
            if known and not others and _are_parts(parts, whole, rows):
                divisions[0].columns, divisions[0].rest = known, whole
                return whole
    return None


def _runs_beside(whole: Column, columns: Sequence[Column]) -> Iterator[list[Column]]:
    """Yields the runs of columns of numbers that end right before a column, or begin right behind it, the longest
    first."""
    place = next(at for at, column in enumerate(columns) if column is whole)
    before = list(takewhile(_may_be_part, reversed(columns[:place])))[::-1]
    behind = list(takewhile(_may_be_part, columns[place + 1 :]))
    yield from (before[start:] for start in range(len(before) - 1))
    yield from (behind[:end] for end in range(len(behind), 1, -1))


def _are_parts(parts: Sequence[Column], whole: Column, rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a column is the sum of others in every row, and of several numbers in at least two."""
    told = [[number_of(column.value(cells)) or 0 for column in parts] for cells in rows]
    several = sum(sum(map(bool, numbers)) > 1 for numbers in told)
    if tell_apart_who_came([column.header for column in parts if not column.codes]):
        return False  # "Handed out", "Left over": not all who came
    return several >= _FEWEST_ROWS and [number_of(whole.value(cells)) or 0 for cells in rows] == [*map(sum, told)]


def _may_be_part(column: Column) -> bool:
    """Whether a column of numbers may be a part of all people: it counts no team, and nobody who was absent."""
    if not column.is_numeric or column.date or column.meaning not in _OF_PARTS or is_total(column.header):
        return False
    if not (column.codes or column.country or column.age_band) and told_by(column.header) is Told.OTHERS:
        return False
    said = {normal(column.header), *normal(column.header).split()}
    return not said & (
        values("staff") | values("absent") | tools("registered") | tools("absence_header") | tools("team")
    )


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


def fewest_people(value: Cell) -> int | None:
    """Returns the number of people in a cell, also an approximate one ("about 60")."""
    stated = counts_with_additional(text_of(value)) if (number := number_of(value)) is None else ()
    return stated[0].people if stated else number
