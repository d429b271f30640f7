"""What changed a figure since a moment: by upload, not by the days of events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from liaison_metrics.domain import reach
from liaison_metrics.domain.index import IndexState
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.figure_queries import check_figures
from liaison_metrics.services.access.permissions import Resource, allows, requires
from liaison_metrics.services.uploads.listing import UploadSummary, summary_of
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store import uploads as stored

MOST_STEPS = 12
"""Uploads whose effects are told one by one, the latest first. Each takes about 15 ms; those before them are taken off
in one step."""


@dataclass(frozen=True, slots=True)
class UploadChange:
    """By how many people a new upload changed a figure, as it was when the uploads before it were there."""

    upload: UploadSummary
    change: int


@dataclass(frozen=True, slots=True)
class RecentChanges:
    """What changed a figure since a moment.

    ``change`` is that of all ``new_uploads`` together. ``named`` are those that the actor may see, the latest first;
    ``other_uploads`` are further ones, with their ``other_change``. ``undone`` are uploads from before that were undone
    since, as far as the actor may see them: their rows are gone, and so is what they changed.
    """

    since: datetime
    change: int
    new_uploads: int
    named: tuple[UploadChange, ...]
    other_uploads: int
    other_change: int
    undone: tuple[UploadSummary, ...]


@requires(Action.FIGURES_READ)
def changes_since(
    workspace: Workspace, indicator: str, since: datetime, scope: Scope | None = None, *, actor: Actor
) -> RecentChanges:
    """Returns what changed an indicator within *scope* since a moment. Raises KeyError for an unknown indicator, and
    NotAllowed."""
    scope = scope or Scope()
    check_figures(workspace.project, scope, actor)
    with workspace.snapshot() as (_index, connection):
        new = [summary_of(row) for row in stored.uploads_since(connection, since)]
        undone = [summary_of(row) for row in stored.undone_since(connection, since)]
        # A step takes uploads off, the latest first: what is left is the state before them.
        steps = [[one.id] for one in new[:MOST_STEPS]]
        steps += [[one.id for one in new[MOST_STEPS:]]] if new[MOST_STEPS:] else []
        people = _people_without(workspace, steps, indicator, scope)
    effects = [now - before for now, before in pairwise(people)]
    named = [
        UploadChange(upload, effect)
        for upload, effect in zip(new[:MOST_STEPS], effects, strict=False)
        if _may_see(upload, actor)
    ]
    change = sum(effects)
    return RecentChanges(
        since, change, len(new), tuple(named), len(new) - len(named), change - sum(one.change for one in named),
        tuple(one for one in undone if _may_see(one, actor)),
    )  # fmt: skip


def _may_see(upload: UploadSummary, actor: Actor) -> bool:
    return allows(actor, Action.UPLOAD_READ, Resource.upload(upload.made_by))


def _people_without(workspace: Workspace, steps: Sequence[Sequence[int]], code: str, scope: Scope) -> list[int]:
    """Returns the people now, and without the uploads of the first step, of the first two …"""
    project = workspace.project
    dated = Scope(**scope.chosen, until=project.as_of(scope.until))

    def measure(index: IndexState) -> int:
        return reach.reach(index, project, project.indicator(code), dated).reached

    return workspace.walk_back(measure, steps)
