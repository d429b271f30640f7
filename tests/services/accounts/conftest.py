"""Accounts for tests. All passwords are made up."""

from __future__ import annotations

import pytest

from liaison_metrics.services.access.actors import COORDINATOR, Role
from liaison_metrics.services.accounts import links, managing
from liaison_metrics.services.accounts.account import Account
from liaison_metrics.services.accounts.managing import AccountEntry
from liaison_metrics.services.workspace.workspace import Workspace

PASSWORD = "seven lemons on a tram"
GRAZ = AccountEntry("graz@example.org", Role.PARTNER, ("graz",))


@pytest.fixture(autouse=True)
def _fast(cheap_hashes: None) -> None:
    """These tests hash many passwords."""


def first_coordinator(workspace: Workspace) -> int:
    """Makes the first account of an installation; returns its number."""
    token = links.first_link(workspace)
    assert token
    return links.choose_password(workspace, token, PASSWORD, "first@example.org")


def with_password(workspace: Workspace, entry: AccountEntry = GRAZ) -> Account:
    """Invites somebody, who chooses a password; returns the account."""
    number = links.choose_password(workspace, managing.invite(workspace, entry, COORDINATOR), PASSWORD)
    return next(one for one in managing.all_accounts(workspace, COORDINATOR) if one.number == number)
