"""Which rows of a file repeat what the file itself, or an earlier upload, states already."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np

from liaison_metrics.domain.facts import AttendanceColumns, HeadcountFact
from liaison_metrics.domain.index import IndexState
from liaison_metrics.domain.people.names import NameForms
from liaison_metrics.domain.people.resolution import resolve
from liaison_metrics.domain.people.rows import Rows
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.ledger.ledger import Ledger
from liaison_metrics.sheets.model import COMPANIONS, AttendanceRow, HeadcountRow, Reading, RejectedRow


@dataclass(frozen=True, slots=True)
class RowMatches:
    """Flags for the attendances of a file. ``repeated``: the person has an earlier row at the same event in the file;
    ``known``: the store has this attendance already."""

    repeated: np.ndarray
    known: np.ndarray


def match_rows(
    new: AttendanceColumns, stored: AttendanceColumns, state: IndexState, names: NameForms, completes: int
) -> RowMatches:
    """Returns which attendances of a file are repeated in it, and which are in the store already.

    *state* is an index of the attendances in the store at the same events (*stored*) and, after them, the new ones.
    Rows without any identifier are never repeated. They are known if the store has as many rows that state the same
    about the same event. Those of the upload that the file *completes* are others: both make one sheet.
    """
    rows, persons = state.register.log.rows, state.register.persons.part
    place = state.calendar.places(rows.source)
    if not len(stored):
        return RowMatches(~_first_of(place, persons), np.zeros(len(new), dtype=bool))
    cities = {source: state.calendar.derived[event].fact.city for source, event in state.calendar.event_of.items()}
    own = replace(new, event=rows.event[len(stored) :])
    repeated = ~_first_of(place[len(stored) :], resolve(own, cities, names))
    known = ~_first_of(place, persons)[len(stored) :] & ~repeated
    anonymous = persons < 0
    others = anonymous[: len(stored)] & (rows.upload[: len(stored)] != completes)
    held = Counter(_kinds(rows, place, np.flatnonzero(others)))
    own_rows = np.flatnonzero(anonymous[len(stored) :]) + len(stored)
    known[anonymous[len(stored) :]] = _known_unidentified(_kinds(rows, place, own_rows), held)
    return RowMatches(repeated, known)


def known_headcounts(state: IndexState, new: Sequence[HeadcountFact], stored: Sequence[HeadcountFact]) -> list[bool]:
    """Returns which headcounts an earlier upload stated already for the same event and people."""

    def stating(one: HeadcountFact) -> tuple[object, ...]:
        kind = (one.community, one.group, one.gender, one.age_band)
        return state.calendar.event_of[one.event], one.people, kind, one.additional

    known = {stating(one) for one in stored}
    return [stating(one) in known for one in new]


def refined_ledger(reading: Reading, matches: RowMatches, known_heads: Sequence[bool]) -> Ledger:
    """Returns a reading's ledger with the rows that say nothing new as repeated or known. *known_heads* flags the
    headcounts of people who are no companions."""
    heads = [row for row in reading.headcounts if row.additional != COMPANIONS]
    known = [reading.attendances[at] for at in np.flatnonzero(matches.known)]
    repeated = [reading.attendances[at] for at in np.flatnonzero(matches.repeated)]
    found = {_place(row): Reason.REPEATED for row in repeated}
    found |= {_place(row): Reason.KNOWN for row in known}
    found |= {_place(row): Reason.KNOWN for row, is_known in zip(heads, known_heads, strict=True) if is_known}
    if not found:
        return reading.ledger
    new = (reading.attendances[at] for at in np.flatnonzero(~(matches.known | matches.repeated)))
    new_heads = (row for row, is_known in zip(heads, known_heads, strict=True) if not is_known)
    for place in chain(map(_place, new), map(_place, new_heads)):
        found.pop(place, None)
    found |= {place: Reason.REJECTED for row in reading.rejected if (place := _place(row)) in found}
    by_sheet: dict[str, dict[int, Reason]] = defaultdict(dict)
    for (sheet, row), reason in found.items():
        by_sheet[sheet][row] = reason
    return reading.ledger.with_reasons(by_sheet)


def _place(row: AttendanceRow | HeadcountRow | RejectedRow) -> tuple[str, int]:
    return row.sheet, row.row


def _first_of(event: np.ndarray, person: np.ndarray) -> np.ndarray:
    """Returns which rows are the first of a person at an event; unidentified rows (person below 0) always are."""
    first = person < 0
    _, positions = np.unique(np.stack([event, person]), axis=1, return_index=True)
    first[positions] = True
    return first


def _kinds(rows: Rows, place: np.ndarray, chosen: np.ndarray) -> list[tuple[int, ...]]:
    words = (place, rows.community, rows.group, rows.gender, rows.birth_year)
    return list(zip(*(column[chosen].tolist() for column in words), strict=True))


def _known_unidentified(new: list[tuple[int, ...]], stored: Counter[tuple[int, ...]]) -> list[bool]:
    count: Counter[tuple[int, ...]] = Counter()
    known = []
    for kind in new:
        count[kind] += 1
        known.append(count[kind] <= stored[kind])
    return known


def joined(first: AttendanceColumns, second: AttendanceColumns) -> AttendanceColumns:
    """Returns attendances followed by others."""
    pairs = ((getattr(first, name), getattr(second, name)) for name in AttendanceColumns.__slots__)
    return AttendanceColumns(*(np.concatenate(pair) for pair in pairs))
