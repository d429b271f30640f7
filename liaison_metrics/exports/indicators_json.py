"""The indicators as nested JSON, in the form that other programs rely on."""

from __future__ import annotations

from typing import Any

from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.services import figures
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import requires
from liaison_metrics.services.workspace.workspace import Workspace


@requires(Action.PROPERTIES_READ)
def indicators_as_json(workspace: Workspace, scope: Scope | None = None, *, actor: Actor) -> dict[str, Any]:
    """Returns all indicators with their figures by city and by community, as objects for JSON. Raises NotAllowed."""
    with workspace.snapshot():
        found = figures.indicators(workspace, scope, actor=actor)
        return {
            "as_of": figures.as_of(workspace.project, scope.until if scope else None).isoformat(),
            "indicators": [_indicator(workspace, figure, scope, actor) for figure in found],
        }


def _indicator(
    workspace: Workspace, figure: figures.IndicatorFigure, scope: Scope | None, actor: Actor
) -> dict[str, Any]:
    by_city = figures.breakdown(workspace, figure.code, "city", scope, actor=actor)
    by_community = figures.breakdown(workspace, figure.code, "community", scope, actor=actor)
    return {
        "code": figure.code,
        "title": figure.title,
        "target": figure.target,
        "reached": figure.reach.reached,
        "identified": figure.reach.identified,
        "unidentified": figure.reach.unidentified,
        "floor": figure.reach.floor,
        "attendances": figure.reach.attendances,
        "status": figure.status.value,
        "plan": figure.plan,
        "by_city": {line.code: line.reached for line in by_city.lines},
        "overlap": by_city.overlap,
        "by_community": {line.code: line.reached for line in by_community.lines},
        "contained": dict(figure.contained),
    }
