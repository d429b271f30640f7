"""People typed below a list who came without being on it, with their names where the others have a number or code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.names_in_lines import is_written_as_name
from liaison_metrics.sheets.tables.table import cell_text
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.headers import NAMES, meaning_of
from liaison_metrics.sheets.words.people import BESIDE_LIST, additional_code

_MOST_ROWS = 2_000
_FEWEST_CODES = 3
"""So many numbers or codes above show that a name is none."""

_MOSTLY = 0.8


def with_names_in_place(grid: Grid) -> Grid:
    """Returns a sheet in which the names below a heading such as "Walk-ins:" stand under the header of names, where
    they were typed in the column of numbers or codes."""
    if len(grid.rows) > _MOST_ROWS:
        return grid
    rows: dict[int, list[Cell]] = {}
    for heading, below in parts_of_walk_ins(grid, range(len(grid.rows)), _heads_part):
        head = next((row for row in range(heading) if _place_of_names(grid, row) is not None), None)
        place = None if head is None else _place_of_names(grid, head)
        if head is None or place is None:
            continue
        for row in (one for one in below if not cell_text(grid, one, place)):
            at = next((at for at, value in enumerate(grid.rows[row]) if text_of(value)), place)
            named = at < place and is_written_as_name(cell_text(grid, row, at))
            if named and _holds_codes(grid, range(head + 1, heading), at):
                rows[row] = [*grid.rows[row], *[None] * (place + 1 - len(grid.rows[row]))]
                rows[row][at], rows[row][place] = None, rows[row][at]
    return replace(grid, rows=[rows.get(at, cells) for at, cells in enumerate(grid.rows)]) if rows else grid


def parts_of_walk_ins(grid: Grid, rows: Iterable[int], heads: Callable[[str], bool]) -> Iterator[tuple[int, list[int]]]:
    """Yields each heading over people who came without being on the list, with the rows below it up to the next. A text
    that stands alone is a heading if it *heads* a part."""
    heading, below = -1, list[int]()
    for row in rows:
        texts = [text for value in grid.rows[row] if (text := text_of(value))]
        if len(texts) == 1 and heads(texts[0]):
            if heading >= 0:
                yield heading, below
            heading, below = (row if additional_code(texts[0]) in BESIDE_LIST else -1), []
        elif texts:
            below.append(row)
    if heading >= 0:
        yield heading, below


def _heads_part(text: str) -> bool:
    return bool(additional_code(text)) or text.endswith(":")


def _place_of_names(grid: Grid, row: int) -> int | None:
    """Returns the first column of names that a row of several headers has, None if it has none."""
    heads = [(at, meaning_of(text)) for at, value in enumerate(grid.rows[row]) if (text := text_of(value))]
    return next((at for at, meaning in heads if meaning in NAMES), None) if len(heads) > 1 else None


def _holds_codes(grid: Grid, rows: range, at: int) -> bool:
    """Whether nearly all texts of a column have a digit."""
    texts = [text for row in rows if (text := cell_text(grid, row, at))]
    return len(texts) >= _FEWEST_CODES and sum(any(map(str.isdigit, t)) for t in texts) >= _MOSTLY * len(texts)
