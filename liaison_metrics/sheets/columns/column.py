"""A column of a table: what its header and its values say."""

from __future__ import annotations

from dataclasses import dataclass, field

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.words.cells import letter
from liaison_metrics.sheets.words.dates import StatedDate


@dataclass(slots=True)
class Column:
    """A column: its place, its header as written, its meaning ("" where it is not used), and what the header itself
    states: a date (a session), words of the vocabulary (people counted by them), the country whose people they are.
    ``partial``: its numbers are of some of the people whom another column counts ("of whom women")."""

    at: int
    header: str
    meaning: str
    date: StatedDate | None = None
    codes: dict[VocabularyKind, str] = field(default_factory=dict)
    country: str = ""
    partial: bool = False
    shares: dict[str, float] = field(default_factory=dict)
    filled: int = 0
    distinct: int = 0

    @property
    def is_of_community(self) -> bool:
        """Whether the header states a community, or a people."""
        return VocabularyKind.COMMUNITY in self.codes or bool(self.country)

    @property
    def name(self) -> str:
        """By what a person calls the column: its header, or its letter where it has none."""
        return self.header or letter(self.at)
