"""Everything about the data that somebody can mend or should check, by partner and kind.

What Owed and People know already is passed in, not worked out again; comparing all people takes long where there are
many, so their pairs are added where they are known. Nothing of it is stored.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from liaison_metrics.domain.events.outliers import far_above
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.index import IndexState
from liaison_metrics.domain.project import NOT_STATED, Indicator, Project
from liaison_metrics.domain.reach.model import EventFigures
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.services import figures
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows, requires
from liaison_metrics.services.events.listing import readable_cities
from liaison_metrics.services.events.owed.finding import Owed, OwedKind, debtor
from liaison_metrics.services.intake.workbooks.retelling import advice_without_date
from liaison_metrics.services.people.quality.jumps import upload_jumps
from liaison_metrics.services.people.quality.lateness import Lateness, lateness, sheet_delays
from liaison_metrics.services.people.review import PersonPair
from liaison_metrics.services.uploads import latest
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.records.uploads.quality import rows_without_date


class QualityKind(StrEnum):
    """What can be mended or checked, in the order of pages."""

    NO_SHEET = "no_sheet"
    """Events whose day has passed and of which no sheet has come."""

    UNDATED = "undated"
    """Rows without a date that can be read: they wait or were rejected."""

    NO_COMMUNITY = "no_community"
    """People of whom no sheet states the community."""

    PEOPLE = "people"
    """Pairs of people who may be one."""

    EVENTS = "events"
    """Events that may be the same."""

    QUESTIONS = "questions"
    """Rows that wait for an answer."""

    REJECTED = "rejected"
    """Rows that were rejected and not corrected."""

    LATE = "late"
    """Sheets that came late after their event."""

    UNUSUAL = "unusual"
    """Events with far more people than usual, and days and uploads that moved a figure far more than usual."""


_OWED_KINDS = {
    OwedKind.SHEET: QualityKind.NO_SHEET, OwedKind.EVENT_TO_CHECK: QualityKind.EVENTS,
    OwedKind.QUESTION: QualityKind.QUESTIONS, OwedKind.REJECTED: QualityKind.REJECTED,
}  # fmt: skip

_COUNTED_IN_ROWS = frozenset({QualityKind.UNDATED, QualityKind.QUESTIONS, QualityKind.REJECTED})


@dataclass(frozen=True, slots=True)
class QualityFinding:
    """One thing to mend or check, of a partner (code).

    ``count`` is how many days (no sheet, late), rows, events or people it is about. ``number`` is that of the event or
    upload, 0 for an event without a sheet and for a day, ``title`` the event's or the name of the file. ``activity``
    and ``city`` are codes, "" where there are several. Of a day or an upload that moved an indicator, ``indicator`` is
    its code.
    ``usual`` is what most others have.
    """

    kind: QualityKind
    partner: str
    count: int
    activity: str = ""
    city: str = ""
    date: date | None = None
    title: str = ""
    number: int = 0
    indicator: str = ""
    usual: tuple[int, int] = (0, 0)
    pair: PersonPair | None = None


@dataclass(frozen=True, slots=True)
class PartnerQuality:
    """A partner (code): how much there is of each kind, of how many ``people`` nobody states the community of some, and
    how late its sheets came (None: there are none)."""

    partner: str
    counts: Mapping[QualityKind, int]
    people: int
    lateness: Lateness | None


@dataclass(frozen=True, slots=True)
class DataQuality:
    """The partners in the order of the project file, and the findings of each kind, the largest first. The people are
    those of ``indicator`` (code), the one with most activities. ``compared`` says that pairs of people are among the
    findings."""

    indicator: str
    partners: tuple[PartnerQuality, ...]
    findings: Mapping[QualityKind, tuple[QualityFinding, ...]]
    compared: bool = False

    @property
    def people(self) -> int:
        """How many people there are, those of several partners once for each."""
        return sum(one.people for one in self.partners)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to mend or check."""
        return not any(self.findings.values())

    def of(self, kind: QualityKind, partner: str = "") -> Sequence[QualityFinding]:
        """Returns the findings of a kind, and of a partner ("": of all)."""
        found = self.findings.get(kind, ())
        return [one for one in found if one.partner == partner] if partner else found

    def total(self, kind: QualityKind) -> int:
        """Returns how much there is of a kind."""
        return sum(one.counts[kind] for one in self.partners)


@requires(Action.OWED_READ)
def data_quality(workspace: Workspace, actor: Actor, owed: Sequence[Owed]) -> DataQuality:
    """Returns what the actor may see of it, without pairs of people: a partner its own cities. *owed* is what partners
    owe, as the actor may see it."""
    project = workspace.project
    broadest = max(project.indicators, key=lambda one: len(project.activities_of(one)))
    codes = [one.code for one in project.partners if allows(actor, Action.OWED_READ, Resource.owed(one.code))]
    cities = readable_cities(project, actor) if codes else frozenset[str]()
    partner_of = {city.code: city.partner for city in project.cities}
    with workspace.snapshot() as (index, connection):
        undated = rows_without_date(connection, advice_without_date())
        delays = sheet_delays(index, connection, cities)
        people = {city: _people(workspace, broadest, city, actor) for city in sorted(cities)}
        found = [
            *_owed(owed, undated),
            *(_event(partner_of, QualityKind.LATE, one.event, one.days) for one in delays if one.is_late),
            *(one for city in people for one in _without_community(workspace, broadest, city, actor)),
            *_unusual(workspace, cities, actor),
            *_jumps(workspace, index, actor),
        ]
    findings = _in_order(found, codes)
    partners = []
    for code in codes:
        own = [people[city] for city in sorted(cities) if partner_of[city] == code]
        counts = _counts(findings, code) | {QualityKind.NO_COMMUNITY: sum(without for without, _all in own)}
        late = lateness([one for one in delays if partner_of[one.event.city] == code])
        partners.append(PartnerQuality(code, counts, sum(reached for _without, reached in own), late))
    return DataQuality(broadest.code, tuple(partners), findings)


def with_pairs(project: Project, found: DataQuality, pairs: Iterable[PersonPair]) -> DataQuality:
    """Returns the data quality with the pairs of people to check that the same actor may see."""
    codes = [one.partner for one in found.partners]
    added = _in_order([_pair(project, pair) for pair in pairs], codes)
    partners = [
        replace(one, counts={**one.counts, QualityKind.PEOPLE: _counts(added, one.partner)[QualityKind.PEOPLE]})
        for one in found.partners
    ]
    return DataQuality(found.indicator, tuple(partners), {**found.findings, **added}, compared=True)


def _in_order(
    found: Iterable[QualityFinding], partners: Sequence[str]
) -> dict[QualityKind, tuple[QualityFinding, ...]]:
    """Returns the findings of some partners by kind, the largest first."""
    order = {code: place for place, code in enumerate(partners)}
    by_kind = defaultdict[QualityKind, list[QualityFinding]](list)
    for one in found:
        if one.partner in order:
            by_kind[one.kind].append(one)
    return {
        kind: tuple(sorted(some, key=lambda one: (-one.count, order[one.partner], one.number)))
        for kind, some in by_kind.items()
    }


def _counts(findings: Mapping[QualityKind, Sequence[QualityFinding]], partner: str) -> dict[QualityKind, int]:
    counts = dict.fromkeys(QualityKind, 0)
    for kind, some in findings.items():
        own = [one.count if kind in _COUNTED_IN_ROWS else 1 for one in some if one.partner == partner]
        counts[kind] = sum(own)
    return counts


def _owed(owed: Iterable[Owed], undated: Mapping[int, int]) -> Iterator[QualityFinding]:
    """Yields what Owed lists, and the rows without a date among the rows that wait or were rejected."""
    told = set()
    for one in owed:
        kind = _OWED_KINDS.get(one.kind)
        if kind is None:
            continue
        count = one.days if kind is QualityKind.NO_SHEET else one.count
        where = (one.activity, one.city, one.date, one.title, one.number)
        yield QualityFinding(kind, one.partner, count, *where)
        of_upload = kind in (QualityKind.QUESTIONS, QualityKind.REJECTED)
        if of_upload and one.number in undated and one.number not in told:
            told.add(one.number)
            yield QualityFinding(QualityKind.UNDATED, one.partner, undated[one.number], *where)


def _pair(project: Project, pair: PersonPair) -> QualityFinding:
    """Returns a pair as a finding of the partner of its cities; of several, of the one that coordinates."""
    partners = {project.city(city).partner for city in pair.cities}
    coordinating = next((one.code for one in project.partners if one.coordinator), project.partners[0].code)
    whose = partners.pop() if len(partners) == 1 else coordinating
    city = next(iter(pair.cities)) if len(pair.cities) == 1 else ""
    return QualityFinding(QualityKind.PEOPLE, whose, round(100 * pair.score), city=city, pair=pair)


def _event(
    partner_of: Mapping[str, str], kind: QualityKind, event: EventFact, count: int, usual: tuple[int, int] = (0, 0)
) -> QualityFinding:
    where = (event.activity, event.city, event.date, event.title, event.id)
    return QualityFinding(kind, partner_of[event.city], count, *where, usual=usual)


def _people(workspace: Workspace, indicator: Indicator, city: str, actor: Actor) -> tuple[int, int]:
    """Returns how many people of a city have no stated community, and how many there are."""
    found = figures.breakdown(workspace, indicator.code, "community", Scope(city=city), actor=actor)
    without = next((line.reached for line in found.lines if line.code == NOT_STATED), 0)
    return without, found.total.reached


def _without_community(workspace: Workspace, indicator: Indicator, city: str, actor: Actor) -> list[QualityFinding]:
    """Returns the events of a city with people of whom no sheet states the community."""
    scope = Scope(city=city, community=NOT_STATED)
    events = figures.events(workspace, indicator.code, scope, actor=actor)
    partner_of = {city: workspace.project.city(city).partner}
    return [_event(partner_of, QualityKind.NO_COMMUNITY, one.event, one.attendances) for one in events]


# ---- figures that jumped ----------------------------------------------------------------------------


def _unusual(workspace: Workspace, cities: Collection[str], actor: Actor) -> list[QualityFinding]:
    """Returns the events with far more people than others of their activity in the whole project, and the days on which
    an indicator gained far more people in a city than on others, unless such an event explains it."""
    if not cities:
        return []
    project, found = workspace.project, list[QualityFinding]()
    partner_of = {city: project.city(city).partner for city in cities}
    by_activity = defaultdict[str, list[EventFigures]](list)
    for event in figures.events(workspace, actor=actor):
        by_activity[event.event.activity].append(event)
    for events in by_activity.values():
        far = far_above([one.attendances for one in events])
        chosen = (events[at] for at in far.positions)
        found += [
            _event(partner_of, QualityKind.UNUSUAL, one.event, one.attendances, (far.low, far.high))
            for one in chosen
            if one.event.city in cities
        ]
    explained = {(one.city, one.date) for one in found}
    for indicator in project.indicators:
        for city in sorted(cities):
            days = _days(workspace, indicator, city, actor)
            found += [one for one in days if (one.city, one.date) not in explained]
    return found


def _jumps(workspace: Workspace, index: IndexState, actor: Actor) -> Iterator[QualityFinding]:
    """Yields the uploads that moved an indicator by far more people than uploads usually do, as far as the actor may
    see them."""
    found = upload_jumps(index, workspace.project)
    uploads = {one.id: one for one in latest(workspace, undone=False, actor=actor)} if found else {}
    for one in found:
        if upload := uploads.get(one.upload):
            city = upload.cities[0] if len(upload.cities) == 1 else ""
            yield QualityFinding(
                QualityKind.UNUSUAL, debtor(workspace.project, upload), one.people, "", city,
                upload.imported_at.date(), upload.file, one.upload, one.indicator, one.usual,
            )  # fmt: skip


def _days(workspace: Workspace, indicator: Indicator, city: str, actor: Actor) -> list[QualityFinding]:
    points = figures.curve(workspace, indicator.code, Scope(city=city), actor=actor)
    reached = [0, *(point.reached for point in points)]
    new = [after - before for before, after in pairwise(reached)]
    far, whose = far_above(new), workspace.project.city(city).partner
    return [
        QualityFinding(
            QualityKind.UNUSUAL, whose, new[at], "", city, points[at].day, indicator=indicator.code,
            usual=(far.low, far.high),
        )
        for at in far.positions
    ]  # fmt: skip
