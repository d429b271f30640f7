"""Tables that stand side by side under one header row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.table import cell_text
from liaison_metrics.sheets.words.cells import begins_with_capital, number_of, starts_total_row, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import PERSONAL, meaning_of
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.names import is_full_name
from liaison_metrics.sheets.words.presence import heads_absence, says_absent, says_present

_OF_PRESENCE = ("present", "signature")

_OF_COUNTS = {"community", "date"}
"""What columns with numbers of people are about."""

_FEWEST_PARTS = 2
"""A number that is not divided needs no table."""

_FEWEST_COLUMNS = 2

_FEWEST_DAYS = 2

_MOSTLY_NAMES = 0.8
"""A remark may stand below a list."""


def parts_of_table(grid: Grid, rows: list[int], data: Sequence[int]) -> tuple[int, list[tuple[Grid, range]]]:
    """Returns the sheet and the columns of each table under header rows, most often one; and how many of these rows
    only say what each table is about. *data* are the rows below."""
    if divisions := _divisions_beside(grid, rows, data):
        return 0, [(_without_columns_of_others(grid, data, part), part) for part in divisions]
    parts = _side_by_side(grid, rows, data)
    lead = parts[0].start
    if len(parts) > 1 and lead and cell_text(grid, rows[-1], lead - 1):
        grid, parts[0] = _without_columns_before(grid, [rows[-1], *data], lead), range(parts[0].stop)
    over = int(_heads_parts(grid, rows, parts))
    return over, [(_with_lines_of_all(grid, data, part) if len(parts) > 1 else grid, part) for part in parts]


def _side_by_side(grid: Grid, rows: list[int], data: Sequence[int]) -> list[range]:
    """Returns the column ranges of tables that stand side by side under one header row."""
    width = max((len(grid.rows[row]) for row in rows), default=0)
    above = rows[0] if len(rows) > 1 else rows[0] - 1
    if repeated := tables_under_days(grid, above, rows[-1]) or _repeated(grid, rows[-1], data):
        return repeated
    parts = _between_empty_columns(grid, rows, width)
    meanings = [{meaning_of(cell_text(grid, rows[-1], column)) for column in part} for part in parts]
    people = bool(set.intersection(*meanings) & PERSONAL) if meanings else False
    counts = all(one & _OF_COUNTS and len(one) > 1 and one == meanings[0] for one in meanings)
    heads = {tuple(_without_digits(cell_text(grid, rows[-1], column)) for column in part) for part in parts}
    people = people or (len(heads) == 1 and _column_of_names(grid, data, parts) is not None)
    return parts if len(parts) > 1 and (people or counts) else [range(0, width)]


def _column_of_names(grid: Grid, data: Sequence[int], parts: Sequence[range]) -> int | None:
    """Returns the first place in equal groups of columns at which each has full names, whatever the header says."""
    columns = list(zip(*parts, strict=True))
    return next((at for at, alike in enumerate(columns) if all(holds_names(grid, data, c) for c in alike)), None)


def _between_empty_columns(grid: Grid, rows: Sequence[int], width: int) -> list[range]:
    """Returns the ranges of columns that have a header."""
    filled = [any(cell_text(grid, row, column) for row in rows) for column in range(width)]
    parts: list[range] = []
    start = 0
    for column in range(width + 1):
        if column == width or not filled[column]:
            if column > start:
                parts.append(range(start, column))
            start = column + 1
    return parts


def _divisions_beside(grid: Grid, rows: Sequence[int], data: Sequence[int]) -> list[range]:
    """Returns the column ranges of tables of numbers that stand side by side ("Hour | Number", "Community | Number"),
    none if the columns are one table. Each part has labels and numbers of its own; and the header of the numbers
    repeats, or each part ends with a total of its own, or all add up to the same number."""
    width = max((len(grid.rows[row]) for row in rows), default=0)
    heads = [normal(cell_text(grid, rows[-1], column)) for column in range(width)]
    parts = _between_empty_columns(grid, rows, width)
    if len(parts) == 1:
        ends = [at for at, head in enumerate(heads) if head and heads.count(head) > 1]
        alike = len({heads[at] for at in ends}) == 1 and ends[-1] == width - 1
        parts = [range(start, end + 1) for start, end in zip([0, *(at + 1 for at in ends)], ends, strict=False)]
        parts = parts if alike and all(len(part) > 1 for part in parts) else []
    if len(parts) < 2 or any(PERSONAL & set(map(meaning_of, heads[part.start : part.stop])) for part in parts):
        return []
    sums = [_sum_of_part(grid, part, data) for part in parts]
    if not all(sums):
        return []
    repeated = len({heads[part.stop - 1] for part in parts}) == 1
    ended = all(any(starts_total_row(cell_text(grid, row, part.start)) for row in data) for part in parts)
    return parts if repeated or ended or len(set(sums)) == 1 else []


def _sum_of_part(grid: Grid, part: range, data: Sequence[int]) -> int:
    """Returns the sum of the numbers in the last of some columns, without totals; 0 if the first holds no label for
    each of them."""
    told = [row for row in data if any(cell_text(grid, row, column) for column in part)]
    filled = [row for row in told if cell_text(grid, row, part.stop - 1)]
    labels = [cell_text(grid, row, part.start) for row in filled]
    numbers = [number_of(grid.rows[row][part.stop - 1]) for row in filled]
    if len(part) < 2 or len(filled) < _FEWEST_PARTS or any(number_of(label) is not None for label in labels):
        return 0
    if not all(labels) or None in numbers:
        return 0
    return sum(n or 0 for label, n in zip(labels, numbers, strict=True) if not starts_total_row(label))


def _without_columns_of_others(grid: Grid, rows: Sequence[int], columns: range) -> Grid:
    """Returns the sheet for one of several tables that stand side by side: the others' cells are empty."""
    found: list[Sequence[Cell]] = list(grid.rows)
    for row in rows:
        found[row] = [value if at in columns else None for at, value in enumerate(grid.rows[row])]
    return replace(grid, rows=found)


def _without_columns_before(grid: Grid, rows: Sequence[int], first: int) -> Grid:
    """Returns the sheet without what stands before the first of several tables, such as the children whose parents
    came; totals keep their words."""
    found: list[Sequence[Cell]] = list(grid.rows)
    for row in rows:
        if not starts_total_row(cell_text(grid, row, first - 1)):
            found[row] = [*[None] * first, *grid.rows[row][first:]]
    return replace(grid, rows=found)


def _repeated(grid: Grid, row: int, data: Sequence[int]) -> list[range]:
    """Returns the column ranges of tables whose headers repeat without an empty column between them, perhaps behind a
    column for all of them; none if they don't repeat, or begin with names and nothing says who came: these are people
    who share their rows."""
    filled = [at for at, value in enumerate(grid.rows[row]) if text_of(value)]
    for first in filled[:2]:
        heads = [_without_digits(cell_text(grid, row, column)) for column in range(first, filled[-1] + 1)]
        for size in range(_FEWEST_COLUMNS, len(heads) // 2 + 1):
            parts = [range(at, at + size) for at in range(first, filled[-1] + 1, size)]
            own = heads[:size]
            if len(heads) % size or heads != own * len(parts) or not all(own) or len(set(own)) < size:
                continue
            meanings = list(map(meaning_of, own))
            apart = first == filled[0] and meanings[0] not in PERSONAL
            came = say_who_came(grid, row, data, parts)
            named = PERSONAL.intersection(meanings) or _column_of_names(grid, data, parts)  # not the first one
            if named and (apart or came):
                return [range(filled[0], parts[0].stop), *parts[1:]]
            if came and all(any(holds_names(grid, data, at) for at in part) for part in parts):
                return parts  # people under headers such as "Parent 1"
    return []


def tables_under_days(grid: Grid, above: int, header: int) -> list[range]:
    """Returns the column ranges of tables with the same headers of people, over each of which a day of its own stands
    in a row *above*; none if that row says something else, or a column for all of them stands before."""
    if above < 0 or header >= len(grid.rows):
        return []
    days = [at for at, value in enumerate(grid.rows[above]) if text_of(value)]
    different = {text_of(grid.rows[above][at]) for at in days}
    dated = len(different) == len(days) >= _FEWEST_DAYS and all(read_date(grid.rows[above][at]) for at in days)
    heads = [cell_text(grid, header, at) for at in range(len(grid.rows[header]))]
    if not dated or any(heads[: days[0]]):
        return []
    parts = [range(start, end) for start, end in zip(days, [*days[1:], len(heads)], strict=True)]
    alike = {tuple(filter(None, heads[part.start : part.stop])) for part in parts}
    named = len(alike) == 1 and PERSONAL & set(map(meaning_of, *alike))
    return [range(p.start, max(at for at in p if heads[at]) + 1) for p in parts] if named else []


def holds_names(grid: Grid, data: Sequence[int], column: int) -> bool:
    """Returns whether nearly all cells of a column are full names."""
    texts = [text for row in data if (text := cell_text(grid, row, column))]
    return bool(texts) and sum(map(is_full_name, texts)) >= _MOSTLY_NAMES * len(texts)


def _without_digits(header: str) -> str:
    return "".join(c for c in normal(header) if not c.isdigit()).strip()


def say_who_came(grid: Grid, header: int, data: Sequence[int], parts: Sequence[range]) -> bool:
    """Returns whether each of several groups of columns has one that says who was there: by its header, or because all
    groups have nothing but marks in it."""
    for columns in zip(*parts, strict=True):
        head = _without_digits(cell_text(grid, header, columns[0]))
        if meaning_of(head) in _OF_PRESENCE or heads_absence(head):
            return True
        marks = {text for at in columns for row in data if (text := cell_text(grid, row, at))}
        known = all(says_present(text) or says_absent(text) for text in marks)
        if not meaning_of(head) and any(map(says_present, marks)) and known:
            return True
    return False


def _heads_parts(grid: Grid, rows: Sequence[int], parts: Sequence[range]) -> bool:
    """Whether the first of several header rows only says what each of the tables below it is about: it fills
    nothing but their first columns."""
    if len(rows) < 2 or len(parts) < 2:
        return False
    filled = {at for at, value in enumerate(grid.rows[rows[0]]) if text_of(value)}
    return filled <= {part.start for part in parts}


def _with_lines_of_all(grid: Grid, rows: Sequence[int], columns: range) -> Grid:
    """Returns the sheet for one of the tables: lines of a single cell, which apply to all tables, stand in its first
    column too."""
    found: list[Sequence[Cell]] = list(grid.rows)
    for row in rows:
        cells = grid.rows[row]
        filled = [at for at, value in enumerate(cells) if text_of(value)]
        first = text_of(cells[0]) if cells else ""
        named = is_full_name(first) and all(map(begins_with_capital, first.split()))
        if filled == [0] and 0 < columns.start < len(cells) and not named:
            found[row] = [cells[0] if at == columns.start else value for at, value in enumerate(cells)]
    return replace(grid, rows=found)
