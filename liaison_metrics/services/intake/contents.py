"""What a file contains: each person counted once per event, and how much of it earlier uploads stated already."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection

from liaison_metrics.domain.events.titles import title_key
from liaison_metrics.domain.facts import AttendanceColumns, Codebooks, EventMention, Facts, HeadcountFact, NameForm
from liaison_metrics.domain.index import IndexState, LiveIndex
from liaison_metrics.domain.index.checks import EventPair, pairs_to_check, uploads_stating_most
from liaison_metrics.domain.people.groups import Flags
from liaison_metrics.domain.people.names import NameForms
from liaison_metrics.errors import Place
from liaison_metrics.services.intake.already_known import joined, known_headcounts, match_rows, refined_ledger
from liaison_metrics.services.intake.encoded_rows import EncodedRows, as_columns
from liaison_metrics.services.intake.event_facts import FileEvents
from liaison_metrics.services.intake.outcome import EventInFile
from liaison_metrics.services.workspace.workspace import PREVIEW
from liaison_metrics.sheets.ledger.ledger import Ledger
from liaison_metrics.sheets.model import COMPANIONS, HeadcountRow, Reading, headcount_of
from liaison_metrics.store.facts import (
    band_number_of,
    read_attendances_of_events,
    read_headcounts_of_events,
    read_sources_of_headcounts,
    stated_number,
)
from liaison_metrics.store.records.name_forms import read_name_forms

FIRST_ID = 1 << 40
"""The first id of attendances that are not stored: larger than the id of any stored one."""


@dataclass(frozen=True, slots=True)
class FileContents:
    """What a file contains. ``facts`` are its facts as those of the upload ``PREVIEW``, ``repeated_rows`` the positions
    of repeated rows among the file's attendances; ``ledger`` is the reading's, with the rows that say nothing new as
    repeated or known; ``state`` is an index of the file's events alone, ``stated_before`` are the headcounts that
    stored uploads state of them; for the other fields see ``FileReport``."""

    facts: Facts
    attendances: int
    headcount: int
    repeated_rows: Sequence[int]
    already_known: int
    beside: Sequence[int]
    events: Sequence[EventInFile]
    checks: Sequence[EventPair]
    state: IndexState
    stated_before: Sequence[HeadcountFact]
    ledger: Ledger


def count_contents(
    connection: Connection, reading: Reading, encoded: EncodedRows, events: FileEvents, books: Codebooks
) -> FileContents:
    """Returns what a file contains and how much of it the store knows."""
    new = as_columns(encoded, events.ids, books, upload=PREVIEW, first_id=FIRST_ID)
    sources = events.sources()
    stored = read_attendances_of_events(connection, books, sources)
    stored_headcounts = read_headcounts_of_events(connection, books, sources)

    def names(keys: Sequence[int]) -> dict[int, NameForm]:
        return {**encoded.names, **read_name_forms(connection, keys)}  # a stored form never changes

    headcounts = _headcounts(reading, events, books, events.completes)
    state = _index(events, joined(stored, new), [*stored_headcounts, *headcounts], books, names)
    matches = match_rows(new, stored, state, names, events.completes)
    facts_by_upload = Counter(stored.upload.tolist()) + Counter(fact.upload for fact in stored_headcounts)
    known_heads = known_headcounts(state, headcounts, stored_headcounts)
    repeated_rows = np.flatnonzero(matches.repeated).tolist()
    return FileContents(
        facts=Facts(new, headcounts, list(dict.fromkeys(events.facts)), events.mentions),
        attendances=len(new) - len(repeated_rows),
        headcount=headcount_of(reading.headcounts),
        repeated_rows=repeated_rows,
        already_known=int(matches.known.sum()) + sum(known_heads),
        beside=[upload for upload, _facts in facts_by_upload.most_common()],
        events=_events_in_file(connection, reading, events, _Counted(encoded, matches.repeated, state)),
        state=state,
        stated_before=stored_headcounts,
        ledger=refined_ledger(reading, matches, known_heads),
        checks=[pair for pair in pairs_to_check(state) if {pair.a.id, pair.b.id} & events.events],
    )


def _index(
    events: FileEvents,
    attendances: AttendanceColumns,
    headcounts: Sequence[HeadcountFact],
    books: Codebooks,
    names: NameForms,
) -> IndexState:
    """Returns an index of the file's events alone, with all that the store and the file state of them."""
    sources = events.calendar.sources
    needed = set(events.sources())
    facts = [fact for fact in sources.facts.values() if fact.id in needed]
    mentions = [
        EventMention(event, upload, sheet, listed, sources.completes.get(upload, 0))
        for event in needed
        for (upload, sheet), listed in sources.mentions.get(event, {}).items()
    ]
    found = Facts(attendances, headcounts, facts, mentions)
    return LiveIndex(found, books, names, events=sources.decisions).state


def _headcounts(reading: Reading, events: FileEvents, books: Codebooks, completes: int) -> list[HeadcountFact]:
    return [
        HeadcountFact(
            PREVIEW, events.ids[row.event], row.people, stated_number(books.community, row.community),
            stated_number(books.group, row.group), stated_number(books.gender, row.gender),
            band_number_of(row.age_band), row.sheet, row.additional, completes,
        )
        for row in reading.headcounts
        if row.additional != COMPANIONS
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Counted:
    """The rows of a file, which of them are repeated, and the index of its events."""

    encoded: EncodedRows
    repeated: Flags
    state: IndexState


def _events_in_file(
    connection: Connection, reading: Reading, events: FileEvents, counted: _Counted
) -> list[EventInFile]:
    state = counted.state
    attendances = Counter(
        row.event
        for row, is_repeated in zip(counted.encoded.rows, counted.repeated.tolist(), strict=True)
        if not is_repeated
    )
    stated: dict[int, list[HeadcountRow]] = defaultdict(list)
    for row in reading.headcounts:
        stated[row.event].append(row)
    people = Counter({event: headcount_of(rows) for event, rows in stated.items()})

    stating = _Stating(connection, reading, events, state)
    found = []
    for number, event in enumerate(reading.events):
        if attendances[number] or people[number]:
            counts_as = state.calendar.event_of[events.ids[number]]
            found.append(
                EventInFile(
                    event.activity, event.city, event.date, event.title, attendances[number], people[number],
                    state.count_of(counts_as), counts_as, _other_titles(state, counts_as, event.title),
                    stating.places(counts_as),
                )
            )  # fmt: skip
    return found


class _Stating:
    """Knows in which rows of which files the numbers stand that count for the events of a file."""

    def __init__(self, connection: Connection, reading: Reading, events: FileEvents, state: IndexState) -> None:
        self._connection, self._state = connection, state
        own = (
            (events.ids[row.event], Place("", row.sheet, row.row)) for row in reading.headcounts if not row.additional
        )
        self._places = {PREVIEW: self._by_event(own)}

    def places(self, event: int) -> tuple[Place, ...]:
        """Returns a place in each file whose number counts for an event; it has no row where there are several."""
        found = []
        for upload in uploads_stating_most(self._state, event):
            if upload not in self._places:
                stored = read_sources_of_headcounts(self._connection, upload)
                self._places[upload] = self._by_event((e, Place(s.file, s.sheet, s.row)) for e, s in stored)
            rows = self._places[upload].get(event, [])
            found.append(rows[0] if len(set(rows)) == 1 else Place(rows[0].file if rows else ""))
        return tuple(found)

    def _by_event(self, stated: Iterable[tuple[int, Place]]) -> dict[int, list[Place]]:
        found: dict[int, list[Place]] = defaultdict(list)
        for source, place in stated:
            if source in self._state.calendar.event_of:
                found[self._state.calendar.event_of[source]].append(place)
        return found


def _other_titles(state: IndexState, event: int, title: str) -> tuple[str, ...]:
    """Returns the other titles of an event that was joined because its titles are near."""
    derived = state.calendar.derived[event]
    titles = (derived.fact.title, *derived.near) if derived.near else ()
    return tuple(other for other in titles if title_key(other) != title_key(title))
