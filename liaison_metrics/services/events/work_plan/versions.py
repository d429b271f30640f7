"""Versions of deliverables with their files, which are encrypted like the sheets of uploads, and signatories."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import LostOriginal, Place, UnknownDeliverable, WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, check, requires
from liaison_metrics.services.events.work_plan.deliverables import find_deliverable, read_entries
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.records.work_plan import deliverables as stored
from liaison_metrics.store.uploads import Row
from liaison_metrics.texts import _

LONGEST_TEXT = 200
"""Characters of a note, an organisation or a name."""

MOST_BYTES = 50 * 1024 * 1024
"""A study with pictures as PDF has some megabytes; a file is held in memory while it is encrypted."""

_VERSION = re.compile(r"\d{1,4}(\.\d{1,4}){0,3}")


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A version to add: its number such as “1.2”, its day, a note, and the name and content of its file ("" and empty
    without one)."""

    version: str
    date: date
    note: str = ""
    file: str = ""
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class NewSignatory:
    """A signatory to add: the organisation, for it who, and when."""

    organisation: str
    name: str
    date: date


@requires(Action.DELIVERABLE_CHANGE)
def add_version(workspace: Workspace, code: str, version: NewVersion, actor: Actor) -> int:
    """Adds a version to a deliverable (code); returns the version's number in the store.

    Raises UnknownDeliverable, WrongEntry, and NotAllowed for a deliverable of another partner.
    """
    if not _VERSION.fullmatch(version.version):
        raise WrongEntry(
            _("“{version}” is no version number.").format(version=version.version),
            hint=_("Use numbers and dots, such as 1 or 1.2."), place=Place(column=_("Version")),
        )  # fmt: skip
    if len(version.data) > MOST_BYTES:
        raise WrongEntry(
            _("The file is larger than {n} MB.").format(n=MOST_BYTES // 2**20),
            hint=_("Add a smaller file, or a link to it."), place=Place(column=_("File")),
        )  # fmt: skip
    checksum = hashlib.sha256(version.data).hexdigest() if version.data else ""
    content = Encryption(workspace.secret).encrypt_file(version.data, checksum) if version.data else None
    values: Row = {
        "deliverable": code, "version": version.version, "date": version.date, "note": _text(version.note),
        "file": _text(version.file) if version.data else "", "checksum": checksum,
    }  # fmt: skip
    with workspace.store.writing() as connection:
        _check(connection, workspace.project, Action.DELIVERABLE_CHANGE, code, actor)
        number = stored.add_version(connection, values, content, actor.code)
        made = {"version": version.version, "date": version.date.isoformat(), "file": bool(version.data)}
        entry = AuditEntry(AuditAction.VERSION_ADD, AuditKind.DELIVERABLE, code, after=made)
        record(connection, workspace, actor, entry)
        return number


@requires(Action.DELIVERABLE_CHANGE)
def remove_version(workspace: Workspace, number: int, actor: Actor) -> None:
    """Removes a version and its file. Raises UnknownDeliverable, and NotAllowed."""
    with workspace.store.writing() as connection:
        row = _find(stored.read_versions(connection), number)
        code = row["deliverable"]
        _check(connection, workspace.project, Action.DELIVERABLE_CHANGE, code, actor)
        stored.remove_version(connection, number)
        gone = {"version": row["version"], "date": row["date"].isoformat(), "file": bool(row["checksum"])}
        entry = AuditEntry(AuditAction.VERSION_REMOVE, AuditKind.DELIVERABLE, code, before=gone)
        record(connection, workspace, actor, entry)


@requires(Action.DELIVERABLE_READ)
def open_version(workspace: Workspace, number: int, actor: Actor) -> tuple[str, bytes]:
    """Returns name and content of a version's file, and records who opened it.

    Raises UnknownDeliverable, NotAllowed, and LostOriginal where it cannot be opened.
    """
    with workspace.store.reading() as connection:
        row = _find(stored.read_versions(connection), number)
        _check(connection, workspace.project, Action.DELIVERABLE_READ, row["deliverable"], actor)
        content = stored.read_file(connection, number)
    data = Encryption(workspace.secret).decrypt_file(content, row["checksum"]) if content else None
    if data is None:
        raise LostOriginal(_("The file of this version cannot be opened."), hint=_("Add the version again."))
    with workspace.store.writing() as connection:
        opened = AuditEntry(
            AuditAction.DELIVERABLE_OPEN, AuditKind.DELIVERABLE, row["deliverable"], after={"version": row["version"]}
        )
        record(connection, workspace, actor, opened)
    return row["file"], data


@requires(Action.DELIVERABLE_CHANGE)
def add_signatory(workspace: Workspace, code: str, signatory: NewSignatory, actor: Actor) -> int:
    """Adds who signed a deliverable (code); returns its number. Raises UnknownDeliverable, WrongEntry where it has no
    organisation, and NotAllowed."""
    organisation = _text(signatory.organisation)
    if not organisation:
        raise WrongEntry(
            _("A signatory needs an organisation."), hint=_("Enter who signed."), place=Place(column=_("Organisation"))
        )
    values: Row = {
        "deliverable": code, "organisation": organisation, "name": _text(signatory.name), "date": signatory.date,
    }  # fmt: skip
    with workspace.store.writing() as connection:
        _check(connection, workspace.project, Action.DELIVERABLE_CHANGE, code, actor)
        number = stored.add_signatory(connection, values, actor.code)
        made = {"signatory": number, "date": signatory.date.isoformat()}
        record(
            connection, workspace, actor, AuditEntry(AuditAction.SIGNATORY_ADD, AuditKind.DELIVERABLE, code, after=made)
        )
        return number


@requires(Action.DELIVERABLE_CHANGE)
def remove_signatory(workspace: Workspace, number: int, actor: Actor) -> None:
    """Removes a signatory. Raises UnknownDeliverable, and NotAllowed."""
    with workspace.store.writing() as connection:
        row = _find(stored.read_signatories(connection), number)
        code = row["deliverable"]
        _check(connection, workspace.project, Action.DELIVERABLE_CHANGE, code, actor)
        stored.remove_signatory(connection, number)
        gone = {"signatory": number, "date": row["date"].isoformat()}
        entry = AuditEntry(AuditAction.SIGNATORY_REMOVE, AuditKind.DELIVERABLE, code, before=gone)
        record(connection, workspace, actor, entry)


def _check(connection: Connection, project: Project, action: Action, code: str, actor: Actor) -> None:
    find_deliverable(project, code)
    check(actor, action, Resource.deliverable(read_entries(connection, project)[code].owner))


def _find(rows: list[Row], number: int) -> Row:
    for row in rows:
        if row["id"] == number:
            return row
    raise UnknownDeliverable(_("This no longer exists."), hint=_("Reload the page."))


def _text(text: str) -> str:
    """Returns a text as one line of printable letters."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())[:LONGEST_TEXT]
