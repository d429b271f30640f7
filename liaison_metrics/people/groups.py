"""Rows that state the same value, found by sorting: the one structure that resolving needs, on whole columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from liaison_metrics.facts import Int64s

Positions = NDArray[np.intp]
"""Positions of rows, or numbers of whatever else is grouped."""

Flags = NDArray[np.bool_]

_NONE = np.zeros(0, dtype=np.intp)


@dataclass(frozen=True, slots=True)
class Groups:
    """Rows sorted by a value: ``values[i]`` is what row ``rows[i]`` states. Rows that state nothing are not here."""

    values: Int64s
    rows: Positions

    @classmethod
    def of(cls, values: Int64s, rows: Positions | None = None) -> Groups:
        """Returns the groups of a column (0 states nothing); *rows* are the rows' numbers where they are not 0, 1, …"""
        stated = np.flatnonzero(values)
        order = stated[np.argsort(values[stated])]
        return cls(values[order], order if rows is None else rows[order])

    @property
    def starts(self) -> Positions:
        """Where each group begins."""
        if not len(self.values):
            return _NONE
        return np.flatnonzero(np.concatenate(([True], self.values[1:] != self.values[:-1])))

    @property
    def numbers(self) -> Positions:
        """The number of the group of each entry: 0 for the first group, and so on."""
        begins = np.zeros(len(self.values), dtype=np.intp)
        begins[self.starts[1:]] = 1
        return np.cumsum(begins)

    def where(self, chosen: Flags) -> Groups:
        """Returns the entries that are chosen."""
        return Groups(self.values[chosen], self.rows[chosen])

    def rows_of(self, wanted: Int64s) -> Positions:
        """Returns the rows that state any of the values; each value is wanted once."""
        return self.rows[spans(np.searchsorted(self.values, wanted), np.searchsorted(self.values, wanted, "right"))]

    def merged(self, other: Groups) -> Groups:
        """Returns both together."""
        at = np.searchsorted(self.values, other.values)
        return Groups(np.insert(self.values, at, other.values), np.insert(self.rows, at, other.rows))


def spans(starts: Positions, ends: Positions) -> Positions:
    """Returns the positions of several slices, one slice after the other."""
    lengths = ends - starts
    before = np.cumsum(lengths) - lengths
    positions: Positions = np.repeat(starts - before, lengths) + np.arange(lengths.sum())
    return positions


def distinct(values: Int64s) -> Int64s:
    """Returns the stated values, each once, in order."""
    ordered = np.sort(values)
    new = ordered != 0
    new[1:] &= ordered[1:] != ordered[:-1]
    found: Int64s = ordered[new]
    return found


def join(count: int, ties: Iterable[Groups]) -> NDArray[np.int32]:
    """Returns for each of *count* nodes the number of its class: nodes that share a group of any of the ties are in
    one class, and so is all that hangs together through them."""
    left, right = [_NONE], [_NONE]
    for groups in ties:
        same = np.flatnonzero(groups.values[1:] == groups.values[:-1])
        left.append(groups.rows[same])
        right.append(groups.rows[same + 1])
    ends = (np.concatenate(left).astype(np.int32), np.concatenate(right).astype(np.int32))
    graph = coo_array((np.ones(len(ends[0]), dtype=np.int8), ends), shape=(count, count))
    labels: NDArray[np.int32] = connected_components(graph, directed=False)[1]
    return labels
