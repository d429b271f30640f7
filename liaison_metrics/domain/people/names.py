"""Which names on one e-mail address or phone number are one person's (counting.md, "One person", 1a).

Names of the same tokens and names of a similarity of 0.8 or more are one person's, and so are a shorter name and the
one that contains it ("Maria" and "Maria Rossi"). But an address that an association lends to several members joins
nobody whose names differ: a shorter name that fits several people there joins none of them. So names of the same tokens
and similar names form classes first; then each class joins the one that contains names of it, if there is only one,
all classes at once, and again until nothing moves.

A row without a name is a row with a name of no tokens: every name contains it.

An address with hundreds of names is an organiser's, not a participant's: there only equal names are one person's.
"""

from __future__ import annotations

from collections import ChainMap, defaultdict
from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.facts import Int64s, NameForm
from liaison_metrics.domain.people.encoding import ENCODING_BITS
from liaison_metrics.domain.people.groups import Flags, Groups, Positions

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
"""More names on one address than these are not compared."""

_BYTES = ENCODING_BITS // 8
_NAMELESS = NameForm(frozenset(), bytes(_BYTES))


def tied_by_contact(contacts: Groups, names: Int64s, forms: NameForms) -> list[Groups]:
    """Returns which of the rows that share an e-mail address (or a phone number) are one person's, as groups.

    *names* are all rows' names; *forms* is asked only about addresses on which names differ.
    """
    if not len(contacts.rows):
        return [contacts]
    stated = names[contacts.rows]
    low = np.minimum.reduceat(np.where(stated == 0, np.iinfo(np.int64).max, stated), contacts.starts)
    high = np.maximum.reduceat(np.where(stated == 0, np.iinfo(np.int64).min, stated), contacts.starts)
    lent = (low < high)[contacts.numbers]
    if not lent.any():
        return [contacts]
    return [contacts.where(~lent), _tied_by_name(contacts.where(lent), names, forms)]


def _tied_by_name(contacts: Groups, names: Int64s, forms: NameForms) -> Groups:
    """Returns the rows by classes of names within each address."""
    address, name = contacts.numbers, names[contacts.rows]
    order = np.lexsort((name, address))
    address, name, rows = address[order], name[order], contacts.rows[order]
    first = np.concatenate(([True], (address[1:] != address[:-1]) | (name[1:] != name[:-1])))
    entries = _Entries.of(address[first], name[first], forms)
    of_row = np.cumsum(first) - 1
    return Groups.of(entries.classes()[of_row] + 1, rows)


@dataclass(frozen=True, slots=True)
class _Entries:
    """The names of some addresses, each once for each address, sorted by address."""

    address: Positions
    forms: list[NameForm]
    encodings: NDArray[np.uint64]

    @classmethod
    def of(cls, address: Positions, names: Int64s, forms: NameForms) -> _Entries:
        digests = names.tolist()
        known = forms(sorted(set(digests) - {0}))
        # A name whose form is lost has one token of its own, so that nothing but itself fits it.
        found = [
            known.get(digest) or NameForm(frozenset([digest]), bytes(_BYTES)) if digest else _NAMELESS
            for digest in digests
        ]
        encodings = np.frombuffer(b"".join(form.encoding for form in found), dtype=np.uint64)
        return cls(address, found, encodings.reshape(len(found), -1))

    def classes(self) -> Int64s:
        """Returns for each entry the number of its class: that of an entry in it."""
        numbers = np.arange(len(self.forms), dtype=np.int64)
        close: defaultdict[int, list[tuple[int, int, bool]]] = defaultdict(list)
        for left, right, similar in self._close_pairs():
            close[int(self.address[left])].append((left, right, similar))
        for pairs in close.values():
            for entry, number in _classes(pairs, self.forms).items():
                numbers[entry] = number
        return numbers

    def _close_pairs(self) -> Iterable[tuple[int, int, bool]]:
        """Yields the pairs of entries of one address that can be one person's, and whether they are similar.

        All pairs of neighbours are compared at once, then all of next but one neighbours, and so on.
        """
        sizes = _ones(self.encodings)
        few = np.flatnonzero(np.bincount(self.address)[self.address] <= MOST_NAMES)
        for distance in range(1, len(few)):
            neighbours = np.flatnonzero(self.address[few[distance:]] == self.address[few[:-distance]])
            if not len(neighbours):
                return
            left, right = few[neighbours], few[neighbours + distance]
            shared = _ones(self.encodings[left] & self.encodings[right])
            total = sizes[left] + sizes[right]
            similar: Flags = (10 * shared >= 4 * total) & (total > 0)  # Dice's coefficient of 0.8 or more
            # The letters of contained tokens are contained, too; whether the tokens are is looked at later.
            close = similar | (shared == sizes[left]) | (shared == sizes[right])
            yield from zip(left[close].tolist(), right[close].tolist(), similar[close].tolist(), strict=True)


def _ones(encodings: NDArray[np.uint64]) -> NDArray[np.int64]:
    counts: NDArray[np.int64] = np.bitwise_count(encodings).sum(axis=1, dtype=np.int64)
    return counts


def _classes(pairs: list[tuple[int, int, bool]], forms: Sequence[NameForm]) -> dict[int, int]:
    """Returns the class of each entry of the close pairs of one address."""
    parent = {entry: entry for left, right, _similar in pairs for entry in (left, right)}

    def root(entry: int) -> int:
        while parent[entry] != entry:
            entry = parent[entry] = parent[parent[entry]]
        return entry

    contained: list[tuple[int, int]] = []
    for left, right, similar in pairs:
        a, b = forms[left].tokens, forms[right].tokens
        if similar or a == b:
            parent[root(left)] = root(right)
        elif a < b or b < a:
            contained.append((left, right) if a < b else (right, left))
    while True:
        fits: defaultdict[int, set[int]] = defaultdict(set)
        for short, long in contained:
            if root(short) != root(long):
                fits[root(short)].add(root(long))
        joining = [(short, *longer) for short, longer in fits.items() if len(longer) == 1]
        if not joining:
            return {entry: root(entry) for entry in parent}
        for short, long in joining:
            parent[root(short)] = root(long)
