"""What an indicator's figure rests on."""

from __future__ import annotations

from dataclasses import replace

from liaison_metrics.domain.index.basis import FigureBasis, figure_basis
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.figure_queries import check_figures
from liaison_metrics.services.access.permissions import requires
from liaison_metrics.services.workspace.workspace import Workspace


@requires(Action.FIGURES_READ)
def basis(workspace: Workspace, indicator: str, scope: Scope | None = None, *, actor: Actor) -> FigureBasis:
    """Returns how each of the people of an indicator's figure within a scope is known; together they are the people
    reached. Raises KeyError for an unknown code, and NotAllowed."""
    project = workspace.project
    check_figures(project, scope, actor)
    scope = scope or Scope()
    dated = replace(scope, until=project.as_of(scope.until))
    return figure_basis(workspace.index(), project, project.indicator(indicator), dated)
