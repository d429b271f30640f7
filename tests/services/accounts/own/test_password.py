"""Changing one's own password."""

from __future__ import annotations

import pytest

from liaison_metrics.errors import NotAllowed, WrongEntry
from liaison_metrics.services.access.actors import COORDINATOR, Role
from liaison_metrics.services.accounts import links, managing, sessions, signing_in
from liaison_metrics.services.accounts.account import Account
from liaison_metrics.services.accounts.managing import AccountEntry
from liaison_metrics.services.accounts.own import password as own_password
from liaison_metrics.services.accounts.own.access_tokens import NewAccessToken, actor_of_token, make_token
from liaison_metrics.services.accounts.throttling import Visit
from liaison_metrics.services.workspace.audit.reading import entries
from liaison_metrics.services.workspace.workspace import Workspace
from tests.services.accounts.conftest import PASSWORD, with_password

HERE = Visit("198.51.100.7")
BETTER = "five plums in a boat"
OTHER = AccountEntry("funder@example.org", Role.FUNDER)


def token_of(workspace: Workspace, account: Account) -> str:
    return make_token(workspace, account.number, NewAccessToken("Sheet", 30, account.role), account.actor)


def test_another_password_revokes_access_tokens(workspace: Workspace) -> None:
    account, other = with_password(workspace), with_password(workspace, OTHER)
    theirs = token_of(workspace, other)
    own = token_of(workspace, account)
    confirmed = signing_in.confirm_password(workspace, account.number, PASSWORD, HERE)
    own_password.change_password(workspace, confirmed, BETTER, account.actor)
    assert actor_of_token(workspace, own, "x") is None and actor_of_token(workspace, theirs, "x")
    own, session = token_of(workspace, account), sessions.begin(workspace, account.number, "")
    links.choose_password(workspace, managing.reset_link(workspace, account.number, COORDINATOR), PASSWORD)
    assert actor_of_token(workspace, own, "x") is None and sessions.session_of(workspace, session) is None
    [last, *_before] = entries(workspace, COORDINATOR)[1]
    assert last.after == '{"link": "reset", "tokens_revoked": 1}'


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
