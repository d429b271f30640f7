"""The reader's data types: cells and grids as input, a ``Reading`` as output.

Row numbers are those a person sees in the file: the first row is 1, and blank rows count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from liaison_metrics.domain.events.data import EventData
from liaison_metrics.domain.events.statements import largest_division
from liaison_metrics.sheets.ledger.fates import Fate
from liaison_metrics.sheets.ledger.ledger import Ledger

Cell = str | int | float | bool | date | datetime | time | None
"""A cell as the file holds it. Text keeps its spaces; an empty cell is None or ""."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: ``rows[i]`` is the row with number ``i + 1``. ``turned`` are the rows that were columns in the file:
    the table lay on its side, in as many rows as it has ``fields``, and was turned upright. ``hidden``: the workbook
    doesn't show the sheet. ``gathered`` are the rows in which each person had several lines, which now are one, or one
    line, which now has several cells; ``pasted`` are then the meanings of these cells, and ``parts`` the
    rows of each list if the sheet has several. ``emptied`` are rows whose cells were left out."""

    name: str
    rows: Sequence[Sequence[Cell]]
    turned: range = range(0)
    hidden: bool = False
    fields: int = 0
    gathered: range = range(0)
    pasted: Mapping[int, str] = field(default_factory=dict)
    parts: tuple[range, ...] = ()
    emptied: frozenset[int] = frozenset()

    def position_in_file(self, position: int) -> int:
        """Returns the position of a row in the file. A row of a turned table is a column there, and stands at the
        table's first row."""
        if position in self.turned:
            return self.turned.start
        return position + self.fields - len(self.turned) if position >= self.turned.stop else position


@dataclass(frozen=True, slots=True)
class Workbook:
    """An opened file: its format ("csv", "xlsx", "xls", "ods") and its sheets in file order.

    A text file has one grid, named after the file without its extension. ``uncomputed``: some cells are formulas
    without stored results, which are read as empty.
    """

    file: str
    format: str
    grids: Sequence[Grid]
    uncomputed: bool = False


@dataclass(frozen=True, slots=True)
class Hints:
    """Details the uploader gives for what the file doesn't state. Values are project codes, not words."""

    activity: str | None = None
    city: str | None = None
    date: date | None = None
    title: str | None = None
    partner: str | None = None


@dataclass(frozen=True, slots=True)
class SourceEvent:
    """An event as the sheet states it. Activity and city are project codes; the title may be empty."""

    activity: str
    city: str
    date: date
    title: str = ""


@dataclass(slots=True)
class AttendanceRow:
    """One person at one event, from one row (or one mark in a session matrix).

    ``event`` is an index into ``Reading.events``. Name, e-mail and phone are as written (trimmed), None if not stated.
    ``birth`` is set if the full date is known, ``birth_year`` whenever the year is. ``community``, ``group`` and
    ``gender`` are project codes, None if not stated. ``signed`` says whether a column for signatures has a mark in the
    row, None where the sheet says nothing about signatures.
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
    signed: bool | None = None


COMPANIONS = "companions"
"""The code of additional people who came with the person a row names."""


@dataclass(frozen=True, slots=True)
class HeadcountRow:
    """A number of people at an event, listed or not, by community, group, gender or age band if the sheet gives it.

    A code is "not_stated" where the sheet divides the people by this kind but not these, and None where it doesn't
    divide them by it. ``additional`` is "" for people who were there, and a code ("walk_ins", "plus" …) for people
    whom the sheet puts beside its list or total.
    """

    event: int
    sheet: str
    row: int
    people: int
    column: str = ""
    community: str | None = None
    group: str | None = None
    gender: str | None = None
    age_band: str | None = None
    additional: str = ""

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds by which the sheet divides these people: "community", "group", "gender", "age_band"."""
        return frozenset(kind for kind in ("community", "group", "gender", "age_band") if getattr(self, kind))


def headcount_of(rows: Iterable[HeadcountRow]) -> int:
    """Returns how many people headcounts state, each person once for each event and sheet.

    Rows that share a kind are parts of one division and add up. Of several divisions, and of rows without any kind,
    the largest number counts. Additional people are added.
    """
    additional = 0
    divisions: dict[tuple[int, str], dict[frozenset[str], int]] = {}
    for row in rows:
        if row.additional:
            additional += row.people
            continue
        sums = divisions.setdefault((row.event, row.sheet), {})
        sums[row.kinds] = sums.get(row.kinds, 0) + row.people
    return additional + sum(map(largest_division, divisions.values()))


class NotCountedReason(StrEnum):
    """Why a row is understood but not counted (see "Who counts" in counting.md)."""

    STAFF = "staff"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class NotCountedRow:
    """A row that was understood and doesn't count."""

    sheet: str
    row: int
    reason: NotCountedReason
    column: str = ""


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row (or one mark in it) that can't be counted as it is: where, what is wrong and how to fix it.

    ``value`` is the cell as written. It is empty if the cell is a name, an e-mail address or a phone number.
    """

    sheet: str
    row: int
    column: str
    value: str
    reason: str
    fix: str


@dataclass(frozen=True, slots=True)
class AnswerFigures:
    """What a file counts for with one answer: the people of its events, and those left out as absent or as staff."""

    code: str
    people: int
    absent: int = 0
    staff: int = 0
    events: int = 1


@dataclass(frozen=True, slots=True)
class Question:
    """A question only a person can answer.

    ``kind`` says what about: a word or a missing detail ("community", "city", "date", "role" …), a mark ("present"), a
    number ("total", "headcount"), the layout ("sheet", "column"), or the order of day and month ("date_order").
    ``value`` is the word as written ("" if the sheet states nothing), ``text`` the question as a sentence.
    ``suggestions`` are project codes (for ``date_order``: "day first", "month first"), best first. If ``blocking``,
    nothing in the sheet counts until the question is answered. With a ``preset`` it needs no answer: the preset applies
    until somebody gives another one.

    ``people`` are those whose figure depends on the answer, ``way_out`` the code for somebody who doesn't know the
    answer. ``figures`` say what the file counts for with each answer; the first stands for those that are not listed.
    ``summary`` is the part of the text that says so in a sentence.
    """

    kind: str
    value: str
    suggestions: tuple[str, ...] = ()
    text: str = ""
    sheet: str = ""
    rows: tuple[int, ...] = ()
    column: str = ""
    blocking: bool = False
    preset: str = ""
    people: int = 0
    way_out: str = ""
    figures: tuple[AnswerFigures, ...] = ()
    summary: str = ""

    @property
    def codes(self) -> tuple[str, ...]:
        """The suggested answers, and the way out."""
        return tuple(dict.fromkeys((*self.suggestions, *filter(None, [self.way_out]))))

    def figures_with(self, code: str) -> AnswerFigures | None:
        """Returns what the file counts for with an answer. Answers that nobody listed count like the first."""
        return next((one for one in self.figures if one.code == code), self.figures[0] if self.figures else None)

    @property
    def asked(self) -> str:
        """The text, without the summary if the figures of each answer are known."""
        return self.text.removesuffix(self.summary).rstrip() if self.figures and self.summary else self.text


class ColumnReason(StrEnum):
    """What gave a column its meaning."""

    ANSWER = "answer"
    HEADER = "header"
    VALUES = "values"
    SESSION = "session"
    COUNTED = "counted"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """How the reader understood a column: its header as written, its meaning ("" if unused), its position, what gave it
    its meaning, and the share of its values that look like it (None where values can look like anything). ``because``
    is what spoke for it, in words, the strongest first. ``or_else`` is a meaning that is nearly as likely ("unused" for
    none), None if its own is clear."""

    header: str
    meaning: str
    at: int = 0
    reason: ColumnReason = ColumnReason.UNKNOWN
    fits: float | None = None
    because: tuple[str, ...] = ()
    or_else: str | None = None


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table as the reader found it, for the preview. ``left_out`` lists its rows that hold no data (totals,
    signatures, notes), each with its fate."""

    sheet: str
    header_row: int
    first_row: int
    last_row: int
    columns: tuple[ReadColumn, ...]
    left_out: tuple[tuple[int, Fate], ...] = ()


@dataclass(slots=True)
class Reading:
    """Everything the reader found in one file.

    ``rows_read`` counts data rows (marks in a session matrix, cells in a cross table of headcounts). It equals
    attendances + headcounts + not_counted + rejected. Repeated rows of one person in one event are still among the
    attendances: the reader doesn't match people. ``order`` is the file's order of day and month (a ``DateOrder``), ""
    if unknown. ``ledger`` has every row of the file that is not empty, with what became of it. ``event_data`` is what
    sheets state of events beside people, by the event's index and the sheet.
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
    ledger: Ledger = field(default_factory=Ledger)
    event_data: dict[tuple[int, str], EventData] = field(default_factory=dict)

    @property
    def open_questions(self) -> list[Question]:
        """The questions that need an answer."""
        return [question for question in self.questions if not question.preset]
