"""Sessions: a browser that signed in acts as its account until it signs out or the session expires."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, check, open_to_anybody, requires
from liaison_metrics.services.accounts.account import Account
from liaison_metrics.services.accounts.factors.requirement import lacks_factor
from liaison_metrics.services.accounts.tokens import digest_of, new_token
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.access import accounts, sign_ins
from liaison_metrics.store.uploads import Row

IDLE_EXPIRY = timedelta(hours=8)
"""A working day: who was away longer signs in again."""

ABSOLUTE_EXPIRY = timedelta(days=7)
"""Who works every day signs in once a week."""

SEEN_EVERY = timedelta(minutes=5)
"""How exactly the store knows when a session was last used: writing at every click would slow down everybody."""

SESSION_COOKIE = "liaison_session"

LONGEST_BROWSER = 200
"""Characters kept of what a browser says of itself."""


def cookie_name(name: str, secure: bool) -> str:
    """Returns the name of a cookie as browsers get it. Behind TLS the prefix makes them refuse a cookie that another
    host, or a page without TLS, sets (RFC 6265bis, section 4.1.3.2)."""
    return f"__Host-{name}" if secure else name


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A valid session: whose account, and since when. With ``lacks_factor`` it opens only the pages on which its owner
    sets up the second factor that the settings ask for."""

    session: int
    account: Account
    since: datetime
    lacks_factor: bool = False

    @property
    def actor(self) -> Actor:
        """The actor of this session."""
        return self.account.actor


@dataclass(frozen=True, slots=True)
class OwnSession:
    """One of somebody's own sessions, for the list of them."""

    number: int
    browser: str
    made_at: datetime
    seen_at: datetime


@open_to_anybody("called after the password and the second factor were checked")
def begin(workspace: Workspace, account: int, browser: str) -> str:
    """Begins a session of an account; returns its token, for the browser's cookie. Sessions that expired go."""
    token, now = new_token(), datetime.now(UTC)
    with workspace.store.writing() as connection:
        sign_ins.drop_expired_sessions(connection, now - IDLE_EXPIRY, now - ABSOLUTE_EXPIRY)
        session = sign_ins.add_session(connection, account, digest_of(token), browser[:LONGEST_BROWSER])
        actor = Account.of(accounts.read_accounts(connection, number=account)[0]).actor
        began = AuditEntry(AuditAction.SIGN_IN, AuditKind.ACCOUNT, account, after={"session": session})
        record(connection, workspace, actor, began)
    return token


@open_to_anybody("the token of the session is the permission")
def session_of(workspace: Workspace, token: str) -> SignedIn | None:
    """Returns the session with a token, None where there is none, it expired, or the account is disabled."""
    if not token:
        return None
    now = datetime.now(UTC)
    with workspace.store.reading() as connection:
        row = sign_ins.read_session(connection, digest_of(token))
        if row is None or _is_over(row, now):
            return None
        account = Account.of(accounts.read_accounts(connection, number=row["account_id"])[0])
    if account.disabled_at is not None:
        return None
    if now - row["seen_at"] > SEEN_EVERY:
        # Another thread, since a writer may have to wait for an import.
        threading.Thread(target=_see, args=(workspace, row["id"]), daemon=True).start()
    return SignedIn(row["id"], account, row["made_at"], lacks_factor(workspace.settings, account))


@requires(Action.SESSION_READ)
def own_sessions(workspace: Workspace, account: int, actor: Actor) -> list[OwnSession]:
    """Returns the sessions of the actor's account, the latest seen first. Raises NotAllowed."""
    check(actor, Action.SESSION_READ, Resource.account(account))
    now = datetime.now(UTC)
    with workspace.store.reading() as connection:
        rows = [row for row in sign_ins.read_sessions(connection, account) if not _is_over(row, now)]
    return [OwnSession(row["id"], row["browser"], row["made_at"], row["seen_at"]) for row in rows]


@requires(Action.SESSION_END)
def end(workspace: Workspace, current: SignedIn, actor: Actor) -> None:
    """Ends the session that somebody uses. Raises NotAllowed."""
    account = current.account.number
    check(actor, Action.SESSION_END, Resource.account(account))
    with workspace.store.writing() as connection:
        if sign_ins.end_sessions(connection, account, [current.session]):
            out = AuditEntry(AuditAction.SIGN_OUT, AuditKind.ACCOUNT, account, {"session": current.session})
            record(connection, workspace, actor, out)


def _see(workspace: Workspace, session: int) -> None:
    with workspace.store.writing() as connection:
        sign_ins.see_session(connection, session)


def _is_over(row: Row, now: datetime) -> bool:
    return bool(now - row["seen_at"] > IDLE_EXPIRY or now - row["made_at"] > ABSOLUTE_EXPIRY)
