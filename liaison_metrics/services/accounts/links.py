"""One-time links: with an invitation, a reset link or the first link of an installation somebody chooses a password."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection

from liaison_metrics.errors import InvalidLink
from liaison_metrics.services.access.actors import Actor, Role
from liaison_metrics.services.access.permissions import open_to_anybody
from liaison_metrics.services.accounts.account import Account
from liaison_metrics.services.accounts.passwords import check_password, hashed
from liaison_metrics.services.accounts.tokens import digest_of, new_token
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.access import accounts, sharing, sign_ins
from liaison_metrics.texts import _


class LinkPurpose(StrEnum):
    """What a one-time link is for."""

    INVITATION = "invitation"
    RESET = "reset"
    FIRST = "first"


LIFETIME = {
    LinkPurpose.INVITATION: timedelta(days=7),  # people read an invitation after the weekend
    LinkPurpose.RESET: timedelta(days=1),
    LinkPurpose.FIRST: timedelta(days=1),
}


@dataclass(frozen=True, slots=True)
class PasswordLink:
    """A valid one-time link: whose account it is for ("" for the first coordinator, who enters an address), and until
    when it works."""

    number: int
    account: int | None
    email: str
    purpose: LinkPurpose
    expires_at: datetime


def new_link(
    connection: Connection, workspace: Workspace, account: int | None, purpose: LinkPurpose, actor: Actor | None
) -> str:
    """Returns the token of a new one-time link for an account (None: for the first coordinator). It is recorded who
    made it."""
    token = new_token()
    sign_ins.add_link(connection, account, digest_of(token), purpose, datetime.now(UTC) + LIFETIME[purpose])
    about = "" if account is None else account
    made = AuditEntry(AuditAction.LINK_MAKE, AuditKind.ACCOUNT, about, after={"purpose": purpose.value})
    record(connection, workspace, actor, made)
    return token


@open_to_anybody("whoever starts the program on the server can read its store anyway")
def first_link(workspace: Workspace) -> str | None:
    """Returns the token of a link that makes the first coordinator, None where there is an account already."""
    with workspace.store.writing() as connection:
        if accounts.count(connection):
            return None
        return new_link(connection, workspace, None, LinkPurpose.FIRST, None)


@open_to_anybody("the token of the link is the permission")
def open_link(workspace: Workspace, token: str) -> PasswordLink:
    """Returns a valid link by its token. Raises InvalidLink where it was used, replaced, or is too old."""
    with workspace.store.reading() as connection:
        return _valid(connection, token)


@open_to_anybody("the token of the link is the permission")
def choose_password(workspace: Workspace, token: str, password: str, email: str = "") -> int:
    """Sets the password of a link's account; ends its sessions, its access tokens and the link. Returns the account's
    number. For the first coordinator *email* is the address of the new account.

    Raises InvalidLink, and WrongEntry for a password or address that cannot be used.
    """
    link = open_link(workspace, token)
    check_password(password, link.email or email)
    hash_of_password = hashed(password)  # takes long, so not within the transaction
    with workspace.store.writing() as connection:
        link = _valid(connection, token)
        if not sign_ins.use_link(connection, link.number):
            raise _invalid()
        account = link.account
        if account is None:
            if accounts.count(connection):
                raise _invalid()
            account = accounts.add(connection, {"email": email, "role": Role.COORDINATOR.value, "partner": ""}, ())
        accounts.change(connection, account, {"password": hash_of_password})
        sign_ins.end_sessions(connection, account)
        actor = Account.of(accounts.read_accounts(connection, number=account)[0]).actor
        after = {"link": link.purpose.value, "tokens_revoked": sharing.revoke_tokens(connection, account)}
        chosen = AuditEntry(AuditAction.PASSWORD_CHOOSE, AuditKind.ACCOUNT, account, after=after)
        record(connection, workspace, actor, chosen)
        return account


def _valid(connection: Connection, token: str) -> PasswordLink:
    row = sign_ins.read_link(connection, digest_of(token))
    if row is None or row["expires_at"] <= datetime.now(UTC):
        raise _invalid()
    found = accounts.read_accounts(connection, number=row["account_id"]) if row["account_id"] is not None else []
    if any(account["disabled_at"] for account in found):
        raise _invalid()
    email = found[0]["email"] if found else ""
    return PasswordLink(row["id"], row["account_id"], email, LinkPurpose(row["purpose"]), row["expires_at"])


def _invalid() -> InvalidLink:
    return InvalidLink(
        _("This link doesn’t work any more."), hint=_("It was used, replaced, or is too old. Ask for a new one.")
    )
