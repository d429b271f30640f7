"""Refuses requests and websockets that name another host, or that come from a page of another origin.

It stands before Streamlit's own check, which trusts every page on localhost, whatever its port, and which asks an
outside server for this machine's address when it meets an origin that it does not know.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import SplitResult, urlsplit

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from liaison_metrics.texts import _

PORTS = {"http": 80, "https": 443}
"""The port of an address that names none."""

SECURE = ("https", "wss")


class Origins:
    """Answers only requests to one of *hosts*, and of those that have an Origin only requests from its own pages."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        self.app, self.hosts = app, frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, or refuses it: 400 for a foreign host, 403 for a foreign origin."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        host = _split("//", _only(scope, b"host"))
        if host is None or host.hostname not in self.hosts:
            await refuse(400, _("This server doesn’t answer to that name."), scope, receive, send)
        elif not _is_from(host, scope):
            await refuse(403, _("Requests from other sites are refused."), scope, receive, send)
        else:
            await self.app(scope, receive, send)


async def refuse(status: int, words: str, scope: Scope, receive: Receive, send: Send) -> None:
    """Answers a request with a status and a sentence. A websocket is closed before it is accepted, which clients see
    as 403."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008, "reason": words})
    else:
        await PlainTextResponse(words, status_code=status)(scope, receive, send)


def _is_from(host: SplitResult, scope: Scope) -> bool:
    """Returns whether a request to *host* has no Origin or that of the same host and port."""
    if not any(name == b"origin" for name, _value in scope["headers"]):
        return True
    origin = _split("", _only(scope, b"origin"))
    if origin is None or origin.scheme not in PORTS or (scope["scheme"] in SECURE and origin.scheme != "https"):
        return False
    # Behind a proxy that does TLS, the Host often names no port: it is then the default one of the page's scheme.
    default = PORTS[origin.scheme]
    return (origin.hostname, origin.port or default) == (host.hostname, host.port or default)


def _only(scope: Scope, name: bytes) -> str:
    """Returns a header, "" where it is missing or stands more than once."""
    values = [value for key, value in scope["headers"] if key == name]
    return values[0].decode("latin-1") if len(values) == 1 else ""


def _split(prefix: str, text: str) -> SplitResult | None:
    """Returns the parts of a Host (*prefix* "//") or an Origin; None if it is not valid."""
    try:
        parts = urlsplit(prefix + text)
        valid = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return parts if valid and not (parts.path or parts.query or parts.fragment or "@" in parts.netloc) else None
