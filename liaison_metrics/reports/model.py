"""A report: all that any of its forms says, computed once. Every form is a function of one of these alone.

Three things that a form must never mix up have types of their own: a number (also 0), a ``Gap`` (nobody stated it,
there can be none, or it is left out of what is published), and a number that is there and not shown (``Hidden``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple

from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.model import Point
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.services.figures import Status
from liaison_metrics.services.uploads import Sums


class Gap(Enum):
    """Why there is nothing."""

    NOT_STATED = "not_stated"
    """Nobody said."""

    NOT_APPLICABLE = "not_applicable"
    """There can be nothing here: a plan for a part of the project, people seen in two communities."""

    NOT_PUBLISHED = "not_published"
    """Left out of the published report, column or table as a whole."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """A number that is not published: it is ``below`` that many, or (None) it would give another one away."""

    below: int | None = None


Count = int | Hidden | Gap
"""A number of people, or why none is shown."""

Text = str | Gap
"""Words, or why there are none."""


class Labelled(NamedTuple):
    """A code of the project and what it is called in the report's language."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Figures:
    """People: ``reached`` = ``identified`` + ``unidentified``, where all three are numbers."""

    reached: Count
    identified: Count
    unidentified: Count


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a breakdown."""

    code: str
    label: str
    people: Figures


@dataclass(frozen=True, slots=True)
class ReportBreakdown:
    """People by one dimension, in the order to be shown: Σ lines − ``overlap`` = ``total.reached``.

    ``overlap`` is not applicable where the dimension is a person's own. ``shown`` is False where the whole breakdown is
    left out of a published report; without lines and with ``shown`` there is nobody to break down.
    """

    dimension: str
    name: str
    title: str
    lines: tuple[Line, ...]
    total: Figures
    overlap: Count
    overlap_words: Text
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Contained:
    """How many of an indicator's people are already in another indicator."""

    indicator: str
    people: int


@dataclass(frozen=True, slots=True)
class ReportIndicator:
    """A promised figure as it stands. ``plan`` and ``status`` are not applicable to a part of the project.

    ``target`` is the whole project's. ``curve`` has the cumulative people at the end of each day with events.
    """

    code: str
    title: str
    target: int
    plan: Count
    status: Status | Gap
    status_words: Text
    people: Figures
    floor: int
    attendances: int
    change_30_days: int
    contained: tuple[Contained, ...]
    breakdowns: tuple[ReportBreakdown, ...]
    curve: tuple[Point, ...]

    def by(self, dimension: str) -> ReportBreakdown:
        """Returns the breakdown by a dimension of ``reach.DIMENSIONS``."""
        return _by(self.breakdowns, dimension)


@dataclass(frozen=True, slots=True)
class Part:
    """The people of some events together, each once, broken down by community, gender and age band."""

    events: int
    people: Figures
    attendances: int
    breakdowns: tuple[ReportBreakdown, ...]

    def by(self, dimension: str) -> ReportBreakdown:
        """Returns the breakdown by one of the dimensions that the part has."""
        return _by(self.breakdowns, dimension)


@dataclass(frozen=True, slots=True)
class CityPart:
    """A city and, by the codes of the indicators, the people of each there. Cities without events have all zeros."""

    city: Labelled
    country: Text
    partner: Text
    indicators: tuple[tuple[str, Part], ...]


@dataclass(frozen=True, slots=True)
class StrandPart:
    """A strand of the project (None: all of them) in a country (None: all of them), everyone who came."""

    strand: Labelled | None
    country: Text | None
    part: Part


@dataclass(frozen=True, slots=True)
class Event:
    """One event. ``number`` is its place in the report, from 1, the earliest first.

    ``breakdowns`` are by gender, group and community; the countries that participants come from no sheet states, nor
    whether an event was online, nor its description.
    """

    number: int
    activity: Labelled
    strand: Labelled
    title: Text
    date: date
    city: Labelled
    country: Text
    partner: Text
    place: Text
    description: Text
    participants_countries: Text
    people: Figures
    breakdowns: tuple[ReportBreakdown, ...]

    def by(self, dimension: str) -> ReportBreakdown:
        """Returns the breakdown by gender, group or community."""
        return _by(self.breakdowns, dimension)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of people (or events) of whom something is not known; ``code`` is the dimension, where it is one."""

    code: str
    words: str
    people: Count
    of: int


@dataclass(frozen=True, slots=True)
class Quality:
    """How far the figures can be relied on: what stands in the store now, and shares of the ``broadest`` indicator's
    people and of the events."""

    sums: Sums
    broadest: str
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a report says.

    ``number`` is that of an issued report; ``threshold`` is None where the report is exact, else the smallest number of
    people of a community, gender or age that it shows. ``scope_words`` says what part of the project it is about,
    ``counting`` how people are counted; where ``made_up`` is true every page must say that nobody in it exists.
    """

    as_of: date
    language: str
    number: Text
    threshold: int | None
    made_up: bool
    project: Project
    scope: Scope
    scope_words: str
    counting: str
    indicators: tuple[ReportIndicator, ...]
    cities: tuple[CityPart, ...]
    strands: tuple[StrandPart, ...]
    events: tuple[Event, ...]
    quality: Quality

    def indicator(self, code: str) -> ReportIndicator:
        """Returns the indicator with that code. Raises KeyError if there is none."""
        found = {one.code: one for one in self.indicators}
        return found[code]


def _by(breakdowns: Iterable[ReportBreakdown], dimension: str) -> ReportBreakdown:
    return next(one for one in breakdowns if one.dimension == dimension)
