"""Which OpenID Connect provider is used, from the settings."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from liaison_metrics.errors import SettingsError
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.texts import _


@dataclass(frozen=True, slots=True)
class OpenIdConfiguration:
    """The provider, as what this program is known to it, and the words on the button."""

    issuer: str
    client: str
    secret: str
    label: str


def openid_configuration(settings: Settings) -> OpenIdConfiguration | None:
    """Returns the configured provider, None where there is none.

    Raises SettingsError where the issuer is not a https address, the client is missing, or the file with the secret
    cannot be read.
    """
    if not settings.oidc_issuer:
        return None
    if not is_trustworthy(settings.oidc_issuer):
        raise SettingsError(
            _("LIAISON_OIDC_ISSUER is not a https address."), hint=_("Copy the issuer from your provider’s settings.")
        )
    if not settings.oidc_client_id:
        raise SettingsError(
            _("LIAISON_OIDC_CLIENT_ID is missing."), hint=_("Copy the client ID from your provider’s settings.")
        )
    label = settings.oidc_label or _("Sign in with your organisation")
    return OpenIdConfiguration(settings.oidc_issuer, settings.oidc_client_id, _secret(settings), label)


def is_trustworthy(address: str) -> bool:
    """Returns whether nobody between here and an address can read or change what is sent."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and _is_this_machine(host)))


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _secret(settings: Settings) -> str:
    if settings.oidc_secret_file is None:
        return settings.oidc_client_secret.get_secret_value()
    try:
        return settings.oidc_secret_file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            _("The file of LIAISON_OIDC_SECRET_FILE cannot be read."),
            hint=_("Check its path, and that the server may read it."),
        ) from error
