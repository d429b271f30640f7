"""What a file contains: each person counted once per event, and how much of it earlier uploads stated already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection

from liaison_metrics.domain.facts import Codebooks, EventFact, Facts, HeadcountFact, NameForm
from liaison_metrics.services.intake.already_known import known_headcounts, match_rows
from liaison_metrics.services.intake.encoded_rows import EncodedRows, as_columns
from liaison_metrics.services.intake.outcome import EventInFile
from liaison_metrics.services.workspace.workspace import PREVIEW
from liaison_metrics.sheets.model import Reading
from liaison_metrics.store.events import true_events
from liaison_metrics.store.facts import read_attendances_of_events, read_headcounts_of_events, read_name_forms

FIRST_ID = 1 << 40
"""The first id of attendances that are not stored: larger than the id of any stored one."""


@dataclass(frozen=True, slots=True)
class FileContents:
    """What a file contains. ``facts`` are its facts as those of the upload ``PREVIEW``, ``repeated_rows`` the positions
    of repeated rows among the file's attendances; for the other fields see ``FileReport``."""

    facts: Facts
    attendances: int
    headcount: int
    repeated_rows: Sequence[int]
    already_known: int
    beside: Sequence[int]
    events: Sequence[EventInFile]


def count_contents(
    connection: Connection, reading: Reading, encoded: EncodedRows, events: Sequence[int], books: Codebooks
) -> FileContents:
    """Returns what a file contains and how much of it the store knows. *events* are the ids of the reading's events in
    the store, in order."""
    event_facts = _corrected_events(connection, reading, events)
    counted = [fact.id for fact in event_facts]
    new = as_columns(encoded, counted, books, upload=PREVIEW, first_id=FIRST_ID)
    stored = read_attendances_of_events(connection, books, counted)

    def names(keys: Sequence[int]) -> dict[int, NameForm]:
        return {**encoded.names, **read_name_forms(connection, [key for key in keys if key not in encoded.names])}

    matches = match_rows(new, stored, {fact.id: fact.city for fact in event_facts}, names)
    headcounts = [
        HeadcountFact(
            PREVIEW, counted[row.event], row.people, books.community.number(row.community),
            books.group.number(row.group), books.gender.number(row.gender),
        )
        for row in reading.headcounts
    ]  # fmt: skip
    stored_headcounts = read_headcounts_of_events(connection, books, counted)
    facts_by_upload = Counter(stored.upload.tolist()) + Counter(fact.upload for fact in stored_headcounts)
    repeated_rows = np.flatnonzero(matches.repeated).tolist()
    return FileContents(
        facts=Facts(new, headcounts, list({fact.id: fact for fact in event_facts}.values())),
        attendances=len(new) - len(repeated_rows),
        headcount=sum(row.people for row in headcounts),
        repeated_rows=repeated_rows,
        already_known=int(matches.known.sum()) + known_headcounts(headcounts, stored_headcounts),
        beside=[upload for upload, _facts in facts_by_upload.most_common()],
        events=_events_in_file(reading, encoded, matches.repeated),
    )


def _corrected_events(connection: Connection, reading: Reading, events: Sequence[int]) -> list[EventFact]:
    """Returns the reading's events with corrections applied, in order."""
    corrected = true_events(connection)
    return [
        corrected.get(number, EventFact(number, event.activity, event.city, event.date, event.title))
        for number, event in zip(events, reading.events, strict=True)
    ]


def _events_in_file(reading: Reading, encoded: EncodedRows, repeated: np.ndarray) -> list[EventInFile]:
    attendances = Counter(
        row.event for row, is_repeated in zip(encoded.rows, repeated.tolist(), strict=True) if not is_repeated
    )
    people: Counter[int] = Counter()
    for row in reading.headcounts:
        people[row.event] += row.people
    return [
        EventInFile(event.activity, event.city, event.date, event.title, attendances[number], people[number])
        for number, event in enumerate(reading.events)
        if attendances[number] or people[number]
    ]
