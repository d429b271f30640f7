"""The secret key: made once for a new store, kept from others, and never replaced by another."""

from __future__ import annotations

import os
import secrets
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
from liaison_metrics.services.workspace import key_file
from liaison_metrics.services.workspace.health import check_health
from liaison_metrics.services.workspace.key_file import read_key_file
from liaison_metrics.services.workspace.secret_key import default_place
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from liaison_metrics.store.engine import open_store
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
    # Other tests keep their keys, replaced ones too, in the same folder.
    assert set(places) <= set(key_folder.iterdir()) and {place.suffix for place in places} == {".key"}


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
    with pytest.raises(WrongKey, match="while the program was running"):
        workspace.is_empty()
    workspace.store.key_check = ""
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


def beside(folder: Path) -> tuple[Settings, Path, str]:
    """An installation as older versions left it: the key beside the store. Returns its settings, and the key."""
    settings = Settings(database_url=f"sqlite:///{folder / 'liaison.db'}", project_file=PROJECT_FILE)
    key = folder / "secret.key"
    folder.mkdir(exist_ok=True)
    key.write_text(secrets.token_hex(32))
    open_workspace(settings.model_copy(update={"secret_key_file": key})).close()
    return settings, key, key.read_text()


def test_a_key_beside_its_store_is_moved_once_and_says_so(
    tmp_path: Path, key_folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    settings, key, text = beside(tmp_path / "data")
    for messages in (1, 1):
        workspace = open_workspace(settings)
        assert workspace.key_file.parent == key_folder and workspace.key_file.read_text() == text
        assert not key.exists()
        told = [record.getMessage() for record in caplog.records if "secret key was moved" in record.getMessage()]
        assert len(told) == messages and text not in caplog.text
        workspace.close()


def test_a_key_that_another_store_may_need_stays(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    settings, key, text = beside(tmp_path)
    (tmp_path / "other.db").write_bytes(b"SQLite format 3\0")
    open_workspace(settings).close()
    assert key.read_text() == text and "may need it, too" in caplog.text


def test_a_key_is_never_put_over_another(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    settings, key, text = beside(tmp_path)
    store = open_store(settings.url)
    with store.reading() as connection:
        place = default_place(read_key_check(connection).store_id)
    store.close()
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(OTHER)
    open_workspace(settings).close()
    assert key.read_text() == text and place.read_text() == OTHER and "contains another key" in caplog.text


@pytest.mark.parametrize("broken", ["make_key_file", "unlink"])
def test_a_move_that_fails_keeps_the_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, broken: str
) -> None:
    settings, key, text = beside(tmp_path)

    def fails(*_: object, **__: object) -> None:
        raise WrongKey("No space left.") if broken == "make_key_file" else OSError(30, "Read-only file system")

    with monkeypatch.context() as patch:
        patch.setattr(key_file if broken == "make_key_file" else Path, broken, fails)
        workspace = open_workspace(settings)
    assert workspace.key_file == key and key.read_text() == text and "stays beside the store" in caplog.text
    workspace.close()
    open_workspace(settings).close()
    assert not key.exists(), "moved once it can be"


def test_of_two_programs_that_move_a_key_at_once_both_go_on(tmp_path: Path) -> None:
    settings, key, text = beside(tmp_path)

    def start(_number: int) -> str:
        workspace = open_workspace(settings)
        workspace.close()
        return workspace.secret.hex()

    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(start, range(4))) == {text}
    assert not key.exists() and open_workspace(settings).secret.hex() == text


def test_where_no_configuration_folder_can_be_made_a_new_store_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "file"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "file"))
    settings = Settings(database_url=f"sqlite:///{tmp_path / 'data' / 'liaison.db'}", project_file=PROJECT_FILE)
    for _start in range(2):
        workspace = open_workspace(settings)
        assert workspace.key_file == tmp_path / "data" / "secret.key"
        workspace.close()
    [check] = [one for one in check_health(settings) if one.message.startswith("Secret key")]
    assert "beside the store" in check.remedy


def test_doctor_warns_of_a_key_in_the_folder_of_the_store(tmp_path: Path) -> None:
    for key, warned in ((tmp_path / "chosen.key", True), (tmp_path / "keys" / "chosen.key", False)):
        settings = settings_of(f"sqlite:///{tmp_path / f'{warned}.db'}", key)
        open_workspace(settings).close()
        [check] = [one for one in check_health(settings) if one.message.startswith("Secret key")]
        assert check.ok and ("beside the store" in check.remedy) is warned


def test_a_key_in_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key_folder: Path) -> None:
    monkeypatch.setenv("LIAISON_SECRET_KEY", OTHER)
    before = set(key_folder.glob("*"))
    settings = Settings(database_url=f"sqlite:///{tmp_path / 'liaison.db'}", project_file=PROJECT_FILE)
    for _start in range(2):
        workspace = open_workspace(settings)
        assert workspace.secret.hex() == OTHER and workspace.key.place == "LIAISON_SECRET_KEY"
        workspace.close()
    assert OTHER not in repr(settings) and set(key_folder.glob("*")) == before
    monkeypatch.setenv("LIAISON_SECRET_KEY", "ab" * 31)
    with pytest.raises(WrongKey, match="does not contain a key"):
        open_workspace(Settings(database_url=settings.database_url, project_file=PROJECT_FILE))
    monkeypatch.setenv("LIAISON_SECRET_KEY", "cd" * 32)
    with pytest.raises(WrongKey, match="LIAISON_SECRET_KEY is not the key"):
        open_workspace(Settings(database_url=settings.database_url, project_file=PROJECT_FILE))


@pytest.mark.skipif(os.name != "posix", reason="needs users")
def test_a_key_of_another_user_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    settings, key, text = beside(tmp_path)
    monkeypatch.setattr(os, "getuid", lambda: key.stat().st_uid + 1)
    open_workspace(settings).close()
    assert key.read_text() == text and "belongs to another user" in caplog.text
