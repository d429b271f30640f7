"""What says that people don't count: a heading above them, the sheet's name, or their own row."""

from __future__ import annotations

from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import NotCountedReason

UNDER_HEADING = {
    NotCountedReason.ABSENT: (Reason.ABSENT_HEADING, Reason.ABSENT_BY_HEADING, Reason.ABSENT_BY_SHEET),
    NotCountedReason.STAFF: (Reason.STAFF_HEADING, Reason.STAFF_BY_HEADING, Reason.STAFF_BY_SHEET),
}
"""The reasons of a heading over people who don't count, of the people under it, and of people of a sheet named so."""

_BY_ROW = {NotCountedReason.ABSENT: Reason.ABSENT_BY_ROW, NotCountedReason.STAFF: Reason.STAFF_BY_ROW}


def because(reason: NotCountedReason, of_section: NotCountedReason | None, under_heading: bool) -> Reason:
    """Returns what says that a person doesn't count. *of_section* is the reason that holds for the people around them,
    by a heading or else by the sheet's name."""
    if of_section is not reason:
        return _BY_ROW[reason]
    return UNDER_HEADING[reason][1 if under_heading else 2]
