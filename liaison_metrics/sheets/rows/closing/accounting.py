"""Accounts for every row of a file: what was read from it, else what the passes said about it."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter, mul

from liaison_metrics.sheets.events.text_rows import enter_rest
from liaison_metrics.sheets.ledger.entries import FileEntries, SheetEntries
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.ledger.ledger import CODE_OF, Ledger, SheetLedger
from liaison_metrics.sheets.model import AttendanceRow, Grid, Reading, Workbook
from liaison_metrics.sheets.remarks import ReaderRemarks
from liaison_metrics.sheets.words.cells import text_of

_NOT_ABOUT_THE_ROW = frozenset(("total", "headcount"))
"""Kinds of questions whose row stays what it is: the total that disagrees, the number that was rejected."""


def leave_out_answered(reading: Reading, remarks: ReaderRemarks) -> None:
    """Takes out of a reading the rows with a word of which somebody said that nobody knows what it means."""
    left_out = {(sheet, row) for sheet, rows in remarks.left_out.items() for row in rows}
    if not left_out:
        return
    reading.attendances = [fact for fact in reading.attendances if (fact.sheet, fact.row) not in left_out]
    reading.headcounts = [fact for fact in reading.headcounts if (fact.sheet, fact.row) not in left_out]
    reading.not_counted = [row for row in reading.not_counted if (row.sheet, row.row) not in left_out]
    reading.rejected = [row for row in reading.rejected if (row.sheet, row.row) not in left_out]
    for sheet, row in left_out:
        remarks.entries.enter(sheet, row, Reason.ANSWERED)


def ledger_of(reading: Reading, entries: FileEntries, original: Workbook, rearranged: Workbook) -> Ledger:
    """Returns the ledger of a file. *entries* are about the rows of the *rearranged* workbook, as are the places of the
    *reading*; the ledger is about those of the *original*."""
    _enter_outcomes(reading, entries)
    grids = {grid.name: grid for grid in rearranged.grids}
    for grid in grids.values():
        enter_rest(grid, entries.of_sheet(grid.name))
    return Ledger(
        tuple(
            _sheet_ledger(grid, grids[grid.name], entries.of_sheet(grid.name))
            if grid.name in grids
            else _joined_ledger(grid)
            for grid in original.grids
        )
    )


def _enter_outcomes(reading: Reading, entries: FileEntries) -> None:
    """Enters the rows that something was read from."""
    for heads in reading.headcounts:
        entries.enter(heads.sheet, heads.row, Reason.BESIDE_LIST if heads.additional else Reason.NUMBER)
    for rejected in reading.rejected:
        entries.enter(rejected.sheet, rejected.row, Reason.REJECTED)
    for question in reading.questions:
        if question.kind not in _NOT_ABOUT_THE_ROW:
            for row in question.rows:
                entries.enter(question.sheet, row, Reason.ASKED)
    for sheet, people in groupby(reading.attendances, attrgetter("sheet")):
        enter = entries.of_sheet(sheet).enter
        for person in people:
            enter(person.row, _reason_of(person))


def _reason_of(person: AttendanceRow) -> Reason:
    if person.column:
        return Reason.MARKED
    if person.name:
        return Reason.NAMED
    return Reason.CONTACT if person.email or person.phone else Reason.UNNAMED


def _filled(grid: Grid) -> bytes:
    """Returns a 1 for each row that is not empty."""
    return bytes(any(map(text_of, cells)) for cells in grid.rows)


def _sheet_ledger(grid: Grid, read: Grid, entries: SheetEntries) -> SheetLedger:
    """Returns the ledger of a sheet that was read as another grid: with a table turned upright, the months written
    into the days below them, or the lines about a person gathered in one row."""
    filled = _filled(grid)
    fields = range(read.turned.start, read.turned.start + read.fields)
    said = _turned_back(read, entries.codes, fields, len(filled)) if fields else entries.codes
    codes = bytearray(map(mul, said, filled))  # empty rows have no fate
    for at in [at for at, (code, is_filled) in enumerate(zip(codes, filled, strict=True)) if is_filled and not code]:
        moved = not fields and not any(map(text_of, read.rows[at]))
        several = sum(map(bool, map(text_of, grid.rows[at]))) > 1
        label = (
            Reason.LABELLED
            if at in read.gathered or at in read.emptied
            else Reason.MONTHS
            if several
            else Reason.NO_PERSON
        )
        codes[at] = CODE_OF[label if moved else Reason.NOT_UNDERSTOOD]
    return SheetLedger(grid.name, bytes(codes), filled, fields)


def _turned_back(read: Grid, entered: bytearray, fields: range, rows: int) -> bytearray:
    """Returns the codes of a sheet's rows in the file. Every row of the table on its side has the strongest one."""
    codes = bytearray(rows)
    for position, code in enumerate(entered):
        at = read.position_in_file(position)
        if code and at < rows:
            codes[at] = min(code, codes[at] or code)
    for at in fields:
        codes[at] = codes[fields.start]
    return codes


def _joined_ledger(grid: Grid) -> SheetLedger:
    """Returns the ledger of a sheet whose rows were joined with those of another sheet that refers to them."""
    filled = _filled(grid)
    codes = bytearray(len(grid.rows))
    for at, is_filled in enumerate(filled):
        codes[at] = CODE_OF[Reason.JOINED if at else Reason.TABLE_HEADER] if is_filled else 0
    return SheetLedger(grid.name, bytes(codes), bytes(filled))
