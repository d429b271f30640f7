"""Pieces of work that are no events, such as desk research: how far each is in each city."""

from __future__ import annotations

from liaison_metrics.domain.project import Project
from liaison_metrics.domain.promised import WorkPiece
from liaison_metrics.domain.work_plan import WorkState
from liaison_metrics.errors import UnknownDeliverable
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, check, requires
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.records.work_plan import states as stored
from liaison_metrics.texts import _

Place = tuple[str, str]
"""A piece of work (code) and a city (code; "" where it is done once for the project)."""


@requires(Action.WORK_PLAN_READ)
def piece_states(workspace: Workspace, actor: Actor) -> dict[Place, WorkState]:
    """Returns the state of each piece of work, in the order of the project file. Raises NotAllowed."""
    check(actor, Action.WORK_PLAN_READ)
    with workspace.snapshot() as (_index, connection):
        known = stored.read_states(connection)
    return {place: WorkState(known.get(place, WorkState.NOT_STARTED)) for place in places(workspace.project)}


@requires(Action.WORK_CHANGE)
def set_piece_state(workspace: Workspace, place: Place, state: WorkState, actor: Actor) -> None:
    """Sets how far a piece of work is.

    Raises UnknownDeliverable where there is none, and NotAllowed where it is in another partner's city.
    """
    if place not in places(workspace.project):
        raise UnknownDeliverable(_("There is no such piece of work."), hint=_("Reload the page."))
    check(actor, Action.WORK_CHANGE, Resource.work(place[1]))
    with workspace.store.writing() as connection:
        before = stored.read_states(connection).get(place, WorkState.NOT_STARTED.value)
        stored.set_state(connection, place, state.value, actor.code)
        changed = AuditEntry(
            AuditAction.WORK_CHANGE, AuditKind.WORK, ":".join(filter(None, place)),
            before={"state": before}, after={"state": state.value},
        )  # fmt: skip
        record(connection, workspace, actor, changed)


def places(project: Project) -> list[Place]:
    """Returns where pieces of work are done, in the order of the project file."""
    found = [piece for work in project.planned_work for piece in work.pieces]
    return [(piece.code, city) for piece in found for city in cities_of(project, piece)]


def cities_of(project: Project, piece: WorkPiece) -> list[str]:
    """Returns the cities (codes) in which a piece of work is done, or "" alone where it is done once."""
    return [city.code for city in project.cities] if piece.each_city else [""]
