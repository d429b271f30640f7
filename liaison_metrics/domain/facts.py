"""The facts that uploads leave behind, as columns: what the store gives and what people and counting work on.

An identifier that a sheet did not state is 0 in every column. Words (community, group, gender) are numbers of a
``Codebook``; number 0 is "not stated".
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.project import NOT_STATED

Int64s = NDArray[np.int64]
Int16s = NDArray[np.int16]


class Codebook:
    """Numbers for the codes of one kind of word: 0 is "not stated", further codes in the order they are met."""

    def __init__(self, codes: Iterable[str] = ()) -> None:
        self.codes: list[str] = [NOT_STATED]
        self._numbers: dict[str | None, int] = {None: 0, "": 0, NOT_STATED: 0}
        self._adding = threading.Lock()
        for code in codes:
            self.number(code)

    def number(self, code: str | None) -> int:
        """Returns the number of a code; a new code gets the next one."""
        number = self._numbers.get(code)
        if number is not None:
            return number
        assert code is not None
        with self._adding:
            if code not in self._numbers:  # another thread may have added it meanwhile
                self.codes.append(code)
                self._numbers[code] = len(self.codes) - 1
            return self._numbers[code]

    def copy(self) -> Codebook:
        """Returns a codebook with the same numbers that grows by itself."""
        return Codebook(self.codes[1:])

    def code(self, number: int) -> str:
        """Returns the code with that number."""
        return self.codes[number]


@dataclass(frozen=True, slots=True)
class AttendanceColumns:
    """Attendances of participants, a position a row: who (keyed digests), at which event, from which upload.

    ``name``, ``email``, ``phone`` and ``birth`` (the full date) are 64-bit keyed digests, ``birth_year`` is the year
    as a number. ``row`` orders the rows of one upload. Sorted by ``id``.
    """

    id: Int64s
    upload: Int64s
    event: Int64s
    row: Int64s
    name: Int64s
    email: Int64s
    phone: Int64s
    birth: Int64s
    birth_year: Int16s
    community: Int16s
    group: Int16s
    gender: Int16s

    def __len__(self) -> int:
        return len(self.id)


@dataclass(frozen=True, slots=True)
class HeadcountFact:
    """People whom nobody listed, as one upload states them for one event."""

    upload: int
    event: int
    people: int
    community: int
    group: int
    gender: int


@dataclass(frozen=True, slots=True)
class EventFact:
    """An event with a number that stays its own: activity type and city (codes), date, title."""

    id: int
    activity: str
    city: str
    date: date
    title: str
    partner: str = ""


@dataclass(slots=True)
class Codebooks:
    """One codebook for each kind of word that a person can carry."""

    community: Codebook = field(default_factory=Codebook)
    group: Codebook = field(default_factory=Codebook)
    gender: Codebook = field(default_factory=Codebook)


@dataclass(frozen=True, slots=True)
class NameForm:
    """How a name is kept so that names can be compared and not be read: a digest for each token, and a Bloom-filter
    encoding of its letter pairs under the project's secret."""

    tokens: frozenset[int]
    encoding: bytes


@dataclass(frozen=True, slots=True)
class Facts:
    """What some uploads state: their attendances, their headcounts, and the events of both."""

    attendances: AttendanceColumns
    headcounts: Sequence[HeadcountFact]
    events: Sequence[EventFact]

    @classmethod
    def none(cls) -> Facts:
        """Returns no facts at all."""
        n, w = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int16)  # a number, a word
        return cls(AttendanceColumns(n, n, n, n, n, n, n, n, w, w, w, w), (), ())
