"""Ending one's own sessions in other browsers: whoever stole a session must not end those of its owner."""

from __future__ import annotations

from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, check, requires
from liaison_metrics.services.accounts.signing_in import PasswordConfirmed
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.access import sign_ins


@requires(Action.SESSION_END)
def end_sessions(workspace: Workspace, confirmed: PasswordConfirmed, session: int | None, actor: Actor) -> int:
    """Ends a session of the account, or all of them (None); returns how many. Raises NotAllowed."""
    account = confirmed.account
    check(actor, Action.SESSION_END, Resource.account(account))
    with workspace.store.writing() as connection:
        ended = sign_ins.end_sessions(connection, account, None if session is None else [session])
        if ended:
            which = {"sessions": ended} if session is None else {"session": session}
            record(connection, workspace, actor, AuditEntry(AuditAction.SIGN_OUT, AuditKind.ACCOUNT, account, which))
        return ended
