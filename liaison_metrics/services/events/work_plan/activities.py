"""Activities: in each city how many events are promised, planned and held, how many people came, what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.project import today
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.domain.work_plan import ActivityCount, activity_counts
from liaison_metrics.services import figures
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows, check, requires
from liaison_metrics.services.events.listing import stated_events
from liaison_metrics.services.events.planned import planned_fact
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.events import read_planned


@dataclass(frozen=True, slots=True)
class ActivityPlan:
    """The activities up to a ``day``: their ``counts`` by activity and city, the planned and held ``events``, and the
    ``people`` by activity and city ("" for all cities), None where the actor may not see them."""

    day: date
    counts: Mapping[tuple[str, str], ActivityCount]
    events: tuple[EventFact, ...]
    people: Mapping[tuple[str, str], int] | None

    def of(self, activity: str) -> list[ActivityCount]:
        """Returns the counts of an activity in each city."""
        return [count for (code, _city), count in self.counts.items() if code == activity]

    def reached(self, activity: str, city: str = "") -> int | None:
        """Returns the people of an activity in a city ("" in all), None where the actor may not see them."""
        return None if self.people is None else self.people.get((activity, city), 0)


@requires(Action.WORK_PLAN_READ)
def activity_plan(workspace: Workspace, actor: Actor, as_of: date | None = None) -> ActivityPlan:
    """Returns the activities up to a day (today by default). Everybody sees how many events there are. People are for
    those who may break figures down by activity, each person counted once. Raises NotAllowed."""
    check(actor, Action.WORK_PLAN_READ)
    project, day = workspace.project, as_of or today()
    with workspace.snapshot() as (index, connection):
        plans = [planned_fact(row) for row in read_planned(connection)]
        held = [fact for fact in stated_events(index) if fact.date <= min(day, project.end)]
        people = None
        if allows(actor, Action.EXPLORE_READ, Resource.figures(project, None)):
            people = _people(workspace, Scope(until=min(day, project.end)), actor)
    counts = activity_counts(project, plans, held, day)
    return ActivityPlan(day, counts, (*held, *(plan for plan in plans if plan.date >= day)), people)


def _people(workspace: Workspace, scope: Scope, actor: Actor) -> dict[tuple[str, str], int]:
    in_cities = figures.groups(workspace, figures.Grouping(_place, ()), None, scope, actor=actor)
    whole = figures.groups(workspace, figures.Grouping(_everywhere, ()), None, scope, actor=actor)
    return {key: group.reached for key, group in (in_cities | whole).items()}


def _place(event: EventFact) -> tuple[str, str]:
    return event.activity, event.city


def _everywhere(event: EventFact) -> tuple[str, str]:
    return event.activity, ""
