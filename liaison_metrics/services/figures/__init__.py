"""Figures: indicators, breakdowns, curves, events and attendances, for pages, command line, exports and reports.

Each function reads the newest snapshot, and checks that the actor may see what it returns. ``domain.reach`` and
``domain.people`` hold the rules of counting; this module adds the day up to which events count, and the plan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Generic

from sqlalchemy import Connection

from liaison_metrics.domain import reach
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.index import Attendance, IndexState
from liaison_metrics.domain.project import Indicator, Project
from liaison_metrics.domain.reach.expected import Expectation, PlannedPeople, Status, expectation, status_of
from liaison_metrics.domain.reach.grouped import Key
from liaison_metrics.domain.reach.model import Breakdown, Cross, EventFigures, Group, Point, Reach
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.figure_queries import check_figures
from liaison_metrics.services.access.permissions import Resource, allows, check, requires
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.events import read_planned
from liaison_metrics.store.facts import read_sources

RECENTLY = timedelta(days=30)

AT_A_TIME = 1000
"""Lines of attendances in one part."""


@dataclass(frozen=True, slots=True)
class IndicatorFigure:
    """An indicator's figures: people reached, the target, and the change in the 30 days to ``as_of``.

    ``plan``: how many people are expected by ``as_of`` (None: the figures are final, and the target is what counts).
    ``plan_line``: the corners of the plan over the project's time. ``contained``: how many of its people are also
    counted in other indicators, by their codes.
    """

    code: str
    title: str
    target: int
    as_of: date
    reach: Reach
    plan: int | None
    plan_line: tuple[tuple[date, int], ...]
    status: Status
    change_30_days: int
    contained: Mapping[str, int]

    @property
    def is_final(self) -> bool:
        """Whether the project is over and all of it is in the figures."""
        return self.plan is None


@dataclass(frozen=True, slots=True)
class AttendanceLine:
    """One attendance and its source row. ``person`` is the pseudonym, empty for unidentified people."""

    person: str
    event: int
    activity: str
    city: str
    date: date
    title: str
    community: str
    group: str
    gender: str
    age_band: str
    upload: int
    file: str
    sheet: str
    row: int
    column: str


def as_of(project: Project, requested: date | None = None) -> date:
    """Returns the day up to which events count: *requested*, else today, at the latest the project's last day."""
    return project.as_of(requested)


@requires(Action.FIGURES_READ)
def indicators(workspace: Workspace, scope: Scope | None = None, *, actor: Actor) -> list[IndicatorFigure]:
    """Returns the figures of all indicators, in the project's order, within *scope*. Raises NotAllowed."""
    with workspace.snapshot():
        return [indicator(workspace, one.code, scope, actor=actor) for one in workspace.project.indicators]


@requires(Action.FIGURES_READ)
def indicator(workspace: Workspace, code: str, scope: Scope | None = None, *, actor: Actor) -> IndicatorFigure:
    """Returns one indicator's figure within *scope*. Raises KeyError for an unknown code, and NotAllowed."""
    project = workspace.project
    check_figures(project, scope, actor)
    promised = project.indicator(code)
    scope = _dated(project, scope)
    with workspace.snapshot() as (index, connection):
        expected = _expected(project, promised, index, connection)
    assert scope.until is not None
    now = reach.reach(index, project, promised, scope)
    before = reach.reach(index, project, promised, replace(scope, until=scope.until - RECENTLY))
    due = expected.by(scope.until)
    others = [other for other in project.indicators if other.code != code]
    return IndicatorFigure(
        code=code,
        title=promised.title,
        target=promised.target,
        as_of=scope.until,
        reach=now,
        plan=None if project.is_final(scope.until) else due,
        plan_line=tuple(expected.line()),
        status=status_of(now, promised.target, due),
        change_30_days=now.reached - before.reached,
        contained=reach.contained(index, project, promised, others, scope),
    )


@requires(Action.FIGURES_READ)
def breakdown(
    workspace: Workspace, indicator: str, dimension: str, scope: Scope | None = None, *, actor: Actor
) -> Breakdown:
    """Returns an indicator by one dimension (of ``reach.DIMENSIONS``), the largest line first. Raises NotAllowed."""
    project = workspace.project
    check_figures(project, scope, actor, [dimension])
    return reach.breakdown(workspace.index(), project, project.indicator(indicator), dimension, _dated(project, scope))


@requires(Action.FIGURES_READ)
def curve(workspace: Workspace, indicator: str, scope: Scope | None = None, *, actor: Actor) -> list[Point]:
    """Returns the number of people reached by the end of each day with events. Raises NotAllowed."""
    project = workspace.project
    check_figures(project, scope, actor)
    return reach.curve(workspace.index(), project, project.indicator(indicator), _dated(project, scope))


@requires(Action.EXPLORE_READ)
def cross(
    workspace: Workspace, indicator: str, by: tuple[str, str], scope: Scope | None = None, *, actor: Actor
) -> Cross:
    """Returns an indicator *by* two dimensions, that of the rows and that of the columns, with the totals of both.
    Raises NotAllowed."""
    project = workspace.project
    check_figures(project, scope, actor, by)
    return reach.cross(workspace.index(), project, project.indicator(indicator), *by, _dated(project, scope))


@requires(Action.EXPLORE_READ)
def events(
    workspace: Workspace, indicator: str | None = None, scope: Scope | None = None, *, actor: Actor
) -> list[EventFigures]:
    """Returns the events with people who count, the earliest first (without *indicator*: of all activities). Raises
    NotAllowed."""
    project = workspace.project
    check_figures(project, scope, actor, ["activity", "month"])
    promised = project.indicator(indicator) if indicator else None
    return list(reach.event_figures(workspace.index(), project, promised, _dated(project, scope)))


@dataclass(frozen=True, slots=True)
class Grouping(Generic[Key]):
    """Which events form a group (those with the same ``key``), and by which ``dimensions`` its people are shown."""

    key: Callable[[EventFact], Key]
    dimensions: Sequence[str]


@requires(Action.PROPERTIES_READ)
def groups(
    workspace: Workspace,
    grouping: Grouping[Key],
    indicator: str | None = None,
    scope: Scope | None = None,
    *,
    actor: Actor,
) -> dict[Key, Group]:
    """Returns the figures of the events of each key, with their people by some dimensions of persons (without
    *indicator*: of all activities, everyone). Raises NotAllowed."""
    project = workspace.project
    check_figures(project, scope, actor, ["activity", "month", *grouping.dimensions])
    promised = project.indicator(indicator) if indicator else None
    dated = _dated(project, scope)
    return reach.grouped(workspace.index(), project, promised, grouping.key, grouping.dimensions, dated)


@requires(Action.ROWS_READ)
def attendances(
    workspace: Workspace,
    indicator: str | None = None,
    scope: Scope | None = None,
    event: int | None = None,
    *,
    actor: Actor,
) -> list[AttendanceLine]:
    """Returns a line for each attendance of a participant within *scope*, with its first source row, in the cities
    whose attendances the actor may see.

    Headcounts have no lines, because they are not attendances of known people. Raises NotAllowed where the scope or the
    event is in another city.
    """
    with workspace.snapshot() as (index, connection):
        choice = _AttendanceChoice(indicator, scope or Scope(), event)
        return [line for part in _in_parts(connection, _readable(workspace, index, choice, actor)) for line in part]


@requires(Action.ROWS_READ)
def attendances_in_parts(
    workspace: Workspace,
    indicator: str | None = None,
    scope: Scope | None = None,
    event: int | None = None,
    *,
    actor: Actor,
) -> Iterator[list[AttendanceLine]]:
    """Returns the same lines in parts of ``AT_A_TIME``, all from one snapshot, so that long lists need little memory.
    Raises NotAllowed at once, before the first part."""
    choice = _AttendanceChoice(indicator, scope or Scope(), event)
    _readable_cities(workspace.project, workspace.index(), choice, actor)

    def parts() -> Iterator[list[AttendanceLine]]:
        with workspace.detached_snapshot() as (index, connection):
            yield from _in_parts(connection, _readable(workspace, index, choice, actor))

    return parts()


@dataclass(frozen=True, slots=True)
class _AttendanceChoice:
    """Which attendances: those that count towards an indicator, within a scope, of an event (None: of all)."""

    indicator: str | None
    scope: Scope
    event: int | None


def _readable(workspace: Workspace, index: IndexState, choice: _AttendanceChoice, actor: Actor) -> Sequence[Attendance]:
    """Returns the chosen attendances that the actor may see. Raises NotAllowed where it may see none of them."""
    project = workspace.project
    cities = _readable_cities(project, index, choice, actor)
    promised = project.indicator(choice.indicator) if choice.indicator else None
    found = index.attendances(project, promised, _dated(project, choice.scope), choice.event)
    return found if cities == _all_cities(project) else [one for one in found if one.event.city in cities]


def _readable_cities(project: Project, index: IndexState, choice: _AttendanceChoice, actor: Actor) -> frozenset[str]:
    """Returns the cities whose attendances the actor may see. Raises NotAllowed where the choice is of another one, or
    there are none."""
    event = index.calendar.derived.get(index.calendar.event_of.get(choice.event or 0, 0))
    for city in {choice.scope.city, event.fact.city if event else None} - {None}:
        check(actor, Action.ROWS_READ, Resource.figures(project, city))
    cities = open_cities(project, actor)
    if not cities:
        check(actor, Action.ROWS_READ, Resource.figures(project, None))
    return cities


def open_cities(project: Project, actor: Actor) -> frozenset[str]:
    """Returns the cities whose attendances the actor may see."""
    return frozenset(
        city for city in _all_cities(project) if allows(actor, Action.ROWS_READ, Resource.figures(project, city))
    )


def _all_cities(project: Project) -> frozenset[str]:
    return frozenset(city.code for city in project.cities)


def _in_parts(connection: Connection, found: Sequence[Attendance]) -> Iterator[list[AttendanceLine]]:
    for start in range(0, len(found), AT_A_TIME):
        yield _with_sources(connection, found[start : start + AT_A_TIME])


def _with_sources(connection: Connection, found: Sequence[Attendance]) -> list[AttendanceLine]:
    sources = read_sources(connection, [one.id for one in found])
    return [
        AttendanceLine(
            person=one.person,
            event=one.event.id,
            activity=one.event.activity,
            city=one.event.city,
            date=one.event.date,
            title=one.event.title,
            community=one.community,
            group=one.group,
            gender=one.gender,
            age_band=one.age_band,
            upload=source.upload,
            file=source.file,
            sheet=source.sheet,
            row=source.row,
            column=source.column,
        )
        for one in found
        for source in [sources[one.id]]
    ]


def _dated(project: Project, scope: Scope | None) -> Scope:
    scope = scope or Scope()
    return replace(scope, until=as_of(project, scope.until))


def _expected(project: Project, promised: Indicator, index: IndexState, connection: Connection) -> Expectation:
    activities = project.activities_of(promised)
    planned = [
        PlannedPeople(row["date"], row["expected"]) for row in read_planned(connection) if row["activity"] in activities
    ]
    days = reach.curve(index, project, promised, Scope(until=project.end)) if promised.one_event else ()
    return expectation(project, promised, planned, next((point.day for point in days), None))
