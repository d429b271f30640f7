"""Coordinators see and revoke the access tokens of all accounts on the Accounts page."""

from __future__ import annotations

import pytest

from liaison_metrics.services.accounts import managing
from liaison_metrics.services.accounts.own.access_tokens import NewAccessToken, all_tokens, make_token
from liaison_metrics.services.workspace.workspace import Workspace
from tests.pages.conftest import html
from tests.pages.roles import ENTRIES, ROLES, framed_page, pages_as, with_accounts


def test_a_coordinator_revokes_a_token_of_another_account(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = with_accounts(monkeypatch)
    boss = ROLES["coordinator"]
    assert boss is not None
    for role in ("coordinator", "partner"):
        managing.invite(store, ENTRIES[role], boss)
    partner = next(one for one in managing.all_accounts(store, boss) if one.email == ENTRIES["partner"].email)
    make_token(store, partner.number, NewAccessToken("Monthly table", 30, partner.role), partner.actor)

    pages_as(monkeypatch, "coordinator")
    drawn = framed_page("accounts")
    assert any("Monthly table" in one.value and partner.email in one.value for one in drawn.text)
    next(one for one in drawn.button if one.label == "Revoke").click().run()
    assert all(one.is_over for one in all_tokens(store, boss)) and "works no more" in html(drawn)
