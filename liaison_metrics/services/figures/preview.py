"""The effect of adding facts or removing uploads on the promised figures, computed before anything is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from liaison_metrics.domain import reach
from liaison_metrics.domain.facts import NameForm
from liaison_metrics.domain.index import IndexChange, IndexState
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.figure_queries import check_figures
from liaison_metrics.services.access.permissions import requires
from liaison_metrics.services.workspace.workspace import PREVIEW, Workspace


@dataclass(frozen=True, slots=True)
class Effect:
    """How many people an indicator has reached now, and how many it would have reached."""

    indicator: str
    target: int
    before: int
    after: int

    @property
    def change(self) -> int:
        """By how many people the indicator would change."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Preview:
    """The effect on each indicator, and how many identified people the added facts contain, of whom ``known`` are in
    the project already. A headcount adds to the unidentified people of all events those beyond a list, and a list takes
    away those of a headcount whom it identifies."""

    effects: tuple[Effect, ...]
    people: int
    known: int
    unidentified_before: int
    unidentified_after: int

    @property
    def unidentified(self) -> int:
        """By how many people the unidentified would change."""
        return self.unidentified_after - self.unidentified_before


@requires(Action.FIGURES_READ)
def preview(
    workspace: Workspace,
    change: IndexChange,
    names: Mapping[int, NameForm] = MappingProxyType({}),
    *,
    actor: Actor,
) -> Preview:
    """Returns the effect of a change of the index: of adding facts (of the upload ``PREVIEW``, with *names* as the
    forms of their names), of removing uploads, of deciding about events. Nothing is stored. Raises NotAllowed."""
    project = workspace.project
    check_figures(project, None, actor)
    scope, everything = Scope(until=project.as_of()), Scope(until=project.end)

    def measure(index: IndexState) -> tuple[list[int], int, tuple[int, int]]:
        reached = [reach.reach(index, project, indicator, scope).reached for indicator in project.indicators]
        unidentified = reach.reach(index, project, None, everything).unidentified
        return reached, unidentified, index.people_of(PREVIEW)

    (before, others, _none), (after, others_then, (people, known)) = workspace.preview(measure, change, names)
    effects = [
        Effect(indicator.code, indicator.target, now, then)
        for indicator, now, then in zip(project.indicators, before, after, strict=True)
    ]
    return Preview(tuple(effects), people, known, others, others_then)
