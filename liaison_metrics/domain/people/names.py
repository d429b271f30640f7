"""Which names on one e-mail address or phone number are compatible (counting.md, "One person", 1a).

Two names are compatible if they are equal in Latin letters, if one contains all words of the other ("Maria" and "Maria
Rossi"), or if their similarity is 0.8 or more. A row without a name is compatible with every name.

An address with hundreds of names belongs to an organiser, not to a participant: there only equal names are compatible.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Collection, Mapping, MutableMapping, Sequence
from dataclasses import dataclass

import numpy as np

from liaison_metrics.domain.facts import Int64s, NameForm
from liaison_metrics.domain.people.encoding import ENCODING_BITS, SIMILAR, Bits, as_bits, similarity
from liaison_metrics.domain.people.groups import Flags, Groups, Labels, Positions, join

NameForms = Callable[[Sequence[int]], Mapping[int, NameForm]]
"""Gives the forms of names by their digests; a name whose form is lost may be missing."""


class CachedForms:
    """A source of name forms with a cache. The form of a name's digest never changes, so each is read once."""

    def __init__(self, source: NameForms, cache: MutableMapping[int, NameForm] | None = None) -> None:
        self._source = source
        self._cache: MutableMapping[int, NameForm] = {} if cache is None else cache

    def reading(self, source: NameForms) -> CachedForms:
        """Returns the same cache in front of another source."""
        return CachedForms(source, self._cache)

    def fork(self, source: NameForms) -> CachedForms:
        """Returns a source that uses what is cached here and adds nothing to it."""
        return CachedForms(source, ChainMap({}, self._cache))

    def __call__(self, names: Sequence[int]) -> Mapping[int, NameForm]:
        """Returns the forms of names; names that the source does not know are left out."""
        missing = [name for name in names if name not in self._cache]
        if missing:
            self._cache.update(self._source(missing))
        return {name: self._cache[name] for name in names if name in self._cache}


MOST_NAMES = 500
"""On an address with more names than this, only equal names are compatible."""

_PAIRS_AT_A_TIME = 100_000
_NAMELESS = NameForm(frozenset(), bytes(ENCODING_BITS // 8), frozenset())


@dataclass(frozen=True, slots=True)
class ComparableNames:
    """Names by position, ready for comparing many pairs at once."""

    forms: Sequence[NameForm]
    bits: Bits
    in_latin: Flags

    @classmethod
    def of(cls, names: Sequence[int], forms: NameForms) -> ComparableNames:
        """Returns names, given by their digests (0: no name), ready for comparing.

        A name whose form is lost is compatible only with itself and with no name.
        """
        known = forms(sorted(set(names) - {0}))
        every = [known.get(name) or _lost(name) if name else _NAMELESS for name in names]
        in_latin = np.array([form.latin is not None for form in every], dtype=bool)
        return cls(every, as_bits(form.encoding for form in every), in_latin)

    def compatible(self, left: Positions, right: Positions) -> Flags:
        """Returns for each pair of positions whether the two names are compatible."""
        a, b = self.bits[left], self.bits[right]
        compatible: Flags = similarity(a, b) >= SIMILAR
        shared = a & b
        # Only an encoding that contains the other can belong to a name that does. An older form has other letter pairs.
        contained = (
            (shared == a).all(axis=1) | (shared == b).all(axis=1) | (self.in_latin[left] != self.in_latin[right])
        )
        for at in np.flatnonzero(contained & ~compatible).tolist():
            compatible[at] = _contain(self.forms[left[at]], self.forms[right[at]])
        return compatible


def compatible_pairs(pairs: Collection[tuple[int, int]], forms: NameForms) -> set[tuple[int, int]]:
    """Returns those of some pairs of names, given by their digests, that are compatible."""
    names = sorted({name for pair in pairs for name in pair})
    if not names:
        return set()
    comparable, every = ComparableNames.of(names, forms), np.array(sorted(pairs), dtype=np.int64)
    compatible: set[tuple[int, int]] = set()
    for start in range(0, len(every), _PAIRS_AT_A_TIME):
        some = every[start : start + _PAIRS_AT_A_TIME]
        left, right = (np.searchsorted(names, some[:, side]) for side in (0, 1))
        compatible.update(map(tuple, some[comparable.compatible(left, right)].tolist()))
    return compatible


def _lost(name: int) -> NameForm:
    return NameForm(frozenset([name]), _NAMELESS.encoding)


def _contain(a: NameForm, b: NameForm) -> bool:
    """Returns whether one name contains all words of the other."""
    if a.latin is None or b.latin is None:
        return a.tokens <= b.tokens or b.tokens <= a.tokens
    return a.latin <= b.latin or b.latin <= a.latin


@dataclass(frozen=True, slots=True)
class ContactTies:
    """Rows that share an e-mail address (or a phone number) and have compatible names.

    ``ties`` are groups of rows, linked by pairs of compatible names. ``shared`` are the rows on addresses with several
    names, by the number of their group; ``address`` is the number of each row's address there, and ``mixed`` marks
    groups that also hold two names that are not compatible. ``crowded`` are the addresses on which only equal names are
    compatible.
    """

    ties: Sequence[Groups]
    shared: Groups
    address: Positions
    mixed: Flags
    crowded: frozenset[int] = frozenset()

    @classmethod
    def of(cls, contacts: Groups, names: Int64s, forms: NameForms) -> ContactTies:
        """Returns the ties of rows grouped by address. *names* are all rows' names; *forms* is called only for names on
        addresses with several names."""
        several = several_values(contacts, names)[contacts.numbers]
        shared = contacts.where(several)
        if not len(shared.rows):
            return cls([contacts], shared, shared.rows, several[:0])
        order = np.lexsort((names[shared.rows], shared.values))
        shared = Groups(shared.values[order], shared.rows[order])
        address, name = shared.numbers, names[shared.rows]
        first = np.concatenate(([True], (address[1:] != address[:-1]) | (name[1:] != name[:-1])))
        groups, mixed = _groups_of_names(address[first], name[first], forms)
        entry = np.cumsum(first) - 1
        crowded = shared.values[first][np.bincount(address[first])[address[first]] > MOST_NAMES]
        order = np.argsort(groups[entry], kind="stable")
        by_group = Groups(groups[entry][order] + np.int64(1), shared.rows[order])
        return cls(
            ties=[contacts.where(~several), by_group],
            shared=by_group,
            address=address[order],
            mixed=mixed[entry][order],
            crowded=frozenset(crowded.tolist()),
        )

    def suspects(self, whole: Labels) -> Positions:
        """Returns rows that may share an address with a row of the same *whole* whose name is not compatible."""
        if not len(self.shared.rows):
            return self.shared.rows
        both = self.address * (np.int64(whole.max()) + 1) + whole[self.shared.rows]
        meeting = Groups.of(both + 1, np.arange(len(both)))
        groups = self.shared.values[meeting.rows]
        several = np.minimum.reduceat(groups, meeting.starts) < np.maximum.reduceat(groups, meeting.starts)
        suspect = self.mixed.copy()
        suspect[meeting.rows] |= several[meeting.numbers]
        return self.shared.rows[suspect]


def several_values(groups: Groups, values: Int64s) -> Flags:
    """Returns for each group whether its rows state different values; 0 states nothing."""
    if not len(groups.rows):
        return np.zeros(0, dtype=bool)
    stated, starts = values[groups.rows], groups.starts
    unknown = stated == 0
    low = np.minimum.reduceat(np.where(unknown, np.iinfo(np.int64).max, stated), starts)
    high = np.maximum.reduceat(np.where(unknown, np.iinfo(np.int64).min, stated), starts)
    several: Flags = low < high
    return several


def _groups_of_names(address: Positions, names: Int64s, forms: NameForms) -> tuple[Labels, Flags]:
    """Returns the group of each name of some addresses (each name once an address, sorted by address), and whether the
    group also holds names that are not compatible."""
    comparable = ComparableNames.of(names.tolist(), forms)
    few = np.flatnonzero(np.bincount(address)[address] <= MOST_NAMES)
    lefts, rights = [few[:0]], [few[:0]]
    for distance in range(1, len(few)):  # pairs of neighbours, then of next but one neighbours, and so on
        near = np.flatnonzero(address[few[distance:]] == address[few[:-distance]])
        if not len(near):
            break
        left, right = few[near], few[near + distance]
        compatible = comparable.compatible(left, right)
        lefts.append(left[compatible])
        rights.append(right[compatible])
    left, right = np.concatenate(lefts), np.concatenate(rights)
    pairs = Groups(np.repeat(np.arange(len(left)), 2), np.stack((left, right), axis=1).reshape(-1))
    groups = join(len(names), [pairs])
    size = np.bincount(groups, minlength=len(names))
    mixed = np.bincount(groups[left], minlength=len(names)) < size * (size - 1) // 2
    return groups, mixed[groups]
