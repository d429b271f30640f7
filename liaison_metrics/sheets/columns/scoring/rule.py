"""A rule about what a column means: the points that it gives, and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from liaison_metrics.sheets.columns.column import Column

SAID = "said"
"""Stands in a rule for the meaning that the column's header says."""


@dataclass(frozen=True)
class Surroundings:
    """What stands around a column: all columns of its table, and how many rows it has. What all rules ask about the
    columns is found once, so a table of many columns takes no longer for each of them."""

    columns: tuple[Column, ...]
    rows: int

    @cached_property
    def meanings(self) -> frozenset[str]:
        """The meanings that the columns have."""
        return frozenset(column.meaning for column in self.columns)

    @cached_property
    def most_filled(self) -> int:
        """How many values the fullest column has."""
        return max(column.filled for column in self.columns)


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
