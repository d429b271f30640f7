"""Settings: where things are, and a secret that only its owner can read."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from liaison_metrics.errors import SettingsError
from liaison_metrics.services.workspace.settings import Settings


def test_the_secret_is_made_once_and_closed_to_others(tmp_path: Path) -> None:
    settings = Settings(database_url=f"sqlite:///{tmp_path}/new/liaison.db")
    key = settings.secret()
    assert settings.secret_path == tmp_path / "new" / "secret.key"
    assert len(key) == 32 and settings.secret() == key
    if os.name == "posix":
        assert stat.S_IMODE(settings.secret_path.stat().st_mode) == 0o600
    assert [p.name for p in (tmp_path / "new").iterdir()] == ["secret.key"]


def test_a_spoilt_secret_is_not_replaced(tmp_path: Path) -> None:
    spoilt = tmp_path / "secret.key"
    spoilt.write_text("not a key")
    with pytest.raises(SettingsError):
        Settings(database_url=f"sqlite:///{tmp_path}/liaison.db").secret()
    assert spoilt.read_text() == "not a key"


def test_how_large_a_sheet_may_be_is_a_number_of_megabytes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Settings().largest_file == 50_000_000
    monkeypatch.setenv("LIAISON_LARGEST_FILE_MB", "80")
    assert Settings().largest_file == 80_000_000
    for wrong in ("much", "0", "-5", "99999"):
        monkeypatch.setenv("LIAISON_LARGEST_FILE_MB", wrong)
        with pytest.raises(SettingsError):
            Settings()


def test_postgresql_by_url_and_its_password_stays_unsaid() -> None:
    assert Settings(database_url="postgresql://a:b@host/c").url.drivername == "postgresql+psycopg"
    with pytest.raises(SettingsError) as caught:
        _ = Settings(database_url="oracle://me:hush@host/db").url
    assert "hush" not in str(caught.value)
