"""Splits delimited text into records. A missing quotation mark spoils its own line, not the lines after it."""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal

from liaison_metrics.sheets.opening.guards import Budget
from liaison_metrics.sheets.opening.limits import LARGEST_FILE, LONGEST_CELL, MOST_COLUMNS

_DELIMITERS = (";", ",", "\t", "|")
_NONE = "\x1f"
_SAMPLE_LINES = 400
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_OTHER_ENDS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""What ends lines for Python, but not here."""

_AT_ONCE = 2000
_MOST_BREAKS = 60
"""Line breaks in a cell. With more, a quotation mark was never closed."""
_LIKE_RECORDS = 2
"""This many lines in a cell that all have the table's number of delimiters are lines of the table."""
_LIST_MARK = re.compile(r"\s*(?:\d{1,3}[.)]|[-–—*•·])\s+[^\W\d]")
_GAP = re.compile(r"\S {3,}\S")
_MOSTLY_LISTED = 0.6
_NAME_AND_NOTHING = 2

_MOST_MARKS = 50
_MOST_LOST = 2000
"""Lines with an unmatched quotation mark. With more, the text doesn't quote cells."""

_MOST_SHARED = 200_000
"""Different texts that cells share. A file in which hardly any cell repeats another must not be held twice."""

_STAMP = re.compile(
    r"(?m)^[^\w\[\n]{0,2}\[?\d{1,2}(?:[./-]\d{1,2}[./-]\d{2,4}|\.?\s[^\W\d]{3,10}\.?\s\d{4}),?\s+"
    r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[apAP]\.?[mM]\.?)?\]?\s*(?:[-–]\s*)?[^:,;\t|\n]{1,40}:\s"
)
"""The time and the sender of a message of a chat. Its signs divide nothing."""

_MOSTLY_MESSAGES = 0.6
"""From this share of the lines on, a text is a chat, and has no columns."""

csv.field_size_limit(LARGEST_FILE)


def records(text: str, delimiter: str | None, budget: Budget) -> list[list[str]]:
    """Returns the cells of each record, in order; a blank line is a record without cells. Without a delimiter, every
    line is one cell. Raises RefusedFile if the budget is exceeded."""
    budget.rows(text.count("\n") or text.count("\r"))
    reader = _Records(delimiter or _NONE, budget)
    found = _lines(text)
    waiting: list[str] = []
    while lines := [*waiting, *islice(found, _AT_ONCE)]:
        waiting = reader.read(lines, final=len(lines) < _AT_ONCE)
    return reader.rows


def _lines(text: str) -> Iterator[str]:
    """Returns the lines of a text with their ends."""
    if any(end in text for end in _OTHER_ENDS):
        return (match.group() for match in _LINE.finditer(text))
    return iter(text.splitlines(keepends=True))  # much faster


def delimiter_of(text: str, budget: Budget) -> str | None:
    """Returns the delimiter that gives most lines the same number of cells, preferably many; None for a single column.
    Raises RefusedFile if the budget is exceeded."""
    sample, messages = _STAMP.subn("", "\n".join(text[:200_000].splitlines()[:_SAMPLE_LINES]))
    if messages > _MOSTLY_MESSAGES * sum(map(bool, map(str.strip, sample.splitlines()))):
        return None
    best, chosen = 0.0, None
    for delimiter in _DELIMITERS:
        aligned = delimiter == "," and _are_aligned(sample)
        rows = records(sample, delimiter, budget)
        widths = Counter(len(row) for row in rows if any(cell.strip() for cell in row))
        filled = sum(widths.values())
        spaced = sample.count(f"{delimiter} ") + _ending_as_prose(sample, delimiter)  # or between date and time
        for width, number in widths.items():
            score = number / filled * math.log2(width) if width > 1 else 0.0
            if spaced > 0.9 * (width - 1) * number:
                listed = number < filled and _are_listed(rows, width)
                sentence = filled == 1 or 2 * number <= filled  # one line alone is a sentence
                score = 0.0 if aligned or sentence or listed or _only_ends(rows, width) else score / 2
            if score > best + 1e-9:
                best, chosen = score, delimiter
    return chosen


def _are_aligned(sample: str) -> bool:
    """Returns whether several spaces divide most lines: a comma stands within their cells ("Neri, Aldo    Arci")."""
    lines = [line for line in sample.splitlines() if line.strip()]
    return sum(_GAP.search(line.strip()) is not None for line in lines) > _MOSTLY_LISTED * len(lines)


def _are_listed(rows: Sequence[Sequence[str]], width: int) -> bool:
    """Returns whether lines of so many cells begin with numbers or bullets of a list ("1. Anna Rossi, Italy"), which
    people write among sentences."""
    lines = [row for row in rows if len(row) == width]
    return sum(_LIST_MARK.match(row[0]) is not None for row in lines) > _MOSTLY_LISTED * len(lines)


def _only_ends(rows: Sequence[Sequence[str]], width: int) -> bool:
    """Returns whether a sign only ends lines among others, as commas do behind the names of a list in a message."""
    last = [row[-1] for row in rows if len(row) == width]
    others = any(len(row) != width and any(cell.strip() for cell in row) for row in rows)
    prose = all(not cell.strip() or cell.startswith(" ") for cell in last)  # no cell stands right behind a sign
    return others and width == _NAME_AND_NOTHING and prose and sum(not cell.strip() for cell in last) > len(last) / 2


def _ending_as_prose(sample: str, delimiter: str) -> int:
    """Returns how many lines of text end with a sign, as greetings and wrapped lists do, and have no other without a
    space behind it."""
    ends = (line.rstrip() for line in sample.splitlines())
    return sum(line.endswith(delimiter) and line.count(f"{delimiter} ") + 1 == line.count(delimiter) for line in ends)


class _Records:
    def __init__(self, delimiter: str, budget: Budget) -> None:
        self._delimiter, self._budget = delimiter, budget
        self._lost = 0
        self._one_of_each: dict[str, str] = {}
        self.rows: list[list[str]] = []

    def read(self, lines: Sequence[str], *, final: bool) -> list[str]:
        """Reads lines. Returns the last ones if one of their cells may continue in lines still to come."""
        if '"' not in "".join(lines):
            self._add_plain(lines)
            return []
        plain: list[str] = []
        at = len(lines) if self._lost > _MOST_LOST else 0
        self._add_plain(lines[:at], quoting=csv.QUOTE_NONE)
        while at < len(lines):
            if lines[at].count('"') % 2 == 0:
                plain.append(lines[at])
                at += 1
                continue
            if not final and at + _MOST_BREAKS >= len(lines):
                break
            self._add_plain(plain)
            plain = []
            at += self._add_broken(lines[at : at + _MOST_BREAKS + 1])
        self._add_plain(plain)
        return list(lines[at:])

    def _add_plain(self, lines: Sequence[str], quoting: Literal[0, 3] = csv.QUOTE_MINIMAL) -> None:
        """Adds lines whose quotation marks are (mostly) matched."""
        longest = max(map(len, lines), default=0)
        for line in lines if longest > MOST_COLUMNS else ():
            if len(line) > MOST_COLUMNS:
                self._budget.columns(line.count(self._delimiter) + 1)
        found = list(csv.reader(lines, delimiter=self._delimiter, quoting=quoting))
        if len(found) != len(lines):  # a quotation mark inside a cell was taken for one around it
            found = [self._alone(line) for line in lines]
        self._add(found, longest)

    def _add_broken(self, lines: Sequence[str]) -> int:
        """Adds the first of these lines, which has an unmatched quotation mark, together with the lines its last cell
        continues in. Returns how many lines were added."""
        if self._strict(lines[:1]) is None:
            last = next((at for at, line in enumerate(lines) if at and line.count('"') % 2), 0)
            whole = self._strict(lines[: last + 1]) if last else None
            if whole is not None and not self._like_records(lines[1:last]) and not self._opens_a_cell(lines[last]):
                self._add([whole], sum(map(len, lines[: last + 1])))
                return last + 1
        self._add([self._alone(lines[0])], len(lines[0]))
        return 1

    def _opens_a_cell(self, line: str) -> bool:
        """Returns whether the line's first quotation mark starts a cell, so that it can't end an earlier one."""
        return line[: line.index('"')].endswith(self._delimiter)

    def _like_records(self, lines: Sequence[str]) -> bool:
        usual = len(self.rows[-1]) - 1 if self.rows else 0
        delimiters = {line.count(self._delimiter) for line in lines}
        return len(lines) >= _LIKE_RECORDS and usual > 0 and delimiters == {usual}

    def _strict(self, lines: Sequence[str]) -> list[str] | None:
        """Returns the single, well-formed record that these lines are, None if they aren't."""
        try:
            found = list(csv.reader(lines, delimiter=self._delimiter, strict=True))
        except csv.Error:
            return None
        return found[0] if len(found) == 1 else None

    def _alone(self, line: str) -> list[str]:
        """Returns the record of a line that may have an unmatched quotation mark, read without the surplus one."""
        if (whole := self._strict([line])) is not None:
            return whole
        self._lost += 1
        usual = len(self.rows[-1]) if self.rows else 0
        for mark in islice(re.finditer('"', line), _MOST_MARKS):
            cells = self._strict([line[: mark.start()] + line[mark.end() :]])
            if cells is not None and len(cells) == usual:
                return cells
        return next(csv.reader([line], delimiter=self._delimiter, quoting=csv.QUOTE_NONE), [])

    def _add(self, found: list[list[str]], longest: int) -> None:
        """Adds records of which no cell is longer than *longest*."""
        self._budget.columns(max(map(len, found), default=0))
        self._budget.cells(sum(map(len, found)))
        if longest > LONGEST_CELL:
            found = [[cell[:LONGEST_CELL] for cell in row] for row in found]
        if len(self._one_of_each) > _MOST_SHARED:
            self._one_of_each.clear()
        same = self._one_of_each.setdefault  # equal cells share one text: less memory, and faster to compare
        self.rows += [list(map(same, row, row)) for row in found]
