"""Which rows of a file repeat what the file itself, or an earlier upload, states already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from liaison_metrics.domain.facts import AttendanceColumns, HeadcountFact
from liaison_metrics.domain.people.names import NameForms
from liaison_metrics.domain.people.resolution import resolve


@dataclass(frozen=True, slots=True)
class RowMatches:
    """Flags for the attendances of a file. ``repeated``: the person has an earlier row at the same event in the file;
    ``known``: the store has this attendance already."""

    repeated: np.ndarray
    known: np.ndarray


def match_rows(
    new: AttendanceColumns, stored: AttendanceColumns, city_of_event: Mapping[int, str], names: NameForms
) -> RowMatches:
    """Returns which attendances of a file are repeated in it, and which are in the store already.

    *stored* are the attendances in the store at the same events. Rows without any identifier are never repeated. They
    are known if the store has as many rows that state the same about the same event.
    """
    persons = resolve(new, city_of_event, names)
    repeated = ~_first_of(new.event, persons)
    if not len(stored):
        return RowMatches(repeated, np.zeros(len(new), dtype=bool))
    both = _joined(stored, new)
    persons = resolve(both, city_of_event, names)
    first = _first_of(both.event, persons)
    known = ~first[len(stored) :] & ~repeated
    anonymous = persons[len(stored) :] < 0
    known[anonymous] = _known_unidentified(_kinds(new, anonymous), Counter(_kinds(stored, persons[: len(stored)] < 0)))
    return RowMatches(repeated, known)


def known_headcounts(new: Sequence[HeadcountFact], stored: Sequence[HeadcountFact]) -> int:
    """Returns how many headcounts an earlier upload stated already for the same event and people."""
    known: set[tuple[int, ...]] = {(h.event, h.people, h.community, h.group, h.gender) for h in stored}
    return sum((h.event, h.people, h.community, h.group, h.gender) in known for h in new)


def _first_of(event: np.ndarray, person: np.ndarray) -> np.ndarray:
    """Returns which rows are the first of a person at an event; unidentified rows (person below 0) always are."""
    first = person < 0
    _, positions = np.unique(np.stack([event, person]), axis=1, return_index=True)
    first[positions] = True
    return first


def _kinds(columns: AttendanceColumns, chosen: np.ndarray) -> list[tuple[int, ...]]:
    fields = (columns.event, columns.community, columns.group, columns.gender, columns.birth_year)
    return list(zip(*(column[chosen].tolist() for column in fields), strict=True))


def _known_unidentified(new: list[tuple[int, ...]], stored: Counter[tuple[int, ...]]) -> list[bool]:
    count: Counter[tuple[int, ...]] = Counter()
    known = []
    for kind in new:
        count[kind] += 1
        known.append(count[kind] <= stored[kind])
    return known


def _joined(first: AttendanceColumns, second: AttendanceColumns) -> AttendanceColumns:
    pairs = ((getattr(first, name), getattr(second, name)) for name in AttendanceColumns.__slots__)
    return AttendanceColumns(*(np.concatenate(pair) for pair in pairs))
