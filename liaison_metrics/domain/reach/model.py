"""The figures, in the words of the counting rules. All are numbers of people unless they say otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from liaison_metrics.domain.facts import EventFact


class _Reached:
    """People of whom some are identified."""

    __slots__ = ()
    identified: int
    unidentified: int

    @property
    def reached(self) -> int:
        """Identified and unidentified people together."""
        return self.identified + self.unidentified


@dataclass(frozen=True, slots=True)
class Reach(_Reached):
    """How many people a set of events reached.

    ``attendances`` counts attendances of participants and, at each event, the unidentified people; ``largest_event``
    is the identified and unidentified people of the largest single event.
    """

    identified: int = 0
    unidentified: int = 0
    attendances: int = 0
    largest_event: int = 0

    @property
    def floor(self) -> int:
        """The smallest number of distinct people that the data allow."""
        return max(self.identified, self.largest_event)


@dataclass(frozen=True, slots=True)
class BreakdownLine(_Reached):
    """One line of a breakdown: a code of its dimension and the people there."""

    code: str
    identified: int
    unidentified: int


@dataclass(frozen=True, slots=True)
class Breakdown:
    """An indicator by one dimension. Σ lines − ``overlap`` = ``total.reached``; overlap is 0 where the dimension is a
    person's own (community, group, gender, age band) and counts people seen more than once where it is an event's
    (city, activity, month)."""

    dimension: str
    lines: tuple[BreakdownLine, ...]
    total: Reach

    @property
    def overlap(self) -> int:
        """People who are in more than one line."""
        return sum(line.reached for line in self.lines) - self.total.reached


@dataclass(frozen=True, slots=True)
class Point(_Reached):
    """The cumulative figures at the end of a day on which there were events."""

    day: date
    identified: int
    unidentified: int


@dataclass(frozen=True, slots=True)
class EventFigures:
    """The people of one event. Each is there once, so the attendances are the people."""

    event: EventFact
    identified: int
    unidentified: int

    @property
    def attendances(self) -> int:
        """Identified and unidentified people together."""
        return self.identified + self.unidentified


@dataclass(frozen=True, slots=True)
class EventGain:
    """The people of one event, and those of them whom no earlier event reached (``new``)."""

    event: EventFact
    people: int
    new: int


@dataclass(frozen=True, slots=True)
class CrossCell(_Reached):
    """The people of one row and one column of a cross table."""

    row: str
    column: str
    identified: int
    unidentified: int


@dataclass(frozen=True, slots=True)
class Cross:
    """An indicator by two dimensions: the cells that have people, and both breakdowns as the margins.

    Where a dimension is an event's, people are in several cells of it: its margin counts each once in a line.
    """

    rows: Breakdown
    columns: Breakdown
    cells: tuple[CrossCell, ...]

    @property
    def total(self) -> Reach:
        """The figures of the whole table."""
        return self.rows.total


@dataclass(frozen=True, slots=True)
class Group(_Reached):
    """The people of some events together, each once, and by dimensions of persons; ``by`` has the lines with people."""

    events: int
    identified: int
    unidentified: int
    attendances: int
    by: Mapping[str, tuple[BreakdownLine, ...]]
