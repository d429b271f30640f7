"""Steps: what a browser holds between two requests that belong together, such as a password and the code after it.

A step is encrypted with the secret key, so the store keeps nothing until it is completed: whoever begins thousands of
them fills no table. It is valid for a few minutes, for one purpose, and is completed once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection

from liaison_metrics.errors import SignInRefused
from liaison_metrics.services.accounts.tokens import digest_of, new_token
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.access import factors
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.texts import _

LIFETIME = timedelta(minutes=10)
"""Long enough to look for a phone, or to sign in at a provider."""


class StepKind(StrEnum):
    """What a step is for."""

    CODE = "code"
    """The password was right; the code is asked for."""

    PROVIDER = "provider"
    """Somebody was sent to the OpenID Connect provider."""

    PASSKEY = "passkey"
    """A browser was asked to sign in with a passkey."""

    NEW_FACTOR = "new factor"
    """Somebody who is signed in is shown the secret for an authenticator app."""

    NEW_PASSKEY = "new passkey"
    """The browser of somebody who is signed in was asked to make a passkey."""


@dataclass(frozen=True, slots=True)
class OpenStep:
    """A step that can be completed: whose (None where nobody is known yet), and what it carries."""

    token: str
    account: int | None
    values: Mapping[str, str]


def begin_step(workspace: Workspace, kind: StepKind, account: int | None = None, **values: str) -> str:
    """Returns the token of a new step, for the browser."""
    until = (datetime.now(UTC) + LIFETIME).timestamp()
    content = {"account": account, "until": until, "token": new_token(), "values": values}
    return Encryption(workspace.secret).encrypt_secret(json.dumps(content), kind)


def open_step(workspace: Workspace, kind: StepKind, token: str) -> OpenStep:
    """Returns a step by its token. Raises SignInRefused where it is not valid, too old, or for another purpose."""
    text = Encryption(workspace.secret).decrypt_secret(token, kind) if token else None
    content = json.loads(text) if text else None
    if content is None or content["until"] < datetime.now(UTC).timestamp():
        raise is_over()
    return OpenStep(content["token"], content["account"], content["values"])


def complete_step(connection: Connection, step: OpenStep) -> None:
    """Completes a step. Raises SignInRefused where it was completed before."""
    if not factors.use_sign_in_step(connection, digest_of(step.token), datetime.now(UTC) - 2 * LIFETIME):
        raise is_over()


def is_over() -> SignInRefused:
    """Returns the refusal of a step that is too old, completed, or not for this."""
    return SignInRefused(_("This took too long, or was done already."), hint=_("Start again."))
