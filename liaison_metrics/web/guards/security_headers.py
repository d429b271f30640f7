"""Headers of every answer that tell browsers what the pages may do, and what others may do with them."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",  # for browsers that do not know frame-ancestors
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}

PRIVATE = {"Cache-Control": "no-store"}
"""For answers that say nothing about it themselves, such as Streamlit's downloads: they are about people."""

BEHIND_TLS = {"Strict-Transport-Security": "max-age=31536000"}
"""Only for requests that came through TLS: to this process, or to a proxy that it trusts."""

SECURE = ("https", "wss")

_FRAMES = "frames_of"
_OWN_FRAMES = "frame-ancestors 'self'"


class SecurityHeaders:
    """Adds the headers to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on and adds the headers to its answer."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        added = {**ALWAYS, "Content-Security-Policy": content_security_policy()}
        if scope["scheme"] in SECURE:
            added |= BEHIND_TLS

        scope.setdefault("state", {})

        async def with_headers(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                headers = MutableHeaders(scope=message)
                for name, value in added.items():
                    headers[name] = value
                if site := scope["state"].get(_FRAMES):
                    headers["Content-Security-Policy"] = content_security_policy().replace(
                        _OWN_FRAMES, f"{_OWN_FRAMES} {site}"
                    )
                    del headers["X-Frame-Options"]
                for name, value in PRIVATE.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, with_headers)


def allow_frames_of(scope: Scope, site: str) -> None:
    """Lets a site ("*": any, "": none) embed the answer to a request."""
    scope["state"][_FRAMES] = site


@cache
def content_security_policy() -> str:
    """Returns the policy that Streamlit's pages can live with: nothing from another host, no script but the server's
    own, no evaluated text.

    Streamlit loads the scripts of components as blobs, and writes styles into the page as it goes.
    """
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()
    inline = re.findall(rb"<script>(.*?)</script>", page, re.DOTALL)
    hashes = (base64.b64encode(hashlib.sha256(script).digest()).decode() for script in inline)
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(("script-src 'self' blob:", *(f"'sha256-{digest}'" for digest in hashes))),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "media-src 'self' blob:",
            "frame-src 'none'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            _OWN_FRAMES,
        )
    )
