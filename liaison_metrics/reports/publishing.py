"""Makes a report for publication from an exact one: hides small numbers by community, gender and age, and whatever
would reveal them. Totals and breakdowns by city, activity, month and group stay exact.

What is suppressed of a dimension is decided for the whole report at once (see ``suppression``). The indicators'
breakdowns come first. Those of cities are finer: further lines are suppressed in all of them until nothing small can be
seen. Breakdowns of strands and events suppress the same lines as those of cities; if something small could still be
seen in them, or a hidden number could be worked out (see ``disclosure``), they are left out altogether. Breakdowns by
community, gender and age do not divide people into identified and unidentified.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from liaison_metrics.domain.project import NOT_STATED
from liaison_metrics.domain.reach import AGE_BANDS
from liaison_metrics.errors import NotPublishable
from liaison_metrics.reports.model import (
    CityPart,
    Count,
    Figures,
    Gap,
    Hidden,
    Line,
    Part,
    Quality,
    Report,
    ReportBreakdown,
    ReportIndicator,
)
from liaison_metrics.reports.suppression import (
    IMPOSSIBLE,
    LEAST_THRESHOLD,
    Suppression,
    is_safe,
    suppress,
    suppress_more,
)
from liaison_metrics.reports.views import ReportTables, exact
from liaison_metrics.texts import _

THRESHOLD = 5
"""Numbers of people below this are hidden in a published report, unless another threshold is asked for. 5 is a usual
choice where few people could be recognised; ``LEAST_THRESHOLD`` is the smallest that is allowed."""

SENSITIVE = ("community", "gender", "age_band")
AGES = (*AGE_BANDS, NOT_STATED)


def for_publication(report: Report, threshold: int = THRESHOLD) -> Report:
    """Returns the report without numbers of people below *threshold* by community, gender and age.

    Raises NotPublishable if the report covers people of one community, gender or age only (its totals would be such
    numbers), if it is not an exact one, or if the threshold is below ``LEAST_THRESHOLD``.
    """
    _check(report, threshold)
    for dimension in SENSITIVE:
        report = _published(report, dimension, threshold)
    return replace(report, threshold=threshold)


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
    threshold: int
    labels: dict[str, str]
    indicators: Suppression
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

    def part(self, part: Part, suppression: Suppression, whole: Figures) -> Part:
        """Returns a part of the project as it is published. It may have all people of the *whole* indicator."""
        same_people = suppression.possible and part.people == whole
        breakdowns = self.breakdowns(part.breakdowns, self.indicators if same_people else suppression)
        return replace(part, breakdowns=breakdowns)

    def _breakdown(self, breakdown: ReportBreakdown, suppression: Suppression) -> ReportBreakdown:
        if not suppression.possible:
            return replace(breakdown, lines=(), shown=False)
        known = [line for line in breakdown.lines if line.code not in suppression.codes]
        lines = [replace(line, people=_undivided(line.people.reached)) for line in known]
        if len(known) < len(breakdown.lines):
            lines += [self._hidden_line(code) for code in sorted(suppression.codes, key=self.labels.__getitem__)]
        if breakdown.dimension == "age_band":
            lines.sort(key=lambda line: AGES.index(line.code))
        return replace(breakdown, lines=tuple(lines))

    def _hidden_line(self, code: str) -> Line:
        below = self.threshold if code in self.indicators.small else None
        return Line(code, self.labels[code], _undivided(Hidden(below)))


def _published(report: Report, dimension: str, threshold: int) -> Report:
    plan = _plan(report, dimension, threshold)
    indicators = tuple(
        replace(one, breakdowns=plan.breakdowns(one.breakdowns, plan.indicators)) for one in report.indicators
    )
    whole = {one.code: one.people for one in report.indicators}
    everybody = whole[report.quality.broadest]
    return replace(
        report,
        indicators=indicators,
        cities=tuple(_city(one, plan, whole) for one in report.cities),
        strands=tuple(replace(one, part=plan.part(one.part, plan.strands, everybody)) for one in report.strands),
        events=tuple(replace(one, breakdowns=plan.breakdowns(one.breakdowns, plan.events)) for one in report.events),
        quality=_quality(report.quality, indicators, dimension),
    )


def _plan(report: Report, dimension: str, threshold: int) -> _DimensionPlan:
    tables = ReportTables(report, dimension)
    indicators = _of_indicators(tables, threshold)
    cities = strands = events = IMPOSSIBLE
    if indicators.possible and tables.broadest is not None:
        everybody, known = tables.indicators[tables.broadest.code], tables.known(indicators)
        cities = suppress_more(indicators, everybody, list(tables.city_views()), threshold)
        if not known.keep_unknown(cities, tables.finer_of_cities()):
            cities = IMPOSSIBLE
        # Countries consist of cities: if those of cities are published, strands and events suppress the same codes.
        finer = cities if cities.possible else indicators
        if tables.broadest.attendances == sum(exact(one.people.reached) for one in report.events):
            # All or nothing: the totals of strands and of countries together reveal what is in both.
            if is_safe(finer, tables.strand_views(everybody), threshold) and known.keep_unknown(
                finer, tables.finer_of_strands()
            ):
                strands = finer
            if is_safe(finer, tables.event_views(everybody), threshold) and known.keep_unknown(
                finer, tables.finer_of_events()
            ):
                events = finer
    labels = {line.code: line.label for one in report.indicators for line in one.by(dimension).lines}
    return _DimensionPlan(dimension, threshold, labels, indicators, cities, strands, events)


def _of_indicators(tables: ReportTables, threshold: int) -> Suppression:
    views = tables.indicator_views()
    if tables.broadest is not None:
        return suppress(tables.indicators[tables.broadest.code], views, threshold)
    return Suppression() if is_safe(Suppression(), views, threshold) else IMPOSSIBLE


def _city(city: CityPart, plan: _DimensionPlan, whole: Mapping[str, Figures]) -> CityPart:
    parts = ((code, plan.part(part, plan.cities, whole[code])) for code, part in city.indicators)
    return replace(city, indicators=tuple(parts))


def _quality(quality: Quality, indicators: Sequence[ReportIndicator], dimension: str) -> Quality:
    """Returns the data quality with the number of people who did not state the dimension as its breakdown shows it."""
    broken_down = next(one for one in indicators if one.code == quality.broadest).by(dimension)
    people: dict[str, Count] = {line.code: line.people.reached for line in broken_down.lines}
    not_stated = people.get(NOT_STATED, 0) if broken_down.shown else Gap.NOT_PUBLISHED
    shares = (replace(one, people=not_stated) if one.code == dimension else one for one in quality.shares)
    return replace(quality, shares=tuple(shares))


def _undivided(reached: Count) -> Figures:
    return Figures(reached, Gap.NOT_PUBLISHED, Gap.NOT_PUBLISHED)
