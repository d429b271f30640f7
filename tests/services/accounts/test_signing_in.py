"""Signing in: the same refusal for every mistake, and slower and slower for whoever guesses."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from liaison_metrics.errors import SignInRefused
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.accounts import managing, signing_in
from liaison_metrics.services.accounts.account import Account
from liaison_metrics.services.accounts.throttling import ADDRESSES, PASSWORDS, Visit, keyed_digest
from liaison_metrics.services.workspace.workspace import Workspace
from tests.services.accounts.conftest import PASSWORD, first_coordinator, with_password

ELSEWHERE = Visit("198.51.100.7")


def refused(workspace: Workspace, email: str, password: str, visit: Visit = ELSEWHERE) -> SignInRefused:
    with pytest.raises(SignInRefused) as caught:
        signing_in.check_sign_in(workspace, email, password, visit)
    return caught.value


def device(workspace: Workspace, account: Account) -> str:
    return signing_in.enter(workspace, account.number, "").device


def test_the_right_password_signs_in(workspace: Workspace) -> None:
    account = with_password(workspace)
    assert signing_in.check_sign_in(workspace, " GRAZ@example.org", PASSWORD, ELSEWHERE) == account


def test_every_mistake_is_refused_in_the_same_words(workspace: Workspace) -> None:
    first_coordinator(workspace)
    account = with_password(workspace)
    words = {
        str(refused(workspace, "graz@example.org", "wrong")),
        str(refused(workspace, "nobody@example.org", PASSWORD)),
        str(refused(workspace, "", "")),
    }
    managing.disable(workspace, account.number, COORDINATOR)
    words.add(str(refused(workspace, "graz@example.org", PASSWORD)))
    assert len(words) == 1


def test_guessing_gets_slower_and_the_owner_gets_in(workspace: Workspace) -> None:
    account = with_password(workspace)
    known = Visit("203.0.113.5", device(workspace, account))
    for _ in range(PASSWORDS.free):
        assert not refused(workspace, account.email, "wrong").wait_seconds
    assert refused(workspace, account.email, PASSWORD).wait_seconds >= 1, "also with the right password"
    assert signing_in.check_sign_in(workspace, account.email, PASSWORD, known).number == account.number
    _age_failures(workspace, timedelta(minutes=2))
    assert signing_in.check_sign_in(workspace, account.email, PASSWORD, ELSEWHERE).number == account.number, (
        "waits are short"
    )


def test_ten_thousand_guesses_wait_at_most_a_minute_each(workspace: Workspace) -> None:
    account = with_password(workspace)
    rows = [{"about": keyed_digest(workspace, f"account {account.email} False")}] * 10_000
    with workspace.store.writing() as connection:
        connection.execute(
            text("INSERT INTO failed_sign_in (about, made_at) VALUES (:about, :now)"),
            [row | {"now": datetime.now(UTC).replace(tzinfo=None)} for row in rows],
        )
    assert 50 < refused(workspace, account.email, PASSWORD).wait_seconds <= 60


def test_one_address_that_tries_many_accounts_has_to_wait(workspace: Workspace) -> None:
    account = with_password(workspace)
    for number in range(ADDRESSES.free):
        refused(workspace, f"{number}@example.org", "wrong")
    assert refused(workspace, account.email, PASSWORD).wait_seconds
    signing_in.check_sign_in(workspace, account.email, PASSWORD, Visit("192.0.2.1"))


def test_another_password_makes_a_browser_unknown(workspace: Workspace) -> None:
    account = with_password(workspace)
    before = device(workspace, account)
    with workspace.store.writing() as connection:
        connection.execute(text("UPDATE account SET password = 'x'"))
    assert before != device(workspace, account)


def test_the_record_of_failures_names_nobody(workspace: Workspace) -> None:
    refused(workspace, "somebody@example.org", "wrong")
    with workspace.store.reading() as connection:
        found = str(connection.execute(text("SELECT * FROM failed_sign_in")).all())
    assert "somebody" not in found and ELSEWHERE.address not in found


def _age_failures(workspace: Workspace, by: timedelta) -> None:
    then = (datetime.now(UTC) - by).replace(tzinfo=None)
    with workspace.store.writing() as connection:
        connection.execute(text("UPDATE failed_sign_in SET made_at = :then"), {"then": then})
