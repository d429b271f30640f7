"""A column of a table: what its header and its values show, and its cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.columns.scoring.assignment import Choice
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import letter, text_of
from liaison_metrics.sheets.words.dates import StatedDate
from liaison_metrics.sheets.words.headers import Manner

NUMERIC_SHARE = 0.5
"""From this share of its values on, a column holds numbers."""


@dataclass(slots=True)
class Column:
    """A column: its position, its header as written, its meaning ("" if unused), and what the header itself states: the
    date of a session, vocabulary codes that its numbers are broken down by, or the country of the people counted.

    ``partial``: its numbers are a part of another column's people ("of whom women"). ``age_band``: the age band that
    its numbers are of, "not_stated" for a range of several. ``additional``: the code of people beside a list or total
    ("walk_ins"). ``shares``: the share of its values of each kind. ``filled``, ``distinct``: how many values it has and
    how many differ. ``said``: the meaning that the header alone says, and how it says it (``manner``; None if the
    table's layout does). ``choice``: what spoke for its meaning, and the runner-up. ``moment``: it is of one moment of
    an event, beside columns of others ("Signature at entry", "Signature at exit"). ``kinds``: by what the labels in it
    divide people, by row, if a column beside it says so ("Gender", "Age"); "" for something that no code is of.
    """

    at: int
    header: str
    meaning: str
    date: StatedDate | None = None
    codes: dict[VocabularyKind, str] = field(default_factory=dict)
    country: str = ""
    partial: bool = False
    age_band: str = ""
    additional: str = ""
    shares: dict[str, float] = field(default_factory=dict)
    filled: int = 0
    distinct: int = 0
    said: str = ""
    manner: Manner | None = Manner.WORD
    choice: Choice | None = None
    moment: bool = False
    kinds: dict[int, str] = field(default_factory=dict)

    def value(self, cells: Sequence[Cell]) -> Cell:
        """Returns the column's cell in a row, None if the row is too short."""
        return cells[self.at] if self.at < len(cells) else None

    def text(self, cells: Sequence[Cell]) -> str:
        """Returns the text of the column's cell in a row."""
        return text_of(self.value(cells))

    def share(self, kind: str) -> float:
        """Returns the share of the column's values that look like a kind."""
        return self.shares.get(kind, 0.0)

    @property
    def is_numeric(self) -> bool:
        """Whether the column holds numbers."""
        return self.share("number") >= NUMERIC_SHARE

    @property
    def is_of_community(self) -> bool:
        """Whether the header names a community or a nationality."""
        return VocabularyKind.COMMUNITY in self.codes or bool(self.country)

    @property
    def name(self) -> str:
        """The column's header, or its letter if it has none."""
        return self.header or letter(self.at)


def counted_texts(table: Table, column: Column) -> Counter[str]:
    """Returns how often a column has each text."""
    found: dict[str, int] = {}
    for value, times in table.different_cells(column.at).items():
        text = text_of(value)
        found[text] = found.get(text, 0) + times
    found.pop("", None)
    return Counter(found)
