"""A rule about what a column means: the points that it gives, and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from liaison_metrics.sheets.columns.column import Column

SAID = "said"
"""Stands in a rule for the meaning that the column's header says."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a column: all columns of its table, and how many rows it has."""

    columns: tuple[Column, ...]
    rows: int


Condition = Callable[[Column, Surroundings], bool]


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """Evidence for or against meanings of a column: points for ``gives`` if ``when`` holds. ``of`` is a kind of value,
    or ``SAID``: the points are then multiplied by the share of such values.

    ``because`` is shown to people. ``fires`` and ``silent`` are small tables whose first column has this evidence, or
    looks alike and hasn't ("Name: Anna Beck, Ben Ott | Town: Graz").
    """

    name: str
    gives: tuple[str, ...]
    points: float
    when: Condition
    because: str
    fires: tuple[str, ...]
    silent: tuple[str, ...]
    of: str = ""

    def meanings(self, column: Column) -> tuple[str, ...]:
        """Returns the meanings of a column that the points are for."""
        return tuple(column.said if meaning == SAID else meaning for meaning in self.gives)

    def points_for(self, column: Column) -> float:
        """Returns the points for a column of which the rule holds."""
        return self.points * column.share(column.said if self.of == SAID else self.of) if self.of else self.points
