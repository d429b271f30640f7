"""Logs of interviews that name nobody: each row with a day, and with what became of it, is one person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import is_total, number_of, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import PERSONAL, meaning_of
from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.sheets.words.names import is_full_name
from liaison_metrics.sheets.words.people import statements_among
from liaison_metrics.sheets.words.presence import says_absent, says_duration, says_present, says_whether_came
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_MOST_ROWS = 2_000
_FIRST_ROWS = 12
"""Headers stand within these."""

_FEWEST_HEADERS = 3
_FEWEST_ROWS = 3
_MOSTLY = 0.8
"""Share of the rows of a log that have a day, or say what became of the interview."""

_LASTED = 0.5
"""Interviews that were put off have no length."""

_SHORTEST = 10
"""Minutes of an interview. Smaller numbers may be of the people in it."""

_NAME, _DATE, _PLACEHOLDER = "Name", "Date", "Person"
_PRESENT, _YES, _NO = "Attendance", "yes", "no"
_PLAIN_WORDS = (VocabularyKind.COMMUNITY, VocabularyKind.GROUP, VocabularyKind.CITY, VocabularyKind.ACTIVITY)
_WHO = frozenset({"", "unused", "role", "name", "people"})
"""Meanings of headers under which it may stand who was interviewed."""


def tells_of_interviews(texts: Sequence[str]) -> bool:
    """Returns whether a title, a name of a sheet or a header is about interviews."""
    return any(word in text for text in map(normal, texts) for word in tools("interviews"))


def with_people_of_interviews(grid: Grid, vocabulary: Vocabulary, *, told: bool) -> Grid:
    """Returns a log of interviews with a person without a name in each row that has a day, in place of the words for
    who it was. Nothing else may say who or how many they were. *told* says that the file is about interviews."""
    if len(grid.rows) > _MOST_ROWS:
        return grid
    for head, cells in enumerate(grid.rows[:_FIRST_ROWS]):
        texts = [text_of(value) for value in cells if text_of(value)]
        if len(texts) < _FEWEST_HEADERS or any(number_of(v) is not None or read_date(v) for v in cells if text_of(v)):
            continue
        above = [text_of(value) for line in grid.rows[:head] for value in line if text_of(value)]
        said = told or tells_of_interviews([grid.name, *above, *texts])
        for day in range(len(cells)) if said else ():
            rows = _rows_of_log(grid, head, day)
            if rows and (log := _InterviewLog(grid, head, rows, day, vocabulary)).is_of_unnamed():
                return log.with_people()
    return grid


def _rows_of_log(grid: Grid, head: int, day: int) -> list[int]:
    """Returns the rows below a header that have a day in a column, none unless nearly all rows there are of them."""
    below = [row for row in range(head + 1, len(grid.rows)) if sum(map(bool, map(text_of, grid.rows[row]))) > 1]
    below = [row for row in below if not any(is_total(text_of(value)) for value in grid.rows[row])]
    dated = [row for row in below if day < len(grid.rows[row]) and read_date(grid.rows[row][day]) is not None]
    return dated if len(dated) >= max(_FEWEST_ROWS, _MOSTLY * len(below)) else []


class _InterviewLog:
    """The columns of a log."""

    def __init__(self, grid: Grid, head: int, rows: Sequence[int], day: int, vocabulary: Vocabulary) -> None:
        self.grid, self.head, self.rows, self.day, self.vocabulary = grid, head, rows, day, vocabulary
        width = max(len(grid.rows[row]) for row in (head, *rows))
        self.columns = [self._cells(at) for at in range(width)]
        self.meanings = [meaning_of(text_of(self._cell(head, at))) for at in range(width)]

    def _cell(self, row: int, at: int) -> Cell:
        cells = self.grid.rows[row]
        return cells[at] if at < len(cells) else None

    def _cells(self, at: int) -> list[Cell]:
        return [value for row in self.rows if text_of(value := self._cell(row, at))]

    def is_of_unnamed(self) -> bool:
        """Returns whether the rows say what became of each interview, or how long it was, and neither name the people
        nor count them."""
        held = any(self._says_outcome(at) or self._differs_in_length(at) for at in range(len(self.columns)))
        return held and not any(self._names_or_counts(at) for at in range(len(self.columns)))

    def _says_outcome(self, at: int) -> bool:
        texts = [text_of(value) for value in self.columns[at] if not _is_length(value)]
        known = sum(says_present(t) or says_absent(t) or says_whether_came(t) is not None for t in texts)
        return any(map(says_present, texts)) and known >= _MOSTLY * len(self.rows)

    def _says_length(self, at: int) -> bool:
        cells = self.columns[at]
        lasted = [_is_length(value) for value in cells if read_date(value) is None]
        return len(lasted) >= _LASTED * len(self.rows) and all(lasted) and not _counts_up(cells)

    def _differs_in_length(self, at: int) -> bool:
        """Whether a column has different lengths of time, with a unit: those of a plan are all the same."""
        texts = {text_of(value) for value in self.columns[at]}
        return self._says_length(at) and len(texts) > 1 and not any(number_of(text) is not None for text in texts)

    def _names_or_counts(self, at: int) -> bool:
        cells, meaning = self.columns[at], self.meanings[at]
        texts = list(map(text_of, cells))
        if meaning in PERSONAL - {"name"}:
            return bool(cells)
        if statements_among(texts):
            return True
        named = sum(map(is_full_name, texts))
        if named >= _LASTED * len(self.rows) and 2 * len(set(texts)) > len(texts):
            return True
        numbers = sum(isinstance(number_of(value), int | float) for value in cells)
        small = numbers and not _counts_up(cells) and not self._says_length(at)
        return meaning not in ("age", "birth_year", "number", "date") and bool(small) and numbers >= len(cells) / 2

    def _tells_who(self, at: int) -> bool:
        """Whether a column has words of its own in nearly every row: neither of the project, nor of what became of
        the interview."""
        texts = [text_of(value) for value in self.columns[at]]
        if self.meanings[at] not in _WHO or len(texts) < _MOSTLY * len(self.rows) or self._says_outcome(at):
            return False
        if any(read_date(value) or number_of(value) is not None or _is_length(value) for value in self.columns[at]):
            return False
        known = sum(any(self.vocabulary.exact(kind, text) for kind in _PLAIN_WORDS) for text in texts)
        return known < _MOSTLY * len(texts) and not _number_the_rows(texts) and len(set(texts)) > 1

    def _tied_outcome(self) -> tuple[int, set[int]] | None:
        """Returns the column whose words say the same as the lengths, and the rows of the interviews that were held:
        all that lasted have one word in it, and the others have others, one of which is known to deny. None if there is
        none."""
        places = range(len(self.columns))
        lasted = [{row for row in self.rows if text_of(self._cell(row, at))} for at in places if self._says_length(at)]
        for held in lasted:
            for at in places:
                words, others = set[str](), set[str]()
                for row in self.rows:
                    (words if row in held else others).add(text_of(self._cell(row, at)))
                if len(words) == 1 and not words & others and all(words) and _deny(others):
                    return at, held
        return None

    def with_people(self) -> Grid:
        """Returns the sheet with a person without a name in each row, who was there if the interview lasted."""
        at = next((at for at in range(len(self.columns)) if self._tells_who(at)), len(self.columns))
        rows = [[*cells, *[None] * (at + 1 - len(cells))] for cells in self.grid.rows]
        rows[self.head][at] = _NAME
        rows[self.head][self.day] = _DATE
        if tied := self._tied_outcome():
            outcome, held = tied
            rows[self.head][outcome] = _PRESENT
            for row in self.rows:
                rows[row][outcome] = _YES if row in held else _NO
        for number, row in enumerate(self.rows, 1):
            rows[row][at] = f"{_PLACEHOLDER} {number}"
        return replace(self.grid, rows=rows)


def _deny(words: set[str]) -> bool:
    """Whether none of some words says that an interview was held, and one says that it was not."""
    denied = any(says_absent(word) or says_whether_came(word) is False for word in words)
    return denied and all(words) and not any(says_present(word) for word in words)


def _is_length(value: Cell) -> bool:
    """Whether a cell holds a length of time: with its unit or a sign for it, or more than how many talk at once."""
    text = text_of(value)
    number = number_of(text.rstrip("'′΄´’ "))
    return says_duration(text) or (number is not None and number >= _SHORTEST)


def _counts_up(cells: Sequence[Cell]) -> bool:
    numbers = [number_of(value) for value in cells]
    plain = [number for number in numbers if number is not None]
    return len(plain) == len(cells) > 1 and all(b == a + 1 for a, b in pairwise(plain))


def _number_the_rows(texts: Sequence[str]) -> bool:
    """Whether texts are codes that differ in their digits alone ("int. 1", "A2")."""
    stems = {"".join(c for c in text if not c.isdigit()) for text in texts}
    return len(stems) == 1 and len(set(texts)) == len(texts) and any(map(str.isdigit, texts[0]))
