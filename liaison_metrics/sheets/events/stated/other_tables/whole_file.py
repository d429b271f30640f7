"""What the whole of a sheet, or of its file, says of an event where nothing nearer does: an institution over the table,
a line below it, the title of another sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import PurePath

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.meanings import lists_people
from liaison_metrics.sheets.events.event_context import EventContext
from liaison_metrics.sheets.events.stated.other_tables.covers import gives_example
from liaison_metrics.sheets.model import Grid, Workbook
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import find_dates
from liaison_metrics.sheets.words.headers import PERSONAL
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.phrases.titles.labelled_values import LABEL, label_meaning
from liaison_metrics.sheets.words.vocabulary import Vocabulary

Parts = Sequence[tuple[Table, list[Column]]]

_KINDS = (VocabularyKind.ACTIVITY, VocabularyKind.CITY)

_MOST_TEXTS = 2000
"""So many different texts of a sheet are looked at; longer ones are lists of which all rows are of one kind."""

_OF_PEOPLE = PERSONAL | {"residence", "organisation", "notes", "community"}
"""Meanings of columns that say where people come from, or something else of each of them."""


class WholeFile:
    """Knows the cities and activities that the sheets of a file name."""

    def __init__(self, workbook: Workbook, parts: Parts, vocabulary: Vocabulary) -> None:
        self._grids, self._parts, self._vocabulary = workbook.grids, parts, vocabulary
        self._file = PurePath(workbook.file).stem.replace("_", " ")

    def complete(
        self, context: EventContext, table: Table, columns: Sequence[Column], missing: Sequence[str]
    ) -> EventContext:
        """Returns the context of a table with the only city or activity that its sheet names, or else its file, if they
        are *missing*. What other sheets say of a day may be about another event than that of this table, and without a
        day nothing is known of a table that they may be about."""
        for kind in _KINDS:
            if kind.value in missing and kind.value not in context.unknown and not getattr(context, kind.value):
                found = self._named(kind, [table.grid])
                if not found and "date" not in missing:
                    found = self._named(kind, self._beside(kind, table, columns), beside=True)
                only = found.pop() if len(found) == 1 else None
                of_activity = kind is VocabularyKind.ACTIVITY
                context = replace(context, activity=only) if of_activity else replace(context, city=only)
        return context

    def _beside(self, kind: VocabularyKind, table: Table, columns: Sequence[Column]) -> list[Grid]:
        """Returns the other sheets that may speak of a table's event: all of the city, those without a table or with
        one of the same kind of the activity."""
        shown = (grid for grid in self._grids if grid is not table.grid and not grid.hidden)
        others = [grid for grid in shown if not gives_example([[grid.name], *grid.rows])]
        if kind is VocabularyKind.CITY:
            return others
        unlike = {one.grid.name for one, theirs in self._parts if not _are_alike(columns, theirs)}
        return [grid for grid in others if grid.name not in unlike]

    def _named(self, kind: VocabularyKind, grids: Sequence[Grid], *, beside: bool = False) -> set[str]:
        found: set[str] = set()
        for grid in grids:
            told = (_behind_label(text) for text in self._texts(kind, grid) if not (beside and find_dates(text)))
            texts = dict.fromkeys(told)  # in the order of the sheet
            for text in islice((one for one in texts if any(map(str.isalpha, one))), _MOST_TEXTS):
                found |= self._vocabulary.inside(kind, text)
        return found

    def _texts(self, kind: VocabularyKind, grid: Grid) -> Iterator[str]:
        """Yields the texts of a sheet that may name its event: its name, the cells around its tables, and those of
        tables that list no people."""
        if grid.name != self._file:
            yield grid.name
        inside: set[int] = set()
        for table, columns in self._parts:
            personal = {column.at for column in columns if column.meaning in _OF_PEOPLE}
            if table.grid.name != grid.name or not personal:
                continue
            inside |= set(table.rows)
            if lists_people(columns):
                yield from self._reasons(kind, table, columns)
                continue
            for row in table.rows:
                yield from (text_of(value) for at, value in enumerate(grid.rows[row]) if at not in personal)
        for row, cells in enumerate(grid.rows):
            if row not in inside:
                yield from map(text_of, cells)

    def _reasons(self, kind: VocabularyKind, table: Table, columns: Sequence[Column]) -> Iterator[str]:
        """Yields the activity that most people of a list came for, as a column without a known use says."""
        for column in columns if kind is VocabularyKind.ACTIVITY else ():
            if column.meaning not in ("", "unused", "title") or not column.filled:
                continue
            texts = [text for row in table.rows if (text := column.text(table.grid.rows[row]))]
            named = [text for text in texts if self._vocabulary.inside(kind, text)]
            if 2 * len(named) > len(texts):
                yield from named


def _behind_label(text: str) -> str:
    """Returns what stands behind a known label in a text ("Workshop 1: Sewing"), which is no title then."""
    pair = LABEL.match(text)
    return pair[2] if pair and label_meaning(pair[1]) else text


def _are_alike(one: Sequence[Column], other: Sequence[Column]) -> bool:
    """Whether two tables have the same headers but for their days; one may have fewer."""
    first, second = ({normal(c.header) for c in side if c.header and c.date is None} for side in (one, other))
    return bool(first and second) and (first <= second or second <= first)
