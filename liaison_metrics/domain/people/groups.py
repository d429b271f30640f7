"""Rows grouped by a value, and what hangs together through groups, computed on whole columns by sorting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.facts import Int64s

Positions = NDArray[np.intp]
"""Positions of rows, or numbers of other things that are grouped."""

Flags = NDArray[np.bool_]

Labels = NDArray[np.int32]
"""For each row (or class) the number of the class (or person) that it belongs to."""

Number = TypeVar("Number", bound=np.integer)

_NONE = np.zeros(0, dtype=np.intp)


@dataclass(frozen=True, slots=True)
class Groups:
    """Rows sorted by a value: ``values[i]`` is what row ``rows[i]`` states. Rows that state nothing are left out."""

    values: Int64s
    rows: Positions

    @classmethod
    def of(cls, values: Int64s, rows: Positions | None = None) -> Groups:
        """Returns the groups of a column (0 states nothing); *rows* are the rows' positions (None: 0, 1, …)."""
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

    def of_several(self) -> Groups:
        """Returns the groups of more than one entry."""
        several = np.diff(np.append(self.starts, len(self.rows))) > 1
        return self.where(several[self.numbers])

    def rows_of(self, wanted: Int64s) -> Positions:
        """Returns the rows that state any of the values, which are sorted and differ."""
        return self.rows[spans(np.searchsorted(self.values, wanted), np.searchsorted(self.values, wanted, "right"))]

    def merged(self, other: Groups) -> Groups:
        """Returns both together."""
        if not len(other.values):
            return self
        # As ``np.insert`` does for one column, but the places are found once for both.
        at = np.searchsorted(self.values, other.values) + np.arange(len(other.values))
        values = np.empty(len(self.values) + len(other.values), dtype=np.int64)
        rows = np.empty(len(values), dtype=np.intp)
        own = np.ones(len(values), dtype=bool)
        own[at] = False
        values[at], rows[at] = other.values, other.rows
        values[own], rows[own] = self.values, self.rows
        return Groups(values, rows)


def spans(starts: Positions, ends: Positions) -> Positions:
    """Returns the positions of several slices, one slice after the other."""
    lengths = ends - starts
    before = np.cumsum(lengths) - lengths
    positions: Positions = np.repeat(starts - before, lengths) + np.arange(lengths.sum())
    return positions


def ordered(values: NDArray[Number]) -> NDArray[Number]:
    """Returns each value once, in order. (For few values this is faster than ``np.unique``, which hashes them.)"""
    found = np.sort(values)
    new = np.ones(len(found), dtype=bool)
    new[1:] = found[1:] != found[:-1]
    return found[new]


def are_among(values: NDArray[Number], known: NDArray[Number]) -> Flags:
    """Returns which values are among the *known* ones, which are in order. (Faster than ``np.isin``, which sorts both
    once more.)"""
    if not len(known):
        return np.zeros(len(values), dtype=bool)
    found: Flags = known[np.minimum(np.searchsorted(known, values), len(known) - 1)] == values
    return found


def join(count: int, ties: Iterable[Groups]) -> NDArray[np.int32]:
    """Returns for each of *count* nodes the smallest node that hangs together with it. Nodes of one group hang
    together, and so do nodes that are connected through a chain of groups."""
    first = np.arange(count, dtype=np.int32)
    shared = [groups.of_several() for groups in ties]
    pieces = [(groups.rows, groups.starts, groups.numbers) for groups in shared if len(groups.rows)]
    while True:
        before = first.copy()
        for nodes, starts, numbers in pieces:
            # The first nodes of all that meet in a group follow the smallest of them …
            leading = first[nodes]
            np.minimum.at(first, leading, np.minimum.reduceat(leading, starts)[numbers])
        while not np.array_equal(first, further := first[first]):
            first = further  # … and all nodes follow theirs, in twice as long steps each time.
        if np.array_equal(first, before):
            return first
