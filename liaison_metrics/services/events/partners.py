"""What each partner has uploaded, and what is still open: events without a sheet, rows that wait or were rejected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from liaison_metrics.domain.project import Project, today
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows, requires
from liaison_metrics.services.events import planned
from liaison_metrics.services.uploads import UploadSummary, latest
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store import uploads as stored


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
    with workspace.snapshot() as (_index, connection):
        uploads = latest(workspace, undone=False, actor=actor)
        waiting = stored.waiting_rows(connection)
        corrected = stored.corrected_uploads(connection)
        missing = [one for one in planned.planned(workspace, actor) if one.held is None and one.date < today()]
    states = []
    for partner in project.partners:
        if not allows(actor, Action.UPLOAD_READ, Resource.upload(partner.code)):
            continue
        cities = tuple(city.code for city in project.cities if city.partner == partner.code)
        own = _of_partner(project, uploads, partner.code)
        states.append(
            PartnerState(
                partner.code, cities, own[0] if own else None, sum(one.city in cities for one in missing),
                sum(waiting.get(one.id, 0) for one in own),
                sum(one.rejected for one in own if one.id not in corrected),
            )
        )  # fmt: skip
    return sorted(states, key=lambda one: (one.last is not None, -one.open))


def _of_partner(project: Project, uploads: Sequence[UploadSummary], code: str) -> list[UploadSummary]:
    """Returns a partner's uploads: its own, those that others uploaded for it, and those that the coordinator uploaded
    about nothing but its cities."""
    cities = {city.code for city in project.cities if city.partner == code}
    partners = {partner.code for partner in project.partners}

    def belongs(upload: UploadSummary) -> bool:
        if code in (upload.partner, upload.made_by):
            return True
        nobodys = upload.partner not in partners and upload.made_by not in partners
        return nobodys and bool(upload.cities) and cities >= set(upload.cities)

    return [one for one in uploads if belongs(one)]
