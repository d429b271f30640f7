"""What coordinators do with accounts: list, invite, change, disable, hand over a link for a new password."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import Place, UnknownAccount, WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor, Role
from liaison_metrics.services.access.permissions import Resource, check, requires
from liaison_metrics.services.accounts.account import Account, AccountState, email_key
from liaison_metrics.services.accounts.links import LinkPurpose, new_link
from liaison_metrics.services.accounts.passwords import check_password, hashed
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.access import accounts, factors, sign_ins
from liaison_metrics.texts import _

_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+")
LONGEST_EMAIL = 254


@dataclass(frozen=True, slots=True)
class AccountEntry:
    """What a coordinator enters about an account. A partner has cities (codes) of the project; its organisation
    (``partner``) is the first city's if none is given."""

    email: str
    role: Role
    cities: tuple[str, ...] = ()
    partner: str = ""


@requires(Action.ACCOUNT_READ)
def all_accounts(workspace: Workspace, actor: Actor) -> list[Account]:
    """Returns all accounts by e-mail address. Raises NotAllowed."""
    check(actor, Action.ACCOUNT_READ)
    with workspace.store.reading() as connection:
        return [Account.of(row) for row in accounts.read_accounts(connection)]


@requires(Action.REPORT_PUBLISHED)
def partner_cities(workspace: Workspace, actor: Actor) -> list[frozenset[str]]:
    """Returns the cities (codes) that partners see exactly, each set of them once: those of the partners of the project
    file, and those of accounts. Raises NotAllowed."""
    check(actor, Action.REPORT_PUBLISHED, Resource.figures(workspace.project, None))
    by_partner: dict[str, set[str]] = {}
    for city in workspace.project.cities:
        by_partner.setdefault(city.partner, set()).add(city.code)
    with workspace.store.reading() as connection:
        of_accounts = [row["cities"] for row in accounts.read_accounts(connection)]
    found = {frozenset(cities) for cities in (*by_partner.values(), *of_accounts) if cities}
    return sorted(found, key=sorted)


@requires(Action.ACCOUNT_INVITE)
def invite(workspace: Workspace, entry: AccountEntry, actor: Actor) -> str:
    """Adds an account; returns the token of the one-time link with which its owner chooses a password.

    Raises NotAllowed, and WrongEntry for an address that is not valid or has an account, or for wrong cities.
    """
    check(actor, Action.ACCOUNT_INVITE)
    values = _new_values(workspace.project, entry)
    with workspace.store.writing() as connection:
        number = _add(connection, workspace, values, entry, actor)
        return new_link(connection, workspace, number, LinkPurpose.INVITATION, actor)


@requires(Action.ACCOUNT_INVITE)
def add_with_password(workspace: Workspace, entry: AccountEntry, password: str, actor: Actor) -> None:
    """Adds an account with a password, for scripts that set up an installation.

    Raises NotAllowed, and WrongEntry as ``invite`` does or for a password that cannot be used.
    """
    check(actor, Action.ACCOUNT_INVITE)
    values = _new_values(workspace.project, entry)
    check_password(password, values["email"])
    hash_of_password = hashed(password)  # takes long, so not within the transaction
    with workspace.store.writing() as connection:
        number = _add(connection, workspace, values, entry, actor)
        accounts.change(connection, number, {"password": hash_of_password})


@requires(Action.ACCOUNT_CHANGE)
def change(workspace: Workspace, number: int, entry: AccountEntry, actor: Actor) -> None:
    """Changes the role, organisation and cities of an account.

    Raises NotAllowed, UnknownAccount, and WrongEntry for wrong cities or where no coordinator would be left.
    """
    check(actor, Action.ACCOUNT_CHANGE)
    values = _checked(workspace.project, entry)
    with workspace.store.writing() as connection:
        account = find(connection, number)
        if account.role is Role.COORDINATOR and entry.role is not Role.COORDINATOR:
            _check_another_coordinator(connection, number)
        accounts.change(connection, number, values)
        accounts.set_cities(connection, number, entry.cities)
        _record_change(connection, workspace, actor, account)


@requires(Action.ACCOUNT_CHANGE)
def disable(workspace: Workspace, number: int, actor: Actor) -> None:
    """Disables an account and ends its sessions and its one-time link.

    Raises NotAllowed, UnknownAccount, and WrongEntry for the last coordinator.
    """
    check(actor, Action.ACCOUNT_CHANGE)
    with workspace.store.writing() as connection:
        if find(connection, number).role is Role.COORDINATOR:
            _check_another_coordinator(connection, number)
        accounts.change(connection, number, {"disabled_at": datetime.now(UTC)})
        sign_ins.end_sessions(connection, number)
        sign_ins.end_links(connection, number)
        record(connection, workspace, actor, AuditEntry(AuditAction.ACCOUNT_DISABLE, AuditKind.ACCOUNT, number))


@requires(Action.ACCOUNT_CHANGE)
def enable(workspace: Workspace, number: int, actor: Actor) -> None:
    """Enables a disabled account. Raises NotAllowed and UnknownAccount."""
    check(actor, Action.ACCOUNT_CHANGE)
    with workspace.store.writing() as connection:
        find(connection, number)
        accounts.change(connection, number, {"disabled_at": None})
        record(connection, workspace, actor, AuditEntry(AuditAction.ACCOUNT_ENABLE, AuditKind.ACCOUNT, number))


@requires(Action.ACCOUNT_CHANGE)
def reset_link(workspace: Workspace, number: int, actor: Actor) -> str:
    """Returns the token of a new one-time link with which the owner of an account chooses another password. Earlier
    links end; the password and the sessions stay until the link is used.

    Raises NotAllowed and UnknownAccount.
    """
    check(actor, Action.ACCOUNT_CHANGE)
    with workspace.store.writing() as connection:
        account = find(connection, number)
        purpose = LinkPurpose.RESET if account.has_password else LinkPurpose.INVITATION
        return new_link(connection, workspace, number, purpose, actor)


@requires(Action.ACCOUNT_CHANGE)
def remove_factors(workspace: Workspace, number: int, actor: Actor) -> None:
    """Removes the second factor, recovery codes and passkeys of an account whose owner lost them, forgets whom the
    sign-in provider means by it, and ends its sessions. Raises NotAllowed and UnknownAccount."""
    check(actor, Action.ACCOUNT_CHANGE)
    with workspace.store.writing() as connection:
        find(connection, number)
        factors.remove_factor(connection, number)
        factors.remove_passkeys(connection, number)
        accounts.change(connection, number, {"provider_subject": None})
        sign_ins.end_sessions(connection, number)
        record(connection, workspace, actor, AuditEntry(AuditAction.FACTOR_REMOVE, AuditKind.ACCOUNT, number))


def find(connection: Connection, number: int) -> Account:
    """Returns an account by its number. Raises UnknownAccount."""
    rows = accounts.read_accounts(connection, number=number)
    if not rows:
        raise UnknownAccount(_("There is no such account."), hint=_("Reload the page."))
    return Account.of(rows[0])


def checked_email(text: str) -> str:
    """Returns an e-mail address in lower case, without spaces around it. Raises WrongEntry."""
    email = email_key(text)
    if not _EMAIL.fullmatch(email) or len(email) > LONGEST_EMAIL:
        raise WrongEntry(
            _("This is not an e-mail address."), hint=_("Write it as name@example.org."), place=Place(column="email")
        )
    return email


def _new_values(project: Project, entry: AccountEntry) -> dict[str, str]:
    return {"email": checked_email(entry.email), **_checked(project, entry)}


def _add(
    connection: Connection, workspace: Workspace, values: dict[str, str], entry: AccountEntry, actor: Actor
) -> int:
    if accounts.read_accounts(connection, email=values["email"]):
        raise WrongEntry(
            _("There is an account with this e-mail address."), hint=_("Change that account instead."),
            place=Place(column="email"),
        )  # fmt: skip
    number = accounts.add(connection, values, entry.cities)
    after = _recorded(find(connection, number))
    record(connection, workspace, actor, AuditEntry(AuditAction.ACCOUNT_INVITE, AuditKind.ACCOUNT, number, after=after))
    return number


def _record_change(connection: Connection, workspace: Workspace, actor: Actor, before: Account) -> None:
    after = _recorded(find(connection, before.number))
    changed = AuditEntry(AuditAction.ACCOUNT_CHANGE, AuditKind.ACCOUNT, before.number, _recorded(before), after)
    record(connection, workspace, actor, changed)


def _recorded(account: Account) -> dict[str, object]:
    return {"role": account.role.value, "partner": account.partner, "cities": sorted(account.cities)}


def _checked(project: Project, entry: AccountEntry) -> dict[str, str]:
    """Returns role and partner of an entry. Raises WrongEntry where they don't go with the cities."""
    place = Place(column="cities")
    known = {city.code: city.partner for city in project.cities}
    if unknown := [city for city in entry.cities if city not in known]:
        raise WrongEntry(
            _("The project has no city “{city}”.").format(city=unknown[0]),
            hint=_("Choose one of: {allowed}").format(allowed=", ".join(known)), place=place,
        )  # fmt: skip
    if entry.role is not Role.PARTNER:
        if entry.cities or entry.partner:
            raise WrongEntry(_("Only partners have cities."), hint=_("Remove the cities."), place=place)
        return {"role": entry.role.value, "partner": ""}
    if not entry.cities:
        raise WrongEntry(_("A partner needs a city."), hint=_("Choose at least one city."), place=place)
    partner = entry.partner or known[entry.cities[0]]
    _check_partner(project, partner)
    return {"role": entry.role.value, "partner": partner}


def _check_partner(project: Project, partner: str) -> None:
    codes: Collection[str] = [one.code for one in project.partners]
    if partner not in codes:
        raise WrongEntry(
            _("The project has no partner “{partner}”.").format(partner=partner),
            hint=_("Choose one of: {allowed}").format(allowed=", ".join(codes)), place=Place(column="partner"),
        )  # fmt: skip


def _check_another_coordinator(connection: Connection, number: int) -> None:
    others = (Account.of(row) for row in accounts.read_accounts(connection) if row["id"] != number)
    if not any(one.role is Role.COORDINATOR and one.state is AccountState.ACTIVE for one in others):
        raise WrongEntry(
            _("This is the only coordinator who can sign in."), hint=_("Invite another coordinator first."),
            place=Place(column="role"),
        )  # fmt: skip
