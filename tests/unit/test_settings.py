"""Settings: which values are valid, and that no password is repeated."""

from __future__ import annotations

import pytest

from liaison_metrics.errors import SettingsError
from liaison_metrics.services.workspace.settings import Settings


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


def test_others_are_let_in_with_accounts_alone() -> None:
    assert Settings(public_url="https://figures.example.org").needs_accounts
    assert not Settings(access="this_machine").needs_accounts
    with pytest.raises(SettingsError, match="lets others in"):
        Settings(access="this_machine", public_url="https://figures.example.org")


def test_an_address_without_encryption_is_refused() -> None:
    with pytest.raises(SettingsError, match="not encrypted"):
        Settings(public_url="http://figures.example.org")
    assert Settings(public_url="http://localhost:8501").needs_accounts, "nobody listens within one machine"
