"""The second factor: what is stored of it, that a code works once, and that guessing has to wait."""

from __future__ import annotations

import time

import pyotp
import pytest
from sqlalchemy import text

from liaison_metrics.errors import NotAllowed, SignInRefused, WrongEntry
from liaison_metrics.services.access.actors import COORDINATOR, Role
from liaison_metrics.services.accounts import links, managing, sessions, signing_in, steps
from liaison_metrics.services.accounts.account import Account
from liaison_metrics.services.accounts.factors import authenticator
from liaison_metrics.services.accounts.factors.recovery_codes import COUNT
from liaison_metrics.services.accounts.managing import AccountEntry
from liaison_metrics.services.accounts.signing_in import PasswordConfirmed
from liaison_metrics.services.accounts.steps import StepKind
from liaison_metrics.services.accounts.throttling import CODES, Visit
from liaison_metrics.services.workspace.workspace import Workspace
from tests.services.accounts.conftest import GRAZ, PASSWORD, with_password

HERE = Visit("198.51.100.7")
FUNDER = AccountEntry("funder@example.org", Role.FUNDER)
STEP = 30


def begun(workspace: Workspace, account: Account) -> authenticator.NewAuthenticator:
    confirmed = signing_in.confirm_password(workspace, account.number, PASSWORD, HERE)
    return authenticator.new_authenticator(workspace, confirmed, account.actor)


def with_app(workspace: Workspace, account: Account) -> tuple[str, list[str]]:
    """Sets up an app with the code before the current one; returns its secret and the recovery codes."""
    new = begun(workspace, account)
    earlier = pyotp.TOTP(new.secret).at(int(time.time()) - STEP)
    return new.secret, authenticator.set_up(workspace, account.number, new.step, earlier, account.actor)


def code_step(workspace: Workspace, account: Account) -> str:
    entered = signing_in.enter(workspace, account.number, "")
    assert not entered.session and not entered.device
    return entered.step


def check(workspace: Workspace, account: Account, code: str, visit: Visit = HERE) -> int:
    return authenticator.check_code(workspace, code_step(workspace, account), code, visit)


def refused(workspace: Workspace, account: Account, code: str) -> SignInRefused:
    with pytest.raises(SignInRefused) as caught:
        check(workspace, account, code)
    return caught.value


def test_a_code_is_asked_for_and_works_once(workspace: Workspace) -> None:
    account = with_password(workspace)
    assert signing_in.enter(workspace, account.number, "").session, "without a second factor"
    secret, _codes = with_app(workspace, account)
    code = pyotp.TOTP(secret).now()
    assert check(workspace, account, f"{code[:3]} {code[3:]}") == account.number
    refused(workspace, account, code)
    refused(workspace, account, pyotp.TOTP(secret).at(int(time.time()) - STEP))
    assert signing_in.enter(workspace, account.number, "", code_checked=True).session


def test_each_recovery_code_works_once(workspace: Workspace) -> None:
    account = with_password(workspace)
    _secret, codes = with_app(workspace, account)
    assert len(set(codes)) == COUNT
    assert check(workspace, account, codes[3].upper().replace("-", " ")) == account.number
    refused(workspace, account, codes[3])
    refused(workspace, account, "")
    assert authenticator.recovery_codes_left(workspace, account.number, account.actor) == COUNT - 1


def test_a_step_is_completed_once_and_ends_with_another_password(workspace: Workspace) -> None:
    account = with_password(workspace)
    _secret, codes = with_app(workspace, account)
    step = code_step(workspace, account)
    authenticator.check_code(workspace, step, codes[0], HERE)
    with pytest.raises(SignInRefused):
        authenticator.check_code(workspace, step, codes[1], HERE)
    assert authenticator.recovery_codes_left(workspace, account.number, account.actor) == COUNT - 1, (
        "nothing is used up"
    )
    step = code_step(workspace, account)
    token = managing.reset_link(workspace, account.number, COORDINATOR)
    links.choose_password(workspace, token, "five plums in a boat")
    with pytest.raises(SignInRefused):
        authenticator.check_code(workspace, step, codes[1], HERE)


@pytest.mark.parametrize("token", ["", "x", "é", "a" * 200])
def test_a_forged_step_is_refused(workspace: Workspace, token: str) -> None:
    with pytest.raises(SignInRefused):
        authenticator.check_code(workspace, token, "123456", HERE)


def test_a_step_is_for_one_purpose_and_not_for_ever(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    account = with_password(workspace)
    new = begun(workspace, account)
    with pytest.raises(SignInRefused):
        steps.open_step(workspace, StepKind.CODE, new.step)
    monkeypatch.setattr(steps, "LIFETIME", -steps.LIFETIME)
    with pytest.raises(SignInRefused):
        begun(workspace, account)


def test_guessing_codes_has_to_wait_and_a_known_browser_gets_in(workspace: Workspace) -> None:
    account = with_password(workspace)
    known = Visit("203.0.113.5", signing_in.enter(workspace, account.number, "").device)
    secret, _codes = with_app(workspace, account)
    for _guess in range(CODES.free):
        assert not refused(workspace, account, "000000").wait_seconds
    signing_in.check_sign_in(workspace, account.email, PASSWORD, HERE)
    assert refused(workspace, account, pyotp.TOTP(secret).now()).wait_seconds, "the right password forgives nothing"
    assert check(workspace, account, pyotp.TOTP(secret).now(), known) == account.number


def test_a_wrong_code_sets_up_nothing(workspace: Workspace) -> None:
    account = with_password(workspace)
    new = begun(workspace, account)
    with pytest.raises(WrongEntry):
        authenticator.set_up(workspace, account.number, new.step, "12345", account.actor)
    assert signing_in.enter(workspace, account.number, "").session


def test_the_store_holds_neither_secret_nor_codes(workspace: Workspace) -> None:
    account = with_password(workspace)
    secret, codes = with_app(workspace, account)
    with workspace.store.reading() as connection:
        tables = ("second_factor", "recovery_code", "used_sign_in_step")
        found = "".join(str(connection.execute(text(f"SELECT * FROM {table}")).all()) for table in tables)
    assert secret not in found and codes[0] not in found and codes[0].replace("-", "") not in found


def test_a_secret_of_another_account_cannot_be_put_in_its_place(workspace: Workspace) -> None:
    account = with_password(workspace)
    secret, _codes = with_app(workspace, account)
    other = with_password(workspace, FUNDER).number
    with workspace.store.writing() as connection:
        connection.execute(text("UPDATE second_factor SET account_id = :other"), {"other": other})
    step = signing_in.enter(workspace, other, "").step
    with pytest.raises(SignInRefused):
        authenticator.check_code(workspace, step, pyotp.TOTP(secret).now(), HERE)


def test_only_the_owner_sets_up_and_removes_with_the_password(workspace: Workspace) -> None:
    account = with_password(workspace)
    with pytest.raises(SignInRefused):
        signing_in.confirm_password(workspace, account.number, "wrong", HERE)
    for actor in (COORDINATOR, with_password(workspace, FUNDER).actor):
        with pytest.raises(NotAllowed):
            authenticator.new_authenticator(workspace, PasswordConfirmed(account.number), actor)
    with_app(workspace, account)
    authenticator.remove_authenticator(workspace, PasswordConfirmed(account.number), account.actor)
    assert signing_in.enter(workspace, account.number, "").session


def test_a_coordinator_removes_the_factors_of_who_lost_them(workspace: Workspace) -> None:
    account = with_password(workspace)
    token = sessions.begin(workspace, account.number, "")
    with_app(workspace, account)
    [listed] = [one for one in managing.all_accounts(workspace, COORDINATOR) if one.email == GRAZ.email]
    assert listed.second_factor
    with pytest.raises(NotAllowed):
        managing.remove_factors(workspace, account.number, account.actor)
    managing.remove_factors(workspace, account.number, COORDINATOR)
    assert signing_in.enter(workspace, account.number, "").session
    assert sessions.session_of(workspace, token) is None
