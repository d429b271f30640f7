"""Reads a list from a sheet: a table whose columns have known heads, in any of the project's languages."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from liaison_metrics.errors import Place, RefusedFile, WrongEntry
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.opening import open_workbook
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.dates import DateOrder, read_date
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.texts import _

MOST_ROWS = 2_000
"""Rows of a list: the lists of five cities have some hundreds."""

_ROWS_WITH_HEADS = 30
"""Heads stand among the first rows of a sheet: above them are titles and notes."""


@dataclass(frozen=True, slots=True)
class ListColumns:
    """Which columns a list has: those that are ``needed`` in a sheet, and all of them."""

    needed: Sequence[str]
    all: Sequence[str]


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of a list: its number in the sheet, its cells by their columns, and the heads of these in the sheet."""

    row: int
    cells: Mapping[str, Cell]
    heads: Mapping[str, str] = field(default_factory=dict)

    def text(self, column: str) -> str:
        """Returns the text of a cell, "" where there is none."""
        return text_of(self.cells.get(column))

    def number(self, column: str) -> int | None:
        """Returns the whole number in a cell, None where the cell is empty. Raises WrongEntry for anything else."""
        found = number_of(self.cells.get(column))
        if found is None and self.text(column):
            raise self.wrong(column, _("Enter a whole number, or nothing."))
        return found

    def day(self, column: str) -> date | None:
        """Returns the day in a cell, None where the cell is empty. Raises WrongEntry for anything else."""
        stated = read_date(self.cells.get(column), serials=True)
        day = (stated.day or stated.in_order(DateOrder.DAY_FIRST)) if stated else None
        if day is None and self.text(column):
            raise self.wrong(column, _("Enter a day such as 2020-09-30, or nothing."))
        return day

    def wrong(self, column: str, hint: str) -> WrongEntry:
        """Returns that a cell can't be read, with its place. The cell's text is not told: it can be a name."""
        head = self.heads.get(column, "")
        return WrongEntry(_("“{column}” can’t be read.").format(column=head), hint=hint, place=Place(column=head))


def read_rows(file: str, data: bytes, columns: ListColumns) -> list[ListRow]:
    """Returns the rows of the first table in a file that has the needed columns; rows without any text are left out.

    Raises RefusedFile for a file that is no sheet, that has no such table, or too many rows.
    """
    workbook = open_workbook(file, data)
    for grid in workbook.grids:
        if not grid.hidden and (found := _heads(grid, columns)):
            row, heads = found
            rows = list(_rows(grid, row, heads))
            if len(rows) > MOST_ROWS:
                raise RefusedFile(
                    _("{file} has more than {n} rows.").format(file=file, n=MOST_ROWS), hint=_("Split the list."),
                    place=Place(file=file),
                )  # fmt: skip
            return rows
    raise RefusedFile(
        _("{file} has no table with the columns {columns}.").format(file=file, columns=column_names(columns.needed)),
        hint=_("Give each column a head. Columns may be in any order, and in any language of the project."),
        place=Place(file=file),
    )


def column_names(columns: Sequence[str]) -> str:
    """Returns columns by the words that head them on the pages, in the current language."""
    names = {
        "city": _("City"), "name": _("Name"), "group": _("Group"), "since": _("Since"), "until": _("Until"),
        "community": _("Community"), "size": _("Size"), "year": _("Year"), "source": _("Source"),
        "associations": _("Associations"), "skill": _("Skill"), "side": _("Offered or sought"),
        "organisation": _("Organisation"), "event": _("Event"),
    }  # fmt: skip
    return ", ".join(names[one] for one in columns)


def word_meaning(kind: str, text: str) -> str:
    """Returns which of the words of a *kind* ("side") a text is, "" for none."""
    return _words(kind).get(normal(text), [""])[0]


def _rows(grid: Grid, head: int, heads: Mapping[int, str]) -> list[ListRow]:
    names = {column: text_of(grid.rows[head][at]) for at, column in heads.items()}
    found = []
    for at in range(head + 1, len(grid.rows)):
        cells = grid.rows[at]
        own = {column: cells[place] for place, column in heads.items() if place < len(cells)}
        if any(map(text_of, own.values())):
            found.append(ListRow(at + 1, own, names))
    return found


def _heads(grid: Grid, columns: ListColumns) -> tuple[int, dict[int, str]] | None:
    """Returns the first row that heads all needed columns, and the columns by their places."""
    for at, cells in enumerate(grid.rows[:_ROWS_WITH_HEADS]):
        heads = _columns_of(cells, columns.all)
        if set(columns.needed) <= set(heads.values()):
            return at, heads
    return None


def _columns_of(cells: Sequence[Cell], allowed: Collection[str]) -> dict[int, str]:
    known, heads = _words("headers"), dict[int, str]()
    for place, cell in enumerate(cells):
        meanings = [one for one in known.get(normal(text_of(cell)), ()) if one in allowed]
        free = [one for one in meanings if one not in heads.values()]
        if free:
            heads[place] = free[0]
    return heads


@cache
def _words(kind: str) -> dict[str, list[str]]:
    """Returns the meanings of each word of a kind; a head can mean another column in another list."""
    lists: Mapping[str, Any] = tomllib.loads((Path(__file__).parent / "columns.toml").read_text(encoding="utf-8"))
    found: dict[str, list[str]] = {}
    for meaning, words in lists[kind].items():
        for word in words:
            found.setdefault(normal(word), []).append(meaning)
    return found
