"""The content of a report, computed once. Every form (PDF, HTML, XLSX …) is made from one of these and nothing else.

Three things have types of their own, so that no form confuses them: a number (which may be 0), a ``Gap`` (there is no
number) and ``Hidden`` (there is a number, but it is not published).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import NamedTuple

from liaison_metrics.domain.events.data import EventData
from liaison_metrics.domain.index.basis import FigureBasis
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.expected import Status
from liaison_metrics.domain.reach.model import Point
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.domain.work_plan import ActivityCount
from liaison_metrics.services.events.work_plan.committees.committees import CommitteeSummary
from liaison_metrics.services.events.work_plan.objectives import ObjectiveProgress
from liaison_metrics.services.events.work_plan.skills.city_lists import CityLists
from liaison_metrics.services.figures.narrative.notes import Note
from liaison_metrics.services.uploads import Sums


class Gap(Enum):
    """Why there is no value."""

    NOT_STATED = "not_stated"
    """The sheets do not state it."""

    NOT_APPLICABLE = "not_applicable"
    """No value is possible: a plan for a part of the project, people in two communities at once."""

    NOT_PUBLISHED = "not_published"
    """The whole column or table is left out of the published report."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """A number that is not published, because it is small or would reveal a small one. Reports of earlier versions told
    of small ones that they are less than ``below``."""

    below: int | None = None


Count = int | Hidden | Gap
"""A number of people, or why none is shown."""

Text = str | Gap
"""Text, or why there is none."""


class Labelled(NamedTuple):
    """A code of the project with its label in the language of the report."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Figures:
    """People: ``reached`` = ``identified`` + ``unidentified`` if all three are numbers."""

    reached: Count
    identified: Count
    unidentified: Count


OTHER_LINES = "others"
"""The code of the line that stands for all lines whose own numbers are hidden. It comes last."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a breakdown. ``folded`` are the codes of the lines that it stands for, if they are hidden."""

    code: str
    label: str
    people: Figures
    folded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportBreakdown:
    """People by one dimension, in display order: the sum of the lines − ``overlap`` = ``total.reached``.

    ``overlap`` counts people who stand in more than one line; it is not applicable to dimensions of persons. ``shown``
    is false if the whole breakdown is left out of a published report. A shown breakdown without lines has nobody.
    """

    dimension: str
    name: str
    title: str
    lines: tuple[Line, ...]
    total: Figures
    overlap: Count
    overlap_words: Text
    shown: bool = True

    def reached(self, code: str) -> Count:
        """Returns the people of a code: 0 if a shown breakdown has no line for it."""
        if not self.shown:
            return Gap.NOT_PUBLISHED
        for line in self.lines:
            if line.code == code:
                return line.people.reached
            if code in line.folded:
                return Hidden()
        return 0


@dataclass(frozen=True, slots=True)
class Contained:
    """How many of an indicator's people also count towards another indicator."""

    indicator: str
    people: int


@dataclass(frozen=True, slots=True)
class ReportIndicator:
    """The figures of one indicator. ``plan`` and ``status`` are not applicable to a part of the project, ``plan`` and
    ``change_30_days`` not to final figures.

    ``target`` is that of the whole project. ``curve`` gives the cumulative people at the end of each day with events,
    ``plan_line`` the corners of the plan (empty for a part of the project). Only whole reports have a ``basis``. It
    says how people are known and nothing of who they are, so it is published as it is.
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
    change_30_days: int | Gap
    contained: tuple[Contained, ...]
    breakdowns: tuple[ReportBreakdown, ...]
    curve: tuple[Point, ...]
    plan_line: tuple[tuple[date, int], ...]
    basis: FigureBasis | None = None

    @property
    def is_final(self) -> bool:
        """Whether the project is over and all of it is in the figures."""
        return self.change_30_days is Gap.NOT_APPLICABLE

    def by(self, dimension: str) -> ReportBreakdown:
        """Returns the breakdown by a dimension of ``reach.DIMENSIONS``."""
        return _by(self.breakdowns, dimension)


@dataclass(frozen=True, slots=True)
class Part:
    """The people of a set of events, each counted once, with breakdowns by community, gender and age band."""

    events: int
    people: Figures
    attendances: int
    breakdowns: tuple[ReportBreakdown, ...]

    def by(self, dimension: str) -> ReportBreakdown:
        """Returns the breakdown by one of the part's dimensions."""
        return _by(self.breakdowns, dimension)


@dataclass(frozen=True, slots=True)
class CityPart:
    """A city with the people of each indicator there, by indicator code. They are zero in cities without events."""

    city: Labelled
    country: Text
    partner: Text
    indicators: tuple[tuple[str, Part], ...]


@dataclass(frozen=True, slots=True)
class StrandPart:
    """Everyone who attended one strand of the project (None: all strands) in one country (None: all countries)."""

    strand: Labelled | None
    country: Text | None
    part: Part


@dataclass(frozen=True, slots=True)
class Event:
    """One event. ``number`` is its position in the report, from 1, the earliest first.

    ``breakdowns`` are by gender, group and community, ``evidence`` names the kinds of files and links that are kept,
    ``signed`` says how many rows of the sheets are signed. ``data`` is what else is stated of the event. ``left_out``
    names what of it is stated and not published: fields of ``data``, or "survey".
    """

    number: int
    activity: Labelled
    strand: Labelled
    title: Text
    date: date
    city: Labelled
    country: Text
    partner: Text
    data: EventData
    people: Figures
    breakdowns: tuple[ReportBreakdown, ...]
    evidence: Text = Gap.NOT_STATED
    signed: Text = Gap.NOT_STATED
    left_out: frozenset[str] = frozenset()

    def text(self, name: str) -> Text:
        """Returns what is stated of the event, by the name of a text of ``data``."""
        if name in self.left_out:
            return Gap.NOT_PUBLISHED
        words: str = getattr(self.data, name)
        return words or Gap.NOT_STATED

    def by(self, dimension: str) -> ReportBreakdown:
        """Returns the breakdown by gender, group or community."""
        return _by(self.breakdowns, dimension)


@dataclass(frozen=True, slots=True)
class Share:
    """The number of people (or events) with something unknown. ``code`` is the dimension, if it is one."""

    code: str
    words: str
    people: Count
    of: int


@dataclass(frozen=True, slots=True)
class Quality:
    """Data quality: sums over the uploads that count now, and shares of the events and of the people of the
    ``broadest`` indicator, which has the most."""

    sums: Sums
    broadest: str
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class ReportActivity:
    """An activity in a city: the ``count`` of its events, and the people who came, each counted once."""

    activity: Labelled
    city: Labelled
    count: ActivityCount
    people: Count


@dataclass(frozen=True, slots=True)
class ReportDeliverable:
    """A deliverable on the day of the report: its owner, its due date, and how far it is."""

    code: str
    title: str
    owner: Text
    due: date | Gap
    state: Labelled


@dataclass(frozen=True, slots=True)
class Report:
    """The content of a report.

    ``objectives`` are those of the whole project, none in a report on a part of it. ``lists`` are communities and
    skills, in a report for publication without what can name people.
    ``number`` is the number of an issued report. ``threshold`` is None in an exact report, otherwise the smallest
    number of people of a community, gender or age that is shown. ``scope_words`` names the part of the project,
    ``counting`` says how people are counted. ``activities`` and ``deliverables`` are the work plan, which a report on a
    part of the project has for a city alone. ``texts`` are those on indicators, by code.
    If ``made_up`` is true, every page must say that the people are made up.
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
    activities: tuple[ReportActivity, ...] = ()
    deliverables: tuple[ReportDeliverable, ...] = ()
    committees: tuple[CommitteeSummary, ...] = ()
    objectives: tuple[ObjectiveProgress, ...] = ()
    lists: CityLists = field(default_factory=CityLists)
    texts: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()

    def indicator(self, code: str) -> ReportIndicator:
        """Returns the indicator with a code. Raises KeyError if there is none."""
        return {indicator.code: indicator for indicator in self.indicators}[code]


def _by(breakdowns: Iterable[ReportBreakdown], dimension: str) -> ReportBreakdown:
    return next(one for one in breakdowns if one.dimension == dimension)
