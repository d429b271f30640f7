"""Compressed sets of persons, made from columns and brought up to date from what changed in them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from liaison_metrics.domain.facts import Int64s
from liaison_metrics.domain.people.groups import are_among, ordered

_PERSON_BITS = 32
_PERSON = (1 << _PERSON_BITS) - 1


def pairs(keys: NDArray[np.integer], persons: NDArray[np.int32]) -> Int64s:
    """Returns each pair of a key (a number from 0) and a person once, in order, as one number each."""
    return ordered(keys.astype(np.int64) << _PERSON_BITS | persons)


def changed(sets: Sequence[BitMap], before: Int64s, after: Int64s) -> list[BitMap]:
    """Returns the sets, by their keys, after some pairs (in order, each once) went and others came.

    The sets that change are new ones: whoever holds the old ones goes on holding what they were.
    """
    now = list(sets)
    for key, gone in _sets_of(before[~are_among(before, after)]):
        now[key] = now[key] - gone
    for key, come in _sets_of(after[~are_among(after, before)]):
        now[key] = now[key] | come
    return now


def _sets_of(found: Int64s) -> Iterator[tuple[int, BitMap]]:
    """Yields each key of the pairs and the set of its persons."""
    keys, persons = found >> _PERSON_BITS, (found & _PERSON).astype(np.uint32)
    borders = np.flatnonzero(np.diff(keys, prepend=-1, append=-1)).tolist()
    for start, end in pairwise(borders):
        # Through an array, from which a set is made twice as fast as from a numpy array.
        yield int(keys[start]), BitMap(array("I", persons[start:end].tobytes()))
