"""What coming and going facts would do to the promised figures, before anything is stored."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from liaison_metrics.domain import reach
from liaison_metrics.domain.facts import Facts, NameForm
from liaison_metrics.domain.index import IndexState
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.services.workspace.workspace import PREVIEW, Workspace


@dataclass(frozen=True, slots=True)
class Effect:
    """How many people an indicator has reached now, and how many it would have."""

    indicator: str
    target: int
    before: int
    after: int

    @property
    def change(self) -> int:
        """How many people come (or, below 0, go)."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Preview:
    """What facts would do: to each indicator, and how many identified people they state, of whom ``known`` are in the
    project already."""

    effects: tuple[Effect, ...]
    people: int
    known: int


def outlook(
    workspace: Workspace,
    added: Facts | None = None,
    removed: Collection[int] = (),
    names: Mapping[int, NameForm] = MappingProxyType({}),
) -> Preview:
    """Returns what would be if facts (of the upload ``PREVIEW``) came, with the forms of their names, and uploads went.
    Nothing is stored."""
    project = workspace.project
    scope = Scope(until=project.as_of())

    def look(index: IndexState) -> tuple[list[int], tuple[int, int]]:
        reached = [reach.reach(index, project, one, scope).reached for one in project.indicators]
        return reached, index.people_of(PREVIEW)

    (before, _none), (after, (people, known)) = workspace.compared(look, added or Facts.none(), removed, names)
    effects = [
        Effect(one.code, one.target, now, then)
        for one, now, then in zip(project.indicators, before, after, strict=True)
    ]
    return Preview(tuple(effects), people, known)
