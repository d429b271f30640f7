"""Makes a report from the figures of one snapshot and the labels of the project: exact, or for publication."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from liaison_metrics import format as fmt
from liaison_metrics.domain.events.data import NOTHING_STATED
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.index.basis import FigureBasis
from liaison_metrics.domain.project import NOT_STATED, Project
from liaison_metrics.domain.reach import DIMENSIONS, EVENT_DIMENSIONS, model
from liaison_metrics.domain.reach.content import Content
from liaison_metrics.domain.reach.grouped import Key
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.reports.model import (
    CityPart,
    Contained,
    Event,
    Figures,
    Gap,
    Labelled,
    Line,
    Part,
    Quality,
    Report,
    ReportBreakdown,
    ReportIndicator,
    Share,
    StrandPart,
    Text,
)
from liaison_metrics.reports.publishing import PartnerView, for_publication
from liaison_metrics.reports.words.narrative import with_narrative
from liaison_metrics.reports.work_plan import with_work_plan
from liaison_metrics.services import figures, labels, uploads
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, check, requires
from liaison_metrics.services.accounts.managing import partner_cities
from liaison_metrics.services.events.describing import all_described
from liaison_metrics.services.events.details import signed_rows
from liaison_metrics.services.events.evidence.listing import evidence_kinds
from liaison_metrics.services.figures.basis import basis
from liaison_metrics.services.labels import (
    by_dimension,
    dimension_name,
    evidence_kind,
    in_more_than_one,
    ordered,
    signed_words,
)
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _, language

OF_PARTS = ("community", "gender", "age_band")
OF_EVENTS = ("gender", "group", "community")
NOBODY = model.Group(0, 0, 0, 0, {})
_MAY_BE_UNKNOWN = ("community", "gender", "age_band", "group")


@requires(Action.REPORT_PUBLISHED)
def make(workspace: Workspace, scope: Scope | None = None, threshold: int | None = None, *, actor: Actor) -> Report:
    """Returns the report on a part of the project (default: all of it), in the current language: for publication with a
    *threshold*, else exact.

    Raises NotAllowed, and what ``for_publication`` raises.
    """
    scope = scope or Scope()
    if threshold is None:
        check(actor, Action.REPORT_EXACT)
    check(actor, Action.REPORT_PUBLISHED, Resource.figures(workspace.project, scope.city))
    with workspace.snapshot():
        report = _ReportMaker(workspace, scope, actor).report()
        if threshold is not None:
            report = for_publication(report, threshold, _partner_views(workspace, scope, actor))
        return with_narrative(workspace, report, actor)


def _partner_views(workspace: Workspace, scope: Scope, actor: Actor) -> list[PartnerView]:
    """Returns what each partner can tell apart. Of a single city it sees everything or nothing of its own."""
    if scope.city is not None:
        return []
    views = []
    for cities in partner_cities(workspace, actor):
        with workspace.snapshot_of(partial(Content.in_cities, cities=cities)):
            known = _ReportMaker(workspace, scope, actor).tables()
        if _exact(known.indicator(known.quality.broadest).people.reached):
            with workspace.snapshot_of(partial(Content.without_people_of, cities=cities)):
                views.append(PartnerView(known, _ReportMaker(workspace, scope, actor).tables()))
    return views


@requires(Action.FIGURES_READ)
def make_indicator(
    workspace: Workspace, code: str, scope: Scope | None = None, dimensions: Sequence[str] = (), *, actor: Actor
) -> Report:
    """Returns the exact report on one indicator alone by some dimensions, without cities, strands and events.

    Raises KeyError for an unknown code, and NotAllowed.
    """
    return _ReportMaker(workspace, scope or Scope(), actor).report_on(code, dimensions)


class _ReportMaker:
    """Makes one report. Its parts share the workspace, the scope and the labels."""

    def __init__(self, workspace: Workspace, scope: Scope, actor: Actor) -> None:
        self.workspace, self.scope, self.actor, self.project = workspace, scope, actor, workspace.project
        self.whole = not scope.chosen
        self._labels: dict[tuple[str, str], Labelled] = {}
        self._names = {one: (dimension_name(one), by_dimension(one)) for one in DIMENSIONS}

    def report(self) -> Report:
        with self.workspace.snapshot():
            self.project = self.workspace.project
            indicators = figures.indicators(self.workspace, self.scope, actor=self.actor)
            made = (replace(self._indicator(one, DIMENSIONS), basis=self._basis(one.code)) for one in indicators)
            report = self._report(made, tuple(self._events()))
            report = replace(report, cities=tuple(self._cities()), strands=tuple(self._strands()))
            return with_work_plan(self.workspace, report, self.actor)

    def tables(self) -> Report:
        """Returns the tables by community, gender and age alone."""
        with self.workspace.snapshot():
            self.project = self.workspace.project
            indicators = figures.indicators(self.workspace, self.scope, actor=self.actor)
            made = [self._indicator(one, OF_PARTS) for one in indicators]
            report = self._report(made, tuple(self._events()))
            return replace(report, cities=tuple(self._cities()), strands=tuple(self._strands()))

    def report_on(self, code: str, dimensions: Sequence[str]) -> Report:
        with self.workspace.snapshot():
            self.project = self.workspace.project
            figure = figures.indicator(self.workspace, code, self.scope, actor=self.actor)
            return self._report([self._indicator(figure, dimensions)], ())

    def _report(self, made: Iterable[ReportIndicator], events: tuple[Event, ...]) -> Report:
        indicators = tuple(made)
        return Report(
            as_of=figures.as_of(self.project, self.scope.until),
            language=language(),
            number=Gap.NOT_APPLICABLE,
            threshold=None,
            made_up=self.workspace.demonstration(),
            project=self.project,
            scope=self.scope,
            scope_words=labels.scope_words(self.project, self.scope.chosen),
            counting=labels.counting_sentence(),
            indicators=indicators,
            cities=(),
            strands=(),
            events=events,
            quality=self._quality(indicators, events),
        )

    def label(self, dimension: str, code: str) -> Labelled:
        label = self._labels.get((dimension, code))
        if label is None:
            label = self._labels[dimension, code] = Labelled(code, labels.label(self.project, dimension, code))
        return label

    def _indicator(self, figure: figures.IndicatorFigure, dimensions: Sequence[str]) -> ReportIndicator:
        breakdowns = [
            figures.breakdown(self.workspace, figure.code, one, self.scope, actor=self.actor) for one in dimensions
        ]
        return ReportIndicator(
            code=figure.code,
            title=figure.title,
            target=figure.target,
            plan=Gap.NOT_APPLICABLE if figure.plan is None or not self.whole else figure.plan,
            status=figure.status if self.whole else Gap.NOT_APPLICABLE,
            status_words=labels.status_words(figure) if self.whole else Gap.NOT_APPLICABLE,
            people=_people(figure.reach),
            floor=figure.reach.floor,
            attendances=figure.reach.attendances,
            change_30_days=Gap.NOT_APPLICABLE if figure.is_final else figure.change_30_days,
            contained=tuple(Contained(*one) for one in figure.contained.items()),
            breakdowns=tuple(map(self._breakdown, breakdowns)),
            curve=tuple(figures.curve(self.workspace, figure.code, self.scope, actor=self.actor)),
            plan_line=figure.plan_line if self.whole else (),
        )

    def _basis(self, code: str) -> FigureBasis:
        return basis(self.workspace, code, self.scope, actor=self.actor)

    def _breakdown(self, breakdown: model.Breakdown) -> ReportBreakdown:
        lines = ordered(breakdown.dimension, breakdown.lines)
        overlap: int | Gap = Gap.NOT_APPLICABLE
        words: Text = Gap.NOT_APPLICABLE
        if breakdown.dimension in EVENT_DIMENSIONS:
            overlap, words = breakdown.overlap, in_more_than_one(breakdown.dimension)
        if breakdown.dimension == "city" and self.scope.city is None:
            seen = {line.code for line in lines}
            missing = (city.code for city in self.project.cities if city.code not in seen)
            lines = [*lines, *(model.BreakdownLine(code, 0, 0) for code in missing)]
        return self._table(breakdown.dimension, lines, _people(breakdown.total), overlap, words)

    def _table(
        self,
        dimension: str,
        lines: Sequence[model.BreakdownLine],
        total: Figures,
        overlap: int | Gap = Gap.NOT_APPLICABLE,
        overlap_words: Text = Gap.NOT_APPLICABLE,
    ) -> ReportBreakdown:
        shown = tuple(Line(*self.label(dimension, line.code), _people(line)) for line in lines)
        return ReportBreakdown(dimension, *self._names[dimension], shown, total, overlap, overlap_words)

    def _part(self, group: model.Group, dimensions: Iterable[str]) -> Part:
        people = _people(group)
        by = (self._table(d, ordered(d, group.by.get(d, ())), people) for d in dimensions)
        return Part(group.events, people, group.attendances, tuple(by))

    def _groups(
        self, key: Callable[[EventFact], Key], dimensions: Sequence[str], indicator: str | None = None
    ) -> dict[Key, model.Group]:
        grouping = figures.Grouping(key, dimensions)
        return figures.groups(self.workspace, grouping, indicator, self.scope, actor=self.actor)

    def _cities(self) -> Iterable[CityPart]:
        by_indicator = {
            one.code: self._groups(lambda fact: fact.city, OF_PARTS, one.code) for one in self.project.indicators
        }
        partners = {one.code: one.name for one in self.project.partners}
        for city in self.project.cities:
            if self.scope.city in (None, city.code):
                parts = ((code, self._part(by.get(city.code, NOBODY), OF_PARTS)) for code, by in by_indicator.items())
                label = self.label("city", city.code)
                yield CityPart(label, city.country, partners[city.partner], tuple(parts))

    def _strands(self) -> Iterable[StrandPart]:
        words, countries = strand_words(), _countries(self.project)

        def strand(fact: EventFact) -> str:
            return self.project.activities[fact.activity]

        def country(fact: EventFact) -> Text:
            return countries.get(fact.city, Gap.NOT_STATED)

        def by(key: Callable[[EventFact], tuple[str | None, Text | None]]) -> Iterable[StrandPart]:
            groups = self._groups(key, ("gender",))
            order = {code: number for number, code in enumerate([*words, None])}
            for (code, where), group in sorted(groups.items(), key=lambda item: (order[item[0][0]], str(item[0][1]))):
                label = Labelled(code, words[code]) if code else None
                yield StrandPart(label, where, self._part(group, ("gender",)))

        yield from by(lambda fact: (strand(fact), country(fact)))
        yield from by(lambda fact: (strand(fact), None))
        yield from by(lambda fact: (None, country(fact)))
        yield from by(lambda fact: (None, None))

    def _events(self) -> Iterable[Event]:
        words, countries = strand_words(), _countries(self.project)
        partners = {one.code: one.name for one in self.project.partners}
        partner_of = {city.code: city.partner for city in self.project.cities}
        by_event = self._groups(lambda fact: fact.id, OF_EVENTS)
        asked = self.workspace, self.actor
        stated, kept, signed = all_described(*asked), evidence_kinds(*asked), signed_rows(*asked)
        for number, figure in enumerate(figures.events(self.workspace, None, self.scope, actor=self.actor), 1):
            fact = figure.event
            strand, partner = self.project.activities[fact.activity], partner_of.get(fact.city, "")
            part = self._part(by_event[fact.id], OF_EVENTS)
            yield Event(
                number=number,
                activity=self.label("activity", fact.activity),
                strand=Labelled(strand, words[strand]),
                title=fact.title or Gap.NOT_STATED,
                date=fact.date,
                city=self.label("city", fact.city),
                country=countries.get(fact.city, Gap.NOT_STATED),
                partner=partners.get(partner, partner) or Gap.NOT_STATED,
                data=stated.get(fact.id, NOTHING_STATED),
                people=part.people,
                breakdowns=part.breakdowns,
                evidence=fmt.names([evidence_kind(kind) for kind in kept.get(fact.id, ())]) or _("none kept"),
                signed=signed_words(signed.get(fact.id)) or Gap.NOT_STATED,
            )

    def _quality(self, indicators: Sequence[ReportIndicator], events: Sequence[Event]) -> Quality:
        broadest = max(indicators, key=lambda one: _exact(one.people.reached))
        reached = _exact(broadest.people.reached)
        shares = [Share("unidentified", _("unidentified people"), broadest.people.unidentified, reached)]
        for dimension in _MAY_BE_UNKNOWN:
            if all(one.dimension != dimension for one in broadest.breakdowns):
                continue
            lines = {line.code: line.people.reached for line in broadest.by(dimension).lines}
            name = _("{dimension} not stated").format(dimension=dimension_name(dimension))
            shares.append(Share(dimension, name, lines.get(NOT_STATED, 0), reached))
        for code, name, known in (
            ("title", _("events without a title"), [event.title for event in events]),
            ("partner", _("events without a partner"), [event.partner for event in events]),
        ):
            shares.append(Share(code, name, known.count(Gap.NOT_STATED), len(events)))
        return Quality(uploads.sums(self.workspace, self.scope.city, actor=self.actor), broadest.code, tuple(shares))


def strand_words() -> Mapping[str, str]:
    """Returns the strands of the project's work by their codes, in the order of reports."""
    return {
        "study": _("Study"), "capacity_building": _("Training"), "mutual_learning": _("Mutual learning"),
        "governance": _("Committees and forums"), "awareness_raising": _("Awareness raising"),
    }  # fmt: skip


def _people(of: model.Reach | model.BreakdownLine | model.Group) -> Figures:
    return Figures(of.reached, of.identified, of.unidentified)


def _countries(project: Project) -> dict[str, str]:
    return {city.code: city.country for city in project.cities}


def _exact(count: object) -> int:
    assert isinstance(count, int)
    return count
