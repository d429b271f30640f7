"""Passkeys (WebAuthn): a key in a phone, a computer or a stick that signs in with a fingerprint, face or PIN.

The device checks who uses it, so a passkey is two factors in one. The store keeps its public key alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, parse_authentication_credential_json
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from liaison_metrics.errors import SignInRefused
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, check, open_to_anybody, requires
from liaison_metrics.services.accounts import steps, throttling
from liaison_metrics.services.accounts.signing_in import PasswordConfirmed
from liaison_metrics.services.accounts.steps import StepKind
from liaison_metrics.services.accounts.throttling import Visit
from liaison_metrics.services.accounts.tokens import new_token
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.access import accounts, factors
from liaison_metrics.store.uploads import Row
from liaison_metrics.texts import _

LONGEST_NAME = 100

_KIND = {"kind": "passkey"}


@dataclass(frozen=True, slots=True)
class PasskeySite:
    """The address that passkeys are bound to: host name and origin. On another address they do nothing."""

    host: str
    origin: str


@dataclass(frozen=True, slots=True)
class PasskeyRequest:
    """What the browser is asked, as JSON, and the token of the step that its answer completes."""

    options: str
    step: str


@dataclass(frozen=True, slots=True)
class PasskeyAnswer:
    """What the browser answered, as JSON, for a step and at an address. *name* is that of a new passkey."""

    credential: str
    step: str
    site: PasskeySite
    name: str = ""


@dataclass(frozen=True, slots=True)
class OwnPasskey:
    """A passkey of one's own account."""

    number: int
    name: str
    made_at: datetime
    used_at: datetime | None


@requires(Action.CREDENTIAL_READ)
def own_passkeys(workspace: Workspace, account: int, actor: Actor) -> list[OwnPasskey]:
    """Returns the passkeys of the actor's account, the oldest first. Raises NotAllowed."""
    check(actor, Action.CREDENTIAL_READ, Resource.account(account))
    with workspace.store.reading() as connection:
        rows = factors.read_passkeys(connection, account)
    return [OwnPasskey(row["id"], row["name"], row["made_at"], row["used_at"]) for row in rows]


@requires(Action.CREDENTIAL_CHANGE)
def ask_for_new(workspace: Workspace, confirmed: PasswordConfirmed, site: PasskeySite, actor: Actor) -> PasskeyRequest:
    """Returns what to ask a browser for a new passkey. Raises NotAllowed."""
    account = confirmed.account
    check(actor, Action.CREDENTIAL_CHANGE, Resource.account(account))
    with workspace.store.reading() as connection:
        email = accounts.read_accounts(connection, number=account)[0]["email"]
        known = [row["credential"] for row in factors.read_passkeys(connection, account)]
    challenge = new_token()
    options = generate_registration_options(
        rp_id=site.host,
        rp_name=workspace.project.acronym,
        user_name=email,
        user_id=bytes.fromhex(throttling.keyed_digest(workspace, f"passkeys of {account}")),
        challenge=challenge.encode(),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=base64url_to_bytes(one)) for one in known],
    )
    step = steps.begin_step(workspace, StepKind.NEW_PASSKEY, account, challenge=challenge)
    return PasskeyRequest(options_to_json(options), step)


@requires(Action.CREDENTIAL_CHANGE)
def add_passkey(workspace: Workspace, account: int, answer: PasskeyAnswer, actor: Actor) -> None:
    """Adds the passkey that a browser made. Raises NotAllowed, and SignInRefused where the answer is not to what was
    asked, or the passkey is known already."""
    check(actor, Action.CREDENTIAL_CHANGE, Resource.account(account))
    step = steps.open_step(workspace, StepKind.NEW_PASSKEY, answer.step)
    if step.account != account:
        raise steps.is_over()
    try:
        made = verify_registration_response(
            credential=answer.credential,
            expected_challenge=step.values["challenge"].encode(),
            expected_rp_id=answer.site.host,
            expected_origin=answer.site.origin,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError) as error:
        raise _not_taken() from error
    values = {
        "credential": bytes_to_base64url(made.credential_id), "public_key": made.credential_public_key,
        "uses": made.sign_count, "name": answer.name[:LONGEST_NAME],
    }  # fmt: skip
    with workspace.store.writing() as connection:
        steps.complete_step(connection, step)
        if not factors.add_passkey(connection, account, values):
            raise _not_taken()
        record(
            connection, workspace, actor, AuditEntry(AuditAction.FACTOR_ADD, AuditKind.ACCOUNT, account, after=_KIND)
        )


@requires(Action.CREDENTIAL_CHANGE)
def remove_passkey(workspace: Workspace, confirmed: PasswordConfirmed, number: int, actor: Actor) -> None:
    """Removes a passkey of an account. Raises NotAllowed."""
    check(actor, Action.CREDENTIAL_CHANGE, Resource.account(confirmed.account))
    with workspace.store.writing() as connection:
        if factors.remove_passkeys(connection, confirmed.account, number):
            removed = AuditEntry(AuditAction.FACTOR_REMOVE, AuditKind.ACCOUNT, confirmed.account, before=_KIND)
            record(connection, workspace, actor, removed)


def ask_for_passkey(workspace: Workspace, site: PasskeySite) -> PasskeyRequest:
    """Returns what to ask a browser that wants to sign in with a passkey, whoever it is."""
    challenge = new_token()
    options = generate_authentication_options(
        rp_id=site.host, challenge=challenge.encode(), user_verification=UserVerificationRequirement.REQUIRED
    )
    return PasskeyRequest(options_to_json(options), steps.begin_step(workspace, StepKind.PASSKEY, challenge=challenge))


@open_to_anybody("the passkey says who somebody is")
def check_passkey(workspace: Workspace, answer: PasskeyAnswer, visit: Visit) -> int:
    """Returns the number of the account that a passkey belongs to, after its signature was checked.

    Raises SignInRefused for an unknown passkey, an answer to something else or one that was used, and too many
    attempts.
    """
    step = steps.open_step(workspace, StepKind.PASSKEY, answer.step)
    address = throttling.address_of(workspace, visit)
    with workspace.store.writing() as connection:
        throttling.check_wait(connection, [address])
        found = _signed(answer, step.values["challenge"], _passkey(connection, answer.credential))
        if found is None:
            throttling.add_failure(connection, [address])
            wrong = AuditEntry(AuditAction.SIGN_IN_FAIL, AuditKind.ACCOUNT, after={"step": "passkey"})
            record(connection, workspace, None, wrong)
        else:
            steps.complete_step(connection, step)
            factors.use_passkey(connection, found["id"], found["uses"])
    if found is None:
        raise SignInRefused(_("This passkey is not known here."), hint=_("Sign in with your password."))
    return int(found["account_id"])


def _passkey(connection: Connection, credential: str) -> Row | None:
    """Returns the stored passkey that an answer names."""
    try:
        return factors.read_passkey(connection, parse_authentication_credential_json(credential).id)
    except (WebAuthnException, ValueError):
        return None


def _signed(answer: PasskeyAnswer, challenge: str, row: Row | None) -> Row | None:
    """Returns a stored passkey with its new counter, None where it did not sign the challenge."""
    if row is None:
        return None
    try:
        signed = verify_authentication_response(
            credential=answer.credential,
            expected_challenge=challenge.encode(),
            expected_rp_id=answer.site.host,
            expected_origin=answer.site.origin,
            credential_public_key=row["public_key"],
            credential_current_sign_count=row["uses"],
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError):
        return None
    return row | {"uses": signed.new_sign_count}


def _not_taken() -> SignInRefused:
    return SignInRefused(_("The passkey could not be added."), hint=_("Try again, or use another device."))
