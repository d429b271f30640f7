"""Tables with one row for each family, class, organisation or event and several columns of numbers, under headers of
any words: the column of those who came gets a header that says so, and the others are left out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.counts import NUMBER_OF_PEOPLE
from liaison_metrics.sheets.tables.lists.counts.units.counted_units import UNIT, count_of
from liaison_metrics.sheets.tables.lists.counts.units.who_came import Numbers, columns_of_who_came, proven_column
from liaison_metrics.sheets.tables.table import cell_text, rows_below
from liaison_metrics.sheets.tables.tied_counts import HOURS
from liaison_metrics.sheets.words.cells import has_total, starts_total_row, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import PERSONAL, is_of_household, meaning_of
from liaison_metrics.sheets.words.lists import normal, tools, topics
from liaison_metrics.sheets.words.people import PRESENT, statements_of
from liaison_metrics.sheets.words.phrases.absence import says_called_off
from liaison_metrics.sheets.words.phrases.ages import age_band_of
from liaison_metrics.sheets.words.phrases.numbers import names_counter
from liaison_metrics.sheets.words.phrases.prose.things import speak_of_things
from liaison_metrics.sheets.words.presence import says_absent
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_MOST_ROWS = 200
_FEWEST_ROWS = 3
"""Fewer rows may tie by chance."""

_FEWEST_CELLS = 2
_MOSTLY = 0.6
_NEAR = 2
"""A total stands at most this many rows below the others."""

_RENAMED = ("", "unused", "people", "number", "time", *PERSONAL)
"""Meanings of the headers of units that would be read as people, or as nothing."""

_OF_ONE = PERSONAL | {"gender", "age", "birth_year", "birth_date", "community"}
"""Meanings of headers that describe one person a row."""

_KINDS = (VocabularyKind.COMMUNITY, VocabularyKind.GENDER, VocabularyKind.GROUP)


@dataclass(frozen=True, slots=True)
class _Units:
    """The header row of a table, the column of its units, those of numbers, its rows and those of its totals."""

    head: int
    unit: int
    columns: Sequence[int]
    body: Sequence[int]
    totals: Sequence[int]


def with_who_came_headed(grid: Grid, vocabulary: Vocabulary, *, proven: bool) -> Grid:
    """Returns a sheet in which such a table keeps only the numbers of those who came, under a header for people.
    *proven*: only where the numbers themselves prove that."""
    if not 0 < len(grid.rows) <= _MOST_ROWS:
        return grid
    found = [units for head in range(len(grid.rows)) if (units := _units(grid, head, vocabulary))]
    if len(found) != 1:
        return grid
    units = found[0]
    above = [text for cells in grid.rows[: units.head] for value in cells if (text := text_of(value))]
    if speak_of_things((grid.name, *above)) and not any(map(names_counter, above)):
        return grid
    find = proven_column if proven else columns_of_who_came
    came = find(_numbers(grid, units)) if _ties(grid, units) else ()
    return _rewritten(grid, units, came) if came else grid


def _ties(grid: Grid, units: _Units) -> bool:
    """Whether the numbers of the first total, if there is one, are the sums of their columns."""
    totals = [_sum(grid, units.totals[:1], at) for at in units.columns]
    return all(total in (0, _sum(grid, units.body, at)) for at, total in zip(units.columns, totals, strict=True))


def _units(grid: Grid, head: int, vocabulary: Vocabulary) -> _Units | None:
    """Returns the table below a row of headers, None if there is none, or its headers name people, kinds of them or
    days, or something else that is counted."""
    headers = {at: text for at, value in enumerate(grid.rows[head]) if (text := text_of(value))}
    words = all(isinstance(grid.rows[head][at], str) and count_of(grid.rows[head][at]) is None for at in headers)
    below = [*rows_below(grid.rows, head)]
    if len(headers) < _FEWEST_CELLS or not words or len(below) < _FEWEST_ROWS:
        return None
    totals = [row for row in below if _is_labelled_total(grid.rows[row])]
    body = [row for row in below if row not in totals]
    while body and sum(bool(text_of(value)) for value in grid.rows[body[-1]]) == 1:
        body.pop()  # a line of text below the numbers
    near = range(below[-1] + 1, min(len(grid.rows), below[-1] + 1 + _NEAR))
    totals += [row for row in near if _is_labelled_total(grid.rows[row])]
    body, totals = _without_bare_sum(grid, body, totals)
    unit = next((at for at in range(len(grid.rows[head])) if _names_units(grid, body, at)), None)
    columns = [at for at in headers if at != unit and _is_of_numbers(grid, body, at)]
    if unit is None or len(body) + bool(totals) < _FEWEST_ROWS or not columns:
        return None
    days = _are_days(grid, body, unit)
    by_header = _is_read_by_header(headers, unit, columns, vocabulary, days=days)
    return None if by_header else _Units(head, unit, columns, body, totals)


def _are_days(grid: Grid, body: Sequence[int], at: int) -> bool:
    return all(read_date(grid.rows[row][at]) is not None for row in body)


def _is_labelled_total(cells: Sequence[Cell]) -> bool:
    label = next((text for value in cells if (text := text_of(value))), "")
    counted = any(count_of(value) is not None for value in cells)
    return counted and (starts_total_row(label) or has_total(label))


def _without_bare_sum(grid: Grid, body: list[int], totals: list[int]) -> tuple[list[int], list[int]]:
    """Returns rows and totals with a last row that states nothing but sums of all above it, in whatever words, among
    the totals."""
    dated = bool(body) and any(read_date(value) for value in grid.rows[body[-1]])
    if totals or dated or len(body) <= _FEWEST_ROWS:
        return body, totals
    *above, last = body
    told = {at: number for at, value in enumerate(grid.rows[last]) if (number := count_of(value)) is not None}
    sums = all(number and number == _sum(grid, above, at) for at, number in told.items())
    return (above, [last]) if told and sums else (body, totals)


def _names_units(grid: Grid, body: Sequence[int], at: int) -> bool:
    values = [grid.rows[row][at] if at < len(grid.rows[row]) else None for row in body]
    return bool(values) and all(text_of(value) and count_of(value) is None for value in values)


def _is_of_numbers(grid: Grid, body: Sequence[int], at: int) -> bool:
    """Whether a column has numbers, below a remark about the first one of a counter, or signs that nobody came."""
    values = [grid.rows[row][at] for row in body if cell_text(grid, row, at)]
    if len(values) > _FEWEST_ROWS and cell_text(grid, body[0], at) and count_of(values[0]) is None:
        values = values[1:]
    counts = sum(count_of(value) is not None for value in values)
    signs = sum(count_of(value) is None and _says_nobody(text_of(value)) for value in values)
    return counts + signs == len(values) and counts >= _MOSTLY * len(body)


def _says_nobody(text: str) -> bool:
    return says_absent(text) or says_called_off(text)


def _is_read_by_header(
    headers: dict[int, str], unit: int, columns: Collection[int], vocabulary: Vocabulary, *, days: bool
) -> bool:
    """Whether the headers say themselves what is listed or counted: people one by one, kinds of them, days or hours, or
    something that is no attendance."""
    of_units = days or is_of_household(normal(headers.get(unit, "")))
    others = (text for at, text in headers.items() if at not in columns)
    if any(word in topics() for text in others for word in normal(text).split()):
        return True
    named = any(meaning_of(text) in _OF_ONE for at, text in headers.items() if at not in columns)
    if named and not of_units:
        return True
    return any(_is_of_kind(headers[at], vocabulary) for at in columns)


def _is_of_kind(header: str, vocabulary: Vocabulary) -> bool:
    known = any(vocabulary.exact(kind, header) for kind in _KINDS) or bool(vocabulary.country(header))
    return (
        known
        or read_date(header) is not None
        or age_band_of(header) is not None
        or normal(header) in tools("parts_of_people")
    )


def _is_hour(header: str) -> bool:
    return HOURS.fullmatch(header) is not None or header[:1].isdigit()


def _numbers(grid: Grid, units: _Units) -> Numbers:
    columns = {at: [_count(grid, row, at) for row in units.body] for at in units.columns}
    summed = {
        at for at in units.columns for row in units.totals
        if (total := _count(grid, row, at)) and total == sum(columns[at]) and total > max(columns[at])
    }  # fmt: skip
    headers = {at: cell_text(grid, units.head, at) for at in units.columns}
    alone = sum(bool(text_of(value)) for value in grid.rows[units.head]) == len(units.columns) + 1
    household = alone and is_of_household(normal(cell_text(grid, units.head, units.unit)))
    hours = {at for at in units.columns if _is_hour(headers[at])}
    off = {at for at, row in enumerate(units.body) if any(map(says_called_off, map(text_of, grid.rows[row])))}
    width = range(len(grid.rows[units.head]))
    slots = any(all(HOURS.fullmatch(cell_text(grid, row, at)) for row in units.body) for at in width)
    return Numbers(columns, headers, summed, {*_stated(grid, units)}, household, hours, off, by_hour=slots)


def _stated(grid: Grid, units: _Units) -> Iterator[int]:
    """Yields the numbers of people that lines around the table state."""
    for row, cells in enumerate(grid.rows):
        texts = [text for value in cells if (text := text_of(value))]
        if row == units.head or row in units.body or not texts or len(texts) > _FEWEST_CELLS:
            continue
        if row in units.totals[1:]:  # of all columns, below their sums
            yield from (number for value in cells if (number := count_of(value)))
        for line in dict.fromkeys((*texts, ": ".join(texts))):
            yield from (one.people for one in statements_of(line) if one.kind in ("", PRESENT))


def _rewritten(grid: Grid, units: _Units, came: Sequence[int]) -> Grid:
    """Returns a sheet in which the first column of those who came has all of them, and no other number is left."""
    rows: list[Sequence[Cell]] = list(grid.rows)
    gone = {at for at in units.columns if at != came[0]}
    heads = grid.rows[units.head]
    own = {units.unit, *units.columns}
    gone |= {at for at, value in enumerate(heads) if at not in own and meaning_of(text_of(value)) in PERSONAL}
    for row in (units.head, *units.body, *units.totals):
        rows[row] = [None if at in gone else value for at, value in enumerate(grid.rows[row])]
        if len(came) > 1 and row != units.head:
            people = sum(_count(grid, row, at) for at in came)
            rows[row] = [people if at == came[0] else value for at, value in enumerate(rows[row])]
    named: dict[int, str] = {came[0]: NUMBER_OF_PEOPLE}
    if not _are_days(grid, units.body, units.unit) and meaning_of(cell_text(grid, units.head, units.unit)) in _RENAMED:
        named[units.unit] = UNIT
    rows[units.head] = [named.get(at, value) for at, value in enumerate(rows[units.head])]
    return replace(grid, rows=rows)


def _count(grid: Grid, row: int, at: int) -> int:
    cells = grid.rows[row]
    return (count_of(cells[at]) or 0) if at < len(cells) else 0


def _sum(grid: Grid, rows: Sequence[int], at: int) -> int:
    return sum(_count(grid, row, at) for row in rows)
