"""Signing in with a password, and slowing down whoever guesses.

After some failures each further attempt has to wait, at most a minute, so that nobody can lock an owner out. A browser
that signed in before has a device cookie and is counted apart: whoever guesses elsewhere does not slow it down (OWASP,
"Device cookies").
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from sqlalchemy import Connection

from liaison_metrics.errors import SignInRefused
from liaison_metrics.services.access.permissions import open_to_anybody
from liaison_metrics.services.accounts.account import Account
from liaison_metrics.services.accounts.passwords import hashed, is_outdated, is_right
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.access import accounts, sign_ins
from liaison_metrics.texts import _

REMEMBERED = timedelta(minutes=30)
"""Older failures are forgotten."""

FREE_ATTEMPTS = 5
"""Failures about one account before attempts have to wait: people mistype."""

FREE_ATTEMPTS_OF_ADDRESS = 30
"""The same about one network address: an office shares one."""

LONGEST_WAIT = timedelta(seconds=60)
"""The waits double up to this: 1,440 guesses a day find no good password, and the owner can still get in."""


@dataclass(frozen=True, slots=True)
class Visit:
    """Where an attempt comes from: the network address, and the browser's device cookie ("" for none)."""

    address: str
    device: str = ""


@open_to_anybody("nobody is signed in yet")
def check_sign_in(workspace: Workspace, email: str, password: str, visit: Visit) -> Account:
    """Returns the account of an e-mail address and its password.

    Raises SignInRefused: in the same words and after the same time whether the address, the password or both are
    wrong, or the account is disabled; and where there were too many attempts, without looking at the password.
    """
    email = email.strip().lower()
    with workspace.store.reading() as connection:
        rows = accounts.read_accounts(connection, email=email)
        row = rows[0] if rows else None
        is_known = row is not None and _is_device_of(workspace, row["id"], row["password"], visit.device)
        about = _digest(workspace, f"account {email} {is_known}")
        from_address = _digest(workspace, f"address {visit.address}")
        wait = max(
            _wait(connection, about, FREE_ATTEMPTS), _wait(connection, from_address, FREE_ATTEMPTS_OF_ADDRESS)
        )  # fmt: skip
    if wait > timedelta():
        raise _too_many(wait)
    right = is_right(row["password"] if row else "", password)
    if row is None or not right or row["disabled_at"] is not None:
        with workspace.store.writing() as connection:
            sign_ins.add_failures(connection, (about, from_address))
        raise SignInRefused(
            _("The e-mail address or the password is wrong."),
            hint=_("Try again, or ask the coordinator for a link to choose a new password."),
        )
    with workspace.store.writing() as connection:
        sign_ins.forget_failures(connection, about, datetime.now(UTC) - REMEMBERED)
        if is_outdated(row["password"]):
            accounts.change(connection, row["id"], {"password": hashed(password)})
    return Account.of(row)


@open_to_anybody("called after somebody signed in")
def device_cookie(workspace: Workspace, account: int) -> str:
    """Returns the device cookie of a browser that signed in. It ends when the password changes."""
    with workspace.store.reading() as connection:
        rows = accounts.read_accounts(connection, number=account)
    return _device(workspace, account, rows[0]["password"] if rows else "")


def _is_device_of(workspace: Workspace, account: int, password: str, device: str) -> bool:
    return hmac.compare_digest(device.encode(), _device(workspace, account, password).encode())


def _device(workspace: Workspace, account: int, password: str) -> str:
    return _digest(workspace, f"device {account} {password}")


def _digest(workspace: Workspace, text: str) -> str:
    return hmac.new(workspace.secret, f"sign-in {text}".encode(), sha256).hexdigest()


def _wait(connection: Connection, about: str, free: int) -> timedelta:
    """Returns how long the next attempt about something has to wait from now."""
    now = datetime.now(UTC)
    failed = sign_ins.failures(connection, about, now - REMEMBERED)
    if len(failed) < free:
        return timedelta()
    seconds = min(2 ** min(len(failed) - free, 20), LONGEST_WAIT.total_seconds())
    return max(timedelta(), failed[-1] + timedelta(seconds=seconds) - now)


def _too_many(wait: timedelta) -> SignInRefused:
    seconds = max(1, round(wait.total_seconds()))
    return SignInRefused(
        _("There were too many attempts to sign in."),
        hint=_("Wait {n} s, then try again.").format(n=seconds),
        wait_seconds=seconds,
    )
