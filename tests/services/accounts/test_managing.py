"""What coordinators do with accounts."""

from __future__ import annotations

import pytest

from liaison_metrics.errors import UnknownAccount, WrongEntry
from liaison_metrics.services.access.actors import COORDINATOR, Role
from liaison_metrics.services.accounts import managing, sessions
from liaison_metrics.services.accounts.managing import AccountEntry
from liaison_metrics.services.workspace.workspace import Workspace
from tests.services.accounts.conftest import GRAZ, first_coordinator, with_password


def test_an_invited_partner_acts_for_its_cities(workspace: Workspace) -> None:
    account = with_password(workspace, AccountEntry(" Graz@Example.org ", Role.PARTNER, ("graz", "vejle")))
    assert (account.email, account.partner, account.has_password) == ("graz@example.org", "compass", True)
    assert account.actor.cities == {"graz", "vejle"} and account.actor.code == "compass"
    assert account.actor.account == account.number


def test_cities_that_somebody_sees_exactly_are_those_of_partners_and_of_accounts(workspace: Workspace) -> None:
    of_partners = [{"athens"}, {"graz"}, {"kassel"}, {"palermo"}, {"vejle"}]
    assert managing.partner_cities(workspace, COORDINATOR) == of_partners
    with_password(workspace, AccountEntry("both@example.org", Role.PARTNER, ("graz", "vejle")))
    assert frozenset({"graz", "vejle"}) in managing.partner_cities(workspace, COORDINATOR)


@pytest.mark.parametrize(
    ("entry", "column"),
    [
        (AccountEntry("nobody", Role.FUNDER), "email"),
        (AccountEntry("a@b", Role.FUNDER), "email"),
        (AccountEntry("a b@example.org", Role.FUNDER), "email"),
        (AccountEntry("a@example.org", Role.PARTNER), "cities"),
        (AccountEntry("a@example.org", Role.PARTNER, ("atlantis",)), "cities"),
        (AccountEntry("a@example.org", Role.FUNDER, ("graz",)), "cities"),
        (AccountEntry("a@example.org", Role.PARTNER, ("graz",), "nobody"), "partner"),
    ],
)
def test_a_wrong_entry_names_its_field_and_adds_nothing(workspace: Workspace, entry: AccountEntry, column: str) -> None:
    with pytest.raises(WrongEntry) as refused:
        managing.invite(workspace, entry, COORDINATOR)
    assert refused.value.place.column == column and refused.value.hint
    assert managing.all_accounts(workspace, COORDINATOR) == []


def test_an_address_has_one_account(workspace: Workspace) -> None:
    managing.invite(workspace, GRAZ, COORDINATOR)
    with pytest.raises(WrongEntry):
        managing.invite(workspace, AccountEntry("GRAZ@example.org", Role.FUNDER), COORDINATOR)
    assert len(managing.all_accounts(workspace, COORDINATOR)) == 1


def test_the_last_coordinator_stays(workspace: Workspace) -> None:
    number = first_coordinator(workspace)
    managing.invite(workspace, AccountEntry("invited@example.org", Role.COORDINATOR), COORDINATOR)
    for attempt in (
        lambda: managing.disable(workspace, number, COORDINATOR),
        lambda: managing.change(workspace, number, AccountEntry("", Role.FUNDER), COORDINATOR),
    ):
        with pytest.raises(WrongEntry):
            attempt()
    with_password(workspace, AccountEntry("second@example.org", Role.COORDINATOR))
    managing.disable(workspace, number, COORDINATOR)


def test_disabling_ends_sessions_and_enabling_brings_none_back(workspace: Workspace) -> None:
    account = with_password(workspace)
    token = sessions.begin(workspace, account.number, "")
    managing.disable(workspace, account.number, COORDINATOR)
    assert sessions.session_of(workspace, token) is None
    managing.enable(workspace, account.number, COORDINATOR)
    assert sessions.session_of(workspace, token) is None


def test_a_changed_role_holds_for_open_sessions(workspace: Workspace) -> None:
    account = with_password(workspace)
    token = sessions.begin(workspace, account.number, "")
    managing.change(workspace, account.number, AccountEntry("", Role.FUNDER), COORDINATOR)
    found = sessions.session_of(workspace, token)
    assert found and found.actor.role is Role.FUNDER and not found.actor.cities


def test_an_unknown_account_is_said(workspace: Workspace) -> None:
    with pytest.raises(UnknownAccount):
        managing.disable(workspace, 99, COORDINATOR)
