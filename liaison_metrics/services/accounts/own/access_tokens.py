"""Access tokens: with one, a spreadsheet or another program downloads tables and pictures as an account.

A token has the view of the account that made it, or less: a coordinator can make one with the funder's view. It opens
neither pages nor websockets.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from liaison_metrics.errors import InvalidLink, Place, WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor, Role
from liaison_metrics.services.access.permissions import Resource, allows, check, open_to_anybody, requires
from liaison_metrics.services.accounts.account import Account
from liaison_metrics.services.accounts.tokens import digest_of, new_token
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.access import accounts, sharing
from liaison_metrics.store.access.sharing import ACCESS_TOKEN
from liaison_metrics.store.uploads import Row
from liaison_metrics.texts import _

PREFIX = "liaison_"
"""How tokens begin, so that people and programs that look for leaked secrets recognise them."""

LIFETIMES = (30, 90, 365)
"""Days. A token that nobody renews ends."""

LONGEST_NAME = 80
MOST_TOKENS = 20
"""Valid tokens of one account: nobody needs more, and a list must stay readable."""

NOTED_EVERY = timedelta(hours=1)
"""How often the use of a token is recorded: a spreadsheet may ask every minute."""


@dataclass(frozen=True, slots=True)
class AccessToken:
    """A token as it was made. The token itself is not known any more."""

    number: int
    account: int
    name: str
    role: Role
    made_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    used_at: datetime | None

    @property
    def is_over(self) -> bool:
        """Whether it was revoked or expired."""
        return self.revoked_at is not None or self.expires_at <= datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class NewAccessToken:
    """What somebody enters about a token: what it is for, for how many days, and whose view it has."""

    name: str
    days: int
    role: Role


@requires(Action.TOKEN_MAKE)
def make_token(workspace: Workspace, account: int, new: NewAccessToken, actor: Actor) -> str:
    """Makes a token of the actor's account; returns it, to be shown once. Raises NotAllowed, and WrongEntry."""
    check(actor, Action.TOKEN_MAKE, Resource.account(account))
    if not 0 < len(new.name.strip()) <= LONGEST_NAME:
        raise WrongEntry(_("A token needs a name."), hint=_("Say what it is for."), place=Place(column="name"))
    if new.days not in LIFETIMES or new.role not in roles_for(actor):
        raise WrongEntry(_("Such a token can’t be made."), hint=_("Choose from the lists."), place=Place(column="days"))
    token = PREFIX + new_token()
    row: Row = {
        "account_id": account, "token": digest_of(token), "name": new.name.strip(), "role": new.role.value,
        "expires_at": datetime.now(UTC) + timedelta(days=new.days),
    }  # fmt: skip
    with workspace.store.writing() as connection:
        own = (_token(one) for one in sharing.read(connection, ACCESS_TOKEN) if one["account_id"] == account)
        if sum(not one.is_over for one in own) >= MOST_TOKENS:
            hint = _("Revoke one that you don’t need.")
            raise WrongEntry(_("You have many tokens already."), hint=hint, place=Place(column="name"))
        number = sharing.add(connection, ACCESS_TOKEN, row)
        after = {"role": new.role.value, "expires_at": row["expires_at"].isoformat(timespec="seconds")}
        made = AuditEntry(AuditAction.TOKEN_MAKE, AuditKind.ACCESS_TOKEN, number, after=after)
        record(connection, workspace, actor, made)
    return token


@requires(Action.TOKEN_READ)
def own_tokens(workspace: Workspace, account: int, actor: Actor) -> list[AccessToken]:
    """Returns the valid tokens of the actor's account, the latest first. Raises NotAllowed."""
    check(actor, Action.TOKEN_READ, Resource.account(account))
    with workspace.store.reading() as connection:
        tokens = [_token(row) for row in sharing.read(connection, ACCESS_TOKEN) if row["account_id"] == account]
    return [one for one in tokens if not one.is_over]


@requires(Action.TOKEN_READ_ALL)
def all_tokens(workspace: Workspace, actor: Actor) -> list[AccessToken]:
    """Returns the tokens of all accounts, also those that are over, the latest first. Raises NotAllowed."""
    check(actor, Action.TOKEN_READ_ALL)
    with workspace.store.reading() as connection:
        return [_token(row) for row in sharing.read(connection, ACCESS_TOKEN)]


@requires(Action.TOKEN_REVOKE)
def revoke_token(workspace: Workspace, number: int, actor: Actor) -> None:
    """Ends a token of the actor's account; a coordinator ends anybody's.

    Raises NotAllowed for another account's token, and InvalidLink where it is over already. To others than coordinators
    a token that does not exist looks like another account's.
    """
    with workspace.store.writing() as connection:
        rows = sharing.read(connection, ACCESS_TOKEN, number)
        if not allows(actor, Action.TOKEN_READ_ALL):
            check(actor, Action.TOKEN_REVOKE, Resource.account(rows[0]["account_id"] if rows else 0))
        if not rows or not sharing.revoke(connection, ACCESS_TOKEN, number):
            raise InvalidLink(_("This token is revoked already."), hint=_("Reload the page."))
        record(connection, workspace, actor, AuditEntry(AuditAction.TOKEN_REVOKE, AuditKind.ACCESS_TOKEN, number))


@open_to_anybody("the token is the permission")
def actor_of_token(workspace: Workspace, token: str, used_for: str) -> Actor | None:
    """Returns who acts with a token; None where it is not valid, its account is disabled, or the account no longer has
    the role that the token was made for. Its use is recorded once an hour, with what it is *used_for* then."""
    if not token.startswith(PREFIX):
        return None
    with workspace.store.reading() as connection:
        row = sharing.find(connection, ACCESS_TOKEN, digest_of(token))
        rows = accounts.read_accounts(connection, number=row["account_id"]) if row else []
    if row is None or not rows or rows[0]["disabled_at"] is not None:
        return None
    actor = _narrowed(Account.of(rows[0]).actor, Role(row["role"]))
    noted = datetime.now(UTC) - NOTED_EVERY
    if actor is not None and (row["used_at"] is None or row["used_at"] < noted):
        with workspace.store.writing() as connection:
            if sharing.use_token(connection, row["id"], noted):
                used = AuditEntry(AuditAction.TOKEN_USE, AuditKind.ACCESS_TOKEN, row["id"], after={"for": used_for})
                record(connection, workspace, actor, used)
    return actor


def roles_for(actor: Actor) -> tuple[Role, ...]:
    """Returns whose view a token of this actor can have."""
    return (Role.COORDINATOR, Role.FUNDER) if actor.is_coordinator else (actor.role,)


def _narrowed(actor: Actor, role: Role) -> Actor | None:
    """Returns an actor with the view of a role, None where that would be another view and not a narrower one."""
    if role is actor.role:
        return actor
    return Actor(role, account=actor.account) if role in roles_for(actor) else None


def _token(row: Row) -> AccessToken:
    return AccessToken(
        row["id"], row["account_id"], row["name"], Role(row["role"]), row["made_at"], row["expires_at"],
        row["revoked_at"], row["used_at"],
    )  # fmt: skip
