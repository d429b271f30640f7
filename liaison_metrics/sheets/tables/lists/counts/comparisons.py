"""Tables that compare the people who came with a plan, or with those who had registered, event by event; and badges
that were printed, handed out and left over: those handed out are the people who came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.counts import NUMBER_OF_PEOPLE
from liaison_metrics.sheets.tables.table import rows_below
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import IDENTIFYING, meaning_of
from liaison_metrics.sheets.words.lists import evidence, is_actual, is_planned, normal, tools
from liaison_metrics.sheets.words.people import additional_code
from liaison_metrics.sheets.words.phrases.numbers import is_part
from liaison_metrics.sheets.words.phrases.titles.coming import counts_absent, tells_coming

_MOST_ROWS = 1_000

_FEWEST_TIES = 2
"""One row ties by chance."""

_KINDS = frozenset(("date", "activity", "title", "session", "community", "city"))
"""A table with a column of these has a row for each event, or for a part of one."""


_HANDED_OUT = "badges handed out"
_LEFT_OVER = "not collected"
"""The headers that such numbers get."""

_MOST_ROWS_OF_DESK = 200
_FEWEST_COLUMNS = 3
_SHORTEST = 5
"""Shorter words for a badge mean many other things ("card", "tag", "pass")."""


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


def with_badges_headed(grid: Grid) -> Grid:
    """Returns a sheet in which a header of numbers that only says "handed out" also says that these are badges, as the
    header of the labels or a line above them does."""
    if not 0 < len(grid.rows) <= _MOST_ROWS_OF_DESK:
        return grid
    badges = False
    for head, cells in enumerate(grid.rows):
        badges = badges or _speaks_of_badges(cells)
        given = [at for at, value in enumerate(cells) if at and _is_handed_out(value)]
        if badges and len(given) == 1 and _heads_numbers(grid, head, given[0]):
            rows: list[Sequence[Cell]] = list(grid.rows)
            named = {given[0]: _HANDED_OUT} | dict.fromkeys(_left_over(grid, head, given[0]), _LEFT_OVER)
            rows[head] = [named.get(at, value) for at, value in enumerate(cells)]
            return replace(grid, rows=rows)
    return grid


def _speaks_of_badges(cells: Sequence[Cell]) -> bool:
    known = {word for word in tools("badge_words") if len(word) >= _SHORTEST}
    return any(not known.isdisjoint(normal(value).split()) for value in cells if isinstance(value, str))


def _is_handed_out(value: Cell) -> bool:
    """Whether a header only says that something was handed out, or fetched."""
    words = set(normal(value).split()) if isinstance(value, str) else set()
    given = tools("handed_out") | tools("picked_up")
    return bool(words & given) and words <= given | {"out", "up"}


def _left_over(grid: Grid, head: int, given: int) -> list[int]:
    """Returns the column that makes another one together with the badges handed out, in each row: those left over."""
    below = [grid.rows[row] for row in rows_below(grid.rows, head)]
    told = [[number_of(value) or 0 for value in cells] for cells in below]
    width = min(map(len, told), default=0)
    pairs = permutations((at for at in range(width) if at != given), 2)
    ties = {
        left
        for whole, left in pairs
        if all(numbers[whole] == numbers[given] + numbers[left] for numbers in told)
        and sum(bool(numbers[left] and numbers[given]) for numbers in told) >= _FEWEST_TIES
    }
    return [*ties] if len(ties) == 1 else []


def _heads_numbers(grid: Grid, head: int, at: int) -> bool:
    """Whether a row of several headers has a number below this one, and below another one."""
    texts = [value for value in grid.rows[head] if text_of(value)]
    below = grid.rows[head + 1] if head + 1 < len(grid.rows) else ()
    numbers = [place for place, value in enumerate(below) if number_of(value) is not None]
    words = all(isinstance(value, str) for value in texts)
    return words and len(texts) >= _FEWEST_COLUMNS and at in numbers and len(numbers) > 1
