"""Sheets that are arranged in another way, brought into rows under headers before they are read: groups of a form that
refer to another sheet, days under the names of their months, fields that stand in the first column.

Rows keep their numbers, except where a table lies on its side: there a person is a column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile
from typing import TypeVar

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import (
    AttendanceRow,
    Cell,
    Grid,
    HeadcountRow,
    NotCountedRow,
    Reading,
    RejectedRow,
    Workbook,
)
from liaison_metrics.sheets.words.cells import is_email, is_name_like, is_total, letter, number_of, text_of
from liaison_metrics.sheets.words.dates import month_of, read_date
from liaison_metrics.sheets.words.headers import EVENT, PERSONAL, is_header_word, meaning_of
from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.sheets.words.presence import says_absent, says_present
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_Placed = TypeVar("_Placed", AttendanceRow, HeadcountRow, NotCountedRow, RejectedRow)
_FIRST_ROWS = 40
_TYPED_ROWS = 2_000
_LONGEST_DITTO = 15
_DITTO_SIGNS = frozenset(('"', "''", "〃", "“", "”", "„", "″", "´´", "``"))
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")
_YEAR_OF_BIRTH = re.compile(r"(19|20)\d{2}(\.0)?")
_PARENT, _INDEX = "_parent_index", "_index"
_FIELDS = PERSONAL | EVENT | {"community", "gender", "group", "role", "birth_date", "birth_year", "age", "organisation"}


def rearrange_layouts(workbook: Workbook, vocabulary: Vocabulary) -> Workbook:
    """Returns the workbook with its sheets as rows under headers."""
    grids = [_turn_upright(_date_month_headers(_fill_dittos(grid)), vocabulary) for grid in workbook.grids]
    return replace(workbook, grids=_join_event_rows(_join_parent_rows(grids)))


# ---- cells that stand for the one above ---------------------------------------------------------


def _fill_dittos(grid: Grid) -> Grid:
    """Returns a sheet with what is above in place of marks that stand for it, in sheets as people type them by hand."""
    if len(grid.rows) > _TYPED_ROWS or not any(_is_ditto(value) for cells in grid.rows for value in cells):
        return grid
    rows: list[Sequence[Cell]] = []
    for cells in grid.rows:
        above = rows[-1] if rows else ()
        rows.append([above[at] if at < len(above) and _is_ditto(value) else value for at, value in enumerate(cells)])
    return Grid(grid.name, rows, grid.turned)


def _is_ditto(value: Cell) -> bool:
    if not isinstance(value, str) or not value or len(value) > _LONGEST_DITTO:
        return False
    return value.strip(" -–—.") in _DITTO_SIGNS or normal(value) in tools("ditto")


# ---- groups of a form ---------------------------------------------------------------------------


def _join_parent_rows(grids: Sequence[Grid]) -> list[Grid]:
    """Returns the sheets; to the rows of one that refers to another by number is added what the other says there.
    A sheet that is only referred to says nothing by itself."""
    parents = {grid.name: grid for grid in grids if _column(grid, _INDEX) is not None}
    if len(parents) < 2:
        return list(grids)
    found: list[Grid] = []
    referred: set[str] = set()
    for grid in grids:
        at = _column(grid, _PARENT)
        if at is None:
            found.append(grid)
            continue
        named = _column(grid, "_parent_table_name")
        name = text_of(grid.rows[1][named]) if named is not None and len(grid.rows) > 1 else ""
        parent = parents.get(name) or next(other for other in parents.values() if other is not grid)
        referred.add(parent.name)
        found.append(Grid(grid.name, list(_joined(grid, at, parent, _column(parent, _INDEX) or 0))))
    return [grid for grid in found if grid.name not in referred]


def _column(grid: Grid, header: str) -> int | None:
    cells = [text_of(value).lower() for value in grid.rows[0]] if grid.rows else []
    return cells.index(header) if header in cells else None


def _join_event_rows(grids: Sequence[Grid]) -> list[Grid]:
    """Returns the sheets; to the rows of a list of people that names its events by a code is added what another sheet
    says of the event with that code. That sheet lists no people, and says nothing by itself."""
    found, referred = list(grids), set()
    for position, grid in enumerate(grids):
        for events in grids:
            columns = _shared_code(grid, events) if events is not grid else None
            if columns:
                found[position] = Grid(grid.name, list(_joined(grid, columns[0], events, columns[1])))
                referred |= set() if _has_counts(events) else {events.name}
    return [grid for grid in found if grid.name not in referred]


def _has_counts(events: Grid) -> bool:
    return any(meaning_of(text_of(value)) in ("people", "total") for value in events.rows[0])


def _shared_code(grid: Grid, events: Grid) -> tuple[int, int] | None:
    """Returns the column of a list, and that of a sheet of events, in which both have the events' codes."""
    own, others = ([text_of(v) for v in sheet.rows[0]] if sheet.rows else [] for sheet in (grid, events))
    said = {meaning_of(head) for head in others}
    if not PERSONAL & {meaning_of(head) for head in own} or PERSONAL & said or len(said & EVENT) < 2:
        return None
    for at, head in enumerate(own):
        if not head or head not in others or meaning_of(head) in ("date", "city", "activity"):
            continue
        index = others.index(head)
        codes = [text_of(cells[index]) for cells in events.rows[1:] if index < len(cells) and text_of(cells[index])]
        used = {text for cells in grid.rows[1:] if at < len(cells) and (text := text_of(cells[at]))}
        if used and len(set(codes)) == len(codes) and used <= set(codes):
            return at, index
    return None


def _joined(grid: Grid, at: int, parent: Grid, index: int) -> Iterator[list[Cell]]:
    own = {text_of(value).lower() for value in grid.rows[0]}
    heads = [text_of(value).lower() for value in parent.rows[0]]
    kept = [c for c, head in enumerate(heads) if not head.startswith("_") and head not in own | {"start", "end"}]
    rows = {text_of(row[index]): row for row in parent.rows[1:] if index < len(row)}
    width = len(grid.rows[0])
    for number, row in enumerate(grid.rows):
        said = parent.rows[0] if number == 0 else rows.get(text_of(row[at]) if at < len(row) else "", ())
        more = [said[c] if c < len(said) else None for c in kept]
        yield [*row, *[None] * (width - len(row)), *more]


# ---- days under months --------------------------------------------------------------------------


def _date_month_headers(grid: Grid) -> Grid:
    """Returns a sheet with whole dates where it has names of months over the numbers of their days."""
    for row in range(min(len(grid.rows) - 1, _FIRST_ROWS)):
        months = {at: found for at, value in enumerate(grid.rows[row]) if (found := _month(value))}
        days = {at: n for at, value in enumerate(grid.rows[row + 1]) if (n := _day(value)) and 1 <= n <= 31}
        if not months or len(days) < 2 or min(days) < min(months) or not _is_header_row(grid.rows[row + 1]):
            continue
        years = {year for cells in grid.rows[: row + 1] for v in cells for year in _YEAR.findall(text_of(v))}
        head = list(grid.rows[row + 1])
        for at, day in days.items():
            month, year = months[max(start for start in months if start <= at)]
            known = year or (years.copy().pop() if len(years) == 1 else "")
            head[at] = f"{day}.{month}.{known}"
        return Grid(grid.name, [*grid.rows[:row], [None] * len(head), head, *grid.rows[row + 2 :]])
    return grid


def _day(value: Cell) -> int | None:
    """Returns the number of a day, which its name may stand before (“Mon 7”)."""
    words = text_of(value).split()
    return number_of(words[-1]) if 1 <= len(words) <= 2 and not isinstance(value, date) else None


def _month(value: Cell) -> tuple[int, str] | None:
    if isinstance(value, date):
        return None
    words = text_of(value).replace("'", " ").split()
    month = month_of(words[0]) if 1 <= len(words) <= 2 else 0
    year = words[1] if len(words) == 2 and _YEAR.fullmatch(words[1]) else ""
    return (month, year) if month and (year or len(words) == 1) else None


def _is_header_row(cells: Sequence[Cell]) -> bool:
    return not text_of(cells[0] if cells else None) or any(
        meaning_of(text_of(value)) in PERSONAL for value in cells if isinstance(value, str)
    )


# ---- tables on their side -----------------------------------------------------------------------


def _turn_upright(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Returns a sheet with rows for columns from where its fields stand in the first column, each with what is asked
    for beside it. What stands above keeps its place."""
    if len(grid.rows) > _FIRST_ROWS:
        return grid
    if crossed := _turn_days_across(grid, vocabulary):
        return crossed
    start = next((r for r in range(len(grid.rows)) if _is_field(grid.rows[r], vocabulary)), None)
    if start is None:
        return grid
    rows = [*_rows_until_blank(grid, start)]
    fields = [meaning_of(text_of(cells[0])) for cells in rows if _is_field(cells, vocabulary)]
    people = bool(PERSONAL.intersection(fields))
    if sum(people or field in EVENT for field in fields) < 2 or not all(
        _is_field(c, vocabulary) or _is_label(c, vocabulary) for c in rows
    ):
        return grid
    width = max(len(cells) for cells in rows)
    turned = [[cells[at] if at < len(cells) else None for cells in rows] for at in range(width)]
    rest = grid.rows[start + len(rows) :]
    return Grid(grid.name, [*grid.rows[:start], *turned, *rest], range(start, start + width))


def _turn_days_across(grid: Grid, vocabulary: Vocabulary) -> Grid | None:
    """Returns a session matrix with its people down, where it has the days down and the people across; else None."""
    for start, cells in enumerate(grid.rows[:-2]):
        names = [text_of(value) for value in cells[1:] if text_of(value)]
        corner = text_of(cells[0]) if cells else ""
        if (
            len(names) < 2
            or (corner and meaning_of(corner) != "date")
            or not all(_is_person(n, vocabulary) for n in names)
        ):
            continue
        days = [*takewhile(lambda row: bool(row) and read_date(row[0]) is not None, grid.rows[start + 1 :])]
        marks = {text_of(value) for row in days for value in row[1:]} - {""}
        if len(days) < 2 or not marks or not all(says_present(mark) or says_absent(mark) for mark in marks):
            continue
        rows = [["Name", *cells[1:]], *days]
        width = max(map(len, rows))
        turned = [[row[at] if at < len(row) else None for row in rows] for at in range(width)]
        rest = grid.rows[start + len(rows) :]
        return Grid(grid.name, [*grid.rows[:start], *turned, *rest], range(start, start + width))
    return None


def _is_person(text: str, vocabulary: Vocabulary) -> bool:
    known = (
        any(vocabulary.exact(kind, text) for kind in VocabularyKind) or is_header_word(text) or vocabulary.country(text)
    )
    return is_name_like(text) and 2 <= len(text.split()) <= 4 and not known


def restore_positions(reading: Reading, grids: Sequence[Grid]) -> None:
    """Gives what was read in a table on its side the row where its columns begin, and the letter of the column."""
    turned = {grid.name: grid.turned for grid in grids if grid.turned}

    def place(row: _Placed) -> _Placed:
        rows = turned.get(row.sheet, range(0))
        found = row.row - 1 in rows
        return replace(row, row=rows.start + 1, column=letter(row.row - 1 - rows.start)) if found else row

    if turned:
        reading.attendances = [place(row) for row in reading.attendances]
        reading.headcounts = [place(row) for row in reading.headcounts]
        reading.not_counted = [place(row) for row in reading.not_counted]
        reading.rejected = [place(row) for row in reading.rejected]


def _rows_until_blank(grid: Grid, start: int) -> Iterator[Sequence[Cell]]:
    for cells in grid.rows[start:]:
        if not any(text_of(value) for value in cells):
            return
        yield cells


def _is_label(cells: Sequence[Cell], vocabulary: Vocabulary) -> bool:
    """Whether a row begins with words under which numbers or short texts can stand."""
    label = text_of(cells[0]) if cells else ""
    known = (
        meaning_of(label)
        or vocabulary.exact(VocabularyKind.COMMUNITY, label)
        or vocabulary.country(label)
        or is_total(label)
    )
    return bool(known) or all(number_of(value) is not None for value in cells[1:] if text_of(value))


def _is_field(cells: Sequence[Cell], vocabulary: Vocabulary) -> bool:
    """Whether a row begins with a field's name, and says in at least two cells what that asks for."""
    meaning = meaning_of(text_of(cells[0])) if cells and isinstance(cells[0], str) else ""
    told = [value for value in cells[1:] if text_of(value)]
    if meaning not in _FIELDS or len(told) < 2 or any(is_header_word(text_of(v)) for v in told if isinstance(v, str)):
        return False
    return all(_answers(meaning, value, vocabulary) for value in told)


def _answers(meaning: str, value: Cell, vocabulary: Vocabulary) -> bool:
    text = text_of(value)
    if meaning == "email":
        return is_email(text)
    if meaning in ("date", "birth_date"):
        return read_date(value) is not None
    if meaning == "title":
        return vocabulary.code(VocabularyKind.ACTIVITY, text) is not None
    if meaning in ("city", "activity", "community", "gender", "group", "role"):
        return vocabulary.code(VocabularyKind(meaning), text) is not None or bool(vocabulary.country(text))
    if meaning == "birth_year":
        return _YEAR_OF_BIRTH.fullmatch(text) is not None
    if meaning in ("name", "given_name", "family_name"):
        words = any(
            vocabulary.exact(kind, text)
            for kind in (VocabularyKind.COMMUNITY, VocabularyKind.GENDER, VocabularyKind.CITY, VocabularyKind.ROLE)
        )
        return is_name_like(text) and not words and len(text) > 2
    return False
