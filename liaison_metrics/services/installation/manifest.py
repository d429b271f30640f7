"""The manifest of a backup: what it contains, and the figures that its store gives. It is the last file in it."""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
import zlib
from collections.abc import Iterator
from gzip import BadGzipFile, GzipFile
from pathlib import Path
from typing import BinaryIO

from pydantic import AwareDatetime, BaseModel, ValidationError

from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.errors import BackupError
from liaison_metrics.services import figures
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import requires
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.database.migrating import schema_versions
from liaison_metrics.store.installation.encrypted_stream import EncryptedReader, damaged
from liaison_metrics.texts import _

MANIFEST = "manifest.json"

Figures = dict[str, dict[str, int]]


class Manifest(BaseModel):
    """What a backup contains: the version of the store's schema, rows by table, SHA-256 digests by file, the last
    numbers that tables gave, and figures. ``made_at`` is when this state was taken."""

    version: str
    made_at: AwareDatetime
    project: str
    rows: dict[str, int]
    numbers: dict[str, int]
    digests: dict[str, str]
    figures: Figures


@requires(Action.FIGURES_READ)
def figures_of(workspace: Workspace, actor: Actor) -> Figures:
    """Returns the figures of all indicators up to the project's last day, to compare a restored store with. Raises
    NotAllowed."""
    whole = Scope(until=workspace.project.end)
    found = {}
    for figure in figures.indicators(workspace, whole, actor=actor):
        reach = figure.reach
        found[figure.code] = {
            "reached": reach.reached, "identified": reach.identified, "floor": reach.floor,
            "attendances": reach.attendances,
        }  # fmt: skip
    return found


class BackupReader:
    """Reads a backup once, from its first part to its manifest, and compares them."""

    def __init__(self, path: Path, secret: bytes) -> None:
        self._path, self._secret = path, secret
        self.manifest: Manifest | None = None

    def parts(self) -> Iterator[tuple[str, bytes]]:
        """Yields the parts of the store, by name. After the last, ``manifest`` is set and was compared with them.

        Raises BackupError if the file is not a backup, was made with another key, or was changed or cut.
        """
        digests: dict[str, str] = {}
        manifest = b""
        with self._path.open("rb") as file:
            try:
                for name, data in _files(file, self._secret):
                    if name == MANIFEST:
                        manifest = data
                    else:
                        digests[name] = hashlib.sha256(data).hexdigest()
                        yield name, data
                self.manifest = Manifest.model_validate_json(manifest)
            except (tarfile.TarError, BadGzipFile, EOFError, zlib.error, ValidationError, json.JSONDecodeError):
                raise damaged() from None
        if digests != self.manifest.digests:
            raise damaged()

    def check(self) -> Manifest:
        """Returns the manifest, after it was compared with all that the backup contains. Raises BackupError."""
        for _part in self.parts():
            pass
        assert self.manifest is not None
        if self.manifest.version not in schema_versions():
            raise BackupError(
                _("This backup was made by a newer version of the program."),
                hint=_("Update the program, then restore it."),
            )
        return self.manifest


def _files(file: BinaryIO, secret: bytes) -> Iterator[tuple[str, bytes]]:
    stream = io.BufferedReader(EncryptedReader(file, secret))
    with GzipFile(fileobj=stream, mode="rb") as plain:
        with tarfile.open(fileobj=plain, mode="r|") as archive:
            for member in archive:
                content = archive.extractfile(member)
                yield member.name, content.read() if content else b""
        while plain.read(1 << 16):
            pass  # up to the last piece: an archive that was cut behind its manifest is refused, too
