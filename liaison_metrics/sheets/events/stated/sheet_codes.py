"""Codes of sign-in sheets in the cells of a file: which event a sheet is about, unless the sheet says otherwise."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from copy import copy
from dataclasses import replace
from datetime import date

from liaison_metrics.domain.events.sheet_codes import codes_in, is_valid, may_have_code, without_codes
from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.format import day as day_text
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.events.context_finder import EventContextFinder
from liaison_metrics.sheets.events.event_context import EventContext
from liaison_metrics.sheets.ledger.entries import FileEntries
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import Cell, Grid, Question, SourceEvent, Workbook
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.answers import CODED_EVENT, LEFT_OUT, SHEET_CODE, Answer, Answers
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import DateOrder, StatedDate, read_date
from liaison_metrics.texts import _, language

OF_CODE, OF_SHEET = "code", "sheet"
"""The answers: the event of the code, or the one that the sheet states."""

_MOST_WORDS = 6
"""Words in a cell with a code. A longer text is about the code, and stays."""


def codes_of(workbook: Workbook) -> list[str]:
    """Returns what looks like the code of a sign-in sheet in the cells of a file, each once."""
    return list(
        dict.fromkeys(code for grid in workbook.grids for codes in _codes_by_row(grid).values() for code in codes)
    )


def coded_event(code: str, event: SourceEvent) -> Answer:
    """Returns as an answer which event a code stands for."""
    return Answer(CODED_EVENT, code, json.dumps([event.activity, event.city, event.date.isoformat(), event.title]))


def _without_cells(grid: Grid, rows: Collection[int]) -> Grid:
    if not rows:
        return grid
    kept = [[_without_code(value) for value in cells] if at in rows else cells for at, cells in enumerate(grid.rows)]
    return replace(grid, rows=kept)


def _without_code(value: Cell) -> Cell:
    text = text_of(value)
    return None if codes_in(text) and len(without_codes(text).split()) <= _MOST_WORDS else value


def _codes_by_row(grid: Grid) -> dict[int, list[str]]:
    """Returns the codes in the rows of a sheet, by their positions."""
    if not may_have_code(_all_text(grid)):
        return {}  # once a sheet, for long ones
    found = {
        at: [code for value in cells if isinstance(value, str) for code in codes_in(value)]
        for at, cells in enumerate(grid.rows)
    }
    return {at: codes for at, codes in found.items() if codes}


def _all_text(grid: Grid) -> str:
    try:
        return "\n".join(map("\t".join, grid.rows))  # type: ignore[arg-type]  # cells of a text file are texts
    except TypeError:
        return "\n".join(value for cells in grid.rows for value in cells if isinstance(value, str))


class SheetCodes:
    """The codes in one file, and what follows from them for its tables. ``questions`` are those about them,
    ``without_cells`` is the file without the cells that hold nothing but a code, so that nobody takes one for a
    name."""

    def __init__(self, workbook: Workbook) -> None:
        by_row = [_codes_by_row(grid) for grid in workbook.grids]
        self._codes = {grid.name: rows for grid, rows in zip(workbook.grids, by_row, strict=True)}
        self.without_cells = replace(
            workbook, grids=[_without_cells(grid, rows) for grid, rows in zip(workbook.grids, by_row, strict=True)]
        )
        self.questions: list[Question] = []

    def anew(self) -> SheetCodes:
        """Returns the same codes, about which nothing has been asked."""
        other = copy(self)
        other.questions = []
        return other

    def enter(self, entries: FileEntries, read: Workbook) -> None:
        """Notes the rows with a code as labelled, in the file as it is *read*: sheets can be joined, or turned."""
        for grid in read.grids:
            rows = (row for row in self._codes.get(grid.name, ()) if row < len(grid.rows))
            entries.of_sheet(grid.name).enter_all(rows, Reason.LABELLED)

    def settle(
        self, table: Table, columns: Sequence[Column], context: EventContext, finder: EventContextFinder
    ) -> EventContext | Reason:
        """Returns a table's context with the event of the code on its sheet. It stays as it is without a code, and with
        one that nobody knows. Returns the reason why the table can't be read where the sheet plainly states another day
        or city, above the table or in its columns. ``questions`` then say so."""
        code, sheet, words = self._code_of(table), table.grid.name, finder.vocabulary
        answered = words.answers.code(SHEET_CODE, code, sheet) if code else OF_SHEET
        event = event_of_code(words.answers, code)
        if event is None and answered != OF_SHEET:
            self._ask(Question(SHEET_CODE, code, (OF_SHEET,), _unknown(code), sheet, preset=OF_SHEET, way_out=LEFT_OUT))
        if answered == LEFT_OUT:
            return Reason.LEFT_OUT
        if event is None or answered == OF_SHEET:
            return context
        said = _other_place(event, table, columns, finder) if answered is None else ""
        if said:
            text = _("The code {code} belongs to the event on {day} in {city}, but the sheet says {said}.").format(
                code=code, day=day_text(event.date), said=said,
                city=words.project.label(VocabularyKind.CITY, event.city, language()),
            )  # fmt: skip
            text = f"{text} {_('Which event is the sheet about?')}"
            self._ask(Question(SHEET_CODE, code, (OF_CODE, OF_SHEET), text, sheet, blocking=True, way_out=LEFT_OUT))
            return Reason.CODE_ASKED
        return _settled(context, event, columns)

    def _code_of(self, table: Table) -> str:
        """Returns the code of a table: the last one above it, or the only one on its sheet; "" for none."""
        rows = self._codes.get(table.grid.name, {})
        above = [code for row in table.context_rows for code in rows.get(row, ())]
        on_sheet = {code for codes in rows.values() for code in codes}
        return above[-1] if above else on_sheet.pop() if len(on_sheet) == 1 else ""

    def _ask(self, question: Question) -> None:
        if question not in self.questions:
            self.questions.append(question)


def event_of_code(answers: Answers, code: str) -> SourceEvent | None:
    """Returns the event that a code stands for, None if nobody knows it."""
    told = answers.code(CODED_EVENT, code)
    if told is None:
        return None
    activity, city, day, title = json.loads(told)
    return SourceEvent(activity, city, date.fromisoformat(day), title)


def _settled(context: EventContext, event: SourceEvent, columns: Sequence[Column]) -> EventContext:
    """Returns the context of a table that is about one event, whatever its columns and headings say of it."""
    for column in columns:
        if column.meaning in ("date", "activity", "title"):
            column.meaning = "unused"
        elif column.meaning == "city":
            column.meaning = "residence"
    return replace(
        context, activity=event.activity, city=event.city, date=StatedDate(day=event.date, year=event.date.year),
        title=event.title, only_file_dated=False, unknown={}, settled=True,
    )  # fmt: skip


def _other_place(event: SourceEvent, table: Table, columns: Sequence[Column], finder: EventContextFinder) -> str:
    """Returns the other day or city that a sheet plainly states, "" for none."""
    above, words = finder.above(table), finder.vocabulary
    dates = [above.date] if above.date else []
    cities = [above.city] if above.city else []
    for column in columns:
        if column.meaning == "date":
            dates += filter(None, (read_date(value, serials=True) for value in table.different_cells(column.at)))
        elif column.meaning == "city":
            told = {words.code(VocabularyKind.CITY, text_of(value)) or "" for value in table.different_cells(column.at)}
            cities += sorted(told) if event.city not in told else []
    other_days = (text for stated in dates if (text := _other_day(stated, event.date)))
    other_cities = (
        words.project.label(VocabularyKind.CITY, city, language()) for city in cities if city and city != event.city
    )
    return next(iter([*other_days, *other_cities]), "")


def _other_day(stated: StatedDate, day: date) -> str:
    """Returns a stated day if it is another one, in whatever order it is written; "" if it is the same."""
    days = [found for order in DateOrder if (found := stated.in_order(order, day.year))]
    return "" if day in days or not days else day_text(days[0])


def _unknown(code: str) -> str:
    if is_valid(code):
        text = _("The code {code} belongs to no planned event of this project.")
        why = _("The sheet may be from another project, or the event is no longer planned.")
    else:
        text = _("The code {code} is not written correctly.")
        why = _("Compare it with the printed sheet.")
    return f"{text.format(code=code)} {why} {_('What the sheet itself says is used.')}"
