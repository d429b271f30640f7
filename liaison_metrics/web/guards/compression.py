"""Compresses the scripts and styles of the pages, once each: Streamlit sends them as they are."""

from __future__ import annotations

import gzip
import threading

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FOLDER = "/static/"
"""Streamlit's files. Their names hold a digest of their content, so that a file of a name never changes."""

COMPRESSIBLE = ("text/", "application/javascript", "application/json", "image/svg+xml")
LEAST = 1024
"""Bytes below which compressing saves nothing."""

MOST_KEPT = 32 * 2**20
"""Compressed bytes that are kept. All of Streamlit's files together are smaller."""

_kept: dict[str, tuple[list[tuple[bytes, bytes]], bytes]] = {}
_lock = threading.Lock()


class CompressedFiles:
    """Middleware that answers requests for such files compressed, and remembers the compressed files.

    It only ever sees files that are the same for everybody, so that nobody learns a secret from a compressed length.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request, from the kept files where it can."""
        if not _is_file(scope):
            await self.app(scope, receive, send)
            return
        kept = _kept.get(scope["path"])
        if kept is None:
            await self.app(scope, receive, _Answer(scope["path"], send))
            return
        await send({"type": "http.response.start", "status": 200, "headers": kept[0]})
        await send({"type": "http.response.body", "body": kept[1]})


class _Answer:
    """Collects a file, then sends it compressed; sends everything else as it comes."""

    def __init__(self, path: str, send: Send) -> None:
        self.path, self.send = path, send
        self.start: Message | None = None
        self.parts: list[bytes] = []

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_worth_it(message):
            self.start = message
        elif self.start is None:
            await self.send(message)
        else:
            self.parts.append(message.get("body", b""))
            if not message.get("more_body"):
                await self._finish(self.start)

    async def _finish(self, start: Message) -> None:
        body = await to_thread.run_sync(gzip.compress, b"".join(self.parts))
        headers = MutableHeaders(raw=list(start["headers"]))
        headers["content-encoding"] = "gzip"
        headers["content-length"] = str(len(body))
        headers.add_vary_header("accept-encoding")
        if etag := headers.get("etag"):
            headers["etag"] = etag if etag.startswith("W/") else f"W/{etag}"
        with _lock:
            if sum(len(file) for _, file in _kept.values()) + len(body) <= MOST_KEPT:
                _kept[self.path] = headers.raw, body
        await self.send({**start, "headers": headers.raw})
        await self.send({"type": "http.response.body", "body": body})


def _is_file(scope: Scope) -> bool:
    """Tells whether this asks for a whole file that the browser does not have yet, and can be compressed."""
    if scope["type"] != "http" or scope["method"] != "GET" or FOLDER not in scope["path"]:
        return False
    headers = Headers(scope=scope)
    asks_for_part = any(name in headers for name in ("range", "if-none-match", "if-modified-since"))
    return "gzip" in headers.get("accept-encoding", "") and not asks_for_part


def _is_worth_it(start: Message) -> bool:
    headers = Headers(raw=start["headers"])
    return (
        start["status"] == 200
        and "content-encoding" not in headers
        and headers.get("content-type", "").startswith(COMPRESSIBLE)
        and int(headers.get("content-length", LEAST)) >= LEAST
    )
