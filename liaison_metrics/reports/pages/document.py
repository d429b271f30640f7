"""A document: what a report says on its pages, in order, before anybody sets it as PDF, picture or HTML.

Those who set it know only these blocks; those who write it know nothing of pages and files.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["line", "between", "sum"]
"""A line of a table: one of its own, people who stand in several lines, or the sum."""

Mark = Literal["identified", "unidentified", "together", "hidden", "target", "plan", "plan_line"]
"""What the legend explains."""


class Quiet(NamedTuple):
    """Words that stand where no number is: not stated, not applicable, not published, hidden."""

    words: str


class Bar(NamedTuple):
    """A bar that repeats the numbers of its line: parts of its full length from 0 to 1, from zero on.

    ``together`` are people who are not told apart; ``hidden`` marks a number that is there and not shown.
    """

    identified: float = 0
    unidentified: float = 0
    together: float = 0
    hidden: bool = False


class Shaded(NamedTuple):
    """A number on a coloured ground: the more of the greatest number (from 0 to 1), the darker."""

    words: str
    share: float


Cell = str | Quiet | Bar | Shaded


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as the inside of an SVG of that size, in pixels; ``words`` say it to those who do not see it."""

    width: float
    height: float
    body: str
    words: str


class Key(NamedTuple):
    """A line of a legend."""

    mark: Mark
    words: str


@dataclass(frozen=True, slots=True)
class DocumentColumn:
    """A column: its head, what it holds, and the share of the width that words get.

    Columns of kind ``grid`` hold numbers, shaded or not, and are all equally wide.
    """

    head: str
    kind: Literal["words", "number", "bar", "grid"] = "number"
    share: float = 1


class Row(NamedTuple):
    """A line of a table."""

    cells: tuple[Cell, ...]
    kind: Kind = "line"


@dataclass(frozen=True, slots=True)
class DocumentTable:
    """A table under its title; ``note`` says what to know of it. Without rows it is its title and note."""

    title: str
    columns: tuple[DocumentColumn, ...]
    rows: tuple[Row, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class DocumentChart:
    """A chart under its title."""

    title: str
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Card:
    """An indicator at a glance. ``shape`` stands beside ``state``, so that it is never said by colour alone; ``news``
    is good, late or none."""

    code: str
    title: str
    reached: str
    of_target: str
    shape: str
    state: str
    news: Literal["good", "late", ""]
    lines: tuple[str, ...]
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class FactList:
    """Things and what is said of each; a thing may have several lines."""

    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs; ``loud`` ones must not be overlooked, ``small`` ones stand back, a ``title`` is of what follows."""

    paragraphs: tuple[str, ...]
    kind: Literal["plain", "small", "loud", "title"] = "plain"


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Legend:
    """What the marks of the charts and bars near it mean."""

    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """Where the list of the sections stands."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Two columns of blocks; on a narrow page they follow each other."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Funding:
    """Who pays: the emblem of the European Union and the words beside it."""

    words: tuple[str, ...]


Block = DocumentTable | DocumentChart | Card | FactList | Prose | Points | Legend | Contents | Beside | Funding


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; ``own_page`` begins a page. ``key`` is its name among the links."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    level: int = 1
    own_page: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """All of it. ``running`` and ``marking`` stand at the head of every page, ``page`` at its foot, with the places
    {page} and {pages} still to be filled. ``day`` is year, month, day."""

    language: str
    title: str
    author: str
    day: tuple[int, int, int]
    running: str
    marking: str
    counting: str
    page: str
    sections: tuple[Section, ...]
