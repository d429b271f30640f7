"""The tables of a report by one dimension, and the *views*: tables that a reader can compute from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from liaison_metrics.reports.disclosure_control.disclosure import OTHERS, FinerTable, IndicatorTables
from liaison_metrics.reports.disclosure_control.parts import PartTables
from liaison_metrics.reports.disclosure_control.suppression import Suppression, Table, difference, differences
from liaison_metrics.reports.model import Count, Event, Part, Report, ReportBreakdown, ReportIndicator, Text


class ReportTables:
    """All tables of an exact report by one dimension."""

    def __init__(self, report: Report, dimension: str) -> None:
        self._report, self._dimension = report, dimension
        self.indicators = {one.code: _table(one.by(dimension)) for one in report.indicators}
        self.broadest = _broadest(report.indicators)

    def indicator_views(self, indicators: Mapping[str, Table]) -> list[Table]:
        """Returns the indicators' tables, as one reader has them, and their differences."""
        return [*indicators.values(), *self._differences(indicators)]

    def indicators_without(self, known: ReportTables) -> dict[str, Table]:
        """Returns what is left of the indicators' tables for a reader who knows those of some people."""
        return {code: difference(table, known.indicators.get(code, {})) for code, table in self.indicators.items()}

    def parts(self) -> list[str]:
        """Returns the indicators beside the broadest, those of most people first."""
        largest_first = sorted(self._report.indicators, key=lambda one: (-exact(one.people.reached), one.code))
        return [one.code for one in largest_first if one is not self.broadest]

    def part_tables(self, code: str, larger: Sequence[str], indicators: Mapping[str, Table]) -> PartTables:
        """Returns the table of an indicator with those that hold it, from *indicators*: a reader's own tables.

        *larger* are the indicators beside the broadest whose tables are decided already.
        """
        assert self.broadest is not None
        part = self._report.indicator(code)
        earlier = [self._report.indicator(other) for other in larger]
        holding = [self.broadest, *(other for other in earlier if _holds(part, other))]
        apart = [other for other in earlier if _shares_nobody(part, other)]
        holders: list[Table] = []
        for one in holding:
            holders.append(indicators[one.code])
            beside = [(other.code, indicators[other.code]) for other in apart if _holds(other, one)]
            holders += differences(indicators[one.code], beside, self._disjoint())
        across = tuple(indicators[one.code] for one in earlier if one not in holding and one not in apart)
        return PartTables(indicators[code], tuple(holders), across)

    def strand_views_without(self, known: ReportTables) -> Iterator[Table]:
        """Yields what is left of the tables of strands and countries for such a reader."""
        of_known = known._strands()
        for where, table in self._strands().items():
            if table is not None:
                yield difference(table, of_known.get(where) or {})

    def city_views(self) -> Iterator[Table]:
        """Yields the tables of cities, what is left of the indicators without a city, and differences in a city."""
        for city in self._report.cities:
            there = self._of_parts(city.indicators)
            yield from there.values()
            yield from (difference(self.indicators[code], table) for code, table in there.items())
            yield from self._differences(there)

    def strand_views(self, everybody: Table) -> Iterator[Table]:
        """Yields the tables of strands and countries, and what is left without them of the tables that add them up."""
        tables = self._strands()
        for (strand, country), table in tables.items():
            if table is not None:
                yield table
                yield difference(everybody, table)
                wholes = (tables[whole] for whole in ((strand, None), (None, country)))
                yield from (difference(whole, table) for whole in wholes if whole is not None)

    def event_views(self, everybody: Table) -> Iterator[Table]:
        """Yields the tables of events, and everybody without those of an event."""
        for table in map(self._of_event, self._report.events):
            if table is not None:
                yield table
                yield difference(everybody, table)

    def known(self, suppressions: Mapping[str, Suppression]) -> IndicatorTables:
        """Returns what the indicators' tables tell with their suppressions. There must be a broadest one."""
        assert self.broadest is not None
        broadest = self.broadest.code
        shared = {
            (one.code, other.indicator): other.people for one in self._report.indicators for other in one.contained
        }
        others = {code: table for code, table in self.indicators.items() if code != broadest}
        everything = frozenset(self.indicators[broadest])
        hidden = {code: one.codes if one.possible else everything for code, one in suppressions.items()}
        hidden[OTHERS] = hidden.pop(broadest)
        return IndicatorTables(self.indicators[broadest], others, shared, hidden)

    def finer_of_cities(self) -> Iterator[FinerTable]:
        """Yields the tables of cities that do not just repeat an indicator's."""
        whole = {one.code: one.people for one in self._report.indicators}
        for city in self._report.cities:
            there = self._of_parts(city.indicators)
            for code, part in city.indicators:
                if part.people != whole[code]:
                    everybody = self.broadest is not None and code == self.broadest.code
                    yield FinerTable(there[code], there if everybody else {code: there[code]})

    def finer_of_strands(self) -> Iterator[FinerTable]:
        """Yields the tables of strands and countries that do not just repeat the broadest indicator's."""
        everybody = self.broadest.people if self.broadest else None
        for one in self._report.strands:
            table = self._of_part(one.part)
            if table is None or one.part.people == everybody:
                continue
            events = [
                self._within(event)
                for event in self._report.events
                if one.strand in (None, event.strand) and one.country in (None, event.country)
            ]
            names = {name for within in events for name in within}
            largest = {
                name: {code: max(within.get(name, {}).get(code, 0) for within in events) for code in table}
                for name in names
            }
            yield FinerTable(table, largest)

    def finer_of_events(self) -> Iterator[FinerTable]:
        """Yields the tables of events."""
        for event in self._report.events:
            table = self._of_event(event)
            if table is not None:
                yield FinerTable(table, self._within(event))

    def _within(self, event: Event) -> dict[str, Table]:
        """Returns at least how many people of an event each of its indicators counts."""
        table, project = self._of_event(event) or {}, self._report.project
        by_group = {line.code: exact(line.people.reached) for line in event.by("group").lines}
        return {
            indicator.code: {
                code: people - sum(by_group.get(group, 0) for group in indicator.groups_left_out)
                for code, people in table.items()
            }
            for indicator in project.indicators
            if event.activity.code in project.activities_of(indicator)
        }

    def _strands(self) -> dict[tuple[str | None, Text | None], Table | None]:
        return {
            (one.strand.code if one.strand else None, one.country): self._of_part(one.part)
            for one in self._report.strands
        }

    def _differences(self, tables: Mapping[str, Table]) -> Iterator[Table]:
        """Yields the people of each indicator who are in none of some others."""
        indicators = self._report.indicators
        for whole in indicators:
            parts = [(one.code, tables[one.code]) for one in indicators if one is not whole and _holds(one, whole)]
            yield from differences(tables[whole.code], parts, self._disjoint())

    def _disjoint(self) -> dict[str, set[str]]:
        """Returns for each indicator those that share nobody with it."""
        return {
            one.code: {other.code for other in self._report.indicators if _shares_nobody(one, other)}
            for one in self._report.indicators
        }

    def _of_parts(self, parts: Iterable[tuple[str, Part]]) -> dict[str, Table]:
        return {code: _table(part.by(self._dimension)) for code, part in parts}

    def _of_part(self, part: Part) -> Table | None:
        return next((_table(one) for one in part.breakdowns if one.dimension == self._dimension), None)

    def _of_event(self, event: Event) -> Table | None:
        return next((_table(one) for one in event.breakdowns if one.dimension == self._dimension), None)


def exact(count: Count) -> int:
    """Returns a number of an exact report, which hides none."""
    assert isinstance(count, int)
    return count


def _broadest(indicators: Iterable[ReportIndicator]) -> ReportIndicator | None:
    """Returns the indicator that contains the people of all others, if there is one."""
    found = tuple(indicators)
    return next(
        (one for one in found if all(one is other or _holds(other, one) for other in found)),
        None,
    )


def _holds(part: ReportIndicator, whole: ReportIndicator) -> bool:
    """Returns whether all people of an indicator are in another."""
    held = {one.indicator: one.people for one in part.contained}
    return held.get(whole.code) == part.people.reached


def _shares_nobody(one: ReportIndicator, other: ReportIndicator) -> bool:
    return {held.indicator: held.people for held in one.contained}.get(other.code) == 0


def _table(breakdown: ReportBreakdown) -> dict[str, int]:
    return {line.code: exact(line.people.reached) for line in breakdown.lines}
