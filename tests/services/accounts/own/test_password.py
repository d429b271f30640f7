"""Changing one's own password."""

from __future__ import annotations

import pytest

from liaison_metrics.errors import NotAllowed, WrongEntry
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.accounts import sessions, signing_in
from liaison_metrics.services.accounts.own import password as own_password
from liaison_metrics.services.accounts.throttling import Visit
from liaison_metrics.services.workspace.workspace import Workspace
from tests.services.accounts.conftest import PASSWORD, with_password

HERE = Visit("198.51.100.7")
BETTER = "five plums in a boat"


def test_another_password_ends_all_sessions(workspace: Workspace) -> None:
    account = with_password(workspace)
    token = sessions.begin(workspace, account.number, "")
    confirmed = signing_in.confirm_password(workspace, account.number, PASSWORD, HERE)
    with pytest.raises(WrongEntry):
        own_password.change_password(workspace, confirmed, "short", account.actor)
    with pytest.raises(NotAllowed):
        own_password.change_password(workspace, confirmed, BETTER, COORDINATOR)
    own_password.change_password(workspace, confirmed, BETTER, account.actor)
    assert sessions.session_of(workspace, token) is None
    assert signing_in.check_sign_in(workspace, account.email, BETTER, HERE).number == account.number
