"""Encoding a file's rows for the store: names and other identifiers become keyed digests."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.facts import AttendanceColumns, Codebook, Codebooks, NameForm
from liaison_metrics.domain.people.encoding import Encoder, Identity, StatedIdentifiers
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

    def numbers_of_companions(self) -> Sequence[int]:
        """Returns for each row how many people it stands for beside its person."""
        if not self.companions:
            return [0] * len(self.rows)
        return [self.companions.get((row.event, row.sheet, row.row), 0) for row in self.rows]


def encode_rows(reading: Reading, project: Project, encoder: Encoder) -> EncodedRows:
    """Returns the attendances of a reading with a keyed digest in place of every identifier.

    A phone number without a country code gets that of the event city's country (counting.md, "One person").
    """
    countries = [project.city(event.city).country for event in reading.events]
    rows = reading.attendances
    identities = encoder.identities(
        StatedIdentifiers(
            [row.name for row in rows],
            [row.email for row in rows],
            [row.phone for row in rows],
            [row.birth for row in rows],
            [row.birth_year for row in rows],
            [countries[row.event] for row in rows],
        )
    )
    names: dict[int, NameForm] = {}
    for row, who in zip(rows, identities, strict=True):
        if who.name and who.name not in names:
            assert row.name is not None
            names[who.name] = encoder.name_form(row.name)
    companions = {
        (row.event, row.sheet, row.row): row.people for row in reading.headcounts if row.additional == COMPANIONS
    }
    return EncodedRows(rows, identities, names, companions)


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
    community = _numbers(codebooks.community, [row.community for row in rows])
    group = _numbers(codebooks.group, [row.group for row in rows])
    gender = _numbers(codebooks.gender, [row.gender for row in rows])
    event = np.fromiter((events[row.event] for row in rows), np.int64, count)
    return AttendanceColumns(
        ids, np.full(count, upload, np.int64), event, ids, name, email, phone, birth, year.astype(np.int16),
        community, group, gender, np.array(encoded.numbers_of_companions(), np.int16),
    )  # fmt: skip


def _numbers(codebook: Codebook, codes: Sequence[str | None]) -> NDArray[np.int16]:
    """Returns the number of each code. Each different code is looked up once."""
    known = {code: codebook.number(code) for code in dict.fromkeys(codes)}
    return np.fromiter(map(known.__getitem__, codes), np.int16, len(codes))


def attendance_rows(encoded: EncodedRows, events: Sequence[int]) -> list[Row]:
    """Returns the rows to store for a reading's attendances."""
    return [
        {
            "event_id": events[row.event], "sheet": row.sheet, "row": row.row, "column": row.column,
            "name": who[0], "email": who[1], "phone": who[2], "birth": who[3], "birth_year": who[4],
            "community": row.community, "group": row.group, "gender": row.gender,
            "companions": companions,
        }
        for row, who, companions in zip(encoded.rows, encoded.identities, encoded.numbers_of_companions(), strict=True)
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
    events = [(event.activity, event.city, event.date.isoformat(), event.title) for event in reading.events]
    attendances = ", ".join(  # row by row: a long sheet's tuples would take much memory
        repr((row.event, tuple(who), row.community, row.group, row.gender))
        for row, who in zip(encoded.rows, encoded.identities, strict=True)
    )
    headcounts = [
        (row.event, row.people, row.community, row.group, row.gender, row.age_band, row.additional)
        for row in reading.headcounts
    ]
    return hashlib.blake2b(f"[{events!r}, [{attendances}], {headcounts!r}]".encode(), digest_size=16).hexdigest()
