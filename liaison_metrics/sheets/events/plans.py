"""Reads a plan: a sheet, or pasted cells, of events that are still to come, each with the people expected if it says.

It uses the passes that read attendance sheets, so a plan may have any of their headers, languages and layouts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.meanings import read_columns
from liaison_metrics.sheets.events.context_finder import EventContextFinder
from liaison_metrics.sheets.events.date_orders import settle_date_order
from liaison_metrics.sheets.events.event_resolution import EventBook, EventResolver, UnresolvedEvent
from liaison_metrics.sheets.events.stated.other_tables.covers import SheetsBeside
from liaison_metrics.sheets.ledger.entries import FileEntries
from liaison_metrics.sheets.model import Grid, Hints, Reading, SourceEvent
from liaison_metrics.sheets.opening import open_workbook
from liaison_metrics.sheets.tables.finding import find_tables
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.lists import normal, topics
from liaison_metrics.sheets.words.vocabulary import vocabulary_of

_NUMBER = re.compile(r"\d{1,6}")
MOST_VALUES = 0.5
"""From this share of its values on, a column without a header is what these values are."""

_PEOPLE = ("people", "registered")
"""Meanings of columns with numbers of people, the best first."""


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row of a plan: its ``event`` (None: it can't be told, ``why`` says what is missing and how to fix it), and the
    people ``expected`` (0: it doesn't say). An event of a calendar has a ``key``, by which a later version of the
    calendar knows it again, and may be ``cancelled``."""

    row: int
    event: SourceEvent | None
    expected: int = 0
    why: tuple[str, str] = ("", "")
    key: str = ""
    cancelled: bool = False


def read_plan(file: str, data: bytes, project: Project, hints: Hints) -> list[PlannedRow]:
    """Returns the events of a plan, row by row. *hints* give what the plan does not say itself. Raises RefusedFile for
    a file that is no sheet."""
    workbook = open_workbook(file, data)
    vocabulary, period = vocabulary_of(project), (project.start, project.end)
    shown = [grid for grid in workbook.grids if not grid.hidden]
    tables = [table for grid in shown for table in find_tables(grid, vocabulary) or _without_header(grid)]
    typed = [(table, read_columns(table, vocabulary, period)) for table in tables]
    for table, columns in typed:
        if not table.headers:
            _name_columns(columns)
    entries = FileEntries((grid.name, len(grid.rows)) for grid in workbook.grids)
    finder = EventContextFinder(workbook, vocabulary, hints, SheetsBeside(), entries)
    order = settle_date_order(typed, finder)
    found: list[PlannedRow] = []
    for (table, columns), context in zip(typed, finder.for_tables(typed), strict=True):
        # A table of one event looks like a block that describes a meeting, which has no context of its own.
        known = context or finder.above(table)
        found += _rows(table, columns, EventResolver(vocabulary, EventBook(Reading(file)), known, columns, order))
    return found


def _without_header(grid: Grid) -> list[Table]:
    """Returns the whole grid as a table, for cells that somebody pasted without their header."""
    rows = [at for at, cells in enumerate(grid.rows) if any(map(text_of, cells))]
    width = max((len(grid.rows[at]) for at in rows), default=0)
    return [Table(grid, [], rows, range(width))] if width > 1 else []


def _name_columns(columns: Sequence[Column]) -> None:
    """Gives columns without headers the meaning that most of their values have, if no other column has it."""
    for kind in ("date", "city", "activity"):
        free = [one for one in columns if not one.meaning and one.share(kind) >= MOST_VALUES]
        if free and kind not in {one.meaning for one in columns}:
            max(free, key=lambda one: one.share(kind)).meaning = kind


def _rows(table: Table, columns: Sequence[Column], resolver: EventResolver) -> Iterator[PlannedRow]:
    resolver.prepare([table.grid.rows[at] for at in table.rows])
    titles, people = _title_column(columns), _people_column(columns)
    for at in table.rows:
        cells = table.grid.rows[at]
        if not any(map(text_of, cells)):
            continue
        number = _NUMBER.search(people.text(cells)) if people else None
        expected = int(number[0]) if number else 0
        for day in resolver.split_days(cells):
            try:
                event = resolver.events.reading.events[resolver.event_of(day)]
            except UnresolvedEvent as unresolved:
                yield PlannedRow(at + 1, None, expected, unresolved.why)
            else:
                # A title stands for its own row alone: the event below has none.
                yield PlannedRow(at + 1, replace(event, title=titles.text(cells)) if titles else event, expected)


def _title_column(columns: Sequence[Column]) -> Column | None:
    """Returns the column with the titles; without any header, the only one with other texts."""
    named = [one for one in columns if one.meaning == "title"]
    texts = [one for one in columns if not (one.header or one.meaning or one.is_numeric)]
    return next(iter([*named, *(texts if len(texts) == 1 else ())]), None)


def _people_column(columns: Sequence[Column]) -> Column | None:
    """Returns the column with the people expected: by its header, or the only one with numbers."""
    named = [one for one in columns if any(topics().get(word) == "plans" for word in normal(one.header).split())]
    counted = [one for one in columns if one.meaning in _PEOPLE]
    numeric = [one for one in columns if one.is_numeric and one.meaning in ("", "people")]
    return next(iter([*named, *counted, *(numeric if len(numeric) == 1 else ())]), None)
