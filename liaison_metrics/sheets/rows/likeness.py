"""How much a row looks like the other rows of its table. What a row looks like is stronger evidence than a word in it:
a woman called Suma in a row like the twenty around her isn't a total."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.rows.thresholds import ALIKE_SHARE, FEWEST_COLUMNS, SAMPLE, USUAL_SHARE
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.headers import NAMES

_BLANK_LINE = re.compile(r"(?:_{3,}|(?:^|\s|:)[.…]{3,}|[.…]{5,}|-{5,})\s*$")
"""A line to write on. Dots that end a sentence are fewer, and stand behind a letter."""

_SEVERAL = 3
"""From so many rows on, a word is one that the list says of its people. The row itself may be one of them."""


class RowLikeness:
    """Knows the usual columns of a table. Columns of numbers don't count: totals fill them as well."""

    def __init__(self, table: Table, columns: Sequence[Column], data: Sequence[int]) -> None:
        sample = [table.grid.rows[number] for number in data[:SAMPLE]]
        self._sample, self._repeated = sample, {c.at for c in columns if c.meaning not in (*NAMES, "number")}
        self._usual: dict[int, str] = {}
        for column in columns:
            kinds = Counter(kind_of_cell(cells, column.at) for cells in sample)
            del kinds[""]
            kind, rows = kinds.most_common(1)[0] if kinds else ("", 0)
            if kind not in ("", "number") and rows >= USUAL_SHARE * len(sample):
                self._usual[column.at] = kind

    @property
    def outweighs_words(self) -> bool:
        """Whether enough columns are usual for a similar row to be a person whatever it says. Where fewer are, only a
        word that is also a name needs a row that differs."""
        return len(self._usual) >= FEWEST_COLUMNS

    def is_similar(self, cells: Sequence[Cell]) -> bool:
        """Returns whether a row fills the usual columns with values of the same kinds as the other rows."""
        alike = sum([kind_of_cell(cells, at) == kind for at, kind in self._usual.items()])
        return bool(self._usual) and alike >= ALIKE_SHARE * len(self._usual)

    def repeats(self, cells: Sequence[Cell]) -> bool:
        """Returns whether a row has a word, beside the name, that several rows have in the same column ("present")."""
        own = {
            at: text for at in self._repeated if at < len(cells) and any(map(str.isalpha, text := text_of(cells[at])))
        }
        return any(
            sum(text_of(row[at]) == text for row in self._sample if at < len(row)) >= _SEVERAL
            for at, text in own.items()
        )


def kind_of_cell(cells: Sequence[Cell], at: int) -> str:
    """Returns what the cell of a row at a position looks like: "address", "number", "date", "words", "" if empty."""
    value = cells[at] if at < len(cells) else None
    return _kind_of_text(value) if isinstance(value, str) else _kind_of(value)


def is_blank_form(table: Table, columns: Sequence[Column]) -> bool:
    """Returns whether nothing is filled in below the headers of a table but the numbers of its rows."""
    numbers = {column.at for column in columns if column.meaning == "number"}
    told = (
        text for row in table.rows for at, value in enumerate(table.grid.rows[row])
        if at not in numbers and (text := text_of(value))
    )  # fmt: skip
    return all(map(is_blank_line, told))


def is_blank_line(text: str) -> bool:
    """Returns whether a text ends with a line to write on ("Signature ______")."""
    return bool(_BLANK_LINE.search(text))


def _kind_of(value: Cell) -> str:
    text = text_of(value)
    if not text or _BLANK_LINE.fullmatch(text):
        return ""
    if "@" in text:
        return "address"
    if number_of(value) is not None:
        return "number"
    return "date" if sum(map(str.isdigit, text)) * 2 > len(text) else "words"


_kind_of_text = lru_cache(maxsize=20_000)(_kind_of)
"""The same for a text. Most columns repeat a few."""
