"""Signing in: the password first, then the second factor where the account has one, then a session."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from liaison_metrics.errors import SignInRefused
from liaison_metrics.services.access.permissions import open_to_anybody
from liaison_metrics.services.accounts import sessions
from liaison_metrics.services.accounts.account import Account, email_key
from liaison_metrics.services.accounts.factors.requirement import needs_factor
from liaison_metrics.services.accounts.passwords import hashed, is_outdated, is_right
from liaison_metrics.services.accounts.sessions import SignedIn
from liaison_metrics.services.accounts.steps import OpenStep, StepKind, begin_step, open_step
from liaison_metrics.services.accounts.throttling import (
    PASSWORDS,
    Visit,
    address_of,
    begin_attempt,
    forget_failures,
    keyed_digest,
    subject,
)
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.access import accounts, sign_ins
from liaison_metrics.store.uploads import Row
from liaison_metrics.texts import _

RECENT = timedelta(minutes=10)
"""For how long signing in at the provider stands for a password: long enough to go on to the own account."""


@dataclass(frozen=True, slots=True)
class Entered:
    """What the browser gets after somebody proved who they are: the token of a session and a device cookie, or the
    token of the step that asks for the code."""

    session: str = ""
    device: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True)
class PasswordConfirmed:
    """That somebody who is signed in entered the password again just now. Only ``confirm_password`` makes it."""

    account: int


@open_to_anybody("nobody is signed in yet")
def check_sign_in(workspace: Workspace, email: str, password: str, visit: Visit) -> Account:
    """Returns the account of an e-mail address and its password.

    Raises SignInRefused: in the same words and after the same time whether the address, the password or both are
    wrong, or the account is disabled; and where there were too many attempts, without looking at the password.
    """
    row = _matching(workspace, email_key(email), password, visit)
    if row is None:
        raise SignInRefused(
            _("The e-mail address or the password is wrong."),
            hint=_("Try again, or ask the coordinator for a link to choose a new password."),
        )
    return Account.of(row)


@open_to_anybody("asks for the password of an account whose owner is signed in")
def confirm_password(
    workspace: Workspace, account: int, password: str, visit: Visit, since: datetime | None = None
) -> PasswordConfirmed:
    """Checks the password of somebody who is signed in, before they change how they sign in. For an account without a
    password it is enough to have signed in just before (*since*), at the provider. Raises SignInRefused."""
    with workspace.store.reading() as connection:
        rows = accounts.read_accounts(connection, number=account)
    if rows and not rows[0]["password"]:
        if since is not None and datetime.now(UTC) - since <= RECENT:
            return PasswordConfirmed(account)
        if since is not None:
            raise SignInRefused(_("You signed in some time ago."), hint=_("Sign out, sign in again, then try again."))
        raise SignInRefused(
            _("Your account has no password."), hint=_("Ask the coordinator for a link to choose one, then try again.")
        )
    if not rows or _matching(workspace, rows[0]["email"], password, visit) is None:
        raise SignInRefused(_("The password is wrong."), hint=_("Enter the password that you sign in with."))
    return PasswordConfirmed(account)


@open_to_anybody("called after the password, a passkey or the provider proved who somebody is")
def enter(
    workspace: Workspace, account: int, browser: str, before: SignedIn | None = None, *, code_checked: bool = False
) -> Entered:
    """Begins a session, or the step that asks for the code where the account has a second factor that was not checked.
    The session that the browser had *before* ends.

    Raises SignInRefused for a disabled account, and where a passkey is the second factor that the settings ask for.
    """
    with workspace.store.reading() as connection:
        row = accounts.read_accounts(connection, number=account)[0]
    if row["disabled_at"] is not None:
        raise disabled()
    if row["passkeys"] and not (row["second_factor"] or code_checked):
        _check_passkey_is_not_needed(workspace, row)
    if row["second_factor"] and not code_checked:
        return Entered(step=begin_step(workspace, StepKind.CODE, account, password=_stamp(workspace, row)))
    with workspace.store.writing() as connection:
        accounts.change(connection, account, {"signed_in_at": datetime.now(UTC)})
        if before is not None:
            ended = {"session": before.session}
            sign_ins.end_sessions(connection, before.account.number, [before.session])
            out = AuditEntry(AuditAction.SIGN_OUT, AuditKind.ACCOUNT, before.account.number, ended)
            record(connection, workspace, before.actor, out)
    return Entered(sessions.begin(workspace, account, browser), _device(workspace, row))


@open_to_anybody("the step's token says that the password was right")
def account_at_code(workspace: Workspace, token: str) -> tuple[OpenStep, Row]:
    """Returns the step that asks for the code, and the row of its account.

    Raises SignInRefused where the step is over, or the password changed or the account was disabled meanwhile.
    """
    step = open_step(workspace, StepKind.CODE, token)
    with workspace.store.reading() as connection:
        rows = accounts.read_accounts(connection, number=step.account)
    if not rows or rows[0]["disabled_at"] or step.values["password"] != _stamp(workspace, rows[0]):
        raise disabled()
    return step, rows[0]


def is_known_device(workspace: Workspace, row: Row, visit: Visit) -> bool:
    """Returns whether the browser of a visit signed in to an account before."""
    return hmac.compare_digest(visit.device.encode(), _device(workspace, row).encode())


def disabled() -> SignInRefused:
    """Returns the refusal for somebody who proved who they are and has no account that may sign in."""
    return SignInRefused(_("This account cannot sign in."), hint=_("Ask the coordinator."))


def _check_passkey_is_not_needed(workspace: Workspace, row: Row) -> None:
    if needs_factor(workspace.settings, Account.of(row)):
        raise SignInRefused(
            _("Sign in with your passkey."),
            hint=_("Your account needs more than a password. Without your passkey, ask a coordinator."),
        )


def _matching(workspace: Workspace, email: str, password: str, visit: Visit) -> Row | None:
    """Returns the row of an account that is not disabled, None where the password is not its. Raises SignInRefused
    where there were too many failures."""
    from_address = address_of(workspace, visit)
    with workspace.store.reading() as connection:
        rows = accounts.read_accounts(connection, email=email)
        row = rows[0] if rows else None
        is_known = row is not None and is_known_device(workspace, row, visit)
        about = subject(workspace, f"account {email} {is_known}", PASSWORDS)
    attempt = begin_attempt(workspace, (about, from_address))
    right = is_right(row["password"] if row else "", password)
    if row is None or not right or row["disabled_at"] is not None:
        with workspace.store.writing() as connection:
            whose = row["id"] if row else ""  # never the address: it can be somebody's who has no account
            record(connection, workspace, None, AuditEntry(AuditAction.SIGN_IN_FAIL, AuditKind.ACCOUNT, whose))
        return None
    if outdated := is_outdated(row["password"]):
        row["password"] = hashed(password)  # takes long, so not within the transaction
    with workspace.store.writing() as connection:
        forget_failures(connection, about, attempt)
        if outdated:
            accounts.change(connection, row["id"], {"password": row["password"]})
    return row


def _device(workspace: Workspace, row: Row) -> str:
    """Returns the device cookie of an account. It ends when the password changes."""
    return keyed_digest(workspace, f"device {row['id']} {row['password']}")


def _stamp(workspace: Workspace, row: Row) -> str:
    return keyed_digest(workspace, f"step {row['id']} {row['password']}")
