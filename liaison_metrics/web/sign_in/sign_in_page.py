"""The page on which everybody signs in."""

from __future__ import annotations

from starlette.responses import Response

from liaison_metrics.errors import LiaisonError, ProviderError, SettingsError
from liaison_metrics.services.accounts.openid.provider_sign_in import provider_label
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.texts import _
from liaison_metrics.web.sign_in.forms import own_path, page

BAD_GATEWAY = 502


def sign_in_page(following: str, email: str = "", error: LiaisonError | None = None, up: str = "") -> Response:
    """Returns the page, with an error where one happened; whoever signs in goes on to *following*. *up* leads from the
    address of the request to the program's root."""
    try:
        label = provider_label(the_workspace())
    except SettingsError as mistake:
        label, error = "", error or mistake
    return page(
        "sign_in", _("Sign in"), _status(error), next=own_path(following), email=email, error=error, provider=label,
        up=up,
    )  # fmt: skip


def _status(error: LiaisonError | None) -> int:
    if error is None:
        return 200
    if isinstance(error, (ProviderError, SettingsError)):
        return BAD_GATEWAY
    return 429 if getattr(error, "wait_seconds", 0) else 401
