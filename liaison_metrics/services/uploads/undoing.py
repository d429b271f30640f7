"""Undo and redo of uploads."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from liaison_metrics.domain.facts import Int64s
from liaison_metrics.domain.index import IndexChange
from liaison_metrics.errors import UnknownUpload
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor, actor_of
from liaison_metrics.services.access.permissions import Resource, check, requires
from liaison_metrics.services.figures.preview import Preview, preview
from liaison_metrics.services.intake import FileReport, ImportRun, Options, UploadedFile, run_import
from liaison_metrics.services.intake.storing import recorded_upload
from liaison_metrics.services.uploads.contents import kept_file
from liaison_metrics.services.uploads.listing import UploadSummary, read_row, resource_of, summary_of
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store import uploads as stored
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.events import AsIf, read_event_decisions
from liaison_metrics.texts import _


@requires(Action.UPLOAD_UNDO)
def undo(workspace: Workspace, upload: int, actor: Actor) -> UploadSummary:
    """Undoes an upload: its facts are removed, and it stays in the history. Returns the undone upload.

    Raises UnknownUpload where there is no such upload or it was undone before, and NotAllowed for somebody else's.
    """
    with workspace.store.writing() as connection:
        row = read_row(connection, upload)
        if row is None or row["undone_at"] is not None:
            raise UnknownUpload(
                _("There is no upload {number} that could be undone.").format(number=upload),
                hint=_("“uploads list” shows all uploads with their numbers."),
            )
        check(actor, Action.UPLOAD_UNDO, Resource.upload(row["made_by"]))
        stored.remove_facts(connection, [upload], _names_elsewhere(connection, workspace, upload))
        undone = AuditEntry(AuditAction.UPLOAD_UNDO, AuditKind.UPLOAD, upload, before=recorded_upload(row))
        record(connection, workspace, actor, undone)
        return summary_of(stored.read_uploads(connection, number=upload)[0])


def _names_elsewhere(connection: Connection, workspace: Workspace, upload: int) -> Int64s | None:
    """Returns the digests of the names in all other uploads, None where the index does not hold them yet."""
    state = workspace.held_index(stored.revision(connection))
    if state is None:
        return None
    rows = state.register.log.rows
    names: Int64s = rows.name[state.register.present & (rows.upload != upload)]
    return names


@requires(Action.UPLOAD_UNDO)
def preview_undo(workspace: Workspace, upload: int, actor: Actor) -> Preview:
    """Returns how the figures would change if an upload were undone. Changes nothing.

    Raises UnknownUpload, and NotAllowed for somebody else's.
    """
    with workspace.store.reading() as connection:
        check(actor, Action.UPLOAD_UNDO, resource_of(connection, upload))
        decisions = read_event_decisions(connection, as_if=AsIf(undone=[upload]))
    return preview(workspace, IndexChange(removed=[upload], events=decisions), actor=actor)


@requires(Action.UPLOAD_REDO)
def redo(workspace: Workspace, upload: int, actor: Actor) -> FileReport:
    """Restores an undone upload: reads the kept original again, with the same answers. Returns the import's report.

    Raises UnknownUpload where there is no such undone upload, NotAllowed for somebody else's, and LostOriginal where
    its file was not kept or cannot be opened.
    """
    with workspace.store.reading() as connection:
        row = read_row(connection, upload)
    if row is None or row["undone_at"] is None:
        raise UnknownUpload(
            _("There is no undone upload {number} to restore.").format(number=upload),
            hint=_("The history shows which uploads have been undone."),
        )
    check(actor, Action.UPLOAD_REDO, Resource.upload(row["made_by"]))
    with workspace.store.reading() as connection:
        data = kept_file(connection, workspace.secret, upload)
    options = Options.from_json(Encryption(workspace.secret).decrypt(row["options"]))
    options = replace(options, replaces=row["replaces"])
    file, actor_then = UploadedFile(row["file"], data), actor_of(workspace.project, row["made_by"])
    run = ImportRun(redo_of=upload, redone_by=actor, checksum=row["checksum"])
    return run_import(workspace, file, options, actor=actor_then, run=run)
