"""Sessions: their tokens, their expiry, and who may end them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from liaison_metrics.errors import NotAllowed
from liaison_metrics.services.access.actors import COORDINATOR, Role
from liaison_metrics.services.accounts import sessions
from liaison_metrics.services.accounts.managing import AccountEntry
from liaison_metrics.services.accounts.own.signing_out import end_sessions
from liaison_metrics.services.accounts.signing_in import PasswordConfirmed
from liaison_metrics.services.workspace.workspace import Workspace
from tests.services.accounts.conftest import with_password


def test_a_token_is_a_session(workspace: Workspace) -> None:
    account = with_password(workspace)
    token = sessions.begin(workspace, account.number, "Firefox" * 100)
    found = sessions.session_of(workspace, token)
    assert found and found.account == account
    [one] = sessions.own_sessions(workspace, account.number, account.actor)
    assert len(one.browser) == sessions.LONGEST_BROWSER
    for other in ("", "x", token[:-1], token + "x"):
        assert sessions.session_of(workspace, other) is None
    with workspace.store.reading() as connection:
        assert token not in str(connection.execute(text("SELECT * FROM account_session")).all())


@pytest.mark.parametrize(
    ("column", "age", "valid"),
    [
        ("seen_at", sessions.IDLE_EXPIRY - timedelta(minutes=1), True),
        ("seen_at", sessions.IDLE_EXPIRY + timedelta(minutes=1), False),
        ("made_at", sessions.ABSOLUTE_EXPIRY - timedelta(minutes=1), True),
        ("made_at", sessions.ABSOLUTE_EXPIRY + timedelta(minutes=1), False),
    ],
)
def test_a_session_expires(workspace: Workspace, column: str, age: timedelta, valid: bool) -> None:
    account = with_password(workspace)
    token = sessions.begin(workspace, account.number, "")
    then = (datetime.now(UTC) - age).replace(tzinfo=None)
    with workspace.store.writing() as connection:
        connection.execute(text(f"UPDATE account_session SET {column} = :then"), {"then": then})
    assert (sessions.session_of(workspace, token) is not None) is valid
    assert len(sessions.own_sessions(workspace, account.number, account.actor)) == valid


def test_sign_out_here_and_everywhere(workspace: Workspace) -> None:
    account = with_password(workspace)
    other = with_password(workspace, AccountEntry("funder@example.org", Role.FUNDER))
    tokens = [sessions.begin(workspace, account.number, name) for name in "abc"]
    theirs = sessions.begin(workspace, other.number, "")
    first, confirmed = sessions.session_of(workspace, tokens[0]), PasswordConfirmed(account.number)
    assert first
    sessions.end(workspace, first, account.actor)
    assert [bool(sessions.session_of(workspace, token)) for token in tokens] == [False, True, True]
    foreign = sessions.session_of(workspace, theirs)
    assert foreign and end_sessions(workspace, confirmed, foreign.session, account.actor) == 0
    with pytest.raises(NotAllowed):
        end_sessions(workspace, confirmed, foreign.session, other.actor)
    assert end_sessions(workspace, confirmed, None, account.actor) == 2
    assert sessions.session_of(workspace, theirs)
    assert not COORDINATOR.account, "a coordinator without an account owns no session"


def test_expired_sessions_go_when_somebody_signs_in(workspace: Workspace) -> None:
    account = with_password(workspace)
    sessions.begin(workspace, account.number, "old")
    then = (datetime.now(UTC) - sessions.IDLE_EXPIRY - timedelta(minutes=1)).replace(tzinfo=None)
    with workspace.store.writing() as connection:
        connection.execute(text("UPDATE account_session SET seen_at = :then"), {"then": then})
    sessions.begin(workspace, account.number, "new")
    with workspace.store.reading() as connection:
        assert list(connection.scalars(text("SELECT browser FROM account_session"))) == ["new"]
