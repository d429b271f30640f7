"""Rows of text outside the data of tables: the title and the details of the event, and lines that say nothing of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.events.context import EventContextReader
from liaison_metrics.sheets.ledger.entries import SheetEntries
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.tables.text_lines import line_reason
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.dates import find_dates, read_date
from liaison_metrics.sheets.words.phrases.titles.team.event_work import heads_those_at_work
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_MOST_CELLS = 3
"""A row with more cells is no line of text: it may be of a table that was not found."""

_LINES_BELOW = 8
"""So many lines under a list may state its event, such as place and day beside a signature."""

_NUMBER_AND_NAME = 2


def enter_text_rows(
    grid: Grid, rows: Iterable[int], contexts: EventContextReader, entries: SheetEntries, otherwise: Reason
) -> None:
    """Enters what the rows of text at positions of a sheet are, after *contexts* has read them. The first line without
    a label, and every line that names a detail of the event, is a title. *otherwise* is what other lines are."""
    titled = False
    for row in rows:
        texts = [text for value in grid.rows[row] if (text := text_of(value))]
        if not texts:
            continue
        if row in contexts.labelled_rows:
            entries.enter(row + 1, Reason.LABELLED)
        elif len(texts) <= _MOST_CELLS:
            named = any(_names_detail(text, contexts.vocabulary) for text in texts)
            detail = Reason.LABELLED if len(texts) > 1 else Reason.TITLE
            entries.enter(row + 1, detail if named else line_reason(texts, otherwise if titled else Reason.TITLE))
            titled = True


def enter_rest(grid: Grid, entries: SheetEntries) -> None:
    """Enters what the lines of text are that belong to no table and to no text above one."""
    for row in entries.without_entry():
        texts = [text for value in grid.rows[row] if (text := text_of(value))]
        if 0 < len(texts) <= _MOST_CELLS:
            entries.enter(row + 1, line_reason(texts, Reason.TEXT_BELOW))


def names_dated_event(text: str, vocabulary: Vocabulary) -> bool:
    """Returns whether a line names an activity or a city, and a day ("Info session, Graz, 14 May 2021")."""
    return bool(find_dates(text)) and _names_event(text, vocabulary)


def _names_detail(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text names an activity, a city or a day."""
    return bool(find_dates(text) or read_date(text)) or _names_event(text, vocabulary)


def _names_event(text: str, vocabulary: Vocabulary) -> bool:
    return any(vocabulary.inside(kind, text) for kind in (VocabularyKind.ACTIVITY, VocabularyKind.CITY))


def lines_of_event_below(table: Table, most: int) -> list[int]:
    """Returns the rows below a list that may state its event: of the last, those of at most so many cells; and below
    names alone, lines with a day that end its sheet."""
    rows = [
        row for row in table.rows[-_LINES_BELOW:] if 0 < sum(bool(text_of(v)) for v in table.grid.rows[row]) <= most
    ]
    if len(table.columns) <= _NUMBER_AND_NAME:
        rows += [row for row in _dated_below(table) if row not in rows]
    return [row for row in rows if not (_counts_a_day(table.grid.rows[row]) or _heads_the_team(table.grid.rows[row]))]


def _dated_below(table: Table) -> list[int]:
    """Returns the lines that state a day below a list of names alone, the last on its sheet."""
    last = table.rows[-1] + 1 if table.rows and not table.next_header else len(table.grid.rows)
    rows = [*table.rows[-_LINES_BELOW:], *range(last, min(last + _LINES_BELOW, len(table.grid.rows)))]
    told = [(row, [text for value in table.grid.rows[row] if (text := text_of(value))]) for row in rows]
    return [row for row, texts in told if len(texts) == 1 and find_dates(texts[0])]


def _heads_the_team(cells: Sequence[Cell]) -> bool:
    """Whether a row only heads those who hold the event ("Comitato organizzatore"), which is no activity."""
    told = [text for value in cells if (text := text_of(value))]
    return len(told) == 1 and heads_those_at_work(told[0])


def _counts_a_day(cells: Sequence[Cell]) -> bool:
    """Whether a row is a day and a number: one row of several in a count."""
    told = [value for value in cells if text_of(value)]
    return any(read_date(value) for value in told) and any(number_of(value) is not None for value in told)
