"""The health checks: what is well, what is wrong, and that the checks after a failed one are left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from liaison_metrics.errors import StoreError
from liaison_metrics.services.workspace import health
from liaison_metrics.services.workspace.health import check_health
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.store.engine import Store
from tests.conftest import PROJECT_FILE


@pytest.fixture
def installation(database_url: str, tmp_path: Path) -> Settings:
    return Settings(database_url=database_url, project_file=PROJECT_FILE, secret_key_file=tmp_path / "secret.key")


def test_a_new_installation_passes_every_check(installation: Settings) -> None:
    checks = check_health(installation)
    assert [check.ok for check in checks] == [True] * 6
    assert [re.split(r"[ :]", check.message)[0] for check in checks] == [
        "Project",
        "Store",
        "Secret",
        "Index",
        "Audit",
        "Backup",
    ]


def test_a_damaged_database_is_reported_with_a_remedy(installation: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Store, "is_intact", lambda store: False)
    *_before, damaged = check_health(installation)
    assert not damaged.ok and "is damaged" in damaged.message and damaged.remedy.startswith("Restore a backup")


def test_pages_that_were_overwritten_are_noticed(tmp_path: Path) -> None:
    path = tmp_path / "liaison.db"
    settings = Settings(database_url=f"sqlite:///{path}", project_file=PROJECT_FILE)
    assert all(check.ok for check in check_health(settings))
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 8] = b"\xff" * (4096 * 5)
    path.write_bytes(data)
    assert "is damaged" in check_health(settings)[-1].message


def test_a_store_that_cannot_be_written_is_reported(installation: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_store: Store) -> None:
        raise StoreError("The disk is full.", hint="Free some space.")

    monkeypatch.setattr(Store, "try_to_write", refuse)
    *_before, store = check_health(installation)
    assert (store.ok, store.message, store.remedy) == (False, "The disk is full.", "Free some space.")


def test_little_free_space_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(database_url=f"sqlite:///{tmp_path / 'liaison.db'}", project_file=PROJECT_FILE)
    monkeypatch.setattr(health, "LEAST_FREE_MB", 10**12)
    store = check_health(settings)[1]
    assert not store.ok and "almost full" in store.message and "Free some space" in store.remedy


def test_an_unexpected_error_is_a_failed_check(installation: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_settings: Settings) -> None:
        raise ValueError("ada@example.org")

    monkeypatch.setattr(health, "open_workspace", fail)
    last = check_health(installation)[-1]
    assert not last.ok and "ValueError" in last.message and "ada@" not in last.message + last.remedy


def test_a_mistake_in_the_project_file_is_the_last_check(installation: Settings, tmp_path: Path) -> None:
    wrong = installation.model_copy(update={"project_file": tmp_path / "none.toml"})
    (check,) = check_health(wrong)
    assert not check.ok and "none.toml" in check.message


def test_a_secret_key_that_others_can_read_is_reported(installation: Settings) -> None:
    check_health(installation)
    assert installation.secret_key_file is not None
    installation.secret_key_file.chmod(0o644)
    key = check_health(installation)[2]
    assert not key.ok and "chmod 600" in key.remedy


def test_another_key_is_reported_and_nothing_after_it(installation: Settings) -> None:
    check_health(installation)
    assert installation.secret_key_file is not None
    installation.secret_key_file.write_text("ab" * 32)
    *well, key = check_health(installation)
    assert len(well) == 2 and not key.ok and "is not the key of this store" in key.message


def test_a_key_beside_its_store_goes_on_with_the_advice_to_move_it(tmp_path: Path) -> None:
    settings = Settings(database_url=f"sqlite:///{tmp_path / 'liaison.db'}", project_file=PROJECT_FILE)
    (tmp_path / "secret.key").touch(mode=0o600)
    (tmp_path / "secret.key").write_text("ab" * 32)
    key = check_health(settings)[2]
    assert key.ok and str(tmp_path / "secret.key") in key.message
    assert key.remedy.startswith("The key is beside the store")
