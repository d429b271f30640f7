"""Adding, opening and removing the files and links that prove an event."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from sqlalchemy import Connection

from liaison_metrics import format as fmt
from liaison_metrics.domain.events.decisions import EventKey, key_of
from liaison_metrics.domain.index import IndexState
from liaison_metrics.domain.index.checks import keys_of
from liaison_metrics.domain.index.evidence_places import event_of_sources, truth_of
from liaison_metrics.domain.project import EvidenceKind
from liaison_metrics.errors import RetentionError, UnknownEvidence, WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, check, requires
from liaison_metrics.services.events.evidence.checking import LINK, CheckedEvidence, checked_file, checked_link
from liaison_metrics.services.events.listing import event_number
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.records.events import evidence as stored
from liaison_metrics.store.records.forgotten import read_purge
from liaison_metrics.store.uploads import Row
from liaison_metrics.texts import _

MOST_FILES = 40
"""Files and links of one event. Photos beyond that belong into an album, of which the link is kept."""


@dataclass(frozen=True, slots=True)
class NewEvidence:
    """Something to keep with an event: a file by its name and content, or (without a name) the address of a link."""

    kind: EvidenceKind
    content: bytes
    name: str = ""


@dataclass(frozen=True, slots=True)
class OpenedEvidence:
    """The content of a file, or the address of a link, with its name and form."""

    name: str
    form: str
    content: bytes


@requires(Action.EVIDENCE_CHANGE)
def add(workspace: Workspace, number: int, new: NewEvidence, actor: Actor) -> int:
    """Keeps a file or link with an event (by the number of any of its source events); returns the file's number.

    Raises UnknownEvent, RefusedFile or WrongEntry for what is not kept, RetentionError once personal data were deleted,
    and NotAllowed where the event is in another partner's city.
    """
    index = workspace.index()
    own = event_number(index, number)
    city = index.calendar.derived[own].fact.city
    check(actor, Action.EVIDENCE_CHANGE, Resource.event(workspace.project, city))
    checked = checked_file(new.name, new.content) if new.name else checked_link(new.content.decode(errors="replace"))
    checksum = hashlib.sha256(checked.content).hexdigest()
    content = Encryption(workspace.secret).encrypt_file(checked.content, checksum)
    with workspace.store.writing() as connection:
        _refuse_after_purge(connection)
        _refuse_more(connection, index, own, checksum)
        row = {
            "kind": new.kind.value, "form": checked.form, "file": checked.name, "checksum": checksum,
            "content": content, "made_by": actor.code,
        }  # fmt: skip
        file = stored.add(connection, row, _named(index, own))
        record(connection, workspace, actor, _entry(AuditAction.EVIDENCE_ADD, file, own, new.kind, checked))
    return file


@requires(Action.EVIDENCE_READ)
def open_evidence(workspace: Workspace, file: int, actor: Actor) -> OpenedEvidence:
    """Returns a file or link, and records who opened it.

    Raises UnknownEvidence where there is none or it cannot be decrypted, NotAllowed where its event is in another
    partner's city.
    """
    with workspace.snapshot() as (index, connection):
        row, about, city = _row(index, connection, file)
        check(actor, Action.EVIDENCE_READ, Resource.event(workspace.project, city))
        content = content_of(connection, workspace, file)
    entry = AuditEntry(AuditAction.EVIDENCE_OPEN, AuditKind.EVIDENCE, file, after=about)
    with workspace.store.writing() as connection:
        record(connection, workspace, actor, entry)
    return OpenedEvidence(row["file"], row["form"], content)


@requires(Action.EVIDENCE_CHANGE)
def remove(workspace: Workspace, file: int, actor: Actor) -> None:
    """Removes a file or link for good. Raises UnknownEvidence, and NotAllowed where its event is in another partner's
    city."""
    with workspace.snapshot() as (index, connection):
        _file, about, city = _row(index, connection, file)
        check(actor, Action.EVIDENCE_CHANGE, Resource.event(workspace.project, city))
    entry = AuditEntry(AuditAction.EVIDENCE_REMOVE, AuditKind.EVIDENCE, file, about)
    with workspace.store.writing() as connection:
        stored.remove(connection, file)
        record(connection, workspace, actor, entry)


def content_of(connection: Connection, workspace: Workspace, file: int) -> bytes:
    """Returns the content of a file, or the address of a link. Raises UnknownEvidence."""
    found = stored.read_content(connection, file)
    content = Encryption(workspace.secret).decrypt_file(*found) if found else None
    if content is None:
        raise unknown(file)
    return content


def unknown(file: int) -> UnknownEvidence:
    """Returns the error about a file that is not there, or cannot be decrypted."""
    return UnknownEvidence(
        _("There is no evidence file {number}, or it cannot be opened.").format(number=file),
        hint=_("Reload the page. Somebody may have removed it."),
    )


def _row(index: IndexState, connection: Connection, file: int) -> tuple[Row, Row, str]:
    """Returns a file without its content, what is recorded of it, and the city of the event to which it belongs."""
    row = next(iter(stored.read_files(connection, [file])), None)
    if row is None:
        raise unknown(file)
    calendar = index.calendar
    named = stored.read_places(connection, file)[file]
    event = event_of_sources(calendar, named)
    fact = calendar.derived[event].fact if event is not None else truth_of(calendar, named[0][0])
    return row, {"event": event, "kind": row["kind"], "form": row["form"]}, fact.city


def _named(index: IndexState, event: int) -> list[EventKey]:
    """Returns the keys of an event's source events, that of its own data first."""
    own = key_of(index.calendar.sources.facts[event])
    return [own, *sorted(keys_of(index, event) - {own})]


def _refuse_after_purge(connection: Connection) -> None:
    if purge := read_purge(connection):
        raise RetentionError(
            _("The personal data of this project were deleted on {day}.").format(day=fmt.day(purge["made_at"].date())),
            hint=_("No evidence can be added any more. The figures stay."),
        )


def _refuse_more(connection: Connection, index: IndexState, event: int, checksum: str) -> None:
    places = stored.read_places(connection)
    mine = [file for file, named in places.items() if event_of_sources(index.calendar, named) == event]
    if len(mine) >= MOST_FILES:
        raise WrongEntry(
            _("An event keeps at most {n} files and links.").format(n=MOST_FILES),
            hint=_("Remove one, or add a link to an album."),
        )
    if any(row["checksum"] == checksum for row in stored.read_files(connection, mine)):
        raise WrongEntry(_("This event keeps that already."), hint=_("Add something else."))


def _entry(action: AuditAction, file: int, event: int, kind: EvidenceKind, checked: CheckedEvidence) -> AuditEntry:
    size = {} if checked.form == LINK else {"bytes": len(checked.content)}
    after = {"event": event, "kind": kind.value, "form": checked.form, **size}
    return AuditEntry(action, AuditKind.EVIDENCE, file, after=after)
