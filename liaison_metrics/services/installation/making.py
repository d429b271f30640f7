"""Making a backup: one encrypted file with all that the store contains, while others read and write."""

from __future__ import annotations

import hashlib
import io
import os
import tarfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from gzip import GzipFile
from pathlib import Path
from typing import BinaryIO

from liaison_metrics.errors import BackupError
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import check, open_to_anybody, requires
from liaison_metrics.services.installation.manifest import MANIFEST, BackupReader, Manifest, figures_of
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record_alone
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.database.migrating import newest_version
from liaison_metrics.store.installation.backup_time import record_backup
from liaison_metrics.store.installation.copying import last_numbers, parts
from liaison_metrics.store.installation.encrypted_stream import EncryptedWriter
from liaison_metrics.store.installation.key_check import read_key_check
from liaison_metrics.texts import _

SUFFIX = ".backup"
TIME_FORMAT = "%Y%m%d-%H%M%S"
COMPRESSION = 1
"""Most of an archive is encrypted files, which no level makes smaller; the rest shrinks well at the lowest level."""

ABANDONED = 3600
"""Seconds without a byte after which an unfinished archive was left behind by a program that was stopped."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A finished backup: its file, its size in bytes, what it contains, and where the key is that opens it."""

    path: Path
    size: int
    manifest: Manifest
    key_place: str


@requires(Action.BACKUP_MAKE)
def make_backup(workspace: Workspace, path: Path, actor: Actor) -> Backup:
    """Writes a backup to a new file; in a folder, to a file named after the project, its store and the time.

    The finished file is read again and compared before it gets its name. Raises BackupError if the file exists or
    cannot be written.
    """
    check(actor, Action.BACKUP_MAKE)
    now = datetime.now(UTC)
    target = path / f"{name_in_folder(workspace)}-{now.strftime(TIME_FORMAT)}{SUFFIX}" if path.is_dir() else path
    if target.exists():
        raise BackupError(
            _("There is a file {path} already.").format(path=target), hint=_("Choose another name, or a folder.")
        )
    draft = target.with_name(f"{name_in_folder(workspace) if path.is_dir() else target.name}.unfinished")
    try:
        with _new_file(draft) as file:
            _write(workspace, file, now, actor)
        manifest = BackupReader(draft, workspace.secret).check()
        draft.replace(target)
        size = target.stat().st_size
    except OSError as problem:
        draft.unlink(missing_ok=True)
        raise BackupError(
            _("The backup cannot be written to {path}: {reason}.").format(path=target, reason=problem.strerror),
            hint=_("Choose a folder that can be written and has enough space."),
        ) from None
    record_backup(workspace.store, now)
    record_alone(workspace, actor, AuditEntry(AuditAction.BACKUP_MAKE, AuditKind.PROJECT, after={"bytes": size}))
    return Backup(target, size, manifest, workspace.key.place)


@open_to_anybody("tells when backups were made, and nothing of what is in them")
def name_in_folder(workspace: Workspace) -> str:
    """Returns how the names of this store's backups begin."""
    with workspace.store.reading() as connection:
        store_id = read_key_check(connection).store_id
    project = "".join(letter for letter in workspace.project.acronym if letter.isalnum())
    return f"{project}-{store_id}"


@contextmanager
def _new_file(draft: Path) -> Iterator[BinaryIO]:
    """Gives a new file that nobody else can read. Removes it if an error is raised."""
    if draft.exists():
        if time.time() - draft.stat().st_mtime < ABANDONED:
            raise BackupError(
                _("Another backup is being written to {path}.").format(path=draft),
                hint=_("Wait until it has finished, or remove this file if no program writes it."),
            )
        draft.unlink()
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(descriptor)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _write(workspace: Workspace, file: BinaryIO, now: datetime, actor: Actor) -> None:
    digests: dict[str, str] = {}
    rows: Counter[str] = Counter()
    # The snapshot is one state of the store: what others write meanwhile is neither in the rows nor in the figures.
    with workspace.snapshot() as (_state, connection):
        stream = EncryptedWriter(file, workspace.secret, read_key_check(connection).store_id)
        with (
            GzipFile(fileobj=stream, mode="wb", compresslevel=COMPRESSION, filename="", mtime=0) as plain,
            tarfile.open(fileobj=plain, mode="w|") as archive,
        ):
            for part in parts(connection):
                digests[part.name] = hashlib.sha256(part.data).hexdigest()
                rows[part.table] += part.rows
                _add(archive, part.name, part.data)
            manifest = Manifest(
                version=newest_version(), made_at=now, project=workspace.project.acronym, rows=dict(rows),
                numbers=last_numbers(connection), digests=digests, figures=figures_of(workspace, actor),
            )  # fmt: skip
            _add(archive, MANIFEST, manifest.model_dump_json(indent=1).encode())
        stream.close()


def _add(archive: tarfile.TarFile, name: str, data: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(data)
    archive.addfile(member, io.BytesIO(data))
