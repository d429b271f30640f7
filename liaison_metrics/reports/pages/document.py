"""A document: the blocks on the pages of a report, in order, before they become PDF, pictures or HTML.

Modules that write files know only these blocks. Modules that write documents know nothing about pages and files.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from liaison_metrics.texts.marking import Others

Kind = Literal["line", "between", "sum"]
"""A row of a table: a line, the people in several lines, or the sum."""

Mark = Literal["identified", "unidentified", "together", "target", "plan", "plan_line"]
"""The symbols that a legend explains."""


class Quiet(NamedTuple):
    """Text in place of a number: not stated, not applicable, not published or hidden."""

    words: str


class Bar(NamedTuple):
    """A bar that shows the numbers of its row, as parts of the full length from 0 to 1.

    ``together`` are people who are not divided into identified and unidentified.
    """

    identified: float = 0
    unidentified: float = 0
    together: float = 0


class Shaded(NamedTuple):
    """A number on a coloured ground: the more of the greatest number (from 0 to 1), the darker."""

    words: str
    share: float


Cell = str | Quiet | Bar | Shaded


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart: the inside of an SVG, its size in pixels, and ``words`` as a text alternative."""

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
    """A column: its head and what it holds.

    Columns of kind ``grid`` hold numbers, shaded or not, and are all equally wide. ``fitted`` words are as wide as the
    longest of them, even if the table is then narrower than the page.
    """

    head: str
    kind: Literal["words", "number", "bar", "grid"] = "number"
    fitted: bool = False


class Row(NamedTuple):
    """A row of a table."""

    cells: tuple[Cell, ...]
    kind: Kind = "line"


@dataclass(frozen=True, slots=True)
class DocumentTable:
    """A table with a title and a note. Without rows, only title and note are shown."""

    title: str
    columns: tuple[DocumentColumn, ...]
    rows: tuple[Row, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class DocumentChart:
    """A chart with a title."""

    title: str
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Card:
    """An indicator at a glance. ``shape`` stands beside ``state``, so that its meaning does not depend on colour.
    ``news`` sets the colour: good, late or neutral."""

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
    """Labels with values; a label may have several values."""

    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs: plain, small, loud (a warning), or the title of what follows."""

    paragraphs: tuple[str, ...]
    kind: Literal["plain", "small", "loud", "title"] = "plain"


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Legend:
    """What the symbols of nearby charts and bars mean."""

    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Two columns of blocks; on a narrow page one below the other."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Funding:
    """The funding statement beside the emblem of the European Union."""

    words: tuple[str, ...]


Block = DocumentTable | DocumentChart | Card | FactList | Prose | Points | Legend | Contents | Beside | Funding


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its blocks. ``own_page`` starts a new page, ``one_screen`` keeps all its blocks together on the
    web. ``key`` is the target of links."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    level: int = 1
    own_page: bool = False
    one_screen: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. Every page has ``running`` and ``marking`` in its header, ``counting`` and ``page`` in its
    footer. ``page`` contains {page} and {pages}, to be filled in. ``day`` is year, month, day. ``others``
    are the texts in another language than the document's."""

    language: str
    title: str
    author: str
    day: tuple[int, int, int]
    running: str
    marking: str
    counting: str
    page: str
    sections: tuple[Section, ...]
    others: Others = ()
