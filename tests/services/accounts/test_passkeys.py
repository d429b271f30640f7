"""Passkeys: an answer works once, for one address, from a device that checks who uses it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liaison_metrics.errors import NotAllowed, SignInRefused
from liaison_metrics.services.access.actors import COORDINATOR, Role
from liaison_metrics.services.accounts import managing, signing_in
from liaison_metrics.services.accounts.account import Account
from liaison_metrics.services.accounts.factors import passkeys
from liaison_metrics.services.accounts.factors.passkeys import PasskeyAnswer, PasskeySite
from liaison_metrics.services.accounts.managing import AccountEntry
from liaison_metrics.services.accounts.throttling import Visit
from liaison_metrics.services.workspace.workspace import Workspace
from tests.services.accounts.conftest import PASSWORD, with_password
from tests.services.accounts.soft_passkey import SoftPasskey

HERE = Visit("198.51.100.7")
SITE = PasskeySite("figures.example.org", "https://figures.example.org")


def add(workspace: Workspace, account: Account, passkey: SoftPasskey) -> PasskeyAnswer:
    confirmed = signing_in.confirm_password(workspace, account.number, PASSWORD, HERE)
    asked = passkeys.ask_for_new(workspace, confirmed, SITE, account.actor)
    answer = PasskeyAnswer(passkey.make(asked.options), asked.step, SITE, "Chromium on Linux")
    passkeys.add_passkey(workspace, account.number, answer, account.actor)
    return answer


def answered(workspace: Workspace, passkey: SoftPasskey) -> PasskeyAnswer:
    asked = passkeys.ask_for_passkey(workspace, SITE)
    return PasskeyAnswer(passkey.sign(asked.options), asked.step, SITE)


def refused(workspace: Workspace, answer: PasskeyAnswer) -> None:
    with pytest.raises(SignInRefused):
        passkeys.check_passkey(workspace, answer, HERE)


def test_a_passkey_signs_in_and_each_answer_once(workspace: Workspace) -> None:
    account, passkey = with_password(workspace), SoftPasskey()
    add(workspace, account, passkey)
    answer = answered(workspace, passkey)
    assert passkeys.check_passkey(workspace, answer, HERE) == account.number
    refused(workspace, answer)
    [own] = passkeys.own_passkeys(workspace, account.number, account.actor)
    assert own.name == "Chromium on Linux" and own.used_at


def test_answers_to_other_questions_are_refused(workspace: Workspace) -> None:
    account, passkey = with_password(workspace), SoftPasskey()
    made = add(workspace, account, passkey)
    with pytest.raises(SignInRefused):
        passkeys.add_passkey(workspace, account.number, made, account.actor)
    answer = answered(workspace, passkey)
    refused(workspace, replace(answer, step=answered(workspace, passkey).step))
    refused(workspace, replace(answer, step=made.step))
    refused(workspace, replace(answer, step=""))
    for credential in ("", "{}", "[]", answer.credential.replace("response", "answer")):
        refused(workspace, replace(answer, credential=credential))


@pytest.mark.parametrize(
    "change", [{"origin": "https://evil.example"}, {"host": "evil.example"}, {"verified": False}, {"uses": -1}]
)
def test_a_passkey_that_is_not_what_was_asked_for_is_refused(workspace: Workspace, change: dict[str, object]) -> None:
    passkey = SoftPasskey(uses=5)
    add(workspace, with_password(workspace), passkey)
    for name, value in change.items():
        setattr(passkey, name, value)
    refused(workspace, answered(workspace, passkey))


def test_another_key_under_the_same_name_is_refused(workspace: Workspace) -> None:
    passkey = SoftPasskey()
    add(workspace, with_password(workspace), passkey)
    refused(workspace, answered(workspace, SoftPasskey(identity=passkey.identity)))
    refused(workspace, answered(workspace, SoftPasskey()))


def test_only_the_owner_adds_and_removes(workspace: Workspace) -> None:
    account, passkey = with_password(workspace), SoftPasskey()
    other = with_password(workspace, AccountEntry("funder@example.org", Role.FUNDER))
    confirmed = signing_in.confirm_password(workspace, account.number, PASSWORD, HERE)
    asked = passkeys.ask_for_new(workspace, confirmed, SITE, account.actor)
    answer = PasskeyAnswer(passkey.make(asked.options), asked.step, SITE)
    with pytest.raises(SignInRefused):
        passkeys.add_passkey(workspace, other.number, answer, other.actor)
    passkeys.add_passkey(workspace, account.number, answer, account.actor)
    [own] = passkeys.own_passkeys(workspace, account.number, account.actor)
    theirs = signing_in.confirm_password(workspace, other.number, PASSWORD, HERE)
    passkeys.remove_passkey(workspace, theirs, own.number, other.actor)
    with pytest.raises(NotAllowed):
        passkeys.remove_passkey(workspace, confirmed, own.number, COORDINATOR)
    assert passkeys.check_passkey(workspace, answered(workspace, passkey), HERE) == account.number
    passkeys.remove_passkey(workspace, confirmed, own.number, account.actor)
    refused(workspace, answered(workspace, passkey))


def test_a_coordinator_removes_lost_passkeys_and_disables_accounts(workspace: Workspace) -> None:
    account, passkey = with_password(workspace), SoftPasskey()
    add(workspace, account, passkey)
    managing.disable(workspace, account.number, COORDINATOR)
    number = passkeys.check_passkey(workspace, answered(workspace, passkey), HERE)
    with pytest.raises(SignInRefused):
        signing_in.enter(workspace, number, "", code_checked=True)
    managing.remove_factors(workspace, account.number, COORDINATOR)
    refused(workspace, answered(workspace, passkey))
