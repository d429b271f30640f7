"""Tables with a column for each event: its day, activity and number of people stand below each other, behind labels."""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import is_total, number_of, text_of
from liaison_metrics.sheets.words.dates import find_dates, read_date
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.phrases.ages import age_band_of
from liaison_metrics.sheets.words.phrases.titles.helpers import is_of_team_beside
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_FEWEST_EVENTS = 2

_ACTIVITY, _CITY, _DATE = "Activity", "City", "Date"
"""Headers of what the values say, behind labels of any words."""

_KIND = "kind"
_KINDS = (VocabularyKind.COMMUNITY, VocabularyKind.GENDER, VocabularyKind.GROUP)

_COUNTS = ("people", "present", "total")

_Block = tuple[int, list[Sequence[Cell]]]


def events_across(grid: Grid, vocabulary: Vocabulary) -> _Block | None:
    """Returns the first row of such a table and its rows, with a known label before activities and cities and without
    those of the team; None if the sheet has none."""
    for row, cells in enumerate(grid.rows):
        days = _days_across(cells, vocabulary)
        if days < _FEWEST_EVENTS:
            continue
        start, end = row, row + 1
        while start and _is_about_days(grid.rows[start - 1], days, fewest=_FEWEST_EVENTS):
            start -= 1
        while end < len(grid.rows) and (_is_about_days(grid.rows[end], days) or _is_between(grid, end, days)):
            end += 1
        told = [_told(grid.rows[at], days, vocabulary) for at in range(start, end)]
        meanings = [meaning for _cells, meaning in told]
        kinds, dated = meanings.count(_KIND), meaning_of(_label(cells)) == "date"
        counted = kinds >= _FEWEST_EVENTS or any(meaning in _COUNTS for meaning in meanings)
        named = _ACTIVITY in meanings or dated or (kinds > _FEWEST_EVENTS and not meaning_of(_label(cells)))
        if counted and named and meanings.count("date") + (_days_inside(cells, vocabulary) > 0) == 1:
            return start, [cells for cells, _meaning in told]
    return None


def _is_between(grid: Grid, row: int, days: int) -> bool:
    """Whether a row is the only empty one before more about the same days."""
    rows = grid.rows
    below = row + 1 < len(rows) and _is_about_days(rows[row + 1], days)
    return below and not any(map(text_of, rows[row])) and bool(row and any(map(text_of, rows[row - 1])))


def _days_inside(cells: Sequence[Cell], vocabulary: Vocabulary) -> int:
    """Returns how many cells behind a label name an activity with its day, 0 if others stand there too."""
    texts = [text for value in cells[1:] if (text := text_of(value)) and not is_total(text)]
    named = all(len(find_dates(text)) == 1 and vocabulary.inside(VocabularyKind.ACTIVITY, text) for text in texts)
    return len(texts) if named and bool(_label(cells)) and all(map(text_of, cells[1 : 1 + len(texts)])) else 0


def _days_across(cells: Sequence[Cell], vocabulary: Vocabulary) -> int:
    """Returns over how many columns behind its label a row has nothing but days, perhaps each with its activity, and
    perhaps with a total at the end."""
    if inside := _days_inside(cells, vocabulary):
        return inside
    told = [value for value in cells[1:] if text_of(value)]
    days = [value for value in told if read_date(value) is not None]
    rest = told[len(days) :]
    whole = bool(_label(cells)) and told[: len(days)] == days and all(is_total(text_of(value)) for value in rest)
    filled = all(text_of(value) for value in cells[1 : 1 + len(days)])
    return len(days) if whole and filled and read_date(cells[0]) is None else 0


def _is_about_days(cells: Sequence[Cell], days: int, *, fewest: int = 1) -> bool:
    """Whether a row has a label and so many values under days, and at most a sum behind them."""
    filled = [at for at, value in enumerate(cells) if text_of(value)]
    return len(filled) > fewest and filled[0] == 0 and filled[-1] <= days + 1 and number_of(cells[0]) is None


def _told(cells: Sequence[Cell], days: int, vocabulary: Vocabulary) -> tuple[Sequence[Cell], str]:
    """Returns the cells of a row up to the last day, with a known label, and what they say."""
    label, values = _label(cells), [value for value in cells[1 : days + 1] if text_of(value)]
    own, meaning = [label, *cells[1 : days + 1]], meaning_of(label)
    if values and all(read_date(value) is not None for value in values):
        return [_DATE, *own[1:]], "date"
    texts = [text_of(value) for value in values]
    if len(texts) == days and all(vocabulary.code(VocabularyKind.CITY, text) for text in texts):
        return [_CITY, *own[1:]], _CITY
    if len(texts) == days and all(vocabulary.inside(VocabularyKind.ACTIVITY, text) for text in texts):
        return [_ACTIVITY, *own[1:]], _ACTIVITY
    numbers = bool(values) and all(number_of(value) is not None or text_of(value) in "-–—" for value in values)
    heads = bool(texts) and all(meaning_of(text) in (*_COUNTS, "number") for text in texts)
    if (numbers and is_of_team_beside(label)) or heads:
        return [], ""
    known = any(vocabulary.exact(kind, label) for kind in _KINDS) or vocabulary.country(label) or age_band_of(label)
    return own, _KIND if numbers and known else meaning if numbers else ""


def _label(cells: Sequence[Cell]) -> str:
    return text_of(cells[0]).strip("():： ") if cells else ""
