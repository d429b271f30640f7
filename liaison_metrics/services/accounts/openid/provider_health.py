"""The health check of the OpenID Connect provider."""

from __future__ import annotations

from liaison_metrics.errors import ProviderError, SettingsError
from liaison_metrics.services.accounts.openid.configuration import openid_configuration
from liaison_metrics.services.accounts.openid.provider import Provider
from liaison_metrics.services.workspace.health_check import HealthCheck
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.texts import _


def check_provider(settings: Settings) -> list[HealthCheck]:
    """Returns whether the configured provider answers and describes itself as it is set up here; [] for none."""
    try:
        configuration = openid_configuration(settings)
        if configuration is None:
            return []
        Provider(configuration).check()
    except (ProviderError, SettingsError) as error:
        return [HealthCheck(False, error.message, error.hint)]
    return [HealthCheck(True, _("The sign-in provider answers: {issuer}").format(issuer=configuration.issuer))]
