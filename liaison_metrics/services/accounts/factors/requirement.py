"""Who needs a second factor: an authenticator app, or a passkey, which is two factors in one."""

from __future__ import annotations

from liaison_metrics.services.access.actors import Role
from liaison_metrics.services.accounts.account import Account, AccountState
from liaison_metrics.services.workspace.health_check import HealthCheck
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.store.access import accounts
from liaison_metrics.store.engine import open_store
from liaison_metrics.texts import _, ngettext


def needs_factor(settings: Settings, account: Account) -> bool:
    """Returns whether the settings ask for a second factor of an account."""
    if not settings.needs_accounts or settings.second_factor == "off":
        return False
    return account.role is Role.COORDINATOR or settings.second_factor == "everybody"


def lacks_factor(settings: Settings, account: Account) -> bool:
    """Returns whether an account has to set up a second factor before anything else."""
    return needs_factor(settings, account) and not (account.second_factor or account.passkeys)


def check_second_factor(settings: Settings) -> list[HealthCheck]:
    """Returns whether a second factor is asked for where others reach the server, and who has none; [] where nobody
    signs in."""
    if not settings.needs_accounts:
        return []
    if settings.second_factor == "off":
        return [
            HealthCheck(
                False, _("Coordinators can sign in with a password alone."),
                _("Remove LIAISON_SECOND_FACTOR, or set it to “coordinators”."),
            )
        ]  # fmt: skip
    store = open_store(settings.url)
    try:
        with store.reading() as connection:
            found = [Account.of(row) for row in accounts.read_accounts(connection)]
    finally:
        store.close()
    lacking = sum(lacks_factor(settings, one) for one in found if one.state is AccountState.ACTIVE)
    if not lacking:
        return [HealthCheck(True, _("Second factor: everybody who needs one has it"))]
    words = ngettext(
        "Second factor: {n} account still needs one", "Second factor: {n} accounts still need one", lacking
    )
    return [HealthCheck(True, words.format(n=lacking), _("They are asked to set it up when they sign in."))]
