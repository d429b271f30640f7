"""A column of a table, with what its header and its values show."""

from __future__ import annotations

from dataclasses import dataclass, field

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.words.cells import letter
from liaison_metrics.sheets.words.dates import StatedDate


@dataclass(slots=True)
class Column:
    """A column: its position, its header as written, its meaning ("" if unused), and what the header itself states: the
    date of a session, vocabulary codes that its numbers are broken down by, or the country of the people counted.

    ``partial``: its numbers are a part of another column's people ("of whom women"). ``age_band``: the age band that
    its numbers are of, "not_stated" for a range of several. ``additional``: the code of people beside a list or total
    ("walk_ins"). ``shares``: the share of its values of each kind. ``filled``, ``distinct``: how many values it has and
    how many differ.
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

    @property
    def is_of_community(self) -> bool:
        """Whether the header names a community or a nationality."""
        return VocabularyKind.COMMUNITY in self.codes or bool(self.country)

    @property
    def name(self) -> str:
        """The column's header, or its letter if it has none."""
        return self.header or letter(self.at)
