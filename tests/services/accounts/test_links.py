"""One-time links: used once, for a time, and replaced by newer ones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from liaison_metrics.errors import InvalidLink, WrongEntry
from liaison_metrics.services.access.actors import COORDINATOR, Role
from liaison_metrics.services.accounts import links, managing, sessions, signing_in
from liaison_metrics.services.accounts.links import LinkPurpose
from liaison_metrics.services.accounts.signing_in import Visit
from liaison_metrics.services.workspace.workspace import Workspace
from tests.services.accounts.conftest import GRAZ, PASSWORD, first_coordinator, with_password


def test_the_first_link_makes_one_coordinator(workspace: Workspace) -> None:
    early, late = links.first_link(workspace), links.first_link(workspace)
    assert early and late
    with pytest.raises(InvalidLink):
        links.choose_password(workspace, early, PASSWORD, "first@example.org")
    number = links.choose_password(workspace, late, PASSWORD, "first@example.org")
    [account] = managing.all_accounts(workspace, COORDINATOR)
    assert (account.number, account.role) == (number, Role.COORDINATOR)
    assert links.first_link(workspace) is None


def test_a_link_works_once(workspace: Workspace) -> None:
    token = managing.invite(workspace, GRAZ, COORDINATOR)
    assert links.open_link(workspace, token).email == GRAZ.email
    links.choose_password(workspace, token, PASSWORD)
    for attempt in (
        lambda: links.open_link(workspace, token),
        lambda: links.choose_password(workspace, token, "x" * 20),
    ):
        with pytest.raises(InvalidLink):
            attempt()


def test_a_password_that_cannot_be_used_leaves_the_link(workspace: Workspace) -> None:
    token = managing.invite(workspace, GRAZ, COORDINATOR)
    with pytest.raises(WrongEntry):
        links.choose_password(workspace, token, "short")
    assert links.open_link(workspace, token).purpose is LinkPurpose.INVITATION


def test_a_link_expires(workspace: Workspace) -> None:
    token = managing.invite(workspace, GRAZ, COORDINATOR)
    past = (datetime.now(UTC) - timedelta(minutes=1)).replace(tzinfo=None)
    with workspace.store.writing() as connection:
        connection.execute(text("UPDATE one_time_link SET expires_at = :past"), {"past": past})
    with pytest.raises(InvalidLink):
        links.open_link(workspace, token)


def test_a_reset_ends_sessions_and_the_old_password(workspace: Workspace) -> None:
    account = with_password(workspace)
    session = sessions.begin(workspace, account.number, "")
    token = managing.reset_link(workspace, account.number, COORDINATOR)
    assert links.open_link(workspace, token).purpose is LinkPurpose.RESET
    assert sessions.session_of(workspace, session), "a link that nobody used changes nothing"
    links.choose_password(workspace, token, "nine grey umbrellas")
    assert sessions.session_of(workspace, session) is None
    signing_in.check_sign_in(workspace, account.email, "nine grey umbrellas", Visit(""))


def test_a_disabled_account_has_no_valid_link(workspace: Workspace) -> None:
    first_coordinator(workspace)
    account = with_password(workspace)
    token = managing.reset_link(workspace, account.number, COORDINATOR)
    managing.disable(workspace, account.number, COORDINATOR)
    with pytest.raises(InvalidLink):
        links.open_link(workspace, token)


def test_the_store_holds_no_token(workspace: Workspace) -> None:
    token = managing.invite(workspace, GRAZ, COORDINATOR)
    with workspace.store.reading() as connection:
        assert token not in str(connection.execute(text("SELECT * FROM one_time_link")).all())
