"""Tables with a column for each event: its day, activity and number of people stand below each other, behind labels."""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import is_total, number_of, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.phrases.titles.helpers import is_of_team_beside
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_FEWEST_EVENTS = 2

_ACTIVITY, _CITY = "Activity", "City"
"""Headers of what the values say, behind labels of any words."""

_COUNTS = ("people", "present", "total")

_Block = tuple[int, list[Sequence[Cell]]]


def events_across(grid: Grid, vocabulary: Vocabulary) -> _Block | None:
    """Returns the first row of such a table and its rows, with a known label before activities and cities and without
    those of the team; None if the sheet has none."""
    for row, cells in enumerate(grid.rows):
        days = _days_across(cells)
        if days < _FEWEST_EVENTS:
            continue
        start, end = row, row + 1
        while start and _is_about_days(grid.rows[start - 1], days):
            start -= 1
        while end < len(grid.rows) and _is_about_days(grid.rows[end], days):
            end += 1
        told = [_told(grid.rows[at], days, vocabulary) for at in range(start, end)]
        rows = [cells for cells, _meaning in told]
        meanings = [meaning for _cells, meaning in told]
        counts = [meaning for meaning in meanings if meaning in _COUNTS]
        if counts and (_ACTIVITY in meanings or meaning_of(_label(cells)) == "date") and meanings.count("date") == 1:
            return start, rows
    return None


def _days_across(cells: Sequence[Cell]) -> int:
    """Returns over how many columns behind its label a row has nothing but days, perhaps with a total at the end."""
    told = [value for value in cells[1:] if text_of(value)]
    days = [value for value in told if read_date(value) is not None]
    rest = told[len(days) :]
    whole = bool(_label(cells)) and told[: len(days)] == days and all(is_total(text_of(value)) for value in rest)
    filled = all(text_of(value) for value in cells[1 : 1 + len(days)])
    return len(days) if whole and filled and read_date(cells[0]) is None else 0


def _is_about_days(cells: Sequence[Cell], days: int) -> bool:
    """Whether a row has a label and values under days, and at most a sum behind them."""
    filled = [at for at, value in enumerate(cells) if text_of(value)]
    return len(filled) > 1 and filled[0] == 0 and filled[-1] <= days + 1 and number_of(cells[0]) is None


def _told(cells: Sequence[Cell], days: int, vocabulary: Vocabulary) -> tuple[Sequence[Cell], str]:
    """Returns the cells of a row up to the last day, with a known label, and what they say."""
    label, values = _label(cells), [value for value in cells[1 : days + 1] if text_of(value)]
    own, meaning = [label, *cells[1 : days + 1]], meaning_of(label)
    if values and all(read_date(value) is not None for value in values):
        return own, "date"
    texts = [text_of(value) for value in values]
    if len(texts) == days and all(vocabulary.code(VocabularyKind.CITY, text) for text in texts):
        return [_CITY, *own[1:]], _CITY
    if len(texts) == days and all(vocabulary.inside(VocabularyKind.ACTIVITY, text) for text in texts):
        return [_ACTIVITY, *own[1:]], _ACTIVITY
    numbers = bool(values) and all(number_of(value) is not None or text_of(value) in "-–—" for value in values)
    if numbers and is_of_team_beside(label):
        return [], ""
    return own, meaning if numbers else ""


def _label(cells: Sequence[Cell]) -> str:
    return text_of(cells[0]).strip("():： ") if cells else ""
