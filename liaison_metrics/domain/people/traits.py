"""What is known of persons: of each question the latest answer counts (counting.md, "One person", last paragraph)."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.facts import Int16s
from liaison_metrics.domain.people.groups import Positions
from liaison_metrics.domain.people.resolution import NOBODY
from liaison_metrics.domain.people.rows import Rows
from liaison_metrics.domain.people.rules import Labels

Days = NDArray[np.int32]
"""Dates as proleptic ordinals (``date.toordinal``)."""

_EPOCH = 719163  # 1 January 1970, from where numpy counts its days


@dataclass(frozen=True, slots=True)
class Traits:
    """Columns by person: numbers of community, group and gender (0 is not stated), the year of birth (0 likewise), and
    the year of the latest event."""

    community: Int16s
    group: Int16s
    gender: Int16s
    birth_year: Int16s
    latest_year: Int16s

    def at(self, persons: NDArray[np.integer]) -> Traits:
        """Returns the traits of some persons."""
        return Traits(*(getattr(self, column.name)[persons] for column in fields(self)))

    def replaced(self, persons: NDArray[np.integer], other: Traits) -> Traits:
        """Returns the same with others for some persons, of whom some may be new."""
        size = max(len(self.community), int(persons.max(initial=-1)) + 1)
        columns = []
        for column in fields(self):
            values = np.zeros(size, dtype=np.int16)
            values[: len(self.community)] = getattr(self, column.name)
            values[persons] = getattr(other, column.name)
            columns.append(values)
        return Traits(*columns)


def traits(rows: Rows, persons: Labels, days: Days) -> Traits:
    """Returns the traits of the persons 0, 1, … of the rows; each number is some row's. Rows of ``NOBODY`` say nothing.

    What the latest event with an answer says holds; of one day the later upload, then the later row.
    """
    order = _by_person_and_time(rows, persons, days)[np.count_nonzero(persons == NOBODY) :]
    ordered = persons[order]
    starts = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1]))) if len(order) else order
    last = np.append(starts[1:], len(order))[: len(starts)] - 1
    years = (days[order[last]].astype("datetime64[D]") - _EPOCH).astype("datetime64[Y]").astype(np.int64) + 1970
    said = (_latest(column[order], starts) for column in (rows.community, rows.group, rows.gender, rows.birth_year))
    return Traits(*said, years.astype(np.int16))  # type: ignore[call-arg]  # mypy takes the first for all five


def _latest(stated: Int16s, starts: Positions) -> Int16s:
    """Returns the last value that is stated in each run, or 0."""
    if not len(starts):
        return stated
    at = np.maximum.reduceat(np.where(stated != 0, np.arange(len(stated)), -1), starts)
    return np.where(at >= 0, stated[at], np.int16(0))


def _by_person_and_time(rows: Rows, persons: Labels, days: Days) -> Positions:
    within_a_day = () if _in_order(rows) else (rows.id, rows.row, rows.upload)
    time = np.lexsort((*within_a_day, days))
    rank = np.empty(len(time), dtype=np.int64)
    rank[time] = np.arange(len(time))
    return np.argsort(persons * np.int64(len(time)) + rank)


def _in_order(rows: Rows) -> bool:
    """Returns whether the rows stand by upload, row and id, as the store mostly gives them."""

    upload, row, number = np.diff(rows.upload), np.diff(rows.row), np.diff(rows.id)
    return bool(np.all((upload > 0) | (upload == 0) & ((row > 0) | (row == 0) & (number > 0))))
