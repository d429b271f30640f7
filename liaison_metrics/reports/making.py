"""Makes the report: asks the services for every figure, in one moment, and puts the project's words beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields

from liaison_metrics import format as fmt
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.project import NOT_STATED, Project, VocabularyKind
from liaison_metrics.domain.reach import DIMENSIONS, EVENT_DIMENSIONS, model
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.reports.model import (
    Breakdown,
    CityPart,
    Contained,
    Event,
    Figures,
    Gap,
    Indicator,
    Labelled,
    Line,
    OpenData,
    Part,
    Partner,
    Place,
    Promise,
    Quality,
    Report,
    Share,
    StrandPart,
    Text,
)
from liaison_metrics.services import figures, labels, uploads
from liaison_metrics.services.labels import by_dimension, dimension_name, in_more_than_one, ordered
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _, language

OF_PARTS = ("community", "gender", "age_band")
OF_EVENTS = ("gender", "group", "community")
NOBODY = model.Group(0, 0, 0, 0, {})
_MAY_BE_UNKNOWN = ("community", "gender", "age_band", "group")


def make(workspace: Workspace, scope: Scope | None = None) -> Report:
    """Returns the exact report on a part of the project, in the language in use."""
    return _Making(workspace, scope or Scope()).report()


class _Making:
    """What all parts of one report share: the workspace, the scope, and the labels met so far."""

    def __init__(self, workspace: Workspace, scope: Scope) -> None:
        self.workspace, self.scope, self.project = workspace, scope, workspace.project
        self.whole = all(getattr(scope, one.name) is None for one in fields(scope) if one.name != "until")
        self._labels: dict[tuple[str, str], Labelled] = {}
        self._names = {one: (dimension_name(one), by_dimension(one)) for one in DIMENSIONS}

    def report(self) -> Report:
        with self.workspace.snapshot():
            self.project = self.workspace.project
            indicators = tuple(map(self._indicator, figures.indicators(self.workspace, self.scope)))
            events = tuple(self._events())
            return Report(
                as_of=figures.as_of(self.project, self.scope.until),
                language=language(),
                number=Gap.NOT_APPLICABLE,
                threshold=None,
                made_up=self.workspace.demonstration(),
                project=promise(self.project),
                scope=self.scope,
                scope_words=self._scope_words(),
                counting=labels.counting_sentence(),
                indicators=indicators,
                cities=tuple(self._cities()),
                strands=tuple(self._strands()),
                events=events,
                quality=self._quality(indicators, events),
            )

    def label(self, dimension: str, code: str) -> Labelled:
        found = self._labels.get((dimension, code))
        if found is None:
            words = labels.label(self.project, dimension, code, language())
            words = fmt.month(code) if dimension == "month" else words
            found = self._labels[dimension, code] = Labelled(code, words)
        return found

    def _scope_words(self) -> str:
        chosen = {d: self.label(d, code).label for d in DIMENSIONS if (code := getattr(self.scope, d)) is not None}
        return " · ".join([chosen.pop("city", _("all cities")), *chosen.values()])

    def _indicator(self, figure: figures.IndicatorFigure) -> Indicator:
        broken_down = [figures.breakdown(self.workspace, figure.code, one, self.scope) for one in DIMENSIONS]
        return Indicator(
            code=figure.code,
            title=figure.title,
            target=figure.target,
            plan=figure.plan if self.whole else Gap.NOT_APPLICABLE,
            status=figure.status if self.whole else Gap.NOT_APPLICABLE,
            status_words=labels.status_words(figure.status) if self.whole else Gap.NOT_APPLICABLE,
            people=_people(figure.reach),
            floor=figure.reach.floor,
            attendances=figure.reach.attendances,
            change_30_days=figure.change_30_days,
            contained=tuple(Contained(*one) for one in figure.contained.items()),
            breakdowns=tuple(map(self._breakdown, broken_down)),
            curve=tuple(figures.curve(self.workspace, figure.code, self.scope)),
        )

    def _breakdown(self, found: model.Breakdown) -> Breakdown:
        lines = ordered(found.dimension, found.lines)
        overlap: int | Gap = found.overlap
        words: Text = Gap.NOT_APPLICABLE
        if found.dimension in EVENT_DIMENSIONS:
            words = in_more_than_one(found.dimension)
        else:
            overlap = Gap.NOT_APPLICABLE
        if found.dimension == "city" and self.scope.city is None:
            seen = {line.code for line in lines}
            lines = [
                *lines,
                *(model.BreakdownLine(city.code, 0, 0) for city in self.project.cities if city.code not in seen),
            ]
        return self._table(found.dimension, lines, _people(found.total), overlap, words)

    def _table(
        self,
        dimension: str,
        lines: Sequence[model.BreakdownLine],
        total: Figures,
        overlap: int | Gap = Gap.NOT_APPLICABLE,
        overlap_words: Text = Gap.NOT_APPLICABLE,
    ) -> Breakdown:
        drawn = tuple(Line(*self.label(dimension, line.code), _people(line)) for line in lines)
        return Breakdown(dimension, *self._names[dimension], drawn, total, overlap, overlap_words)

    def _part(self, group: model.Group, dimensions: Iterable[str]) -> Part:
        people = _people(group)
        by = (self._table(d, ordered(d, group.by.get(d, ())), people) for d in dimensions)
        return Part(group.events, people, group.attendances, tuple(by))

    def _cities(self) -> Iterable[CityPart]:
        by_indicator = {
            one.code: figures.groups(self.workspace, lambda fact: fact.city, OF_PARTS, one.code, self.scope)
            for one in self.project.indicators
        }
        partners = {one.code: one.name for one in self.project.partners}
        for city in self.project.cities:
            if self.scope.city in (None, city.code):
                found = ((code, self._part(by.get(city.code, NOBODY), OF_PARTS)) for code, by in by_indicator.items())
                label = self.label("city", city.code)
                yield CityPart(label, city.country, partners[city.partner], tuple(found))

    def _strands(self) -> Iterable[StrandPart]:
        words, countries = strand_words(), _countries(self.project)

        def strand(fact: EventFact) -> str:
            return self.project.activities[fact.activity]

        def country(fact: EventFact) -> Text:
            return countries.get(fact.city, Gap.NOT_STATED)

        def by(key: Callable[[EventFact], tuple[str | None, Text | None]]) -> Iterable[StrandPart]:
            found = figures.groups(self.workspace, key, ("gender",), None, self.scope)
            order = {code: number for number, code in enumerate([*words, None])}
            for (one, where), group in sorted(found.items(), key=lambda item: (order[item[0][0]], str(item[0][1]))):
                label = Labelled(one, words[one]) if one else None
                yield StrandPart(label, where, self._part(group, ("gender",)))

        yield from by(lambda fact: (strand(fact), country(fact)))
        yield from by(lambda fact: (strand(fact), None))
        yield from by(lambda fact: (None, country(fact)))
        yield from by(lambda fact: (None, None))

    def _events(self) -> Iterable[Event]:
        words, countries = strand_words(), _countries(self.project)
        partners = {one.code: one.name for one in self.project.partners}
        partner_of = {city.code: city.partner for city in self.project.cities}
        by_event = figures.groups(self.workspace, lambda fact: fact.id, OF_EVENTS, None, self.scope)
        for number, figure in enumerate(figures.events(self.workspace, None, self.scope), start=1):
            fact = figure.event
            strand = self.project.activities[fact.activity]
            part = self._part(by_event[fact.id], OF_EVENTS)
            partner = fact.partner or partner_of.get(fact.city, "")
            yield Event(
                number=number,
                activity=self.label("activity", fact.activity),
                strand=Labelled(strand, words[strand]),
                title=fact.title or Gap.NOT_STATED,
                date=fact.date,
                city=self.label("city", fact.city),
                country=countries.get(fact.city, Gap.NOT_STATED),
                partner=partners.get(partner, partner) or Gap.NOT_STATED,
                place=Gap.NOT_STATED,
                description=Gap.NOT_STATED,
                participants_countries=Gap.NOT_STATED,
                people=part.people,
                breakdowns=part.breakdowns,
            )

    def _quality(self, indicators: Sequence[Indicator], events: Sequence[Event]) -> Quality:
        broadest = max(indicators, key=lambda one: _exact(one.people.reached))
        reached = _exact(broadest.people.reached)
        shares = [Share("unidentified", _("unidentified people"), broadest.people.unidentified, reached)]
        for dimension in _MAY_BE_UNKNOWN:
            lines = {line.code: line.people.reached for line in broadest.by(dimension).lines}
            name = _("{dimension} not stated").format(dimension=dimension_name(dimension))
            shares.append(Share(dimension, name, lines.get(NOT_STATED, 0), reached))
        for code, name, known in (
            ("title", _("events without a title"), [event.title for event in events]),
            ("partner", _("events without a partner"), [event.partner for event in events]),
        ):
            shares.append(Share(code, name, known.count(Gap.NOT_STATED), len(events)))
        return Quality(uploads.sums(self.workspace), broadest.code, tuple(shares))


def promise(project: Project) -> Promise:
    """Returns what the project's file says, in the report's form."""
    data = project.open_data
    return Promise(
        acronym=project.acronym,
        title=project.title,
        number=_stated(project.number),
        field=_stated(project.field),
        programme=project.programme,
        programme_title=_stated(project.programme_title),
        start=project.start,
        end=project.end,
        partners=tuple(Partner(one.code, one.name, one.country, one.coordinator) for one in project.partners),
        objectives=project.objectives,
        deliverables=tuple(Labelled(one.code, one.title) for one in project.deliverables),
        cities=tuple(
            Place(
                one.code,
                project.label(VocabularyKind.CITY, one.code, language()),
                one.country,
                one.latitude,
                one.longitude,
            )
            for one in project.cities
        ),
        open_data=OpenData(_stated(data.organisation), _stated(data.sector), _stated(data.region)),
    )


def strand_words() -> Mapping[str, str]:
    """Returns the strands of the project's work by their codes, in the order of reports."""
    return {
        "study": _("Study"),
        "capacity_building": _("Training"),
        "mutual_learning": _("Mutual learning"),
        "governance": _("Committees and forums"),
        "awareness_raising": _("Awareness raising"),
    }


def _people(of: model.Reach | model.BreakdownLine | model.Group) -> Figures:
    return Figures(of.reached, of.identified, of.unidentified)


def _stated(words: str) -> Text:
    return words or Gap.NOT_STATED


def _countries(project: Project) -> dict[str, str]:
    return {city.code: city.country for city in project.cities}


def _exact(count: object) -> int:
    assert isinstance(count, int)
    return count
