"""One line of the table that ``make bench`` prints."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, the figure, the bar, and whether the figure clears it."""

    what: str
    measured: str
    bar: str
    met: bool
