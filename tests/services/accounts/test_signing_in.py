"""Signing in: the same refusal for every mistake, and slower and slower for whoever guesses."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import BoundedSemaphore

import pytest
from sqlalchemy import text

from liaison_metrics.errors import InvalidLink, SignInRefused, WrongEntry
from liaison_metrics.services.access.actors import COORDINATOR, Role
from liaison_metrics.services.accounts import links, managing, passwords, signing_in
from liaison_metrics.services.accounts.account import Account
from liaison_metrics.services.accounts.managing import AccountEntry
from liaison_metrics.services.accounts.openid import provider_sign_in
from liaison_metrics.services.accounts.openid.provider_sign_in import Arrival
from liaison_metrics.services.accounts.own import password as own_password
from liaison_metrics.services.accounts.throttling import ADDRESSES, PASSWORDS, Visit, keyed_digest, network_of
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


def test_of_guesses_at_once_no_more_are_looked_at_than_in_a_row(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = with_password(workspace)
    looked_at = 0

    def while_another_comes(_stored: str, _password: str) -> bool:
        nonlocal looked_at
        looked_at += 1
        if looked_at < 3 * PASSWORDS.free:
            with pytest.raises(SignInRefused):
                signing_in.check_sign_in(workspace, account.email, "guess", ELSEWHERE)
        return False

    monkeypatch.setattr(signing_in, "is_right", while_another_comes)
    refused(workspace, account.email, "guess")
    assert looked_at == PASSWORDS.free


def test_an_office_that_signs_in_does_not_slow_itself_down(workspace: Workspace) -> None:
    account = with_password(workspace)
    for _time in range(ADDRESSES.free + 5):
        signing_in.check_sign_in(workspace, account.email, PASSWORD, ELSEWHERE)
    assert not refused(workspace, account.email, "wrong").wait_seconds


def test_one_connection_is_one_network_however_many_addresses_it_has(workspace: Workspace) -> None:
    account = with_password(workspace)
    for n in range(ADDRESSES.free):
        refused(workspace, f"nobody{n}@example.org", "guess", Visit(f"2001:db8::{n:x}"))
    assert refused(workspace, account.email, PASSWORD, Visit("2001:db8::ffff:1")).wait_seconds
    signing_in.check_sign_in(workspace, account.email, PASSWORD, Visit("2001:db8:0:1::1"))
    assert network_of("::ffff:192.0.2.1") == network_of("192.0.2.1") == "192.0.2.1" and network_of("unix") == "unix"


KELVIN = "\u212aim@example.org"
"""Becomes the address of somebody else in lower case."""


@pytest.mark.parametrize("address", [KELVIN, "k\uff49m@example.org", "kim\x00@example.org", "\u200bkim@example.org"])
def test_an_address_that_only_looks_alike_is_another(
    workspace: Workspace, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kim = with_password(workspace, AccountEntry("kim@example.org", Role.FUNDER))
    assert signing_in.check_sign_in(workspace, " KIM@Example.ORG ", PASSWORD, ELSEWHERE).number == kim.number
    refused(workspace, address, PASSWORD)
    with pytest.raises(WrongEntry):
        managing.invite(workspace, AccountEntry(address, Role.FUNDER), COORDINATOR)
    claims = {"iss": "https://id.example.org", "sub": "1", "email": address, "email_verified": True}
    monkeypatch.setattr(provider_sign_in, "_provider", lambda _workspace: _Provider(claims))
    left = provider_sign_in.leave(workspace, "https://x", "")
    arrival = Arrival(left.step, {"state": left.address, "code": "c"}, "https://x")
    with pytest.raises(SignInRefused, match="cannot sign in"):
        provider_sign_in.arrive(workspace, arrival, ELSEWHERE)


class _Provider:
    def __init__(self, claims: dict[str, object]) -> None:
        self._claims = claims

    def sign_in_address(self, _redirect: str, state: str, _nonce: str, _challenge: str) -> str:
        return state

    def claims(self, *_arguments: str) -> dict[str, object]:
        return self._claims


def test_who_finds_no_room_is_asked_to_wait(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    account = with_password(workspace)
    monkeypatch.setattr(passwords, "_WAITING", BoundedSemaphore(1))
    with passwords._turn():
        assert refused(workspace, account.email, PASSWORD).wait_seconds
    signing_in.check_sign_in(workspace, account.email, PASSWORD, ELSEWHERE)


def test_a_link_ends_with_the_account_and_with_a_chosen_password(workspace: Workspace) -> None:
    account = with_password(workspace)
    token = managing.reset_link(workspace, account.number, COORDINATOR)
    confirmed = signing_in.confirm_password(workspace, account.number, PASSWORD, ELSEWHERE)
    own_password.change_password(workspace, confirmed, "five plums in a boat", account.actor)
    with pytest.raises(InvalidLink):
        links.open_link(workspace, token)
    token = managing.reset_link(workspace, account.number, COORDINATOR)
    managing.disable(workspace, account.number, COORDINATOR)
    managing.enable(workspace, account.number, COORDINATOR)
    with pytest.raises(InvalidLink):
        links.open_link(workspace, token)
