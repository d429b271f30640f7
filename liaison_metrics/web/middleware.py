"""What stands before every request and websocket, ours and Streamlit's: the outermost comes first."""

from __future__ import annotations

from starlette.middleware import Middleware

from liaison_metrics.web.closed_paths import ClosedPaths
from liaison_metrics.web.failures import Failures
from liaison_metrics.web.origins import Origins
from liaison_metrics.web.security_headers import SecurityHeaders

THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
"""Allowed host names. A foreign page that points its own name at this machine is refused (DNS rebinding)."""


def middleware() -> list[Middleware]:
    """Returns the middleware for all requests. Until there are accounts, the server answers only requests to this
    machine's own names."""
    return [
        Middleware(SecurityHeaders),
        Middleware(Failures),
        Middleware(Origins, hosts=THIS_MACHINE),
        Middleware(ClosedPaths),
    ]
