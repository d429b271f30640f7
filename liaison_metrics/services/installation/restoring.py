"""Restoring a backup into an empty store: all of it, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from liaison_metrics.errors import BackupError
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import check, requires
from liaison_metrics.services.installation.manifest import BackupReader, Figures, Manifest, figures_of
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record_alone
from liaison_metrics.services.workspace.project_file import load_project
from liaison_metrics.services.workspace.secret_key import key_for_backup
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import open_workspace
from liaison_metrics.store.engine import Store, open_store
from liaison_metrics.store.installation.backup_time import record_backup
from liaison_metrics.store.installation.copying import is_new, load
from liaison_metrics.store.installation.encrypted_stream import damaged, store_of
from liaison_metrics.texts import _


@dataclass(frozen=True, slots=True)
class Restored:
    """A restored store: what the backup contains, and the figures that the restored store gives."""

    manifest: Manifest
    figures: Figures

    @property
    def figures_differ(self) -> bool:
        """Whether a figure is not what it was when the backup was made. Its rows are equal in any case, so the project
        file or the version of the program differs."""
        return self.figures != self.manifest.figures


@requires(Action.BACKUP_RESTORE)
def restore_backup(settings: Settings, path: Path, actor: Actor) -> Restored:
    """Restores a backup into the store that the settings describe, which must be empty.

    The whole backup is compared with its manifest before anything is written. Raises BackupError if the backup cannot
    be read or is damaged, or if the store is not empty; WrongKey if the key file is missing.
    """
    check(actor, Action.BACKUP_RESTORE)
    load_project(settings.project_file)
    try:
        with path.open("rb") as file:
            secret = key_for_backup(settings, store_of(file))
        manifest = BackupReader(path, secret).check()
    except OSError as problem:
        raise BackupError(
            _("The backup {path} cannot be read: {reason}.").format(path=path, reason=problem.strerror)
        ) from None
    store = open_store(settings.url)
    try:
        _load(store, BackupReader(path, secret), manifest)
        record_backup(store, manifest.made_at)
    finally:
        store.close()
    workspace = open_workspace(settings)
    try:
        made_at = {"made_at": manifest.made_at.isoformat()}
        record_alone(workspace, actor, AuditEntry(AuditAction.BACKUP_RESTORE, AuditKind.PROJECT, after=made_at))
        return Restored(manifest, figures_of(workspace, actor))
    finally:
        workspace.close()


def _load(store: Store, backup: BackupReader, manifest: Manifest) -> None:
    with store.writing() as connection:
        if not is_new(connection):
            raise BackupError(
                _("This store is not empty. Nothing was restored."),
                hint=_("Set LIAISON_DATABASE_URL to a new database, then restore into that."),
            )
        counts = load(connection, manifest.version, backup.parts(), manifest.numbers)
        # The file was read a second time: it must still be the one that was checked.
        if backup.manifest != manifest or counts != {name: manifest.rows.get(name, 0) for name in counts}:
            raise damaged()
