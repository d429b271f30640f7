"""The secret key: made once for a new store, kept from others, and never replaced by another."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from liaison_metrics.errors import WrongKey
from liaison_metrics.services import figures
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.secret_key import default_place, read_key_file
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from liaison_metrics.store.installation.key_check import read_key_check
from tests.conftest import PROJECT_FILE
from tests.services.conftest import row, sheet

OTHER = "ab" * 32
AMINA = sheet(row("Amina Haddad", email="amina@example.org"))


def settings_of(url: str, key: Path | None = None) -> Settings:
    return Settings(database_url=url, project_file=PROJECT_FILE, secret_key_file=key)


def without_check_value(workspace: Workspace) -> None:
    """Makes a store as programs before the check value left it."""
    workspace.store.key_check = ""
    with workspace.store.writing() as connection:
        connection.execute(text("UPDATE installation SET key_check = ''"))


def test_a_new_store_gets_a_key_of_its_own(new_workspace: Callable[[str], Workspace], key_folder: Path) -> None:
    places = []
    for name in ("one", "two"):
        workspace = new_workspace(name)
        with workspace.store.reading() as connection:
            places.append(default_place(read_key_check(connection).store_id))
        assert workspace.key_file == places[-1] and workspace.key_file.parent == key_folder
        assert workspace.secret == read_key_file(workspace.key_file) and len(workspace.secret) == 32
        if os.name == "posix":
            assert stat.S_IMODE(workspace.key_file.stat().st_mode) == 0o600
        assert new_workspace(name).secret == workspace.secret
    assert places[0].read_text() != places[1].read_text()
    assert set(places) <= set(key_folder.iterdir()) and all(p.suffix == ".key" for p in key_folder.iterdir())


def test_another_key_or_none_is_refused_and_none_is_made(database_url: str, tmp_path: Path) -> None:
    key = tmp_path / "secret.key"
    settings = settings_of(database_url, key)
    open_workspace(settings).close()
    right = key.read_text()
    key.write_text(OTHER)
    with pytest.raises(WrongKey, match="is not the key of this store"):
        open_workspace(settings)
    key.unlink()
    with pytest.raises(WrongKey, match="no key file at"):
        open_workspace(settings)
    assert not key.exists()
    key.write_text(right + "\n")
    open_workspace(settings).close()


def test_of_two_programs_that_start_at_once_with_two_keys_one_is_refused(database_url: str, tmp_path: Path) -> None:
    def start(key: str) -> str:
        try:
            open_workspace(settings_of(database_url, tmp_path / key)).close()
        except WrongKey:
            return "refused"
        return "open"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(start, ["a.key", "b.key"])) == ["open", "refused"]
    assert len(list(tmp_path.glob("*.key"))) == 1


def test_a_store_of_an_older_program_takes_the_key_that_decrypts_it(tmp_path: Path) -> None:
    settings = settings_of(f"sqlite:///{tmp_path / 'old.db'}", tmp_path / "old.key")
    workspace = open_workspace(settings)
    import_file(workspace, "a.csv", AMINA, actor=COORDINATOR)
    without_check_value(workspace)
    workspace.close()
    right = (tmp_path / "old.key").read_text()
    (tmp_path / "old.key").write_text(OTHER)
    with pytest.raises(WrongKey, match="is not the key"):
        open_workspace(settings)
    (tmp_path / "old.key").unlink()
    with pytest.raises(WrongKey, match="no key file"):
        open_workspace(settings)
    (tmp_path / "old.key").write_text(right)
    again = open_workspace(settings)
    import_file(again, "b.csv", AMINA + b"\n", actor=COORDINATOR)
    assert figures.indicator(again, "IND1", actor=COORDINATOR).reach.reached == 1
    with again.store.reading() as connection:
        assert read_key_check(connection).value
    again.close()


def test_a_running_program_does_not_write_under_another_key(tmp_path: Path) -> None:
    workspace = open_workspace(settings_of(f"sqlite:///{tmp_path / 'a.db'}", tmp_path / "a.key"))
    with workspace.store.writing() as connection:
        connection.execute(text("UPDATE installation SET key_check = 'another'"))
    with pytest.raises(WrongKey, match="while the program was running"):
        import_file(workspace, "a.csv", AMINA, actor=COORDINATOR)
    assert workspace.is_empty()
    workspace.close()


@pytest.mark.skipif(os.name != "posix", reason="needs pipes and devices")
def test_a_key_file_is_a_small_regular_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zeros").symlink_to("/dev/zero")
    (tmp_path / "nowhere").symlink_to(tmp_path / "none")
    (tmp_path / "folder").mkdir()
    (tmp_path / "large").write_text("ab" * 100_000)
    (tmp_path / "short").write_text("ab" * 31)
    (tmp_path / "words").write_text("not a key")
    for name in ("pipe", "zeros", "nowhere", "folder", "large", "short", "words"):
        before = os.lstat(tmp_path / name)
        with pytest.raises(WrongKey, match="cannot be used"):
            open_workspace(settings_of(f"sqlite:///{tmp_path / 'liaison.db'}", tmp_path / name))
        assert os.lstat(tmp_path / name).st_size == before.st_size
    assert not (tmp_path / "none").exists()


def test_a_key_that_cannot_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WrongKey, match=r"cannot be written to .*No space left on device"):
        open_workspace(settings_of(f"sqlite:///{tmp_path / 'liaison.db'}", tmp_path / "keys" / "a.key"))
    assert list((tmp_path / "keys").iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="needs permissions")
def test_an_open_store_is_closed_to_others(tmp_path: Path) -> None:
    path = tmp_path / "liaison.db"
    path.touch(mode=0o644)
    path.chmod(0o644)
    workspace = open_workspace(settings_of(f"sqlite:///{path}", tmp_path / "a.key"))
    files = list(tmp_path.glob("liaison.db*"))
    assert len(files) == 3 and {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    workspace.close()
