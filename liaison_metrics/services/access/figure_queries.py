"""What a query of figures needs: which action, and on the figures of which cities.

A query is about the cities of its scope. It uses the dimensions that the scope filters by and those that it breaks down
by. The groups that an indicator leaves out belong to the indicator, whoever asks.
"""

from __future__ import annotations

from collections.abc import Iterable

from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.scope import DIMENSIONS, EVERYTHING, PERSON_DIMENSIONS, Scope
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows, check

TOTALS = frozenset({"city"})
"""The dimensions that come with the totals."""


def check_figures(project: Project, scope: Scope | None, actor: Actor | None, by: Iterable[str] = ()) -> None:
    """Raises NotAllowed where the actor may not see the figures of a scope (None: of everything), broken down by some
    dimensions."""
    scope = scope or EVERYTHING
    check(actor, _action({*scope.chosen, *by}), Resource.figures(project, scope.city))


def readable_dimensions(project: Project, city: str | None, actor: Actor | None) -> tuple[str, ...]:
    """Returns the dimensions by which the actor may filter and break down the figures of a city (None: of all)."""
    figures = Resource.figures(project, city)
    return tuple(one for one in DIMENSIONS if allows(actor, _action({one}), figures))


def _action(dimensions: set[str]) -> Action:
    if not dimensions.isdisjoint(PERSON_DIMENSIONS):
        return Action.PROPERTIES_READ
    return Action.FIGURES_READ if dimensions <= TOTALS else Action.EXPLORE_READ
