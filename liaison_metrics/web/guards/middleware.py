"""What stands before every request and websocket, ours and Streamlit's: the outermost comes first."""

from __future__ import annotations

from starlette.middleware import Middleware

from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.web.guards.closed_paths import ClosedPaths
from liaison_metrics.web.guards.compression import CompressedFiles
from liaison_metrics.web.guards.failures import Failures
from liaison_metrics.web.guards.languages import Languages
from liaison_metrics.web.guards.origins import Origins
from liaison_metrics.web.guards.security_headers import SecurityHeaders
from liaison_metrics.web.guards.session_gate import SessionGate
from liaison_metrics.web.guards.upload_budget import UploadBudget

THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
"""Allowed host names. A foreign page that points its own name at this machine is refused (DNS rebinding)."""


def middleware() -> list[Middleware]:
    """Returns the middleware for all requests. The server answers requests to this machine's own names, and to the
    host of its public address where it has one.

    Raises SettingsError.
    """
    settings = Settings()
    public = settings.public_host
    return [
        Middleware(SecurityHeaders),
        Middleware(Languages),
        Middleware(Failures, open_to_all=not settings.needs_accounts),
        Middleware(Origins, hosts=(*THIS_MACHINE, public) if public else THIS_MACHINE),
        Middleware(ClosedPaths),
        Middleware(SessionGate),
        Middleware(UploadBudget),
        Middleware(CompressedFiles),
    ]
