"""Storing anew what compares names, from the kept files: an earlier version stored less of a name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from liaison_metrics.errors import LostOriginal
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import check, requires
from liaison_metrics.services.intake import Options, UploadedFile
from liaison_metrics.services.intake.importing import PreparedImport, prepare_import
from liaison_metrics.services.uploads.contents import kept_file
from liaison_metrics.services.uploads.listing import read_row
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.records.attendances import names_in
from liaison_metrics.store.records.name_forms import read_name_forms, save_name_forms
from liaison_metrics.store.uploads import NO_FIGURE, active_uploads, move_revision


@dataclass(frozen=True, slots=True)
class RenewedNames:
    """How many names are compared letter by letter now that were not before, and how many still are not: no file with
    them is kept."""

    renewed: int
    left: int


@requires(Action.PEOPLE_RENEW)
def outdated_names(workspace: Workspace, actor: Actor) -> int:
    """Returns how many names can only be compared word by word, because an earlier version stored them. Raises
    NotAllowed."""
    check(actor, Action.PEOPLE_RENEW)
    with workspace.store.reading() as connection:
        return len(_outdated(connection))


@requires(Action.PEOPLE_RENEW)
def renew_names(
    workspace: Workspace, actor: Actor, progress: Callable[[float], None] = lambda _share: None
) -> RenewedNames:
    """Reads the kept files again and stores what compares the names in them. Figures and decisions stay as they are:
    the digests that recognise people do not change. Raises NotAllowed."""
    check(actor, Action.PEOPLE_RENEW)
    with workspace.store.reading() as connection:
        uploads, wanted = active_uploads(connection), _outdated(connection)
    renewed = 0
    for at, upload in enumerate(uploads):
        progress(at / len(uploads))
        if not wanted:
            break
        with workspace.store.reading() as connection:
            prepared = _read_again(workspace, connection, upload, actor)
        if isinstance(prepared, PreparedImport):
            forms = {name: form for name, form in prepared.file.encoded.names.items() if name in wanted}
            with workspace.store.writing() as connection:
                save_name_forms(connection, forms)
                move_revision(connection, [NO_FIGURE])
                done = AuditEntry(AuditAction.PEOPLE_RENEW, AuditKind.UPLOAD, upload, after={"names": len(forms)})
                record(connection, workspace, actor, done)
            wanted -= forms.keys()
            renewed += len(forms)
    return RenewedNames(renewed, len(wanted))


def _outdated(connection: Connection) -> set[int]:
    names = [name for name in names_in(connection).tolist() if name]
    forms = read_name_forms(connection, names)
    return {name for name in names if name not in forms or not forms[name].letter_pairs}


def _read_again(workspace: Workspace, connection: Connection, upload: int, actor: Actor) -> object:
    """Returns the kept file of an upload as it is read now, None where it is not kept."""
    row = read_row(connection, upload)
    try:
        data = kept_file(connection, workspace.secret, upload)
    except LostOriginal:
        return None
    options = Options.from_json(Encryption(workspace.secret).decrypt(row["options"]) if row else "")
    return prepare_import(workspace, UploadedFile(row["file"] if row else "", data), options, actor=actor)
