"""Share links: with one, somebody without an account sees what the funder sees of one page.

The token in the address is the permission, with a password where one is set. A link ends when it expires or is revoked.
"""

from __future__ import annotations

import hmac
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from liaison_metrics.errors import InvalidLink, Place, SignInRefused, WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import check, open_to_anybody, requires
from liaison_metrics.services.accounts import throttling
from liaison_metrics.services.accounts.passwords import check_password, hashed, is_right
from liaison_metrics.services.accounts.throttling import PASSWORDS, Visit
from liaison_metrics.services.accounts.tokens import digest_of, new_token
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record, record_alone
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.access import sharing
from liaison_metrics.store.access.sharing import SHARE_LINK
from liaison_metrics.store.uploads import Row
from liaison_metrics.texts import _

ANY_SITE = "*"
LONGEST_DAYS = 400
"""A link for a reporting year, and a month to spare."""

LONGEST_NAME = 80
VISIT = timedelta(hours=8)
"""How long a browser that opened a link goes on without the password: a working day."""

_SITE = re.compile(r"https://[a-z0-9.-]{1,250}(:\d{1,5})?|http://(localhost|127\.0\.0\.1)(:\d{1,5})?")


class SharedPage(StrEnum):
    """What a link shows."""

    REPORT = "report"
    """The latest issued report on the whole project, as published."""

    TARGETS = "targets"
    """The targets today: totals and cities."""


@dataclass(frozen=True, slots=True)
class NewShareLink:
    """What a coordinator enters about a link. *password* may be "", *site* is the origin that may embed the page ("":
    none, ``ANY_SITE``: any)."""

    name: str
    shows: SharedPage
    days: int
    password: str = ""
    site: str = ""


@dataclass(frozen=True, slots=True)
class ShareLink:
    """A link as it was made. Its token is not known any more."""

    number: int
    name: str
    shows: SharedPage
    has_password: bool
    site: str
    made_at: datetime
    expires_at: datetime
    revoked_at: datetime | None

    @property
    def is_over(self) -> bool:
        """Whether it was revoked or expired."""
        return self.revoked_at is not None or self.expires_at <= datetime.now(UTC)


@requires(Action.LINK_SHARE)
def make_link(workspace: Workspace, new: NewShareLink, actor: Actor) -> str:
    """Makes a link; returns its token, which is shown once. Raises NotAllowed, and WrongEntry."""
    check(actor, Action.LINK_SHARE)
    _check(new)
    password = hashed(new.password) if new.password else ""  # takes long, so not within the transaction
    token = new_token()
    row: Row = {
        "token": digest_of(token), "name": new.name.strip(), "shows": new.shows.value, "password": password,
        "site": new.site, "account": actor.account, "expires_at": datetime.now(UTC) + timedelta(days=new.days),
    }  # fmt: skip
    with workspace.store.writing() as connection:
        number = sharing.add(connection, SHARE_LINK, row)
        after = {
            "shows": new.shows.value, "expires_at": row["expires_at"].isoformat(timespec="seconds"),
            "password": bool(password), "site": new.site,
        }  # fmt: skip
        made = AuditEntry(AuditAction.SHARE_LINK_MAKE, AuditKind.SHARE_LINK, number, after=after)
        record(connection, workspace, actor, made)
    return token


@requires(Action.LINK_SHARE)
def all_links(workspace: Workspace, actor: Actor) -> list[ShareLink]:
    """Returns all links, the latest first. Raises NotAllowed."""
    check(actor, Action.LINK_SHARE)
    with workspace.store.reading() as connection:
        return [_share_link(row) for row in sharing.read(connection, SHARE_LINK)]


@requires(Action.LINK_SHARE)
def revoke_link(workspace: Workspace, number: int, actor: Actor) -> None:
    """Ends a link, also for browsers that have it open. Raises NotAllowed, and InvalidLink where it is over already."""
    check(actor, Action.LINK_SHARE)
    with workspace.store.writing() as connection:
        if not sharing.revoke(connection, SHARE_LINK, number):
            raise _invalid()
        record(connection, workspace, actor, AuditEntry(AuditAction.SHARE_LINK_REVOKE, AuditKind.SHARE_LINK, number))


@open_to_anybody("the token of the link is the permission")
def find_link(workspace: Workspace, token: str) -> ShareLink:
    """Returns a valid link by its token. Raises InvalidLink where there is none, it expired or was revoked."""
    return _share_link(_row(workspace, token))


@open_to_anybody("the token of the link is the permission")
def open_shared(workspace: Workspace, token: str, visit: Visit, password: str = "", ticket: str = "") -> str:
    """Opens a link, and records that unless the browser has a valid *ticket* from opening it before. Returns the ticket
    for the browser.

    Raises InvalidLink, and SignInRefused where the password is wrong or has to wait.
    """
    row = _row(workspace, token)
    if _is_valid_ticket(workspace, row, ticket):
        return ticket
    if row["password"]:
        _check_password(workspace, row, password, visit)
    record_alone(workspace, None, AuditEntry(AuditAction.SHARE_LINK_OPEN, AuditKind.SHARE_LINK, row["id"]))
    until = int((datetime.now(UTC) + VISIT).timestamp())
    return f"{until}.{_signature(workspace, row, until)}"


@open_to_anybody("the token of the link is the permission")
def needs_password(workspace: Workspace, token: str, ticket: str) -> bool:
    """Returns whether a browser with a *ticket* ("" for none) has to enter the password. Raises InvalidLink."""
    row = _row(workspace, token)
    return bool(row["password"]) and not _is_valid_ticket(workspace, row, ticket)


def _check_password(workspace: Workspace, row: Row, password: str, visit: Visit) -> None:
    subjects = (
        throttling.subject(workspace, f"share {row['id']}", PASSWORDS), throttling.address_of(workspace, visit),
    )  # fmt: skip
    attempt = throttling.begin_attempt(workspace, subjects)
    if is_right(row["password"], password):
        with workspace.store.writing() as connection:
            throttling.forget_failures(connection, subjects[0], attempt)
        return
    with workspace.store.writing() as connection:
        wrong = AuditEntry(AuditAction.SHARE_LINK_REFUSE, AuditKind.SHARE_LINK, row["id"])
        record(connection, workspace, None, wrong)
    raise SignInRefused(_("The password is wrong."), hint=_("Ask whoever gave you the link."))


def _row(workspace: Workspace, token: str) -> Row:
    with workspace.store.reading() as connection:
        row = sharing.find(connection, SHARE_LINK, digest_of(token))
    if row is None:
        raise _invalid()
    return row


def _is_valid_ticket(workspace: Workspace, row: Row, ticket: str) -> bool:
    until, _dot, signature = ticket.partition(".")
    if not (until.isascii() and until.isdecimal() and len(until) <= 12) or int(until) < datetime.now(UTC).timestamp():
        return False
    return hmac.compare_digest(signature.encode(), _signature(workspace, row, int(until)).encode())


def _signature(workspace: Workspace, row: Row, until: int) -> str:
    return throttling.keyed_digest(workspace, f"shared {row['id']} {row['token']} {until}")


def _check(new: NewShareLink) -> None:
    if not 0 < len(new.name.strip()) <= LONGEST_NAME:
        raise WrongEntry(_("A link needs a name."), hint=_("Say who it is for."), place=Place(column="name"))
    if not 1 <= new.days <= LONGEST_DAYS:
        hint = _("Choose from 1 to {n} days.").format(n=LONGEST_DAYS)
        raise WrongEntry(_("A link can’t be valid for that long."), hint=hint, place=Place(column="days"))
    if new.site not in ("", ANY_SITE) and not _SITE.fullmatch(new.site):
        hint = _("Write its address without a path, such as https://www.example.org.")
        raise WrongEntry(_("This is not the address of a site."), hint=hint, place=Place(column="site"))
    if new.password:
        check_password(new.password, new.name)


def _share_link(row: Row) -> ShareLink:
    return ShareLink(
        row["id"], row["name"], SharedPage(row["shows"]), bool(row["password"]), row["site"], row["made_at"],
        row["expires_at"], row["revoked_at"],
    )  # fmt: skip


def _invalid() -> InvalidLink:
    return InvalidLink(_("This link doesn’t work any more."), hint=_("It expired or was revoked. Ask for a new one."))
