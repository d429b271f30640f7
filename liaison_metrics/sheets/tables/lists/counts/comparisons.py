"""Tables that compare the people who came with a plan, or with those who had registered, event by event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.counts import NUMBER_OF_PEOPLE
from liaison_metrics.sheets.tables.table import rows_below
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import IDENTIFYING, meaning_of
from liaison_metrics.sheets.words.lists import evidence, is_actual, is_planned, normal
from liaison_metrics.sheets.words.people import additional_code
from liaison_metrics.sheets.words.phrases.numbers import is_part
from liaison_metrics.sheets.words.phrases.titles.coming import counts_absent, tells_coming

_MOST_ROWS = 1_000

_FEWEST_TIES = 2
"""One row ties by chance."""

_KINDS = frozenset(("date", "activity", "title", "session", "community", "city"))
"""A table with a column of these has a row for each event, or for a part of one."""


def with_those_who_came(grid: Grid) -> Grid:
    """Returns a sheet in which such tables keep only the column of those who came, under a header for people."""
    if len(grid.rows) > _MOST_ROWS:
        return grid
    rows: list[Sequence[Cell]] = list(grid.rows)
    for head, cells in enumerate(grid.rows):
        first = _column_before(cells)
        body = rows_below(grid.rows, head) if first is not None else range(0)
        found = _comparison(cells, first, [grid.rows[row] for row in body]) if first is not None and body else None
        if found is None or _is_about_something_else(grid.rows[:head]):
            continue
        came, others = found
        for row in (head, *body):
            rows[row] = [None if at in others else value for at, value in enumerate(grid.rows[row])]
        if meaning_of(text_of(cells[came])) != "people":
            rows[head] = [NUMBER_OF_PEOPLE if at == came else value for at, value in enumerate(rows[head])]
    same = all(before is after for before, after in zip(grid.rows, rows, strict=True))
    return grid if same else replace(grid, rows=rows)


def _column_before(header: Sequence[Cell]) -> int | None:
    """Returns the column of the plan or the registrations of a table of events, None if a row heads no such table."""
    heads = _heads(header)
    meanings = {at: meaning_of(text) for at, text in heads.items()}
    told = {*meanings.values()}
    before = [at for at, text in heads.items() if (is_planned(text) or meanings[at] == "registered")]
    before = [at for at in before if not is_part(heads[at])]
    if len(before) != 1 or not _KINDS & told or told & (IDENTIFYING - {"people"}):
        return None
    return None if any(map(additional_code, heads.values())) else before[0]  # "not registered": others who came


def _heads(header: Sequence[Cell]) -> dict[int, str]:
    return {at: text for at, value in enumerate(header) if isinstance(value, str) and (text := text_of(value))}


def _comparison(header: Sequence[Cell], first: int, body: Sequence[Sequence[Cell]]) -> tuple[int, set[int]] | None:
    """Returns the column of those who came, and those that it is compared with, such as the *first* one; None if the
    columns say something else."""
    heads = _heads(header)
    if not _is_numeric(body, first):
        return None
    numeric = [at for at in heads if at != first and _is_numeric(body, at)]
    shares = {at for at in heads if _is_share(body, at)}
    came = [at for at in numeric if _says_came(heads[at]) and not counts_absent(heads[at])]
    rest = [at for at in numeric if at not in came]
    if len(came) == 1 and all(_ties(body, first, came[0], at) for at in rest):
        return came[0], {first, *rest, *shares}
    return None


def _is_about_something_else(above: Sequence[Sequence[Cell]]) -> bool:
    """Whether a line above speaks of hours of work ("Volunteer hours")."""
    words = {word for cells in above for value in cells for word in normal(text_of(value)).split()}
    return not words.isdisjoint(evidence("lesson_hours"))


def _says_came(header: str) -> bool:
    return is_actual(header) or tells_coming(header) or meaning_of(header) in ("people", "present")


def _values(body: Sequence[Sequence[Cell]], at: int) -> list[Cell]:
    return [cells[at] for cells in body if at < len(cells) and text_of(cells[at])]


def _is_numeric(body: Sequence[Sequence[Cell]], at: int) -> bool:
    values = [value for value in _values(body, at) if read_date(value) is None]
    return bool(values) and sum(number_of(value) is not None or _signed(value) for value in values) > len(values) / 2


def _is_share(body: Sequence[Sequence[Cell]], at: int) -> bool:
    values = _values(body, at)
    return bool(values) and all(text_of(value).endswith("%") for value in values)


def _signed(value: Cell) -> bool:
    text = text_of(value)
    return text[:1] in ("-", "+", "–") and text[1:].strip().isdecimal()


def _difference(value: Cell) -> int | None:
    if _signed(value):
        text = text_of(value)
        return int(text[1:]) * (1 if text[0] == "+" else -1)
    return number_of(value)


def _ties(body: Sequence[Sequence[Cell]], first: int, came: int, other: int) -> bool:
    """Whether a column is the difference of the two others in each row, whatever its sign."""
    told = 0
    for cells in body:
        values = [_difference(cells[at]) if at < len(cells) else None for at in (first, came, other)]
        before, there, between = values
        if before is None or there is None or between is None:
            continue
        if abs(there - before) != abs(between):
            return False
        told += 1
    return told >= _FEWEST_TIES
