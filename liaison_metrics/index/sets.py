"""Compressed sets of persons, made from columns and brought up to date from what changed in them."""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from liaison_metrics.facts import Int64s

Name = TypeVar("Name", bound=Hashable)

_PERSON_BITS = 32
_PERSON = (1 << _PERSON_BITS) - 1


def pairs(keys: NDArray[np.integer], persons: NDArray[np.int32]) -> Int64s:
    """Returns each pair of a key and a person once, in order, as one number each."""
    both = np.sort(keys.astype(np.int64) << _PERSON_BITS | persons)
    return both[np.concatenate(([True], both[1:] != both[:-1]))] if len(both) else both


def sets_of(found: Int64s, names: Sequence[Name]) -> Iterator[tuple[Name, BitMap]]:
    """Yields the name of each key of the pairs (the key is a position in *names*) and the set of its persons."""
    keys, persons = found >> _PERSON_BITS, (found & _PERSON).astype(np.uint32)
    borders = np.concatenate(([0], np.flatnonzero(keys[1:] != keys[:-1]) + 1, [len(keys)])).tolist()
    for start, end in pairwise(borders if len(keys) else []):
        # Through an array, from which a set is made twice as fast as from a numpy array.
        yield names[int(keys[start])], BitMap(array("I", persons[start:end].tobytes()))


def changed(sets: Mapping[Name, BitMap], before: Int64s, after: Int64s, names: Sequence[Name]) -> dict[Name, BitMap]:
    """Returns the sets after some pairs went and others came; an emptied set is left out.

    The sets that change are new ones: whoever holds the old ones goes on holding what they were.
    """
    now = dict(sets)
    for name, gone in sets_of(np.setdiff1d(before, after, assume_unique=True), names):
        now[name] = now[name] - gone
    for name, come in sets_of(np.setdiff1d(after, before, assume_unique=True), names):
        now[name] = now.get(name, _NOBODY) | come
    return {name: people for name, people in now.items() if people}


_NOBODY = BitMap()
