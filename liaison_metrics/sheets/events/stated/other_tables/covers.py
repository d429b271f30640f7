"""Sheets beside the lists that only tell of the event: covers with labels, short notes ("Read me")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.events.context import EventContextReader
from liaison_metrics.sheets.events.event_context import EventContext
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import find_dates, read_date
from liaison_metrics.sheets.words.lists import normal, pattern_words, tools, values
from liaison_metrics.sheets.words.phrases.days.names import weekday_of
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_ROWS_OF_COVER = 40
_ROWS_OF_TITLE = 3
"""The title of a cover stands in its first rows."""

_LINES_OF_NOTE = 12
"""A note about the event is short; a longer text explains how to fill in a form, and may give examples."""

_WORDS_OF_TITLE = 14
"""A line with the day of the event is a title; a sentence may tell a deadline."""

_CELLS_OF_LINE = 2
"""A label and its value; a row with more cells is one of a table, such as a list of events."""

_BEFORE_DAY = (",", ";", ":", "–", "—", "-", "|", "(", "·", "•")
"""What may stand between a title and the day."""

_WORD = re.compile(r"\S+")

_LONGEST_VALUE = 6
"""The words of a value beside a label; a longer text explains the label."""


@dataclass(slots=True)
class SheetsBeside:
    """The sheets of a workbook that may tell of the event of its lists: the names of those without a table and of those
    that look like a table but explain the others, and the city of who sent a letter, for events of which nothing else
    tells the city."""

    city_of_writer: str | None = None
    plain: set[str] = field(default_factory=set)
    explaining: set[str] = field(default_factory=set)


class Covers:
    """What the sheets of a workbook that list nobody state for the events of those that do."""

    def __init__(self, grids: Sequence[Grid], beside: SheetsBeside, contexts: EventContextReader) -> None:
        plain = [grid for grid in grids if grid.name in beside.plain]
        labelled = [_labelled(grid, contexts) for grid in plain]
        explaining = (_with_plain_values(grid) for grid in grids if grid.name in beside.explaining)
        explained = [_labelled(made, contexts) for made in explaining if made]
        told = [context for context in labelled if context.states_event]
        told += [context for context in explained if context.city and context.date]
        self._labelled = _only(told)
        self._note = _only([note for grid in plain if (note := _note(grid, contexts)).tells_event])
        self.title = _title(grids[0], contexts) if plain and plain[0] is grids[0] else EventContext()

    def complete(self, context: EventContext) -> EventContext:
        """Returns a context with what the labels of the workbook's only cover state, and what its only note about an
        event says, if the context contradicts none of it. A note must tell activity, city and day."""
        context = context.with_defaults(self._labelled)
        return context.with_defaults(self._note) if _fits(self._note, context) else context


def _fits(note: EventContext, known: EventContext) -> bool:
    """Whether a note contradicts nothing that is known of a table's event, so that it may be about it."""
    pairs = ((note.activity, known.activity), (note.city, known.city), (note.date, known.date))
    return all(said is None or said == told for told, said in pairs)


def _only(told: Sequence[EventContext]) -> EventContext:
    return replace(told[0], people=None) if len(told) == 1 else EventContext()


def _labelled(grid: Grid, contexts: EventContextReader) -> EventContext:
    """Returns what the labels of a cover state, and the activity that its title names. A value that is given as an
    example states nothing."""
    rows = [row for row in range(min(len(grid.rows), _ROWS_OF_COVER)) if not _is_example(grid.rows[row])]
    labelled = contexts.of_rows(grid, rows, labels_only=True)
    filled = [row for row in range(min(len(grid.rows), _ROWS_OF_COVER)) if any(map(text_of, grid.rows[row]))]
    title = contexts.of_rows(grid, filled[:_ROWS_OF_TITLE])
    told = EventContext(title.activity, year=title.year, school_year=title.school_year)
    return labelled.with_defaults(told) if labelled.states_event else labelled


def _note(grid: Grid, contexts: EventContextReader) -> EventContext:
    """Returns what the few lines of a sheet say of an event."""
    rows = [row for row, cells in enumerate(grid.rows[:_ROWS_OF_COVER]) if any(map(text_of, cells))]
    written = all(sum(map(bool, map(text_of, grid.rows[row]))) <= _CELLS_OF_LINE for row in rows)
    short = len(rows) <= _LINES_OF_NOTE and len(grid.rows) <= _ROWS_OF_COVER and not gives_example(grid.rows)
    note = contexts.of_rows(grid, rows) if short and written else EventContext()
    lines = (" ".join(filter(None, map(text_of, grid.rows[row]))) for row in rows)
    return note if any(_is_dated_title(line, contexts.vocabulary) for line in lines) else EventContext()


def _title(grid: Grid, contexts: EventContextReader) -> EventContext:
    """Returns what a first sheet with nothing but a title says of the dated sheets behind it: the activity and the
    city, and perhaps the year. Sentences are no title."""
    lines = [[text for value in cells if (text := text_of(value))] for cells in grid.rows]
    short = len(grid.rows) <= _LINES_OF_NOTE and all(len(" ".join(texts).split()) <= _WORDS_OF_TITLE for texts in lines)
    if not short or max(map(len, lines), default=0) > _CELLS_OF_LINE or gives_example(grid.rows):
        return EventContext()
    said = contexts.of_rows(grid, range(len(grid.rows)))
    clear = said.activity and said.city and not said.unknown
    return (
        EventContext(said.activity, said.city, year=said.year, school_year=said.school_year)
        if clear
        else EventContext()
    )


def _is_dated_title(line: str, vocabulary: Vocabulary) -> bool:
    """Whether a line states a day as a title does: at its beginning, as the value of a label, or behind the city, the
    kind of the event or a sign; and not as a deadline ("to Graz by 15 June")."""
    days = find_dates(line)
    if not days or len(line.split()) > _WORDS_OF_TITLE:
        return False
    start = max(found.start() for found in _WORD.finditer(line) if find_dates(line[found.start() :]) == days)
    words = line[:start].split()
    between = {normal(word) for word in pattern_words("before_day")} | tools("at_event")  # "den", "am"
    while words and (weekday_of(words[-1].strip(",.")) or normal(words[-1]) in between):
        words.pop()
    if not words or words[-1].endswith(_BEFORE_DAY):
        return True
    kinds = (VocabularyKind.CITY, VocabularyKind.ACTIVITY)
    return any(vocabulary.inside(kind, words[-1]) for kind in kinds)


def _with_plain_values(grid: Grid) -> Grid | None:
    """Returns a sheet with only its title and its pairs of a label and a short value; None if it gives examples."""
    if gives_example([[grid.name], *grid.rows]) or len(grid.rows) > _ROWS_OF_COVER:
        return None
    rows = [cells if _is_pair(cells) or _is_title(row, cells) else [] for row, cells in enumerate(grid.rows)]
    return replace(grid, rows=rows)


def _is_title(row: int, cells: Sequence[Cell]) -> bool:
    return row < _ROWS_OF_TITLE and sum(map(bool, map(text_of, cells))) == 1


def _is_pair(cells: Sequence[Cell]) -> bool:
    told = [value for value in cells if text_of(value)]
    short = len(told) == _CELLS_OF_LINE and len(text_of(told[1]).split()) <= _LONGEST_VALUE
    return short or (len(told) == _CELLS_OF_LINE and read_date(told[1]) is not None)


def gives_example(rows: Iterable[Sequence[Cell]]) -> bool:
    """Returns whether a sheet shows what to write: its words are of examples."""
    short = {word for word in tools("example_short") if " " in word}  # "e g"; the others may begin a sentence
    words = tools("example") | values("example") | short
    lines = (f" {normal(text_of(value))} " for cells in rows for value in cells)
    return any(f" {word} " in line for line in lines for word in words)


def _is_example(cells: Sequence[Cell]) -> bool:
    """Whether a text of a row begins as an example does ("e.g. Graz")."""
    words = tuple(f"{word} " for word in tools("example_short") | values("example"))
    return any(f"{normal(text_of(value))} ".startswith(words) for value in cells)
