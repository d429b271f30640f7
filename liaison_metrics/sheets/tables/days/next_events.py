"""Lines between a list and the next header: which of them sum up the list, and which tell of the next event."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.tables.header_rows import HeaderFinder
from liaison_metrics.sheets.words.dates import find_dates
from liaison_metrics.sheets.words.headers import EVENT
from liaison_metrics.sheets.words.people import statements_among
from liaison_metrics.sheets.words.phrases.titles.labelled_values import label_meaning

_MOST_CELLS = 4
"""A line that states an event's details has at most so many cells."""


def is_in_block_of_event(finder: HeaderFinder, row: int, first: int) -> bool:
    """Returns whether a row stands, from row *first* on, among lines without a gap of which at least two are a label
    with an activity, a city or a day, and one of these is no city: unlike rows of people, they tell of the next event,
    whatever the labels of the others are."""

    def filled(at: int) -> bool:
        return bool(finder.profile(at).cells)

    top = next((at + 1 for at in range(row, first - 1, -1) if not filled(at)), first)
    lines = [finder.profile(at).cells for at in takewhile(filled, range(top, len(finder.grid.rows)))]
    lines = list(takewhile(lambda cells: len(cells) <= _MOST_CELLS, lines))
    if row - top >= len(lines):
        return False
    pairs = [pair for cells in lines for pair in pairwise(cells) if _is_label(pair[0][2])]
    days = [pair for pair in pairs if pair[1][1] == "date"]
    words = [word for kind in (VocabularyKind.ACTIVITY, VocabularyKind.CITY) for _label, (_at, _kind, word) in pairs
             if finder.vocabulary.exact(kind, word)]  # fmt: skip
    activities = [word for word in words if finder.vocabulary.exact(VocabularyKind.ACTIVITY, word)]
    return len(days) + len(words) > 1 and bool(days or activities)


def _is_label(text: str) -> bool:
    """Whether a text labels a detail of an event ("Day", "Leitung:")."""
    return label_meaning(text) in EVENT or text.endswith(":")


def after_sums_of_list(finder: HeaderFinder, first: int, head: int) -> int:
    """Returns the row where the text of the header *head* begins, from row *first* on: after numbers of people that are
    of the list above. They stand right below it, or lines below them, after a gap, tell of another event."""
    event = next((row for row in range(first, head) if _tells_event(finder, [row])), head)
    start = next((row for row in range(event, first, -1) if not finder.profile(row - 1).cells), first)
    if event < head and _state_people(finder, range(first, start)):
        return start
    blank = next((row for row in range(first, head) if not finder.profile(row).cells), head)
    group = range(first, blank)
    stated = _state_people(finder, group) and not _tells_event(finder, group[1:])
    return blank if stated and _texts(finder, range(blank, head)) else first


def _state_people(finder: HeaderFinder, rows: Sequence[int]) -> bool:
    return any(statements_among(finder.grid.rows[row]) for row in rows)


def _tells_event(finder: HeaderFinder, rows: Sequence[int]) -> bool:
    """Whether lines name a day or an activity."""
    inside = finder.vocabulary.inside
    return any(find_dates(text) or inside(VocabularyKind.ACTIVITY, text) for text in _texts(finder, rows))


def _texts(finder: HeaderFinder, rows: Sequence[int]) -> list[str]:
    return [text for row in rows for _at, _kind, text in finder.profile(row).cells]
