"""Rows of text outside the data of tables: the title and the details of the event, and lines that say nothing of it."""

from __future__ import annotations

from collections.abc import Iterable

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.events.context import EventContextReader
from liaison_metrics.sheets.ledger.entries import SheetEntries
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import Grid
from liaison_metrics.sheets.tables.text_lines import line_reason
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import find_dates, read_date
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_MOST_CELLS = 3
"""A row with more cells is no line of text: it may be of a table that was not found."""


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
