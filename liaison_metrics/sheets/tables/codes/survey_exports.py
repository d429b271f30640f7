"""Exports of survey tools: what only machines read in them is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.date_parts import day_stated

_FIRST_ROWS = 12
"""The header of a list stands in one of the first rows."""

_LOOKED_AT = 400
"""So many rows of a list show whether a column holds codes beside its words."""

_FEWEST_CODES = 2

_PATH = re.compile(r"[^\W\d]\w*(?:/[^\W\d]\w*)+")
"""A header with the group of a form before the question ("person/gender")."""

_CODE_BEHIND = re.compile(r"(.*\S)\s*\[[^\W_]{1,5}\]", re.S)
_CODE_OF_QUESTION = re.compile(r"\w+\.\s+(\S.*)", re.S)
"""A question behind the code that it has in a survey ("GEN. Your gender")."""

_MACHINE_CELL = re.compile(r"\{.*\}", re.S)


def plain_export(grid: Grid) -> Grid:
    """Returns the export of a survey tool without what only machines read: rows of identifiers, the groups of a form in
    headers, codes beside words."""
    first = grid.rows[:_FIRST_ROWS]
    texts = [value for cells in first for value in cells if isinstance(value, str)]
    if not any(text[-1:] in ("}", "]") or "/" in text or ". " in text for text in texts):
        return grid
    rows = list(grid.rows)
    for row, cells in enumerate(first):
        told = [text for value in cells if (text := text_of(value))]
        if len(told) > 1 and all(_MACHINE_CELL.fullmatch(text) for text in told):
            rows[row] = []
        elif _has_groups_of_a_form(told):
            rows[row] = [_last_part(value) for value in cells]
            break
        elif len(told) > 2 and all(_CODE_OF_QUESTION.fullmatch(text) and not day_stated(text) for text in told):
            rows[row] = [_CODE_OF_QUESTION.sub(r"\1", text_of(value)) for value in cells]
            break
    for at in range(max(map(len, first), default=0)):
        rows = _without_codes(rows, at)
    return replace(grid, rows=rows)


def _has_groups_of_a_form(headers: Sequence[str]) -> bool:
    """Whether several headers have a group of questions before the question, and share it ("person/name", "person/age",
    "event/date")."""
    groups = [text.rpartition("/")[0] for text in headers if _PATH.fullmatch(text)]
    return len(groups) > 2 and len(set(groups)) < len(groups)


def _last_part(header: Cell) -> Cell:
    return header.rpartition("/")[2] if isinstance(header, str) and _PATH.fullmatch(header) else header


def _without_codes(rows: list[Sequence[Cell]], at: int) -> list[Sequence[Cell]]:
    """Returns rows without the codes behind the words of a column, if most of its cells have one."""
    texts = [cells[at] for cells in rows[1:_LOOKED_AT] if at < len(cells) and isinstance(cells[at], str) and cells[at]]
    found = [_CODE_BEHIND.fullmatch(text) for text in texts if isinstance(text, str)]
    if sum(one is not None for one in found) < max(_FEWEST_CODES, len(found) / 2):
        return rows
    result = []
    for cells in rows:
        value = cells[at] if at < len(cells) else None
        one = _CODE_BEHIND.fullmatch(value) if isinstance(value, str) else None
        result.append([*cells[:at], one[1], *cells[at + 1 :]] if one else cells)
    return result
