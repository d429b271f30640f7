"""The second factor: codes of an authenticator app (TOTP, RFC 6238), or recovery codes for whoever lost it.

The secret is stored encrypted with the secret key, recovery codes as digests. Each code works once.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import UTC, datetime

import pyotp
from sqlalchemy import Connection

from liaison_metrics.errors import Place, SignInRefused, WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, check, open_to_anybody, requires
from liaison_metrics.services.accounts import steps, throttling
from liaison_metrics.services.accounts.factors.recovery_codes import new_recovery_codes, recovery_digest
from liaison_metrics.services.accounts.signing_in import PasswordConfirmed, account_at_code, is_known_device
from liaison_metrics.services.accounts.steps import StepKind
from liaison_metrics.services.accounts.throttling import CODES, Visit
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.access import accounts, factors
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.texts import _

STEPS_OFF = 1
"""Time steps (30 s each) that a phone's clock may be off."""


_KIND = {"kind": "authenticator"}


@dataclass(frozen=True, slots=True)
class NewAuthenticator:
    """What an authenticator app needs: the secret as text, and an address to draw as a QR code. *step* is the token of
    the step that a code completes."""

    secret: str
    address: str
    step: str


@requires(Action.CREDENTIAL_READ)
def recovery_codes_left(workspace: Workspace, account: int, actor: Actor) -> int:
    """Returns how many recovery codes of the actor's account are unused. Raises NotAllowed."""
    check(actor, Action.CREDENTIAL_READ, Resource.account(account))
    with workspace.store.reading() as connection:
        return factors.count_recovery_codes(connection, account)


@requires(Action.CREDENTIAL_CHANGE)
def new_authenticator(workspace: Workspace, confirmed: PasswordConfirmed, actor: Actor) -> NewAuthenticator:
    """Returns a new secret for an authenticator app. Nothing is stored before a code confirms it. Raises NotAllowed."""
    check(actor, Action.CREDENTIAL_CHANGE, Resource.account(confirmed.account))
    step = steps.begin_step(workspace, StepKind.NEW_FACTOR, confirmed.account, secret=pyotp.random_base32())
    return shown_again(workspace, confirmed.account, step, actor)


@requires(Action.CREDENTIAL_CHANGE)
def shown_again(workspace: Workspace, account: int, step: str, actor: Actor) -> NewAuthenticator:
    """Returns the secret of a step that is not completed yet. Raises NotAllowed, and SignInRefused where it is over."""
    check(actor, Action.CREDENTIAL_CHANGE, Resource.account(account))
    secret = _secret_of(steps.open_step(workspace, StepKind.NEW_FACTOR, step), account)
    with workspace.store.reading() as connection:
        email = accounts.read_accounts(connection, number=account)[0]["email"]
    address = pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=workspace.project.acronym)
    return NewAuthenticator(secret, address, step)


@requires(Action.CREDENTIAL_CHANGE)
def set_up(workspace: Workspace, account: int, step: str, code: str, actor: Actor) -> list[str]:
    """Makes a new authenticator app the second factor of an account; returns its recovery codes.

    Raises NotAllowed, SignInRefused for a step that is over, and WrongEntry for a wrong code.
    """
    check(actor, Action.CREDENTIAL_CHANGE, Resource.account(account))
    opened = steps.open_step(workspace, StepKind.NEW_FACTOR, step)
    secret = _secret_of(opened, account)
    at = _time_step(secret, code)
    if at is None:
        raise WrongEntry(
            _("The code is wrong."), hint=_("Enter the code that the app shows now."), place=Place(column="code")
        )
    codes = new_recovery_codes()
    encrypted = Encryption(workspace.secret).encrypt_secret(secret, purpose_of_secret(account))
    with workspace.store.writing() as connection:
        steps.complete_step(connection, opened)
        factors.set_factor(connection, account, encrypted, at)
        factors.set_recovery_codes(connection, account, map(recovery_digest, codes))
        record(
            connection, workspace, actor, AuditEntry(AuditAction.FACTOR_ADD, AuditKind.ACCOUNT, account, after=_KIND)
        )
    return codes


@requires(Action.CREDENTIAL_CHANGE)
def remove_authenticator(workspace: Workspace, confirmed: PasswordConfirmed, actor: Actor) -> None:
    """Removes the second factor of an account, and its recovery codes. Raises NotAllowed."""
    check(actor, Action.CREDENTIAL_CHANGE, Resource.account(confirmed.account))
    with workspace.store.writing() as connection:
        factors.remove_factor(connection, confirmed.account)
        removed = AuditEntry(AuditAction.FACTOR_REMOVE, AuditKind.ACCOUNT, confirmed.account, before=_KIND)
        record(connection, workspace, actor, removed)


@open_to_anybody("the step's token says that the password was right")
def check_code(workspace: Workspace, step: str, code: str, visit: Visit) -> int:
    """Checks the code of an authenticator app or a recovery code, and uses it up. Returns the account's number.

    Raises SignInRefused for a wrong or used code, too many attempts, or a step that is over.
    """
    opened, row = account_at_code(workspace, step)
    account = int(row["id"])
    known = is_known_device(workspace, row, visit)
    about = throttling.subject(workspace, f"code {account} {known}", CODES)
    subjects = (about, throttling.address_of(workspace, visit))
    with workspace.store.writing() as connection:
        throttling.check_wait(connection, subjects)
        if right := _use_code(connection, Encryption(workspace.secret), account, code):
            steps.complete_step(connection, opened)
            throttling.forget_failures(connection, about)
        else:
            throttling.add_failure(connection, subjects)
            wrong = AuditEntry(AuditAction.SIGN_IN_FAIL, AuditKind.ACCOUNT, account, after={"step": "code"})
            record(connection, workspace, None, wrong)
    if not right:
        raise SignInRefused(
            _("The code is wrong."), hint=_("Enter the code that the app shows now. Each code works once.")
        )
    return account


def _use_code(connection: Connection, encryption: Encryption, account: int, code: str) -> bool:
    """Uses up a code; returns whether it was right and unused."""
    factor = factors.read_factor(connection, account)
    secret = encryption.decrypt_secret(factor["secret"], purpose_of_secret(account)) if factor else None
    at = _time_step(secret, code) if secret else None
    if at is not None:
        return factors.use_step(connection, account, at)
    return factors.use_recovery_code(connection, account, recovery_digest(code))


def _time_step(secret: str, code: str) -> int | None:
    """Returns the time step that a code belongs to, around now; None for a wrong code."""
    app = pyotp.TOTP(secret)
    now, typed = app.timecode(datetime.now(UTC)), "".join(code.split())
    near = range(now - STEPS_OFF, now + STEPS_OFF + 1)
    found = [step for step in near if hmac.compare_digest(app.generate_otp(step).encode(), typed.encode())]
    return found[-1] if found else None


def _secret_of(step: steps.OpenStep, account: int) -> str:
    if step.account != account:
        raise steps.is_over()
    return step.values["secret"]


def purpose_of_secret(account: int) -> str:
    """Returns for what the secret of an account's second factor is encrypted."""
    return f"second factor {account}"
