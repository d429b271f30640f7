"""Bringing a file: read it, say who is who by keyed digests, and store what it states in one transaction.

The same path serves a dry run, which stops before the commit. A file that cannot be read, or of which nothing can be
counted before a person answers, changes nothing.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import PurePath

import numpy as np
from sqlalchemy import Connection

from liaison_metrics.errors import RefusedFile
from liaison_metrics.facts import Codebooks, EventFact, HeadcountFact, NameForm
from liaison_metrics.intake.known import holdings, known_headcounts
from liaison_metrics.intake.report import EventInFile, FileReport, FileStatus
from liaison_metrics.intake.rows import (
    EncodedRows,
    as_columns,
    attendance_facts,
    encode_rows,
    facts_digest,
    headcount_facts,
)
from liaison_metrics.people.encoding import Encoder
from liaison_metrics.sealing import Seal
from liaison_metrics.sheets.model import AttendanceRow, Hints, NotCountedRow, Reading, RejectedRow
from liaison_metrics.sheets.reading import read_sheet
from liaison_metrics.store import uploads as stored
from liaison_metrics.store.facts import read_attendances_of_events, read_headcounts_of_events, read_name_forms
from liaison_metrics.texts import _
from liaison_metrics.workspace import Workspace

NO_HINTS = Hints()

Progress = Callable[[float, str], None]
"""Told how much is done (0 to 1) and what is being done."""


def import_file(
    workspace: Workspace,
    file: str,
    data: bytes,
    hints: Hints = NO_HINTS,
    *,
    dry_run: bool = False,
    demonstration: bool = False,
    progress: Progress = lambda share, what: None,
) -> FileReport:
    """Reads a file and stores what it states; returns what became of it.

    What is right is stored and what is not is left out and reported. The first real file takes the place of
    demonstration data. With *dry_run* nothing is stored, and the report says what would have been.
    """
    file = PurePath(file.replace("\\", "/")).name
    progress(0.0, _("Reading"))
    try:
        reading = read_sheet(file, data, workspace.project, hints)
    except RefusedFile as refusal:
        return FileReport(file, FileStatus.REFUSED, message=refusal.message, hint=refusal.hint)
    if not (reading.attendances or reading.headcounts or reading.not_counted):
        return _nothing_to_store(file, reading)
    progress(0.5, _("Recognising people"))
    encoded = encode_rows(reading, workspace.project, Encoder(workspace.secret))
    upload = _Upload(file, data, hints, reading, encoded)
    progress(0.7, _("Storing"))
    with workspace.store.writing(keep=not dry_run) as connection:
        report = _store(connection, workspace, upload, demonstration=demonstration)
    progress(1.0, _("Done"))
    return report


class _Upload:
    """A file on its way into the store."""

    def __init__(self, file: str, data: bytes, hints: Hints, reading: Reading, encoded: EncodedRows) -> None:
        self.file, self.hints, self.reading, self.encoded = file, hints, reading, encoded
        self.checksum = hashlib.sha256(data).hexdigest()
        self.facts_digest = facts_digest(encoded, reading)


def _nothing_to_store(file: str, reading: Reading) -> FileReport:
    waits = any(question.blocking for question in reading.questions)
    report = FileReport(file, FileStatus.NEEDS_MAPPING if waits else FileStatus.REFUSED)
    _fill_from_reading(report, reading)
    if not waits:
        report.message = _("No row of this file can be counted.")
        report.hint = _("See what is said of each row, correct the file, and bring it again.")
    return report


def _store(connection: Connection, workspace: Workspace, upload: _Upload, *, demonstration: bool) -> FileReport:
    if not demonstration and stored.holds_demonstration(connection):
        stored.clear_demonstration(connection)
    earlier = stored.same_upload(connection, upload.checksum, upload.facts_digest)
    reading = upload.reading
    events = stored.ensure_events(
        connection,
        [
            (EventFact(0, event.activity, event.city, event.date, event.title), _title_key(event.title))
            for event in reading.events
        ],
    )
    report = FileReport(upload.file, FileStatus.IMPORTED)
    _fill_from_reading(report, reading)
    _count(connection, workspace, upload, events, report)
    if earlier is not None:
        report.status, report.upload = FileStatus.ALREADY_IMPORTED, earlier
        return report
    if report.rejected or any(question.blocking for question in report.questions):
        report.status = FileStatus.PARTLY
    report.upload = stored.save_upload(connection, _facts(upload, events, report, Seal(workspace.secret)))
    return report


def _fill_from_reading(report: FileReport, reading: Reading) -> None:
    report.rows_read, report.tables = reading.rows_read, reading.tables
    report.not_counted, report.rejected, report.questions = reading.not_counted, reading.rejected, reading.questions


def _count(
    connection: Connection, workspace: Workspace, upload: _Upload, events: Sequence[int], report: FileReport
) -> None:
    """Fills in what the file holds, each person once an event, and how much of it the store knew before."""
    books, reading = Codebooks(), upload.reading
    before = read_attendances_of_events(connection, books, events)
    first_id = int(before.id[-1]) + 1 if len(before) else 1
    new = as_columns(upload.encoded, events, books, upload=0, first_id=first_id)
    cities = {number: event.city for number, event in zip(events, reading.events, strict=True)}
    forms = dict(upload.encoded.names)

    def names(keys: Sequence[int]) -> dict[int, NameForm]:
        return forms | read_name_forms(connection, [key for key in keys if key not in forms])

    held = holdings(new, before, cities, names)
    headcounts = [
        HeadcountFact(0, events[h.event], h.people, books.community.number(h.community), books.group.number(h.group),
                      books.gender.number(h.gender))
        for h in reading.headcounts
    ]  # fmt: skip
    report.repeated = int(held.repeated.sum())
    report.attendances = len(new) - report.repeated
    report.headcount = sum(h.people for h in headcounts)
    report.headcount_rows = len(headcounts)
    report.already_known = int(held.known.sum())
    report.already_known += known_headcounts(headcounts, read_headcounts_of_events(connection, books, events))
    report.repeated_rows = np.flatnonzero(held.repeated).tolist()
    report.events = _events_in_file(reading, events, new.event[~held.repeated].tolist(), headcounts)


def _events_in_file(
    reading: Reading, events: Sequence[int], attended: Sequence[int], headcounts: Sequence[HeadcountFact]
) -> list[EventInFile]:
    attendances = Counter(attended)
    people: Counter[int] = Counter()
    for headcount in headcounts:
        people[headcount.event] += headcount.people
    stated = dict(zip(events, reading.events, strict=True))
    return [
        EventInFile(event.activity, event.city, event.date, event.title, attendances[number], people[number])
        for number, event in stated.items()
        if attendances[number] or people[number]
    ]


def _facts(upload: _Upload, events: Sequence[int], report: FileReport, seal: Seal) -> stored.UploadFacts:
    reading, encoded = upload.reading, upload.encoded
    uncounted = [_place(row) | {"reason": row.reason.value} for row in reading.not_counted]
    uncounted += [_place(reading.attendances[position]) | {"reason": "repeated"} for position in report.repeated_rows]
    return stored.UploadFacts(
        upload={
            "file": upload.file, "checksum": upload.checksum, "facts_digest": upload.facts_digest,
            "partner": upload.hints.partner or "", "imported_at": datetime.now(UTC), "status": report.status.value,
            "rows_read": report.rows_read, "attendances": report.attendances, "headcount": report.headcount,
            "headcount_rows": report.headcount_rows, "not_counted": len(report.not_counted),
            "repeated": report.repeated, "already_known": report.already_known, "rejected": len(report.rejected),
        },
        attendances=attendance_facts(encoded, events),
        headcounts=headcount_facts(reading.headcounts, events),
        uncounted=uncounted,
        rejected=[
            _place(row) | {"value": seal.close(row.value), "reason": seal.close(row.reason), "fix": row.fix}
            for row in reading.rejected
        ],
        questions=[
            {
                "kind": question.kind, "value": seal.close(question.value), "text": seal.close(question.text),
                "suggestions": list(question.suggestions), "sheet": question.sheet, "rows": list(question.rows),
                "column": question.column,
            }
            for question in reading.questions
        ],
        names=encoded.names,
    )  # fmt: skip


def _place(row: AttendanceRow | NotCountedRow | RejectedRow) -> stored.Row:
    return {"sheet": row.sheet, "row": row.row, "column": row.column}


def _title_key(title: str) -> str:
    """Returns what two spellings of one title share: letters and digits, without case and accents."""
    letters = unicodedata.normalize("NFKD", title).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in letters if not unicodedata.combining(c)).split())
