"""Headcounts that can't be right as they stand: serial numbers of dates, and more people than any target of the
project."""

from __future__ import annotations

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import Place
from liaison_metrics.sheets.model import HeadcountRow, Reading
from liaison_metrics.sheets.remarks import ReaderRemarks, unlikely_number
from liaison_metrics.sheets.words.dates import FIRST_SERIAL_DAY


def reject_impossible_headcounts(reading: Reading, first: int, project: Project, remarks: ReaderRemarks) -> None:
    """Rejects the headcounts from position *first* on that can't be right, and asks about each number. A number that a
    person confirmed counts."""
    kept = reading.headcounts[:first]
    for row in reading.headcounts[first:]:
        answer = remarks.vocabulary.answers.code("headcount", str(row.people), row.sheet)
        if answer == "right" or not _is_impossible(row, project):
            kept.append(row)
            continue
        place = Place(sheet=row.sheet, row=row.row, column=row.column)
        remarks.ask("headcount", str(row.people), place)
        remarks.reject(row.sheet, row.row, row.column, str(row.people), unlikely_number(str(row.people)))
    reading.headcounts[:] = kept


def _is_impossible(row: HeadcountRow, project: Project) -> bool:
    first, last = ((day - FIRST_SERIAL_DAY).days for day in (project.start, project.end))
    return row.people > project.largest_target or first <= row.people <= last
