"""What goes through the reader: cells in grids at one end, a reading at the other.

A *row number* is always the one that a person sees in the file: the first line or row is 1, blank ones count.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

Cell = str | int | float | bool | date | datetime | time | None
"""A cell as the file holds it. Text keeps its spaces; an empty cell is None or ""."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet as it stands: ``rows[i]`` is the row that a person sees as number ``i + 1``. The rows in ``turned`` are
    columns of the sheet, from the left, which begin at the row where they begin."""

    name: str
    rows: Sequence[Sequence[Cell]]
    turned: range = range(0)


@dataclass(frozen=True, slots=True)
class Workbook:
    """An opened file: its format ("csv", "xlsx", "xls", "ods") and its sheets in the file's order.

    The only grid of a text file is named after the file, without its ending.
    """

    file: str
    format: str
    grids: Sequence[Grid]


@dataclass(frozen=True, slots=True)
class Hints:
    """What the person who brings the file says about it, for what the file itself does not say. Codes, not words."""

    activity: str | None = None
    city: str | None = None
    date: date | None = None
    title: str | None = None
    partner: str | None = None


@dataclass(frozen=True, slots=True)
class SourceEvent:
    """An event as a sheet states it: activity and city as codes of the project; the title may be empty."""

    activity: str
    city: str
    date: date
    title: str = ""


@dataclass(slots=True)
class AttendanceRow:
    """One person at one event, as one row (or one mark in a session matrix) states it.

    ``event`` is a position in ``Reading.events``. Name, e-mail and phone are as written (trimmed), None where the
    sheet does not say. ``birth`` is set where the full date is known; ``birth_year`` whenever the year is known.
    ``community``, ``group`` and ``gender`` are codes of the project, None where not stated.
    """

    event: int
    sheet: str
    row: int
    column: str = ""
    name: str | None = None
    email: str | None = None
    phone: str | None = None
    birth: date | None = None
    birth_year: int | None = None
    community: str | None = None
    group: str | None = None
    gender: str | None = None


@dataclass(frozen=True, slots=True)
class HeadcountRow:
    """People at an event whom nobody listed: a number, by community where the sheet says so."""

    event: int
    sheet: str
    row: int
    people: int
    column: str = ""
    community: str | None = None
    group: str | None = None
    gender: str | None = None


class NotCountedReason(StrEnum):
    """Why a row that was understood is kept and not counted (counting.md, "Who counts")."""

    STAFF = "staff"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class NotCountedRow:
    """A row that was understood and does not count."""

    sheet: str
    row: int
    reason: NotCountedReason
    column: str = ""


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row (or one mark of it) that cannot count as it stands: what was found where, why not, how to fix it.

    ``value`` is the cell as written; empty where the cell is a name, an e-mail address or a phone number.
    """

    sheet: str
    row: int
    column: str
    value: str
    reason: str
    fix: str


@dataclass(frozen=True, slots=True)
class Question:
    """What only a person can say. ``kind``: community, group, gender, activity, city, date, date_order, role …

    ``value`` is the word as written ("" where the sheet says nothing); ``suggestions`` are codes of the project
    (for ``date_order``: "day first", "month first"), best first; ``text`` is the question in a sentence.
    ``blocking`` says that nothing of the sheet can be counted before it is answered.
    """

    kind: str
    value: str
    suggestions: tuple[str, ...] = ()
    text: str = ""
    sheet: str = ""
    rows: tuple[int, ...] = ()
    column: str = ""
    blocking: bool = False


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """What the reader took a column for: its header as written, its meaning ("" where it is not used), its place."""

    header: str
    meaning: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table as it was found: for showing what was read. ``left_out`` are rows that are no data (totals, signatures,
    notes), each with the reason in words, so that every row of the sheet is accounted for."""

    sheet: str
    header_row: int
    first_row: int
    last_row: int
    columns: tuple[ReadColumn, ...]
    left_out: tuple[tuple[int, str], ...] = ()


@dataclass(slots=True)
class Reading:
    """All that one file says, every row accounted for.

    ``rows_read`` counts data rows (in a session matrix: marks; in a cross table of head counts: cells) and equals
    attendances + headcounts + not_counted + rejected. Further rows of one person in one event are still among the
    attendances here: who is who is not the reader's business. ``order`` says in which order the file's dates have
    day and month (a ``DateOrder``), "" where the file does not settle it.
    """

    file: str
    events: list[SourceEvent] = field(default_factory=list)
    attendances: list[AttendanceRow] = field(default_factory=list)
    headcounts: list[HeadcountRow] = field(default_factory=list)
    not_counted: list[NotCountedRow] = field(default_factory=list)
    rejected: list[RejectedRow] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    tables: list[ReadTable] = field(default_factory=list)
    rows_read: int = 0
    signature: str = ""
    order: str = ""
