"""Makes a report for publication from an exact one: hides small numbers by community, gender and age, and whatever
would reveal them. Totals and breakdowns by city, activity, month and group stay exact. The work plan shows no people.

What is suppressed of a dimension is decided for the whole report (see ``suppression``): first in the broadest
indicator's breakdown, then in those of the other indicators, each for itself (see ``parts``). Breakdowns of cities are
finer: further lines are suppressed in all of them until nothing small can be seen. Breakdowns of strands and events
suppress the same lines as those of cities; if something small could still be seen in them, or a hidden number could be
worked out (see ``disclosure``), they are left out altogether. Breakdowns by community, gender and age do not divide
people into identified and unidentified. One line stands for all that are hidden, so that the lines add up to the total.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from liaison_metrics.domain.project import NOT_STATED
from liaison_metrics.errors import NotPublishable
from liaison_metrics.reports.disclosure_control.disclosure import FinerTable
from liaison_metrics.reports.disclosure_control.event_data import publishable
from liaison_metrics.reports.disclosure_control.parts import can_be_left_out, suppress_part
from liaison_metrics.reports.disclosure_control.suppression import (
    IMPOSSIBLE,
    LEAST_THRESHOLD,
    Suppression,
    Table,
    is_safe,
    suppress,
    suppress_more,
)
from liaison_metrics.reports.disclosure_control.views import ReportTables, exact
from liaison_metrics.reports.model import (
    OTHER_LINES,
    CityPart,
    Count,
    Figures,
    Gap,
    Line,
    Part,
    Quality,
    Report,
    ReportBreakdown,
    ReportIndicator,
)
from liaison_metrics.reports.words import other_lines
from liaison_metrics.reports.work_plan import published_work_plan
from liaison_metrics.texts import _

THRESHOLD = 5
"""Numbers of people below this are hidden in a published report, unless another threshold is asked for. 5 is a usual
choice where few people could be recognised; ``LEAST_THRESHOLD`` is the smallest that is allowed."""

SENSITIVE = ("community", "gender", "age_band")


@dataclass(frozen=True, slots=True)
class PartnerView:
    """What a partner can tell apart of an exact report: the people at events in its own cities, whom it sees exactly
    (``known``), and everybody else (``unknown``). Both are reports on these people alone."""

    known: Report
    unknown: Report


def for_publication(report: Report, threshold: int = THRESHOLD, partners: Sequence[PartnerView] = ()) -> Report:
    """Returns the report without numbers of people below *threshold* by community, gender and age, also for *partners*
    who subtract the people whom they see exactly.

    Raises NotPublishable if the report covers people of one community, gender or age only (its totals would be such
    numbers), if it is not an exact one, or if the threshold is below ``LEAST_THRESHOLD``.
    """
    _check(report, threshold)
    for dimension in SENSITIVE:
        report = _published(report, _plan(report, dimension, threshold, partners))
    events = tuple(publishable(one, threshold) for one in report.events)
    return replace(published_work_plan(report, threshold), threshold=threshold, events=events)


def _check(report: Report, threshold: int) -> None:
    if report.threshold is not None:
        raise NotPublishable(_("This report has already been prepared for publication. Start from the exact report."))
    if threshold < LEAST_THRESHOLD:
        raise NotPublishable(
            _("A threshold of {threshold} does not protect people enough.").format(threshold=threshold),
            hint=_("Choose {least} or more.").format(least=LEAST_THRESHOLD),
        )
    if any(getattr(report.scope, dimension) is not None for dimension in SENSITIVE):
        raise NotPublishable(
            _("A report on a single community, gender or age cannot be published."),
            hint=_("Publish the report on the whole project or on a city: it includes these breakdowns."),
        )


@dataclass(frozen=True, slots=True)
class _DimensionPlan:
    """What to suppress of one dimension: in the breakdowns of the indicators, and in the finer ones of cities, strands
    and events. A finer breakdown of all people of an indicator is published as the indicator's own."""

    dimension: str
    indicators: Mapping[str, Suppression]
    cities: Suppression
    strands: Suppression
    events: Suppression

    def breakdowns(
        self, breakdowns: Iterable[ReportBreakdown], suppression: Suppression
    ) -> tuple[ReportBreakdown, ...]:
        """Returns breakdowns as they are published. Breakdowns by other dimensions stay unchanged."""
        return tuple(
            self._breakdown(one, suppression) if one.dimension == self.dimension else one for one in breakdowns
        )

    def part(self, part: Part, suppression: Suppression, indicator: ReportIndicator) -> Part:
        """Returns a part of the project as it is published. It may have all people of the *indicator*."""
        same_people = suppression.possible and part.people == indicator.people
        suppression = self.indicators[indicator.code] if same_people else suppression
        return replace(part, breakdowns=self.breakdowns(part.breakdowns, suppression))

    def _breakdown(self, breakdown: ReportBreakdown, suppression: Suppression) -> ReportBreakdown:
        if not suppression.possible:
            return replace(breakdown, lines=(), shown=False)
        known = [line for line in breakdown.lines if line.code not in suppression.codes]
        lines = [replace(line, people=_undivided(line.people.reached)) for line in known]
        left = exact(breakdown.total.reached) - sum(exact(line.people.reached) for line in known)
        if left:
            codes = tuple(sorted(suppression.codes))
            words = other_lines(self.dimension, len(codes))
            lines.append(Line(OTHER_LINES, words, _undivided(left), codes))
        return replace(breakdown, lines=tuple(lines))


def _published(report: Report, plan: _DimensionPlan) -> Report:
    whole = {one.code: one for one in report.indicators}
    indicators = tuple(
        replace(one, breakdowns=plan.breakdowns(one.breakdowns, plan.indicators[one.code])) for one in report.indicators
    )
    everybody = whole[report.quality.broadest]
    return replace(
        report,
        indicators=indicators,
        cities=tuple(_city(one, plan, whole) for one in report.cities),
        strands=tuple(replace(one, part=plan.part(one.part, plan.strands, everybody)) for one in report.strands),
        events=tuple(
            replace(one, breakdowns=plan.breakdowns(one.breakdowns, plan.events), signed=Gap.NOT_PUBLISHED)
            for one in report.events
        ),
        quality=_quality(report.quality, indicators, plan.dimension),
    )


@dataclass(frozen=True, slots=True)
class _PartnerTables:
    """The tables of what a partner knows and of what it does not."""

    known: ReportTables
    unknown: ReportTables


def _plan(report: Report, dimension: str, threshold: int, partners: Sequence[PartnerView]) -> _DimensionPlan:
    tables = ReportTables(report, dimension)
    views = [
        _PartnerTables(ReportTables(one.known, dimension), ReportTables(one.unknown, dimension)) for one in partners
    ]
    indicators = _of_indicators(tables, views, threshold)
    cities = strands = events = IMPOSSIBLE
    if tables.broadest is not None and indicators[tables.broadest.code].possible:
        finer_tables = _FinerTables(tables, views, indicators, threshold)
        cities = finer_tables.of_cities()
        # Countries consist of cities: if those of cities are published, strands and events suppress the same codes.
        finer = cities if cities.possible else finer_tables.least
        if tables.broadest.attendances == sum(exact(one.people.reached) for one in report.events):
            # All or nothing: the totals of strands and of countries together reveal what is in both.
            strands, events = finer_tables.of_strands(finer), finer_tables.of_events(finer)
    return _DimensionPlan(dimension, indicators, cities, strands, events)


def _of_indicators(
    tables: ReportTables, partners: Sequence[_PartnerTables], threshold: int
) -> Mapping[str, Suppression]:
    """Returns what to suppress in the table of each indicator: in a smaller one also what is suppressed in larger."""
    left = (tables.indicators_without(one.known) for one in partners)
    readers: list[Mapping[str, Table]] = [tables.indicators, *left]
    if tables.broadest is None:
        views = (view for one in readers for view in tables.indicator_views(one))
        return dict.fromkeys(
            tables.indicators, Suppression() if is_safe(Suppression(), views, threshold) else IMPOSSIBLE
        )
    nothing = dict.fromkeys(tables.indicators, IMPOSSIBLE)
    broadest = tables.broadest.code
    known = [one.known.indicators[broadest] for one in partners]
    last = suppress(tables.indicators[broadest], [one[broadest] for one in readers], threshold, known)
    suppressions, decided = {broadest: last}, list[str]()
    for code in tables.parts() if last.possible else ():
        part = [tables.part_tables(code, decided, one) for one in readers]
        found = suppress_part(last, part, threshold)
        if found.possible:
            suppressions[code] = last = found
            decided.append(code)
    for code in tables.indicators.keys() - suppressions.keys():
        if not can_be_left_out([tables.part_tables(code, decided, one) for one in readers], threshold):
            return nothing
    return nothing | suppressions


@dataclass(frozen=True, slots=True)
class _FinerTables:
    """The tables of cities, strands and events, for the public and for partners. There must be a broadest indicator."""

    tables: ReportTables
    partners: Sequence[_PartnerTables]
    indicators: Mapping[str, Suppression]
    threshold: int

    @property
    def least(self) -> Suppression:
        """Returns what all of these tables suppress at least: whatever the table of an indicator suppresses."""
        return max((one for one in self.indicators.values() if one.possible), key=lambda one: len(one.codes))

    def of_cities(self) -> Suppression:
        """Returns what to suppress in the tables of cities."""
        views = [view for one in self._everybody() for view in one.city_views()]
        found = suppress_more(self.least, self._broadest(self.tables), views, self.threshold)
        return found if self._keep_unknown(found, ReportTables.finer_of_cities) else IMPOSSIBLE

    def of_strands(self, finer: Suppression) -> Suppression:
        """Returns what to suppress in the tables of strands: *finer*, or all."""
        views = [view for one in self._everybody() for view in one.strand_views(self._broadest(one))]
        views += [view for one in self.partners for view in self.tables.strand_views_without(one.known)]
        return self._if_safe(finer, views, ReportTables.finer_of_strands)

    def of_events(self, finer: Suppression) -> Suppression:
        """Returns what to suppress in the tables of events: *finer*, or all."""
        views = [view for one in self._everybody() for view in one.event_views(self._broadest(one))]
        return self._if_safe(finer, views, ReportTables.finer_of_events)

    def _everybody(self) -> list[ReportTables]:
        """Returns the tables of all people, and for each partner those of the people whom it does not know: where
        nobody knows more of them than of their sums with its own, this hides more than it has to."""
        return [self.tables, *(one.unknown for one in self.partners)]

    def _broadest(self, tables: ReportTables) -> Table:
        assert self.tables.broadest is not None
        return tables.indicators[self.tables.broadest.code]

    def _if_safe(
        self, finer: Suppression, views: Iterable[Table], tables: Callable[[ReportTables], Iterable[FinerTable]]
    ) -> Suppression:
        if is_safe(finer, views, self.threshold) and self._keep_unknown(finer, tables):
            return finer
        return IMPOSSIBLE

    def _keep_unknown(self, finer: Suppression, tables: Callable[[ReportTables], Iterable[FinerTable]]) -> bool:
        """Returns whether the hidden numbers of finer tables stay unknown to all readers."""
        return all(one.known(self.indicators).keep_unknown(finer, tables(one)) for one in self._everybody())


def _city(city: CityPart, plan: _DimensionPlan, whole: Mapping[str, ReportIndicator]) -> CityPart:
    parts = ((code, plan.part(part, plan.cities, whole[code])) for code, part in city.indicators)
    return replace(city, indicators=tuple(parts))


def _quality(quality: Quality, indicators: Sequence[ReportIndicator], dimension: str) -> Quality:
    """Returns the data quality with the number of people who did not state the dimension as its breakdown shows it."""
    broken_down = next(one for one in indicators if one.code == quality.broadest).by(dimension)
    not_stated = broken_down.reached(NOT_STATED)
    shares = (replace(one, people=not_stated) if one.code == dimension else one for one in quality.shares)
    return replace(quality, shares=tuple(shares))


def _undivided(reached: Count) -> Figures:
    return Figures(reached, Gap.NOT_PUBLISHED, Gap.NOT_PUBLISHED)
