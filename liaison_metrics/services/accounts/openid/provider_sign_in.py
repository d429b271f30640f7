"""Signing in at the provider, from leaving for it to coming back. Who may enter is decided by the accounts here."""

from __future__ import annotations

import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from liaison_metrics.errors import ProviderError, SignInRefused
from liaison_metrics.services.access.permissions import open_to_anybody
from liaison_metrics.services.accounts import steps, throttling
from liaison_metrics.services.accounts.account import Account, email_key
from liaison_metrics.services.accounts.openid.configuration import openid_configuration
from liaison_metrics.services.accounts.openid.provider import Claims, Provider, provider_of
from liaison_metrics.services.accounts.signing_in import disabled
from liaison_metrics.services.accounts.steps import StepKind
from liaison_metrics.services.accounts.throttling import Visit
from liaison_metrics.services.accounts.tokens import new_token
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.access import accounts
from liaison_metrics.texts import _

VERIFIED_CLAIMS = ("email_verified", "xms_edov")
"""Either says that the provider checked the address; the second is Microsoft's own."""


@dataclass(frozen=True, slots=True)
class Departure:
    """Where the browser is sent, and the token of the step that it keeps meanwhile."""

    address: str
    step: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """A browser that comes back: the step that it kept, the query that it brings, and where it was sent back to."""

    step: str
    query: Mapping[str, str]
    redirect: str


def provider_label(workspace: Workspace) -> str:
    """Returns the words on the button, "" where no provider is set up. Raises SettingsError."""
    configuration = openid_configuration(workspace.settings)
    return configuration.label if configuration else ""


def leave(workspace: Workspace, redirect: str, following: str) -> Departure:
    """Returns where to send a browser to sign in; it comes back to *redirect* and goes on to *following*. Raises
    ProviderError and SettingsError."""
    state, nonce, verifier = new_token(), new_token(), new_token()
    challenge = urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("=")
    address = _provider(workspace).sign_in_address(redirect, state, nonce, challenge)
    step = steps.begin_step(
        workspace, StepKind.PROVIDER, state=state, nonce=nonce, verifier=verifier, following=following
    )  # fmt: skip
    return Departure(address, step)


@open_to_anybody("the provider says who somebody is")
def arrive(workspace: Workspace, arrival: Arrival, visit: Visit) -> tuple[int, str]:
    """Returns the number of the account of somebody who comes back from the provider, and where to go on.

    Raises SignInRefused for a state that this browser was not given or that was used, an address that the provider did
    not verify, or no account that may sign in; ProviderError and SettingsError.
    """
    step = steps.open_step(workspace, StepKind.PROVIDER, arrival.step)
    address = throttling.address_of(workspace, visit)
    with workspace.store.writing() as connection:
        throttling.check_wait(connection, [address])
        if not hmac.compare_digest(arrival.query.get("state", "").encode(), step.values["state"].encode()):
            raise steps.is_over()
        steps.complete_step(connection, step)
    try:
        account = _account_of(workspace, _claims(_provider(workspace), arrival, step.values))
    except (SignInRefused, ProviderError):
        with workspace.store.writing() as connection:
            throttling.add_failure(connection, [address])
            wrong = AuditEntry(AuditAction.SIGN_IN_FAIL, AuditKind.ACCOUNT, after={"step": "provider"})
            record(connection, workspace, None, wrong)
        raise
    return account, step.values["following"]


def _claims(provider: Provider, arrival: Arrival, kept: Mapping[str, str]) -> Claims:
    if not arrival.query.get("code"):
        raise SignInRefused(_("You did not sign in at the provider."), hint=_("Try again, or use your password."))
    return provider.claims(arrival.query["code"], kept["verifier"], arrival.redirect, kept["nonce"])


def _account_of(workspace: Workspace, claims: Claims) -> int:
    """Returns the account of whom the provider means: by issuer and subject, or at first by a verified address."""
    subject = throttling.lasting_digest(workspace, json.dumps(["provider", claims["iss"], claims["sub"]]))
    with workspace.store.reading() as connection:
        number = accounts.find_by_subject(connection, subject)
        found = accounts.read_accounts(connection, number=number) if number is not None else []
        found = found or accounts.read_accounts(connection, email=_verified_email(claims))
    if not found or found[0]["disabled_at"] is not None:
        raise disabled()
    if number is None:
        _remember(workspace, Account.of(found[0]), subject)
    return int(found[0]["id"])


def _verified_email(claims: Claims) -> str:
    email = claims.get("email")
    if not isinstance(email, str) or not any(claims.get(name) in (True, "true", 1, "1") for name in VERIFIED_CLAIMS):
        raise SignInRefused(
            _("The provider did not say that your e-mail address is yours."),
            hint=_("Confirm the address there, or sign in with your password."),
        )
    return email_key(email)


def _remember(workspace: Workspace, account: Account, subject: str) -> None:
    """Has the account belong to whom the provider means from now on. Raises SignInRefused where it means somebody else
    by the same address, such as the next owner of a mailbox."""
    with workspace.store.writing() as connection:
        known = accounts.read_accounts(connection, number=account.number)[0]["provider_subject"]
        if known not in (None, subject):
            raise SignInRefused(
                _("The account with your e-mail address belongs to somebody else at the provider."),
                hint=_("Ask a coordinator to remove how its owner signed in: Remove second factor."),
            )
        accounts.change(connection, account.number, {"provider_subject": subject})
        linked = AuditEntry(AuditAction.FACTOR_ADD, AuditKind.ACCOUNT, account.number, after={"kind": "provider"})
        record(connection, workspace, account.actor, linked)


def _provider(workspace: Workspace) -> Provider:
    configuration = openid_configuration(workspace.settings)
    if configuration is None:
        raise SignInRefused(_("No sign-in provider is set up."), hint=_("Sign in with your password."))
    return provider_of(configuration)
