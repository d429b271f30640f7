"""Which rows of a file say again what the file itself, or an earlier upload, has said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from liaison_metrics.domain.facts import AttendanceColumns, HeadcountFact, NameForm
from liaison_metrics.domain.people.resolution import resolve

NameForms = Callable[[Sequence[int]], Mapping[int, NameForm]]


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a file holds: ``repeated`` marks the rows of people met before at the same event; ``known`` marks
    attendances that the store holds already."""

    repeated: np.ndarray
    known: np.ndarray


def holdings(
    new: AttendanceColumns, before: AttendanceColumns, city_of_event: Mapping[int, str], names: NameForms
) -> Holdings:
    """Returns which attendances of a file are repeated in it, and which stood in the store before.

    *before* are the attendances that the store holds of the same events. Rows without any identifier are never
    repeated; they are known where the store holds as many rows that say the same of the same event.
    """
    persons = resolve(new, city_of_event, names)
    repeated = ~_first_of(new.event, persons)
    if not len(before):
        return Holdings(repeated, np.zeros(len(new), dtype=bool))
    both = _joined(before, new)
    persons = resolve(both, city_of_event, names)
    first = _first_of(both.event, persons)
    known = ~first[len(before) :] & ~repeated
    anonymous = persons[len(before) :] < 0
    known[anonymous] = _known_unidentified(_kinds(new, anonymous), Counter(_kinds(before, persons[: len(before)] < 0)))
    return Holdings(repeated, known)


def known_headcounts(new: Sequence[HeadcountFact], before: Sequence[HeadcountFact]) -> int:
    """Returns how many headcount rows say what an earlier upload has said of the same event and people."""
    stated: set[tuple[int, ...]] = {(h.event, h.people, h.community, h.group, h.gender) for h in before}
    return sum((h.event, h.people, h.community, h.group, h.gender) in stated for h in new)


def _first_of(event: np.ndarray, person: np.ndarray) -> np.ndarray:
    """Returns where a person is met for the first time at an event; the unidentified (below 0) always are."""
    first = person < 0
    _, positions = np.unique(np.stack([event, person]), axis=1, return_index=True)
    first[positions] = True
    return first


def _kinds(columns: AttendanceColumns, of: np.ndarray) -> list[tuple[int, ...]]:
    words = (columns.event, columns.community, columns.group, columns.gender, columns.birth_year)
    return list(zip(*(column[of].tolist() for column in words), strict=True))


def _known_unidentified(new: list[tuple[int, ...]], held: Counter[tuple[int, ...]]) -> list[bool]:
    met: Counter[tuple[int, ...]] = Counter()
    known = []
    for kind in new:
        met[kind] += 1
        known.append(met[kind] <= held[kind])
    return known


def _joined(first: AttendanceColumns, second: AttendanceColumns) -> AttendanceColumns:
    pairs = ((getattr(first, name), getattr(second, name)) for name in AttendanceColumns.__slots__)
    return AttendanceColumns(*(np.concatenate(pair) for pair in pairs))
