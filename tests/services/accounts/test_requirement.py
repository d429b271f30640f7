"""Who needs a second factor, and what the doctor says of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from liaison_metrics.errors import SettingsError, SignInRefused
from liaison_metrics.services.access.actors import COORDINATOR, Role
from liaison_metrics.services.accounts import managing, signing_in
from liaison_metrics.services.accounts.factors.requirement import check_second_factor, lacks_factor
from liaison_metrics.services.accounts.managing import AccountEntry
from liaison_metrics.services.accounts.throttling import Visit
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import Workspace
from tests.services.accounts.conftest import first_coordinator, with_password

HERE = Visit("192.0.2.1")


def test_on_this_machine_alone_nobody_needs_one(workspace: Workspace) -> None:
    first_coordinator(workspace)
    [account] = managing.all_accounts(workspace, COORDINATOR)
    assert not lacks_factor(workspace.settings, account) and check_second_factor(workspace.settings) == []
    server = workspace.settings.model_copy(update={"access": "accounts"})
    assert lacks_factor(server, account)


def test_the_doctor_says_who_lacks_one(workspace: Workspace) -> None:
    server = workspace.settings.model_copy(update={"access": "accounts"})
    assert [one.ok for one in check_second_factor(server)] == [True]
    first_coordinator(workspace)
    with_password(workspace)
    [found] = check_second_factor(server)
    assert found.ok and "1 account still needs one" in found.message
    [found] = check_second_factor(server.model_copy(update={"second_factor": "everybody"}))
    assert "2 accounts" in found.message
    [found] = check_second_factor(server.model_copy(update={"second_factor": "off"}))
    assert not found.ok and "LIAISON_SECOND_FACTOR" in found.remedy


def test_another_value_is_refused() -> None:
    with pytest.raises(SettingsError, match="LIAISON_SECOND_FACTOR"):
        Settings(second_factor="on")  # type: ignore[arg-type]


def test_without_a_password_a_recent_sign_in_is_enough(workspace: Workspace) -> None:
    managing.invite(workspace, AccountEntry("provider@example.org", Role.FUNDER), COORDINATOR)
    [account] = managing.all_accounts(workspace, COORDINATOR)
    now = datetime.now(UTC)
    assert signing_in.confirm_password(workspace, account.number, "", HERE, now).account == account.number
    with pytest.raises(SignInRefused, match="some time ago"):
        signing_in.confirm_password(workspace, account.number, "", HERE, now - timedelta(minutes=11))
    with pytest.raises(SignInRefused, match="no password"):
        signing_in.confirm_password(workspace, account.number, "", HERE)
