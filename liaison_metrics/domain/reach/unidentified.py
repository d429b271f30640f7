"""Unidentified people as columns, for counting many at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.facts import Int16s, Int64s


@dataclass(frozen=True, slots=True)
class Unidentified:
    """Unidentified people as columns: at which event (its id), how many, and the numbers of their codes."""

    event: Int64s
    people: Int64s
    community: Int16s
    group: Int16s
    gender: Int16s
    age_band: Int16s

    @classmethod
    def of(cls, rows: Iterable[tuple[int, ...]]) -> Unidentified:
        """Returns the people of these rows, each the values of all columns in order."""
        columns = np.array(list(rows), dtype=np.int64).reshape(-1, len(fields(cls))).T
        return cls(columns[0], columns[1], *columns[2:].astype(np.int16))

    def __len__(self) -> int:
        return len(self.event)

    def numbers(self, dimension: str) -> Int16s:
        """Returns the people's numbers of a dimension of persons."""
        column: Int16s = getattr(self, dimension)
        return column

    def where(self, chosen: NDArray[np.bool_]) -> Unidentified:
        """Returns the people that are chosen."""
        return Unidentified(*(getattr(self, column.name)[chosen] for column in fields(self)))

    def followed_by(self, more: Unidentified) -> Unidentified:
        """Returns these people and others."""
        return Unidentified(*(np.concatenate((getattr(self, c.name), getattr(more, c.name))) for c in fields(self)))
