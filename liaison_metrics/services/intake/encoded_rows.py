"""Encoding a file's rows for the store: names and other identifiers become keyed digests. The rows of forgotten people
lose theirs before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.facts import AttendanceColumns, Codebook, Codebooks, NameForm
from liaison_metrics.domain.forgotten import Traces, address_of, token_in
from liaison_metrics.domain.people.encoding import Encoder, Identity, StatedIdentifiers
from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import (
    COMPANIONS,
    AttendanceRow,
    Cell,
    HeadcountRow,
    ReadColumn,
    Reading,
    ReadTable,
    Workbook,
)
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.phrases.remarks.consent import is_about_data, refuses
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
    rows = reading.attendances
    identities = identities_of(reading, project, encoder)
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


def attendance_columns(encoded: EncodedRows, events: Sequence[int]) -> dict[str, Sequence[Any]]:
    """Returns the columns to store for a reading's attendances."""
    rows, digests = encoded.rows, zip(*encoded.identities, strict=True)
    return dict(zip(Identity._fields, digests, strict=False)) | {
        "event_id": [events[row.event] for row in rows], "sheet": [row.sheet for row in rows],
        "row": [row.row for row in rows], "column": [row.column for row in rows],
        "community": [row.community for row in rows], "group": [row.group for row in rows],
        "gender": [row.gender for row in rows], "companions": encoded.numbers_of_companions(),
    }  # fmt: skip


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
    identities = {who: repr(tuple(who)) for who in set(encoded.identities)}
    attendances = ", ".join(  # row by row: a long sheet's tuples would take much memory
        f"({row.event}, {identities[who]}, {row.community!r}, {row.group!r}, {row.gender!r})"
        for row, who in zip(encoded.rows, encoded.identities, strict=True)
    )
    headcounts = [
        (row.event, row.people, row.community, row.group, row.gender, row.age_band, row.additional)
        for row in reading.headcounts
    ]
    return hashlib.blake2b(f"[{events!r}, [{attendances}], {headcounts!r}]".encode(), digest_size=16).hexdigest()


def identities_of(reading: Reading, project: Project, encoder: Encoder) -> list[Identity]:
    """Returns the digests of what each attendance states."""
    countries = [project.city(event.city).country for event in reading.events]
    rows = reading.attendances
    return encoder.identities(
        StatedIdentifiers(
            [row.name for row in rows],
            [row.email for row in rows],
            [row.phone for row in rows],
            [row.birth for row in rows],
            [row.birth_year for row in rows],
            [countries[row.event] for row in rows],
        )
    )


def forget_again(reading: Reading, project: Project, encoder: Encoder, people: Sequence[Traces]) -> int:
    """Removes the identifiers from the attendances of forgotten people, and of rows that are blacked out. Returns from
    how many. The ledger says so of their rows."""
    tokens = _blacked_out(reading.attendances) | _recognised(reading, project, encoder, people)
    for at, token in tokens.items():
        remove_identifiers(reading.attendances[at], token)
    mark(reading, (reading.attendances[at] for at in tokens), Reason.FORGOTTEN)
    return len(tokens)


def withhold_without_consent(reading: Reading, workbook: Workbook, project: Project) -> int:
    """Removes the identifiers from the attendances of rows that say no to data processing. Returns from how many. The
    ledger says so of their rows."""
    said_no = _rows_without_consent(reading, workbook, project)
    rows = [row for row in reading.attendances if (row.sheet, row.row) in said_no]
    for row in rows:
        row.name = row.email = row.phone = row.birth = None
    mark(reading, rows, Reason.NO_CONSENT)
    return len(rows)


def _rows_without_consent(reading: Reading, workbook: Workbook, project: Project) -> set[tuple[str, int]]:
    """Returns the rows (sheet and number) in whose column about consent to data processing stands a no."""
    rule, found = project.data_protection, set[tuple[str, int]]()
    grids = {grid.name: grid.rows for grid in workbook.grids}
    for table in reading.tables:
        cells = grids.get(table.sheet, ())
        for column in table.columns:
            if column.meaning != "consent" or not is_about_data(column.header):
                continue
            if not _stands_there(cells, table, column):
                continue  # the table lay on its side: its columns are rows of the file
            for number in range(table.first_row, min(table.last_row, len(cells)) + 1):
                text = _cell(cells[number - 1], column.at)
                if refuses(text, rule.refused) if text else rule.empty_consent == "refused":
                    found.add((table.sheet, number))
    return found


def _stands_there(cells: Sequence[Sequence[Cell]], table: ReadTable, column: ReadColumn) -> bool:
    header = cells[table.header_row - 1] if 0 < table.header_row <= len(cells) else ()
    return normal(_cell(header, column.at)) == normal(column.header)


def _cell(cells: Sequence[Cell], at: int) -> str:
    return text_of(cells[at]).strip() if at < len(cells) else ""


def remove_identifiers(row: AttendanceRow, token: str) -> None:
    """Gives a row the address of a forgotten person in place of all that identifies. The year of birth stays: it is
    needed for the age band alone."""
    row.name = row.phone = row.birth = None
    row.email = address_of(token)


def mark(reading: Reading, rows: Iterable[AttendanceRow], reason: Reason) -> None:
    """Has the ledger give a reason for the rows of some attendances."""
    reasons: dict[str, dict[int, Reason]] = {}
    for row in rows:
        reasons.setdefault(row.sheet, {})[row.row] = reason
    if reasons:
        reading.ledger = reading.ledger.with_reasons(reasons)


def _blacked_out(rows: Sequence[AttendanceRow]) -> dict[int, str]:
    return {at: token for at, row in enumerate(rows) if (token := token_in(row.email) or token_in(row.name))}


def _recognised(reading: Reading, project: Project, encoder: Encoder, people: Sequence[Traces]) -> dict[int, str]:
    """Returns the tokens of the rows of forgotten people, by the positions of their attendances."""
    if not people:
        return {}
    known = {value for one in people for identity in one.identities for value in identity[:3]} - {0}
    cities = [event.city for event in reading.events]
    identities = identities_of(reading, project, encoder)
    found = {}
    for at, (row, identity) in enumerate(zip(reading.attendances, identities, strict=True)):
        if known.isdisjoint(identity[:3]):
            continue
        form = encoder.name_form(row.name) if row.name else None
        who = next((one for one in people if one.recognises(identity, form, cities[row.event])), None)
        if who:
            found[at] = who.token
    return found
