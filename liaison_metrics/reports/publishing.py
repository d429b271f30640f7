"""From an exact report to one for publication: small numbers by community, gender and age are hidden, and whatever
would give them away. Totals, and breakdowns by city, activity, month and group, stay exact.

What is published of a dimension is decided for the whole report at once (see ``covering``). The indicators' breakdowns
come first. Those of cities are finer: in all of them further lines are hidden until nothing small can be seen. Those of
strands and events are published, with the lines hidden that are in cities, only where nothing small can be seen in
them; else they are left out as a whole. By community, gender and age people are not divided into identified and
unidentified.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from liaison_metrics.domain.project import NOT_STATED
from liaison_metrics.domain.reach import AGE_BANDS
from liaison_metrics.errors import NotPublishable
from liaison_metrics.reports.model import (
    Breakdown,
    CityPart,
    Count,
    Figures,
    Gap,
    Hidden,
    Indicator,
    Line,
    Part,
    Quality,
    Report,
)
from liaison_metrics.reports.suppression import (
    IMPOSSIBLE,
    LEAST_THRESHOLD,
    Cover,
    Table,
    cover,
    finer,
    rest,
    rests,
    safe,
)
from liaison_metrics.texts import _

THRESHOLD = 5
SENSITIVE = ("community", "gender", "age_band")
AGES = (*AGE_BANDS, NOT_STATED)


def for_publication(report: Report, threshold: int = THRESHOLD) -> Report:
    """Returns the report without numbers of people below *threshold* by community, gender and age.

    Raises NotPublishable where the report is about people of one community, gender or age alone (its totals would be
    such numbers), where it is no exact one, or where the threshold is below 4.
    """
    _check(report, threshold)
    for dimension in SENSITIVE:
        report = _published(report, dimension, threshold)
    return replace(report, threshold=threshold)


def _check(report: Report, threshold: int) -> None:
    if report.threshold is not None:
        raise NotPublishable(_("This report was made for publication before; start from the exact one."))
    if threshold < LEAST_THRESHOLD:
        raise NotPublishable(
            _("A threshold of {threshold} protects too little.").format(threshold=threshold),
            hint=_("Choose {least} or more.").format(least=LEAST_THRESHOLD),
        )
    if any(getattr(report.scope, dimension) is not None for dimension in SENSITIVE):
        raise NotPublishable(
            _("A report about one community, gender or age alone cannot be published."),
            hint=_("Publish the report on the whole project or on a city; it has these breakdowns."),
        )


@dataclass(frozen=True, slots=True)
class _Decision:
    """What is published of one dimension: what is covered in the breakdowns of the indicators, and in the finer ones
    of cities, strands and events. Of all people of an indicator these say the same as the indicator's."""

    dimension: str
    threshold: int
    labels: dict[str, str]
    indicators: Cover
    cities: Cover
    strands: Cover
    events: Cover

    def all_of(self, breakdowns: Iterable[Breakdown], cover: Cover) -> tuple[Breakdown, ...]:
        """Returns breakdowns as they are published; others than of this dimension as they are."""
        return tuple(self._of(one, cover) if one.dimension == self.dimension else one for one in breakdowns)

    def part(self, part: Part, cover: Cover, whole: Figures) -> Part:
        """Returns a part of people as it is published, who are perhaps the *whole* of an indicator's."""
        known = self.indicators if cover.possible and part.people == whole else cover
        return replace(part, breakdowns=self.all_of(part.breakdowns, known))

    def _of(self, breakdown: Breakdown, cover: Cover) -> Breakdown:
        if not cover.possible:
            return replace(breakdown, lines=(), shown=False)
        known = [line for line in breakdown.lines if line.code not in cover.covered]
        lines = [replace(line, people=_undivided(line.people.reached)) for line in known]
        if len(known) < len(breakdown.lines):
            lines += [self._covered(code) for code in sorted(cover.covered, key=self.labels.__getitem__)]
        if breakdown.dimension == "age_band":
            lines.sort(key=lambda line: AGES.index(line.code))
        return replace(breakdown, lines=tuple(lines))

    def _covered(self, code: str) -> Line:
        below = self.threshold if code in self.indicators.small else None
        return Line(code, self.labels[code], _undivided(Hidden(below)))


def _published(report: Report, dimension: str, threshold: int) -> Report:
    decision = _decided(report, dimension, threshold)
    indicators = tuple(
        replace(one, breakdowns=decision.all_of(one.breakdowns, decision.indicators)) for one in report.indicators
    )
    whole = {one.code: one.people for one in report.indicators}
    everybody = whole[report.quality.broadest]
    return replace(
        report,
        indicators=indicators,
        cities=tuple(_city(one, decision, whole) for one in report.cities),
        strands=tuple(
            replace(one, part=decision.part(one.part, decision.strands, everybody)) for one in report.strands
        ),
        events=tuple(
            replace(one, breakdowns=decision.all_of(one.breakdowns, decision.events)) for one in report.events
        ),
        quality=_quality(report.quality, indicators, dimension),
    )


def _city(city: CityPart, decision: _Decision, whole: Mapping[str, Figures]) -> CityPart:
    parts = ((code, decision.part(part, decision.cities, whole[code])) for code, part in city.indicators)
    return replace(city, indicators=tuple(parts))


def _quality(quality: Quality, indicators: Sequence[Indicator], dimension: str) -> Quality:
    """Returns the shares with that of people who did not state the dimension as its breakdown shows it."""
    found = next(one for one in indicators if one.code == quality.broadest).by(dimension)
    lines: dict[str, Count] = {line.code: line.people.reached for line in found.lines}
    people = lines.get(NOT_STATED, 0) if found.shown else Gap.NOT_PUBLISHED
    shares = (replace(one, people=people) if one.code == dimension else one for one in quality.shares)
    return replace(quality, shares=tuple(shares))


def _undivided(reached: Count) -> Figures:
    return Figures(reached, Gap.NOT_PUBLISHED, Gap.NOT_PUBLISHED)


def _decided(report: Report, dimension: str, threshold: int) -> _Decision:
    tables = {one.code: _table(one.by(dimension)) for one in report.indicators}
    broadest = _broadest(report)
    found = _cover(report, tables, broadest, threshold)
    labels = {line.code: line.label for one in report.indicators for line in one.by(dimension).lines}
    cities = strands = events = IMPOSSIBLE
    if found.possible and broadest is not None:
        everybody = tables[broadest.code]
        cities = finer(found, everybody, list(_city_views(report, dimension, tables)), threshold)
        # Cities are countries: where theirs are published, strands and events are covered alike.
        known = cities if cities.possible else found
        if broadest.attendances == sum(_exact(one.people.reached) for one in report.events):
            # All or nothing: the totals of strands and of countries together tell what is in one and the other.
            strands = known if safe(known, _strand_views(report, dimension, everybody), threshold) else IMPOSSIBLE
            events = known if safe(known, _event_views(report, dimension, everybody), threshold) else IMPOSSIBLE
    return _Decision(dimension, threshold, labels, found, cities, strands, events)


def _broadest(report: Report) -> Indicator | None:
    """Returns the indicator that holds the people of all others, if there is one."""
    for one in report.indicators:
        if all(one is other or _holds(other, one) for other in report.indicators):
            return one
    return None


def _cover(report: Report, tables: Mapping[str, Table], broadest: Indicator | None, threshold: int) -> Cover:
    views = [*tables.values(), *_rests(report, tables)]
    if broadest is not None:
        return cover(tables[broadest.code], views, threshold)
    return Cover() if safe(Cover(), views, threshold) else IMPOSSIBLE


def _rests(report: Report, tables: Mapping[str, Table]) -> Iterator[Table]:
    """Yields what can be worked out from the indicators' tables: the people of one who are in none of some others."""
    apart = {one.code: {other.indicator for other in one.contained if other.people == 0} for one in report.indicators}
    for whole in report.indicators:
        parts = [(one.code, tables[one.code]) for one in report.indicators if one is not whole and _holds(one, whole)]
        yield from rests(tables[whole.code], parts, apart)


def _city_views(report: Report, dimension: str, tables: Mapping[str, Table]) -> Iterator[Table]:
    for city in report.cities:
        there = {code: _table(_by(part.breakdowns, dimension)) for code, part in city.indicators}
        yield from there.values()
        yield from (rest(tables[code], table) for code, table in there.items())
        yield from _rests(report, there)


def _strand_views(report: Report, dimension: str, everybody: Table) -> Iterator[Table]:
    if dimension != "gender":
        return
    tables = {
        (one.strand.code if one.strand else None, one.country): _table(_by(one.part.breakdowns, dimension))
        for one in report.strands
    }
    for (strand, country), table in tables.items():
        yield table
        yield rest(everybody, table)
        yield from (rest(tables[whole], table) for whole in ((strand, None), (None, country)))


def _event_views(report: Report, dimension: str, everybody: Table) -> Iterator[Table]:
    for event in report.events:
        found = [one for one in event.breakdowns if one.dimension == dimension]
        for table in map(_table, found):
            yield table
            yield rest(everybody, table)


def _holds(part: Indicator, whole: Indicator) -> bool:
    """Returns whether all people of an indicator are in another."""
    held = {one.indicator: one.people for one in part.contained}
    return held.get(whole.code) == part.people.reached


def _by(breakdowns: Iterable[Breakdown], dimension: str) -> Breakdown:
    return next(one for one in breakdowns if one.dimension == dimension)


def _table(breakdown: Breakdown) -> dict[str, int]:
    return {line.code: _exact(line.people.reached) for line in breakdown.lines}


def _exact(count: Count) -> int:
    assert isinstance(count, int)
    return count
