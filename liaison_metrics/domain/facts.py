"""The facts that uploads state, as columns. The store returns them; resolution and counting work on them.

0 means "not stated" in every column. Community, group and gender are numbers of a ``Codebook``.
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
    """Numbers for the codes of one kind: 0 is "not stated", then the codes in the order of their first use."""

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
    """Attendances of participants as parallel arrays, one element for each attendance, sorted by ``id``.

    ``name``, ``email``, ``phone`` and ``birth`` (the full date) are 64-bit keyed digests; ``birth_year`` is the plain
    year. ``row`` gives the order of the rows of one upload.
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
    """A number of unlisted people, as one upload states it for one event."""

    upload: int
    event: int
    people: int
    community: int
    group: int
    gender: int


@dataclass(frozen=True, slots=True)
class EventFact:
    """An event. ``id`` never changes; ``activity``, ``city`` and ``partner`` are codes."""

    id: int
    activity: str
    city: str
    date: date
    title: str
    partner: str = ""


@dataclass(slots=True)
class Codebooks:
    """The codebooks of a person's community, group and gender."""

    community: Codebook = field(default_factory=Codebook)
    group: Codebook = field(default_factory=Codebook)
    gender: Codebook = field(default_factory=Codebook)


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name in a form that can be compared but not read: a keyed digest of each token, and a Bloom-filter encoding of
    the letter pairs under the secret key."""

    tokens: frozenset[int]
    encoding: bytes


@dataclass(frozen=True, slots=True)
class Facts:
    """The attendances and headcounts of some uploads, and the events they refer to."""

    attendances: AttendanceColumns
    headcounts: Sequence[HeadcountFact]
    events: Sequence[EventFact]

    @classmethod
    def none(cls) -> Facts:
        """Returns empty facts."""
        n, c = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int16)  # numbers and digests, codes and years
        return cls(AttendanceColumns(n, n, n, n, n, n, n, n, c, c, c, c), (), ())
