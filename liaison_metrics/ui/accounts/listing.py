"""The list of all accounts."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.services.access.actors import Role
from liaison_metrics.services.accounts.account import Account, AccountState
from liaison_metrics.services.labels import actor_name, label
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.parts import joined, table_of


def accounts_card(project: Project, accounts: Sequence[Account]) -> Markup:
    """Returns the list of accounts; each address leads to its account."""
    heading = ngettext("{n} account", "{n} accounts", len(accounts)).format(n=fmt.number(len(accounts)))
    heads = (
        _("E-mail"), _("Role"), _("Organisation"), _("Cities"), _("State"), _("Second factor"), _("Last sign-in"),
    )  # fmt: skip
    rows = joined(_line(project, one) for one in accounts)
    return Markup('<section class="card" aria-label="{}"><div class="row"><h2>{}</h2></div>{}</section>').format(
        heading, heading, table_of(heading, heads, (), rows)
    )


def role_words(role: Role) -> str:
    """Returns the name of a role."""
    return {Role.COORDINATOR: _("Coordinator"), Role.PARTNER: _("Partner"), Role.FUNDER: _("Funder")}[role]


def state_words(account: Account) -> str:
    """Returns whether somebody can sign in."""
    words = {
        AccountState.INVITED: _("invited"), AccountState.ACTIVE: _("active"), AccountState.DISABLED: _("disabled"),
    }  # fmt: skip
    return words[account.state]


def factor_words(account: Account) -> str:
    """Returns which second factors an account has, "–" for none."""
    words = [_("app")] if account.second_factor else []
    if account.passkeys:
        words.append(ngettext("{n} passkey", "{n} passkeys", account.passkeys).format(n=fmt.number(account.passkeys)))
    return ", ".join(words) or "–"


def _line(project: Project, one: Account) -> Markup:
    partner = actor_name(project, one.partner) if one.role is Role.PARTNER else "–"
    cities = ", ".join(label(project, "city", code) for code in sorted(one.cities)) or "–"
    seen = fmt.date_time(one.signed_in_at) if one.signed_in_at else "–"
    shade = {AccountState.DISABLED: "bad", AccountState.INVITED: "late"}.get(one.state, "")
    return Markup(
        '<tr><th scope="row" class="nowrap"><a data-go href="?account={}" data-at="account-{}">{}</a></th><td>{}</td>'
        '<td>{}</td><td>{}</td><td class="{}">{}</td><td class="nowrap">{}</td><td class="nowrap">{}</td></tr>'
    ).format(
        one.number, one.number, one.email, role_words(one.role), partner, cities, shade, state_words(one),
        factor_words(one), seen,
    )  # fmt: skip
