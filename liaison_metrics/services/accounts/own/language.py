"""The language that the owner of an account chose for the pages."""

from __future__ import annotations

from liaison_metrics.errors import WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, check, requires
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.access import accounts
from liaison_metrics.texts import _, offered


@requires(Action.SESSION_READ)
def own_language(workspace: Workspace, account: int, actor: Actor) -> str:
    """Returns the code of the language that the actor chose for its account, "" where it chose none. Raises
    NotAllowed."""
    check(actor, Action.SESSION_READ, Resource.account(account))
    with workspace.store.reading() as connection:
        return str(accounts.read_accounts(connection, number=account)[0]["language"])


@requires(Action.LANGUAGE_CHOOSE)
def choose_language(workspace: Workspace, account: int, code: str, actor: Actor) -> None:
    """Keeps the language (code) that the actor chose. Raises NotAllowed, and WrongEntry for a language that the program
    does not have."""
    check(actor, Action.LANGUAGE_CHOOSE, Resource.account(account))
    if code not in offered():
        raise WrongEntry(
            _("There is no such language."), hint=_("Choose one of: {codes}.").format(codes=", ".join(offered()))
        )
    with workspace.store.writing() as connection:
        before = accounts.read_accounts(connection, number=account)[0]["language"]
        accounts.change(connection, account, {"language": code})
        chosen = AuditEntry(
            AuditAction.LANGUAGE_CHOOSE, AuditKind.ACCOUNT, account, {"language": before}, {"language": code}
        )
        record(connection, workspace, actor, chosen)
