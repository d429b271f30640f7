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
Float64s = NDArray[np.float64]


class Codebook:
    """Numbers for the codes of one kind of word: 0 is "not stated", then the vocabulary's codes in their order, then
    codes that were added later, in the order in which they were first read."""

    def __init__(self, vocabulary: Iterable[str] = ()) -> None:
        self.codes: list[str] = [NOT_STATED]
        self._numbers: dict[str | None, int] = {None: 0, "": 0, NOT_STATED: 0}
        self._adding = threading.Lock()
        for code in vocabulary:
            self.number(code)
        self._in_vocabulary = len(self.codes)

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
        codes = tuple(self.codes)
        copy = Codebook(codes[1 : self._in_vocabulary])
        for code in codes[self._in_vocabulary :]:
            copy.number(code)
        return copy

    def ranks(self) -> Int16s:
        """Returns the rank of each number: the vocabulary's order, then codes that were added later, by code. Unlike
        the numbers of added codes, it does not depend on what was read first."""
        codes = tuple(self.codes)
        added = sorted(range(self._in_vocabulary, len(codes)), key=codes.__getitem__)
        ranks = np.arange(len(codes), dtype=np.int16)
        ranks[added] = np.arange(self._in_vocabulary, len(codes))
        return ranks

    def code(self, number: int) -> str:
        """Returns the code with that number."""
        return self.codes[number]


@dataclass(frozen=True, slots=True)
class AttendanceColumns:
    """Attendances of participants as parallel arrays, one element for each attendance, sorted by ``id``.

    ``name``, ``email``, ``phone`` and ``birth`` (the full date) are 64-bit keyed digests, ``birth_year`` is the year
    as a number. ``row`` orders the rows of one upload. ``companions`` is the number of additional people that the row
    stands for.
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
    companions: Int16s

    def __len__(self) -> int:
        return len(self.id)


SheetKey = tuple[int, str]
"""One sheet of a file: its upload and the sheet's name."""


@dataclass(frozen=True, slots=True)
class HeadcountFact:
    """How many people were at an event, as one row of a sheet states it, with the numbers of their codes (0: not
    stated; -1: stated as unknown, beside others of which the sheet knows it).

    ``completes`` is the upload whose rejected rows these are, corrected, 0 for none: both make one sheet.
    ``additional`` is "" for a number of people who were there, listed or not. Otherwise these people are in addition to
    the listed ones, and it says in which words (a code such as ``walk_ins``).
    """

    upload: int
    event: int
    people: int
    community: int
    group: int
    gender: int
    age_band: int = 0
    sheet: str = ""
    additional: str = ""
    completes: int = 0

    @property
    def sheet_key(self) -> SheetKey:
        """The sheet that states it."""
        return self.completes or self.upload, self.sheet


@dataclass(frozen=True, slots=True)
class EventMention:
    """That one sheet states an event: by listing people (``listed``), or else only by headcounts. ``completes`` is the
    upload whose rejected rows the sheet has, corrected, 0 for none: both make one sheet. ``signed`` of ``signed_of``
    rows bear a mark for a signature, None where the sheet says nothing about signatures."""

    event: int
    upload: int
    sheet: str
    listed: bool
    completes: int = 0
    signed: int | None = None
    signed_of: int | None = None


@dataclass(frozen=True, slots=True)
class EventFact:
    """An event: activity type and city (codes), date, title, under the id of the event that a file states."""

    id: int
    activity: str
    city: str
    date: date
    title: str


@dataclass(slots=True)
class Codebooks:
    """The codebooks of a person's community, group and gender."""

    community: Codebook = field(default_factory=Codebook)
    group: Codebook = field(default_factory=Codebook)
    gender: Codebook = field(default_factory=Codebook)
    left_out_groups: frozenset[int] = frozenset()
    """The numbers of the groups that an indicator leaves out."""


@dataclass(frozen=True, slots=True)
class NameForm:
    """The form in which a name is stored for comparing: it cannot be read back.

    ``tokens`` are digests of its words as written, ``latin`` of its words in Latin letters, and ``encoding`` is a
    Bloom filter of its letter pairs in Latin letters, all under the project's secret. ``latin`` is None where an
    earlier version of the program stored the name: such a name is compared by its words as written.

    ``letter_pairs`` are digests of each word's pairs of letters, neighbours and next but one, in the order of the
    digests in ``latin``. They tell how near two words are. Empty where an earlier version stored the name.
    """

    tokens: frozenset[int]
    encoding: bytes
    latin: frozenset[int] | None = None
    letter_pairs: tuple[frozenset[int], ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What some uploads state: their attendances, their headcounts, the events of both as they state them, and which
    sheet states which event."""

    attendances: AttendanceColumns
    headcounts: Sequence[HeadcountFact]
    events: Sequence[EventFact]
    mentions: Sequence[EventMention]

    @classmethod
    def none(cls) -> Facts:
        """Returns empty facts."""
        n, w = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int16)  # a number, a word
        return cls(AttendanceColumns(n, n, n, n, n, n, n, n, w, w, w, w, w), (), (), ())
