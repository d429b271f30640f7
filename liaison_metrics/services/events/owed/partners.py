"""What each partner has uploaded, and what is still open: events without a sheet, rows that wait or were rejected."""

from __future__ import annotations

from dataclasses import dataclass

from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows, requires
from liaison_metrics.services.events.owed.finding import OwedKind, owed, uploads_of
from liaison_metrics.services.uploads import UploadSummary, latest
from liaison_metrics.services.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PartnerState:
    """A partner (its code and cities), its ``last`` upload (None: it never uploaded), how many events were planned for
    a day that has passed and are ``without_sheet``, how many rows are ``waiting`` for an answer, and how many rejected
    rows nobody has corrected."""

    partner: str
    cities: tuple[str, ...]
    last: UploadSummary | None
    without_sheet: int
    waiting: int
    rejected: int

    @property
    def open(self) -> int:
        """How much is still open."""
        return self.without_sheet + self.waiting + self.rejected


@requires(Action.UPLOAD_READ)
def partners(workspace: Workspace, actor: Actor) -> list[PartnerState]:
    """Returns the partners whose uploads the actor may see: those that never uploaded first, then by what is open."""
    project = workspace.project
    with workspace.snapshot():
        uploads, missing = latest(workspace, undone=False, actor=actor), owed(workspace, actor)
    states = []
    for partner in project.partners:
        if not allows(actor, Action.UPLOAD_READ, Resource.upload(partner.code)):
            continue
        cities = tuple(city.code for city in project.cities if city.partner == partner.code)
        last = next(iter(uploads_of(project, uploads, partner.code)), None)
        counts = dict.fromkeys(OwedKind, 0)
        for one in missing:
            counts[one.kind] += one.count if one.partner == partner.code else 0
        states.append(
            PartnerState(
                partner.code, cities, last, counts[OwedKind.SHEET], counts[OwedKind.QUESTION],
                counts[OwedKind.REJECTED],
            )
        )  # fmt: skip
    return sorted(states, key=lambda one: (one.last is not None, -one.open))
