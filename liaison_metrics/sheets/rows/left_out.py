"""Leaves out the rows with a word of which somebody said that nobody knows what it means."""

from __future__ import annotations

from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import Reading
from liaison_metrics.sheets.remarks import ReaderRemarks


def leave_out_answered(reading: Reading, remarks: ReaderRemarks) -> None:
    """Takes the rows out of the reading, whatever they count for, and enters why."""
    left_out = {(sheet, row) for sheet, rows in remarks.left_out.items() for row in rows}
    if not left_out:
        return
    reading.attendances = [fact for fact in reading.attendances if (fact.sheet, fact.row) not in left_out]
    reading.headcounts = [fact for fact in reading.headcounts if (fact.sheet, fact.row) not in left_out]
    reading.not_counted = [row for row in reading.not_counted if (row.sheet, row.row) not in left_out]
    reading.rejected = [row for row in reading.rejected if (row.sheet, row.row) not in left_out]
    for sheet, row in left_out:
        remarks.entries.enter(sheet, row, Reason.ANSWERED)
