"""A backup is made beside writers, in a file of its own that only its owner can read, or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from liaison_metrics.errors import BackupError
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.installation import making
from liaison_metrics.services.installation.making import make_backup
from liaison_metrics.services.installation.restoring import restore_backup
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from liaison_metrics.store.installation.backup_time import last_backup
from tests.services.conftest import Fresh, row, sheet
from tests.services.installation.conftest import settings_of


def test_what_is_written_meanwhile_is_not_in_it(
    filled: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached = filled.index().people
    add, uploaded = making._add, []

    def upload_then_add(archive: object, name: str, data: bytes) -> None:
        if not uploaded:
            other = open_workspace(filled.settings)
            uploaded.append(import_file(other, "mid.csv", sheet(row("Eva Lang", email="e@x.org")), actor=COORDINATOR))
            other.close()
        add(archive, name, data)  # type: ignore[arg-type]

    monkeypatch.setattr(making, "_add", upload_then_add)
    made = make_backup(filled, tmp_path / "a.backup", COORDINATOR)
    settings = settings_of(f"sqlite:///{tmp_path / 'restored.db'}", tmp_path / "secret.key")
    assert not restore_backup(settings, made.path, COORDINATOR).figures_differ
    again = open_workspace(settings)
    assert again.index().people == reached and filled.index().people == reached + 1
    again.close()


def test_a_backup_in_a_folder_is_named_and_remembered(filled: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    made = make_backup(filled, folder, COORDINATOR)
    assert list(folder.iterdir()) == [made.path] and made.path.name.startswith("LIAISON-")
    if os.name == "posix":
        assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    with filled.store.reading() as connection:
        assert last_backup(connection) == made.manifest.made_at
    assert made.manifest.rows["upload"] == 3 and made.manifest.rows["issued_form"] == 2


def test_no_file_is_overwritten_and_nothing_is_left_behind(
    fresh: Fresh, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, path = fresh(), tmp_path / "backups" / "a.backup"
    with pytest.raises(BackupError, match="cannot be written"):
        make_backup(workspace, path, COORDINATOR)
    path.parent.mkdir()
    path.write_text("mine")
    with pytest.raises(BackupError, match="already"):
        make_backup(workspace, path, COORDINATOR)
    assert path.read_text() == "mine"
    path.unlink()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BackupError, match="No space left on device"):
        make_backup(workspace, path, COORDINATOR)
    assert list(path.parent.iterdir()) == []
    with workspace.store.reading() as connection:
        assert last_backup(connection) is None


def test_two_backups_do_not_write_one_file(fresh: Fresh, tmp_path: Path) -> None:
    workspace, unfinished = fresh(), tmp_path / "a.backup.unfinished"
    unfinished.touch()
    with pytest.raises(BackupError, match="Another backup"):
        make_backup(workspace, tmp_path / "a.backup", COORDINATOR)
    os.utime(unfinished, (0, 0))  # left behind by a program that was stopped long ago
    assert make_backup(workspace, tmp_path / "a.backup", COORDINATOR).path.exists()
    assert not unfinished.exists()
