"""Rearranges unusual layouts into rows under headers before the tables are read: form groups that refer to another
sheet, days under month names, fields in the first column, people in lines with labels.

Rows keep their numbers, except in a table that lies on its side: there each person is a column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from liaison_metrics.sheets.model import (
    Cell,
    Grid,
    Workbook,
)
from liaison_metrics.sheets.tables.codes.codebooks import spell_out_codes
from liaison_metrics.sheets.tables.codes.coded_people import without_codes_of_people
from liaison_metrics.sheets.tables.codes.listed_events import join_listed_events
from liaison_metrics.sheets.tables.codes.listed_people import join_listed_people
from liaison_metrics.sheets.tables.codes.marks.absence_registers import with_presence_marked
from liaison_metrics.sheets.tables.codes.marks.told_by_number import with_marks_told_by_number
from liaison_metrics.sheets.tables.codes.marks.told_by_sums import with_marks_told_by_sums
from liaison_metrics.sheets.tables.codes.names_for_codes import with_names_in_place
from liaison_metrics.sheets.tables.codes.same_people import name_repeated_people
from liaison_metrics.sheets.tables.days.days_in_cells import with_column_for_each_day
from liaison_metrics.sheets.tables.days.days_logged import with_lists_of_names
from liaison_metrics.sheets.tables.days.months.month_days import date_days_of_months
from liaison_metrics.sheets.tables.days.months.month_sheets import month_of_sheet
from liaison_metrics.sheets.tables.days.months.stacked_months import with_months_in_headers
from liaison_metrics.sheets.tables.days.months.weekly import with_weeks_dated
from liaison_metrics.sheets.tables.days.numbered_dates import date_numbered_sessions
from liaison_metrics.sheets.tables.days.sheets_of_days import with_days_from_cover
from liaison_metrics.sheets.tables.days.two_rows import with_days_in_header, with_plain_days_over_groups
from liaison_metrics.sheets.tables.lists.beside.marked_groups import with_groups_headed
from liaison_metrics.sheets.tables.lists.columns_of_names import with_names_headed
from liaison_metrics.sheets.tables.lists.counts.by_hour.hours_in_columns import with_hours_joined
from liaison_metrics.sheets.tables.lists.counts.comparisons import with_badges_headed, with_those_who_came
from liaison_metrics.sheets.tables.lists.counts.corrections import with_corrections
from liaison_metrics.sheets.tables.lists.counts.counted_lines import gather_counted_lines
from liaison_metrics.sheets.tables.lists.counts.labelled_counts import without_line_numbers, without_team_of_counts
from liaison_metrics.sheets.tables.lists.counts.people_below import with_people_below
from liaison_metrics.sheets.tables.lists.counts.people_by_label import people_by_label
from liaison_metrics.sheets.tables.lists.counts.strokes import with_strokes_counted
from liaison_metrics.sheets.tables.lists.counts.summary_boxes import without_summary_box
from liaison_metrics.sheets.tables.lists.counts.summed_lines import without_parts_of_sum
from liaison_metrics.sheets.tables.lists.counts.tables_below import without_tables_below
from liaison_metrics.sheets.tables.lists.counts.units.counted_parts import with_parts_of_day_together
from liaison_metrics.sheets.tables.lists.counts.units.counted_units import with_units_headed
from liaison_metrics.sheets.tables.lists.counts.units.tied_units import with_who_came_headed
from liaison_metrics.sheets.tables.lists.labelled.labelled_events import gather_labelled_events
from liaison_metrics.sheets.tables.lists.labelled.labelled_people import gather_labelled_people
from liaison_metrics.sheets.tables.lists.listed_in_cells import split_listed_people
from liaison_metrics.sheets.tables.lists.names_in_columns import join_columns_of_names
from liaison_metrics.sheets.tables.lists.pasted_lists import split_pasted_list
from liaison_metrics.sheets.tables.lists.prose.answers_of_coming import with_answers_of_coming
from liaison_metrics.sheets.tables.lists.prose.letters import with_whole_lines, without_letter
from liaison_metrics.sheets.tables.lists.prose.logs.event_lines import gather_event_lines
from liaison_metrics.sheets.tables.lists.prose.logs.interviews import tells_of_interviews, with_people_of_interviews
from liaison_metrics.sheets.tables.lists.prose.logs.lines_alike import gather_lines_alike
from liaison_metrics.sheets.tables.lists.prose.logs.told_events import gather_told_events
from liaison_metrics.sheets.tables.lists.prose.messages import without_stamps
from liaison_metrics.sheets.tables.lists.prose.minutes import gather_minutes
from liaison_metrics.sheets.tables.lists.prose.times_of_coming import with_times_of_coming
from liaison_metrics.sheets.tables.transposed import turn_upright
from liaison_metrics.sheets.words.cells import is_phone, text_of
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_TYPED_ROWS = 2_000
_LONGEST_DITTO = 15
_DITTO_SIGNS = frozenset(('"', "''", "〃", "“", "”", "„", "″", "´´", "``"))
_LINE = re.compile(r"(?:\d{1,3}\s*[.)]\s*)?([^\W\d][^\d]*?)\s*[-–—;,:]\s*([+(\d][\d\s()/-]*\d)\s*[-–—;,:]\s*(.+)")
_FEWEST_LINES = 4
"""Fewer lines with a phone number may be the contacts under a letter."""

_PARENT, _INDEX = "_parent_index", "_index"

_ONE_TO_ONE = "interview"
"""The activity that one person at a time takes part in."""

_COUNTS = ("people", "total")
"""Meanings of columns that count an event's people: a row of the list is one of them, and does not stand for all."""


def rearrange_layouts(
    workbook: Workbook, vocabulary: Vocabulary, activity: str | None = None, *, by_sums: bool = False
) -> Workbook:
    """Returns the workbook with every sheet as rows under headers. *activity* is the one that a person named.
    *by_sums*: nothing but sums and what is left tells which numbers of a table are who came."""
    grids = [_with_counts_in_place(grid, vocabulary) for grid in workbook.grids]
    grids = [with_who_came_headed(grid, vocabulary, proven=not by_sums) for grid in grids]
    workbook = spell_out_codes(replace(workbook, grids=list(map(with_names_headed, grids))), vocabulary)
    talks = activity == _ONE_TO_ONE or tells_of_interviews([PurePath(workbook.file).stem])
    grids = [_with_people_in_rows(grid, vocabulary, talks=talks) for grid in workbook.grids]
    days = _with_days_in_headers(grids, PurePath(workbook.file).stem)
    upright = [grid if grid.pasted else turn_upright(grid, vocabulary) for grid in days]
    upright = [with_presence_marked(with_marks_told_by_sums(with_marks_told_by_number(grid))) for grid in upright]
    upright = [with_times_of_coming(with_answers_of_coming(grid)) for grid in upright]
    joined = _join_parent_rows(with_days_from_cover(join_listed_people(upright)))
    return replace(workbook, grids=join_listed_events(joined))


def _with_counts_in_place(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Returns a sheet of numbers with those that count: of forms, strokes, plans beside what came, and corrections."""
    plain = without_line_numbers(with_hours_joined(_without_left_margin(grid)))
    stroked = with_badges_headed(with_strokes_counted(plain))
    counted = without_team_of_counts(with_those_who_came(with_corrections(stroked)))
    together = with_parts_of_day_together(without_parts_of_sum(counted, vocabulary), vocabulary)
    return with_units_headed(together, vocabulary)


def _with_people_in_rows(grid: Grid, vocabulary: Vocabulary, *, talks: bool) -> Grid:
    """Returns a sheet with one row for each of the people that texts, messages and cells name."""
    grid = with_names_in_place(
        _without_frame(without_stamps(without_summary_box(without_tables_below(with_people_below(grid)))))
    )
    if not grid.pasted:
        grid = _split_lines(_fill_dittos(_gather_people(name_repeated_people(grid), vocabulary)))
    coded = without_codes_of_people(grid, vocabulary)
    logged = coded is grid and not grid.pasted
    grid = with_people_of_interviews(grid, vocabulary, told=talks) if logged else coded
    grid = grid if grid.pasted else with_groups_headed(grid, vocabulary)
    return grid if grid.pasted else split_pasted_list(join_columns_of_names(grid, vocabulary), vocabulary)


def _with_days_in_headers(grids: Sequence[Grid], file: str) -> Iterator[Grid]:
    """Yields the sheets with the days of a register in its header, whatever row, cell or sheet states them."""
    for grid in grids:
        month = month_of_sheet(grid, grids)
        headed = grid if grid.pasted else with_days_in_header(with_column_for_each_day(with_lists_of_names(grid)))
        headed = headed if headed.pasted else with_weeks_dated(with_plain_days_over_groups(headed))
        named = with_months_in_headers(headed, month)
        yield named if named.pasted else date_days_of_months(date_numbered_sessions(named, grids), month or file)


def _without_frame(grid: Grid) -> Grid:
    """Returns a sheet of text without the lines of a letter around it."""
    return grid if grid.pasted else without_letter(with_whole_lines(grid))


def _without_left_margin(grid: Grid) -> Grid:
    """Returns a sheet without the empty columns left of all its cells."""
    if any(row and text_of(row[0]) for row in grid.rows):
        return grid
    filled = ((at for at, value in enumerate(row) if text_of(value)) for row in grid.rows)
    first = min((at for places in filled for at in (next(places, None),) if at is not None), default=0)
    return replace(grid, rows=[row[first:] for row in grid.rows])


def _gather_people(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Returns a sheet of labels, or of minutes, with a row for each of the people or events in it."""
    labelled = gather_labelled_people(gather_labelled_events(grid, vocabulary))
    if labelled is not grid or people_by_label(grid, vocabulary):
        return labelled
    told = gather_event_lines(grid, vocabulary)
    told = told if told is not grid else gather_lines_alike(grid, vocabulary)
    told = told if told is not grid else gather_told_events(grid, vocabulary)
    told = told if told is not grid else gather_counted_lines(grid, vocabulary)
    if told is not grid:
        return told
    minutes = gather_minutes(grid, vocabulary)
    return minutes if minutes is not grid else split_listed_people(grid)


# ---- cells that stand for the one above ---------------------------------------------------------


def _fill_dittos(grid: Grid) -> Grid:
    """Returns a sheet with ditto marks replaced by the cell above."""
    if len(grid.rows) > _TYPED_ROWS or not any(_is_ditto(value) for cells in grid.rows for value in cells):
        return grid
    rows: list[Sequence[Cell]] = []
    for cells in grid.rows:
        above = rows[-1] if rows else ()
        rows.append([above[at] if at < len(above) and _is_ditto(value) else value for at, value in enumerate(cells)])
    return replace(grid, rows=rows)


def _is_ditto(value: Cell) -> bool:
    if not isinstance(value, str) or not value or len(value) > _LONGEST_DITTO:
        return False
    return value.strip(" -–—.") in _DITTO_SIGNS or normal(value) in tools("ditto")


# ---- people in lines of text ---------------------------------------------------------------------


def _split_lines(grid: Grid) -> Grid:
    """Returns a sheet of one column with its lines "name - phone - country" as cells, if it has several of them."""
    if any(len(cells) > 1 for cells in grid.rows[:_TYPED_ROWS]):
        return grid
    parts = [_LINE.fullmatch(text_of(cells[0])) if cells else None for cells in grid.rows]
    if sum(found is not None and is_phone(found[2]) for found in parts) < _FEWEST_LINES:
        return grid
    rows = [
        list(found.groups()) if found and is_phone(found[2]) else cells
        for found, cells in zip(parts, grid.rows, strict=True)
    ]
    return replace(grid, rows=rows)


# ---- groups of a form ---------------------------------------------------------------------------


def _join_parent_rows(grids: Sequence[Grid]) -> list[Grid]:
    """Returns the sheets, each row joined with the row it refers to by number. Sheets that are only referred to are
    dropped."""
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


def _joined(grid: Grid, at: int, parent: Grid, index: int) -> Iterator[list[Cell]]:
    own = {text_of(value).lower() for value in grid.rows[0]}
    heads = [text_of(value).lower() for value in parent.rows[0]]
    kept = [
        c for c, head in enumerate(heads)
        if not head.startswith("_") and head not in own | {"start", "end"} and meaning_of(head) not in _COUNTS
    ]  # fmt: skip
    rows = {text_of(row[index]): row for row in parent.rows[1:] if index < len(row)}
    width = len(grid.rows[0])
    for number, row in enumerate(grid.rows):
        said = parent.rows[0] if number == 0 else rows.get(text_of(row[at]) if at < len(row) else "", ())
        more = [said[c] if c < len(said) else None for c in kept]
        yield [*row, *[None] * (width - len(row)), *more]
