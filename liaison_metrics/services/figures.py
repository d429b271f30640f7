"""Figures: indicators, breakdowns, curves, events and attendances, for pages, command line, exports and reports.

Each function reads the newest snapshot. ``domain.reach`` and ``domain.people`` hold the rules of counting; this module
adds the day up to which events count, and the plan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import Connection

from liaison_metrics.domain import reach
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.index import Attendance, IndexState
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.grouped import Key
from liaison_metrics.domain.reach.model import Breakdown, Cross, EventFigures, Group, Point, Reach
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.facts import read_sources

RECENTLY = timedelta(days=30)

AT_A_TIME = 1000
"""Lines of attendances in one part."""


class Status(StrEnum):
    """The status of an indicator (docs/counting.md). The plan spreads the target evenly over the project's time."""

    SECURED = "secured"
    REACHED = "reached"
    ON_PLAN = "on_plan"
    BEHIND_PLAN = "behind_plan"
    NOT_HELD_YET = "not_held_yet"


@dataclass(frozen=True, slots=True)
class IndicatorFigure:
    """An indicator's figures: people reached, the target, the plan by ``as_of``, and the change in 30 days.

    ``contained``: how many of its people are also counted in other indicators, by their codes.
    """

    code: str
    title: str
    target: int
    as_of: date
    reach: Reach
    plan: int
    status: Status
    change_30_days: int
    contained: Mapping[str, int]


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


def plan(project: Project, target: int, day: date) -> int:
    """Returns how many people should be reached by *day* to meet the target evenly over the project's time."""
    elapsed = (day - project.start) / (project.end - project.start)
    return round(target * min(1.0, max(0.0, elapsed)))


def indicators(workspace: Workspace, scope: Scope | None = None) -> list[IndicatorFigure]:
    """Returns the figures of all indicators, in the project's order, within *scope*."""
    with workspace.snapshot():
        return [indicator(workspace, one.code, scope) for one in workspace.project.indicators]


def indicator(workspace: Workspace, code: str, scope: Scope | None = None) -> IndicatorFigure:
    """Returns one indicator's figure within *scope*. Raises KeyError for an unknown code."""
    project, index = workspace.project, workspace.index()
    promised = project.indicator(code)
    scope = _dated(project, scope)
    assert scope.until is not None
    now = reach.reach(index, project, promised, scope)
    before = reach.reach(index, project, promised, replace(scope, until=scope.until - RECENTLY))
    due = plan(project, promised.target, scope.until)
    others = [other for other in project.indicators if other.code != code]
    return IndicatorFigure(
        code=code,
        title=promised.title,
        target=promised.target,
        as_of=scope.until,
        reach=now,
        plan=due,
        status=_status(now, promised.target, due),
        change_30_days=now.reached - before.reached,
        contained=reach.contained(index, project, promised, others, scope),
    )


def breakdown(workspace: Workspace, indicator: str, dimension: str, scope: Scope | None = None) -> Breakdown:
    """Returns an indicator by one dimension (of ``reach.DIMENSIONS``), the largest line first."""
    project = workspace.project
    return reach.breakdown(workspace.index(), project, project.indicator(indicator), dimension, _dated(project, scope))


def curve(workspace: Workspace, indicator: str, scope: Scope | None = None) -> list[Point]:
    """Returns the number of people reached by the end of each day with events."""
    project = workspace.project
    return reach.curve(workspace.index(), project, project.indicator(indicator), _dated(project, scope))


def cross(workspace: Workspace, indicator: str, rows: str, columns: str, scope: Scope | None = None) -> Cross:
    """Returns an indicator by two dimensions, with the totals of both."""
    project = workspace.project
    return reach.cross(workspace.index(), project, project.indicator(indicator), rows, columns, _dated(project, scope))


def events(workspace: Workspace, indicator: str | None = None, scope: Scope | None = None) -> list[EventFigures]:
    """Returns the events with people who count, the earliest first (without *indicator*: of all activities)."""
    project = workspace.project
    promised = project.indicator(indicator) if indicator else None
    return list(reach.event_figures(workspace.index(), project, promised, _dated(project, scope)))


def groups(
    workspace: Workspace,
    key: Callable[[EventFact], Key],
    dimensions: Sequence[str],
    indicator: str | None = None,
    scope: Scope | None = None,
) -> dict[Key, Group]:
    """Returns the figures of the events of each key, with their people by some dimensions of persons (without
    *indicator*: of all activities, everyone)."""
    project = workspace.project
    promised = project.indicator(indicator) if indicator else None
    return reach.grouped(workspace.index(), project, promised, key, dimensions, _dated(project, scope))


def attendances(
    workspace: Workspace, indicator: str | None = None, scope: Scope | None = None, event: int | None = None
) -> list[AttendanceLine]:
    """Returns a line for each attendance of a participant within *scope*, with its first source row.

    Headcounts have no lines, because they are not attendances of known people.
    """
    with workspace.snapshot() as moment:
        return [line for part in _attendances_in_parts(workspace, moment, indicator, scope, event) for line in part]


def attendances_in_parts(
    workspace: Workspace, indicator: str | None = None, scope: Scope | None = None, event: int | None = None
) -> Iterator[list[AttendanceLine]]:
    """Yields the same lines in parts of ``AT_A_TIME``, all from one snapshot, so that long lists need little memory."""
    with workspace.detached_snapshot() as moment:
        yield from _attendances_in_parts(workspace, moment, indicator, scope, event)


def _attendances_in_parts(
    workspace: Workspace,
    moment: tuple[IndexState, Connection],
    indicator: str | None,
    scope: Scope | None,
    event: int | None,
) -> Iterator[list[AttendanceLine]]:
    project, (index, connection) = workspace.project, moment
    promised = project.indicator(indicator) if indicator else None
    found = index.attendances(project, promised, _dated(project, scope), event)
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


def _status(found: Reach, target: int, due: int) -> Status:
    if found.floor >= target:
        return Status.SECURED
    if found.reached >= target:
        return Status.REACHED
    if not found.attendances:
        return Status.NOT_HELD_YET
    return Status.ON_PLAN if found.reached >= due else Status.BEHIND_PLAN
