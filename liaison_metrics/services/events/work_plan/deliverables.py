"""Deliverables: who owes each, when it is due, how far it is, its versions, and who signed it.

Title and code come from the project file, which may say owner and due date too; what somebody entered stands above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from liaison_metrics.domain.project import Project
from liaison_metrics.domain.promised import Deliverable
from liaison_metrics.domain.work_plan import WorkState
from liaison_metrics.errors import Place, UnknownDeliverable, WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows, check, requires
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.records.work_plan import deliverables as stored
from liaison_metrics.store.uploads import Row
from liaison_metrics.texts import _

LONGEST_LINK = 500
_LINK = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class DeliverableVersion:
    """A version of a deliverable. ``note`` and ``file`` (its name) are "" where there is none, or the actor may not
    see them; ``has_file`` says whether a file is kept."""

    number: int
    version: str
    date: date
    note: str
    file: str
    has_file: bool


@dataclass(frozen=True, slots=True)
class Signatory:
    """An organisation that signed, for it who ("" where the actor may not see the name), and when."""

    number: int
    organisation: str
    name: str
    date: date


@dataclass(frozen=True, slots=True)
class DeliverableEntry:
    """What can be entered about a deliverable (code): the partner that owes it (code, "" for none), its due date, how
    far it is, and a link ("" for none)."""

    code: str
    owner: str
    due: date | None
    state: WorkState
    link: str


@dataclass(frozen=True, slots=True)
class DeliverableRecord:
    """A deliverable with everything that is known of it."""

    entry: DeliverableEntry
    title: str
    versions: tuple[DeliverableVersion, ...]
    signatories: tuple[Signatory, ...]

    def days_late(self, day: date) -> int:
        """Returns for how many days it has been due on a *day*, 0 where it is published or not due yet."""
        due, state = self.entry.due, self.entry.state
        return max(0, (day - due).days) if due and state is not WorkState.PUBLISHED else 0


@requires(Action.WORK_PLAN_READ)
def deliverables(workspace: Workspace, actor: Actor) -> list[DeliverableRecord]:
    """Returns the deliverables in the order of the project file. Notes, names of files and people, and links to what is
    not published are for coordinators and the owner. Raises NotAllowed."""
    check(actor, Action.WORK_PLAN_READ)
    with workspace.snapshot() as (_index, connection):
        entries = read_entries(connection, workspace.project)
        versions, signatories = stored.read_versions(connection), stored.read_signatories(connection)
    found = []
    for deliverable in workspace.project.deliverables:
        entry = entries[deliverable.code]
        opens = allows(actor, Action.DELIVERABLE_READ, Resource.deliverable(entry.owner))
        public = opens or entry.state is WorkState.PUBLISHED
        found.append(
            DeliverableRecord(
                entry if public else DeliverableEntry(entry.code, entry.owner, entry.due, entry.state, ""),
                deliverable.title,
                tuple(_version(row, opens) for row in versions if row["deliverable"] == entry.code),
                tuple(
                    Signatory(row["id"], row["organisation"], row["name"] if opens else "", row["date"])
                    for row in signatories
                    if row["deliverable"] == entry.code
                ),
            )
        )
    return found


def _version(row: Row, opens: bool) -> DeliverableVersion:
    note, file = (row["note"], row["file"]) if opens else ("", "")
    return DeliverableVersion(row["id"], row["version"], row["date"], note, file, bool(row["checksum"]))


@requires(Action.DELIVERABLE_CHANGE)
def change_deliverables(workspace: Workspace, entries: Sequence[DeliverableEntry], actor: Actor) -> int:
    """Changes some deliverables, all or none; returns how many differ from before.

    Raises UnknownDeliverable, WrongEntry, and NotAllowed for a deliverable of another partner. Who owns it and when it
    is due is for coordinators to change.
    """
    project, changed = workspace.project, 0
    for entry in entries:
        check_entry(project, entry)
    with workspace.store.writing() as connection:
        standing = read_entries(connection, project)
        for entry in entries:
            before = standing[entry.code]
            check_change(before, entry, actor)
            if entry == before:
                continue
            values: Row = {
                "owner": entry.owner, "due": entry.due, "state": entry.state.value, "link": entry.link,
            }  # fmt: skip
            stored.save_deliverable(connection, entry.code, values, actor.code)
            made = AuditEntry(
                AuditAction.DELIVERABLE_CHANGE, AuditKind.DELIVERABLE, entry.code,
                before=_recorded(before), after=_recorded(entry),
            )  # fmt: skip
            record(connection, workspace, actor, made)
            changed += 1
    return changed


def check_change(before: DeliverableEntry, entry: DeliverableEntry, actor: Actor) -> None:
    """Raises NotAllowed where the actor may not change a deliverable so."""
    check(actor, Action.DELIVERABLE_CHANGE, Resource.deliverable(before.owner))
    if (entry.owner, entry.due) != (before.owner, before.due):
        check(actor, Action.DELIVERABLE_PLAN)


def check_entry(project: Project, entry: DeliverableEntry) -> None:
    """Raises UnknownDeliverable for a code that the project file does not have, WrongEntry for an unknown owner or a
    link that is none."""
    find_deliverable(project, entry.code)
    if entry.owner and entry.owner not in {one.code for one in project.partners}:
        raise WrongEntry(
            _("There is no partner “{code}”.").format(code=entry.owner),
            hint=_("Choose a partner of the project, or none."), place=Place(column=_("Owner")),
        )  # fmt: skip
    if entry.link and not (_LINK.fullmatch(entry.link) and len(entry.link) <= LONGEST_LINK):
        raise WrongEntry(
            _("This is no link to a page."), hint=_("A link begins with https:// and has no spaces."),
            place=Place(column=_("Link")),
        )  # fmt: skip


def find_deliverable(project: Project, code: str) -> Deliverable:
    """Returns the deliverable of the project file with a code. Raises UnknownDeliverable."""
    for deliverable in project.deliverables:
        if deliverable.code == code:
            return deliverable
    raise UnknownDeliverable(
        _("There is no deliverable “{code}”.").format(code=code),
        hint=_("Codes are: {codes}.").format(codes=", ".join(one.code for one in project.deliverables)),
    )


def read_entries(connection: Connection, project: Project) -> dict[str, DeliverableEntry]:
    """Returns what is known of each deliverable by its code: what was entered, else what the project file says."""
    entered = stored.read_deliverables(connection)
    return {one.code: _entry(one, entered.get(one.code)) for one in project.deliverables}


def _entry(deliverable: Deliverable, row: Row | None) -> DeliverableEntry:
    if row is None:
        return DeliverableEntry(
            deliverable.code, deliverable.owner or "", deliverable.due, WorkState.NOT_STARTED, ""
        )  # fmt: skip
    return DeliverableEntry(deliverable.code, row["owner"], row["due"], WorkState(row["state"]), row["link"])


def _recorded(entry: DeliverableEntry) -> dict[str, object]:
    """Returns what the audit record says about a deliverable: not its link."""
    return {
        "owner": entry.owner, "due": str(entry.due or ""), "state": entry.state.value, "link": bool(entry.link),
    }  # fmt: skip
