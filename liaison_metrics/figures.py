"""The one place that answers "how many": pages, command line and every export ask here.

Each function looks at the store's newest state. The rules stand in reach/ and people/; here they meet the calendar
(what is due by today) and the words of the project.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from liaison_metrics import reach
from liaison_metrics.facts import EventFact
from liaison_metrics.project import Kind, Project
from liaison_metrics.reach.model import Breakdown, Cross, Point, Reach
from liaison_metrics.reach.scope import Scope
from liaison_metrics.store.facts import read_sources
from liaison_metrics.texts import _
from liaison_metrics.workspace import Workspace

OVERLAPPING = ("city", "activity", "month")
"""Dimensions that belong to the event: one person can stand in several lines."""

RECENTLY = timedelta(days=30)


class Status(StrEnum):
    """Where an indicator stands (counting.md, "Words"; the plan is the target, evenly over the project's time)."""

    SECURED = "secured"
    REACHED = "reached"
    ON_PLAN = "on_plan"
    BEHIND_PLAN = "behind_plan"
    NOT_HELD_YET = "not_held_yet"


@dataclass(frozen=True, slots=True)
class IndicatorFigure:
    """One promised figure as it stands: people reached of the target, what was due by then, and how it moves.

    ``contained`` says how many of its people other indicators hold already, by their codes.
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
    """One attendance of a participant and the row that states it; ``person`` is empty where unidentified."""

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


def as_of(project: Project, asked: date | None = None) -> date:
    """Returns the day for which figures stand: as asked, else today, at the latest the project's last day."""
    return asked or min(date.today(), project.end)


def plan(project: Project, target: int, day: date) -> int:
    """Returns how many people were due by *day* if the target is met evenly over the project's time."""
    elapsed = (day - project.start) / (project.end - project.start)
    return round(target * min(1.0, max(0.0, elapsed)))


def label(project: Project, dimension: str, code: str, language: str = "en") -> str:
    """Returns the words for a line of a breakdown by *dimension*."""
    if dimension in reach.AGE_BANDS_OF and dimension == "age_band":
        return _AGE_BANDS().get(code, code)
    return code if dimension == "month" else project.label(Kind(dimension), code, language)


def indicators(workspace: Workspace, scope: Scope | None = None) -> list[IndicatorFigure]:
    """Returns the figures of all indicators, in the project's order, within *scope*."""
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
