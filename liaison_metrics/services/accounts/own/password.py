"""Changing one's own password."""

from __future__ import annotations

from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, check, requires
from liaison_metrics.services.accounts.passwords import check_password, hashed
from liaison_metrics.services.accounts.signing_in import PasswordConfirmed
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.access import accounts, sharing, sign_ins


@requires(Action.CREDENTIAL_CHANGE)
def change_password(workspace: Workspace, confirmed: PasswordConfirmed, password: str, actor: Actor) -> None:
    """Sets another password; ends all sessions and access tokens of the account, and the one-time link to choose one.
    Raises NotAllowed, and WrongEntry for a password that cannot be used."""
    account = confirmed.account
    check(actor, Action.CREDENTIAL_CHANGE, Resource.account(account))
    with workspace.store.reading() as connection:
        check_password(password, accounts.read_accounts(connection, number=account)[0]["email"])
    hash_of_password = hashed(password)  # takes long, so not within the transaction
    with workspace.store.writing() as connection:
        accounts.change(connection, account, {"password": hash_of_password})
        sign_ins.end_sessions(connection, account)
        sign_ins.end_links(connection, account)
        after = {"tokens_revoked": sharing.revoke_tokens(connection, account)}
        chosen = AuditEntry(AuditAction.PASSWORD_CHOOSE, AuditKind.ACCOUNT, account, after=after)
        record(connection, workspace, actor, chosen)
