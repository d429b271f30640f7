"""Attendances with the city of their event, as columns for the resolution of persons."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.facts import AttendanceColumns, Int16s, Int64s
from liaison_metrics.domain.people.groups import Flags, Positions

# Odd and without pattern, so that its products with small numbers are spread over all 64 bits.
_SPREAD = np.int64(-7046029254386353131)


def combined(name: Int64s, value: NDArray[Any]) -> Int64s:
    """Returns one number for a name together with another value; 0 where either is not stated.

    Names are digests, so that two different pairs share a number as seldom as two names share a digest.
    """
    both = (name != 0) & (value != 0)
    return np.where(both, name + value.astype(np.int64) * _SPREAD, 0)


@dataclass(frozen=True, slots=True)
class Rows(AttendanceColumns):
    """Attendances as columns (see ``AttendanceColumns``), their events' cities as numbers from 1, and source events.

    ``event`` is the same for rows of source events that are one event.
    """

    city: Int16s
    source: Int64s

    @classmethod
    def of(cls, columns: AttendanceColumns, cities: Int16s, events: Int64s | None = None) -> Rows:
        """Returns attendances with the city of each; *events* are the events as which those that files state
        (``source``) count, where they differ."""
        stated = {column.name: getattr(columns, column.name) for column in fields(columns)}
        rows = cls(**stated, city=cities, source=columns.event)
        return rows if events is None else replace(rows, event=events)

    def take(self, positions: Positions | slice) -> Rows:
        """Returns the rows at these positions."""
        return Rows(*(getattr(self, column.name)[positions] for column in fields(self)))

    def followed_by(self, more: Rows) -> Rows:
        """Returns these rows and others."""
        return Rows(*(np.concatenate((getattr(self, c.name), getattr(more, c.name))) for c in fields(self)))

    def stated(self) -> AttendanceColumns:
        """Returns the attendances at the events that files state."""
        columns = {column.name: getattr(self, column.name) for column in fields(AttendanceColumns)}
        return AttendanceColumns(**columns | {"event": self.source})

    @property
    def identified(self) -> Flags:
        """Whether a row states a name, an e-mail address or a phone number."""
        stated: Flags = (self.name != 0) | (self.email != 0) | (self.phone != 0)
        return stated

    def values(self) -> dict[str, Int64s]:
        """Returns the values that the rules look at: a rule can only join rows that share one."""
        return {kind: self.value(kind) for kind in KINDS_OF_VALUE}

    def value(self, kind: str, at: Positions | slice = slice(None)) -> Int64s:
        """Returns one of the ``KINDS_OF_VALUE`` of some rows (all by default); 0 where a row does not state it."""
        if kind == "email":
            return self.email[at]
        if kind == "phone":
            return self.phone[at]
        name = self.name[at]
        if kind == "repeated":
            alone = (self.email[at] == 0) & (self.phone[at] == 0) & (self.birth[at] == 0) & (self.birth_year[at] == 0)
            return np.where(alone, combined(name, self.event[at]), 0)
        return combined(name, getattr(self, kind)[at])


KINDS_OF_VALUE = ("repeated", "email", "phone", "birth", "birth_year", "city")
"""What rows can share: a name that stands alone, at one event; an address; a name with a birth or in a city."""


def names_in_cities(rows: Rows, named: Collection[tuple[int, int]]) -> frozenset[int]:
    """Returns names in cities (see ``combined``): each given name, in the city of the attendance given by its id.
    Attendances that are not among the rows are left out."""
    ids, names = np.array(sorted(named), dtype=np.int64).reshape(-1, 2).T
    order = np.argsort(rows.id)
    at = order[np.minimum(np.searchsorted(rows.id[order], ids), len(rows) - 1)] if len(rows) else order
    there = rows.id[at] == ids if len(rows) else np.zeros(len(ids), dtype=bool)
    return frozenset(combined(names[there], rows.city[at[there]]).tolist()) if there.any() else frozenset()


_SLACK = 4
"""A full log grows by a quarter, so that rows are seldom copied."""


@dataclass(frozen=True, slots=True)
class Log:
    """Rows to which others are only added at the end, so that an older log stays valid in the same memory.

    Of several logs made from one by ``with_more`` only the last may be used.
    """

    rows: Rows
    _memory: Rows

    @classmethod
    def of(cls, rows: Rows) -> Log:
        """Returns a log that begins with these rows. They are copied now, so that the first added rows need no copy."""
        memory = _with_room(rows, len(rows))
        return cls(memory.take(slice(len(rows))), memory)

    def fork(self) -> Log:
        """Returns a log of the same rows that copies them before it adds any: this log can be continued as well."""
        return Log(self.rows, self.rows)

    def with_more(self, more: Rows) -> Log:
        """Returns the log with further rows at its end."""
        size, memory = len(self.rows) + len(more), self._memory
        if size == len(self.rows):
            return self
        if size > len(memory):
            memory = _with_room(self.rows, size)
        for column in fields(Rows):
            getattr(memory, column.name)[len(self.rows) : size] = getattr(more, column.name)
        return Log(memory.take(slice(size)), memory)


def _with_room(rows: Rows, size: int) -> Rows:
    """Returns the rows in memory for *size* rows and some more."""

    def larger(column: NDArray[Any]) -> NDArray[Any]:
        memory = np.empty(size + size // _SLACK + _SLACK, dtype=column.dtype)
        memory[: len(column)] = column
        return memory

    return Rows(*(larger(getattr(rows, column.name)) for column in fields(Rows)))
