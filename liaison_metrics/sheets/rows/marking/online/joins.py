"""Logs of who joined a meeting and who held it: times of coming and going to the minute, and labels over values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import permutations

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.lists import normal, tools

_TIME = re.compile(r"(?:^|.*[ T])(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?(?: ?(?:h|uhr))?", re.I)
"""A time of day, perhaps behind a day."""

_NEARLY_ALL = 0.9
"""So many people have a time of coming and a later one of going."""

_LOGGED = 0.5
"""Of times that a clock told, more than half are no multiples of five minutes; of those that people planned, few."""

_FIVE = 5
_FEWEST = 3
_ABOVE = 12
"""So many rows above a list may state what meeting it was."""


def logs_joins(table: Table, columns: Sequence[Column]) -> bool:
    """Returns whether a list is a log of those who joined an online meeting, by its headers or its times."""
    if any(c.meaning == "joined" or normal(c.header) in tools("joined") for c in columns):
        return True
    timed = [c for c in columns if max(c.share("time"), c.share("clock"), c.share("stamp")) >= _NEARLY_ALL]
    rows = [cells for number in table.rows if any(map(text_of, cells := table.grid.rows[number]))]
    return any(are_stays([(a.text(cells), b.text(cells)) for cells in rows]) for a, b in permutations(timed, 2))


def are_stays(pairs: Iterable[tuple[str, str]]) -> bool:
    """Returns whether nearly all pairs of texts are times of coming and of going later, as a clock told them."""
    told = [(_TIME.fullmatch(come.strip()), _TIME.fullmatch(go.strip())) for come, go in pairs]
    times = [((int(a[1]), int(a[2])), (int(b[1]), int(b[2]))) for a, b in told if a and b]
    stays = [come for come, go in times if come < go]
    logged = sum(minute % _FIVE > 0 for _hour, minute in stays)
    return len(stays) >= max(_FEWEST, _NEARLY_ALL * len(told)) and logged > _LOGGED * len(stays)


def hosts_above(table: Table) -> list[list[str]]:
    """Returns the labels for whoever held a meeting, with the value below each, of the rows above a list."""
    head = table.headers[0] if table.headers else 0
    rows, known = table.grid.rows, tools("hosts") | tools("organising")
    return [
        [label, value]
        for row in range(max(0, head - _ABOVE), head - 1)
        for label, value in zip(map(text_of, rows[row]), map(text_of, rows[row + 1]), strict=False)
        if value and normal(label) in known
    ]
