"""What a file holds, each person once, how much of it was known before, and what it would do to the figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from sqlalchemy import Connection

from liaison_metrics.domain.facts import Codebooks, EventFact, Facts, HeadcountFact, NameForm
from liaison_metrics.services.intake.already_known import holdings, known_headcounts
from liaison_metrics.services.intake.encoded_rows import EncodedRows, as_columns
from liaison_metrics.services.intake.outcome import EventInFile, FileReport, RepeatedRow
from liaison_metrics.services.workspace.workspace import PREVIEW
from liaison_metrics.sheets.model import Reading
from liaison_metrics.store.events import true_events
from liaison_metrics.store.facts import read_attendances_of_events, read_headcounts_of_events, read_name_forms

FIRST_ID = 1 << 40
"""The first id of attendances that are not stored: above all that are."""


def count(
    connection: Connection,
    reading: Reading,
    encoded: EncodedRows,
    events: Sequence[int],
    books: Codebooks,
    report: FileReport,
) -> Facts:
    """Fills in what the file holds and how much of it the store knew before; returns its facts. *events* are the
    store's ids of the reading's events."""
    true = true_events(connection)
    facts = [
        true.get(number, EventFact(number, event.activity, event.city, event.date, event.title))
        for number, event in zip(events, reading.events, strict=True)
    ]
    counted = [fact.id for fact in facts]
    before = read_attendances_of_events(connection, books, counted)
    new = as_columns(encoded, counted, books, upload=PREVIEW, first_id=FIRST_ID)
    forms = dict(encoded.names)

    def names(keys: Sequence[int]) -> dict[int, NameForm]:
        return forms | read_name_forms(connection, [key for key in keys if key not in forms])

    held = holdings(new, before, {fact.id: fact.city for fact in facts}, names)
    headcounts = [
        HeadcountFact(
            PREVIEW, counted[row.event], row.people, books.community.number(row.community),
            books.group.number(row.group), books.gender.number(row.gender),
        )
        for row in reading.headcounts
    ]  # fmt: skip
    report.repeated = int(held.repeated.sum())
    report.attendances = len(new) - report.repeated
    report.headcount = sum(row.people for row in headcounts)
    report.headcount_rows = len(headcounts)
    report.already_known = int(held.known.sum())
    headcounts_before = read_headcounts_of_events(connection, books, counted)
    report.already_known += known_headcounts(headcounts, headcounts_before)
    stating = Counter(before.upload.tolist()) + Counter(fact.upload for fact in headcounts_before)
    report.beside = [upload for upload, _facts in stating.most_common()]
    report.repeated_rows = np.flatnonzero(held.repeated).tolist()
    again = (reading.attendances[position] for position in report.repeated_rows)
    report.repeats = [RepeatedRow(row.sheet, row.row, row.column) for row in again]
    report.events = _events_in_file(reading, encoded, held.repeated)
    return Facts(new, headcounts, list({fact.id: fact for fact in facts}.values()))


def _events_in_file(reading: Reading, encoded: EncodedRows, repeated: np.ndarray) -> list[EventInFile]:
    attendances = Counter(row.event for row, again in zip(encoded.rows, repeated.tolist(), strict=True) if not again)
    people: Counter[int] = Counter()
    for row in reading.headcounts:
        people[row.event] += row.people
    return [
        EventInFile(event.activity, event.city, event.date, event.title, attendances[number], people[number])
        for number, event in enumerate(reading.events)
        if attendances[number] or people[number]
    ]
