"""The objectives, each with the activities, deliverables and indicators that serve it, and how far these are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from liaison_metrics import format as fmt
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.domain.work_plan import WorkState
from liaison_metrics.services import figures
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import check, requires
from liaison_metrics.services.events.work_plan.activities import ActivityPlan, activity_plan
from liaison_metrics.services.events.work_plan.deliverables import deliverables
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _, ngettext


@dataclass(frozen=True, slots=True)
class ServingActivity:
    """An activity (code) that serves an objective: how many events were held, of how many that are planned in all
    cities. No person is counted."""

    code: str
    held: int
    planned: int


@dataclass(frozen=True, slots=True)
class ServingDeliverable:
    """A deliverable that serves an objective, and how far it is."""

    code: str
    title: str
    state: WorkState


@dataclass(frozen=True, slots=True)
class ServingIndicator:
    """An indicator that serves an objective: the people reached, of its target."""

    code: str
    title: str
    reached: int
    target: int


@dataclass(frozen=True, slots=True)
class ObjectiveProgress:
    """An objective with what serves it, each in the order of the project file."""

    code: str
    text: str
    activities: tuple[ServingActivity, ...]
    deliverables: tuple[ServingDeliverable, ...]
    indicators: tuple[ServingIndicator, ...]


@requires(Action.WORK_PLAN_READ)
def objectives(workspace: Workspace, actor: Actor, as_of: date | None = None) -> list[ObjectiveProgress]:
    """Returns the objectives with the figures up to a day (today by default), the same for everybody. Raises
    NotAllowed."""
    check(actor, Action.WORK_PLAN_READ)
    with workspace.snapshot():
        project, plan = workspace.project, activity_plan(workspace, actor, as_of)
        known = {one.entry.code: one for one in deliverables(workspace, actor)}
        papers = {code: ServingDeliverable(code, one.title, one.entry.state) for code, one in known.items()}
        reached = {
            one.code: ServingIndicator(one.code, one.title, one.reach.reached, one.target)
            for one in figures.indicators(workspace, Scope(until=as_of), actor=actor)
        }
    return [
        ObjectiveProgress(
            one.code, one.text,
            tuple(_activity(code, plan) for code in one.activities),
            tuple(papers[code] for code in one.deliverables),
            tuple(reached[code] for code in one.indicators),
        )
        for one in project.objectives
    ]  # fmt: skip


def held_events_words(activity: ServingActivity) -> str:
    """Returns how many events were held, such as “3 of 5 held”, or “5 held” for all."""
    if not activity.planned:
        return _("none planned")
    if activity.held == activity.planned:
        return ngettext("{held} held", "{held} held", activity.held).format(held=fmt.number(activity.held))
    return _("{held} of {planned} held").format(held=fmt.number(activity.held), planned=fmt.number(activity.planned))


def reached_words(indicator: ServingIndicator) -> str:
    """Returns how many people were reached, such as “320 of 500 people”."""
    return _("{n} of {target} people").format(n=fmt.number(indicator.reached), target=fmt.number(indicator.target))


def _activity(code: str, plan: ActivityPlan) -> ServingActivity:
    counts = plan.of(code)
    return ServingActivity(code, sum(one.held for one in counts), sum(one.planned for one in counts))
