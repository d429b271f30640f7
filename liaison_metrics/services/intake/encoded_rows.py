"""Encoding a file's rows for the store: names and other identifiers become keyed digests."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from liaison_metrics.domain.facts import AttendanceColumns, Codebooks, NameForm
from liaison_metrics.domain.people.encoding import Encoder, Identity
from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import COMPANIONS, AttendanceRow, HeadcountRow, Reading
from liaison_metrics.store.uploads import Row


@dataclass(frozen=True, slots=True)
class EncodedRows:
    """A reading's attendances, the keyed digests of their people (``identities``, one per row), and the forms of their
    names."""

    rows: Sequence[AttendanceRow]
    identities: Sequence[Identity]
    names: Mapping[int, NameForm]
    companions: Mapping[tuple[int, str, int], int]

    def companions_of(self, row: AttendanceRow) -> int:
        """Returns how many people a row stands for beside its person."""
        return self.companions.get((row.event, row.sheet, row.row), 0) if self.companions else 0


def encode_rows(reading: Reading, project: Project, encoder: Encoder) -> EncodedRows:
    """Returns the attendances of a reading with a keyed digest in place of every identifier.

    A phone number without a country code gets that of the event city's country (counting.md, "One person").
    """
    countries = [project.city(event.city).country for event in reading.events]
    identity = encoder.identity
    identities: list[Identity] = []
    names: dict[int, NameForm] = {}
    for row in reading.attendances:
        who = identity(row.name, row.email, row.phone, row.birth, row.birth_year, countries[row.event])
        identities.append(who)
        if who.name and who.name not in names:
            assert row.name is not None
            names[who.name] = encoder.name_form(row.name)
    companions = {
        (row.event, row.sheet, row.row): row.people for row in reading.headcounts if row.additional == COMPANIONS
    }
    return EncodedRows(reading.attendances, identities, names, companions)


def as_columns(
    encoded: EncodedRows, events: Sequence[int], codebooks: Codebooks, *, upload: int, first_id: int
) -> AttendanceColumns:
    """Returns encoded rows as columns, as if they were stored as that upload with ids from *first_id* on.

    *events* are the ids of the reading's events, in order.
    """
    rows, count = encoded.rows, len(encoded.rows)
    who = np.array(encoded.identities, dtype=np.int64).reshape(count, 5)
    ids = np.arange(first_id, first_id + count, dtype=np.int64)
    name, email, phone, birth, year = (np.ascontiguousarray(who[:, position]) for position in range(5))
    community, group, gender = (
        np.fromiter((book.number(getattr(row, word)) for row in rows), np.int16, count)
        for word, book in (
            ("community", codebooks.community),
            ("group", codebooks.group),
            ("gender", codebooks.gender),
        )
    )
    event = np.fromiter((events[row.event] for row in rows), np.int64, count)
    return AttendanceColumns(
        ids, np.full(count, upload, np.int64), event, ids, name, email, phone, birth, year.astype(np.int16),
        community, group, gender, np.fromiter((encoded.companions_of(row) for row in rows), np.int16, count),
    )  # fmt: skip


def attendance_rows(encoded: EncodedRows, events: Sequence[int]) -> list[Row]:
    """Returns the rows to store for a reading's attendances."""
    return [
        {
            "event_id": events[row.event], "sheet": row.sheet, "row": row.row, "column": row.column,
            "name": who[0], "email": who[1], "phone": who[2], "birth": who[3], "birth_year": who[4],
            "community": row.community, "group": row.group, "gender": row.gender,
            "companions": encoded.companions_of(row),
        }
        for row, who in zip(encoded.rows, encoded.identities, strict=True)
    ]  # fmt: skip


def headcount_rows(headcounts: Sequence[HeadcountRow], events: Sequence[int]) -> list[Row]:
    """Returns the rows to store for a reading's headcounts."""
    return [
        {
            "event_id": events[row.event], "sheet": row.sheet, "row": row.row, "column": row.column,
            "people": row.people, "community": row.community, "group": row.group, "gender": row.gender,
            "age_band": row.age_band, "additional": row.additional,
        }
        for row in headcounts
        if row.additional != COMPANIONS
    ]  # fmt: skip


def facts_digest(encoded: EncodedRows, reading: Reading) -> str:
    """Returns a digest of everything that a file states. It depends on how the file was read: other options, or other
    words of the project, can give another digest."""
    stated: list[Any] = [
        [(event.activity, event.city, event.date.isoformat(), event.title) for event in reading.events],
        [
            (row.event, tuple(who), row.community, row.group, row.gender)
            for row, who in zip(encoded.rows, encoded.identities, strict=True)
        ],
        [
            (row.event, row.people, row.community, row.group, row.gender, row.age_band, row.additional)
            for row in reading.headcounts
        ],
    ]
    return hashlib.blake2b(repr(stated).encode(), digest_size=16).hexdigest()
