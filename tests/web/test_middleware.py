"""What stands before every request: hosts, origins, closed addresses, headers, and errors as sentences."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from liaison_metrics.errors import StoreError
from liaison_metrics.web.guards.middleware import middleware

Header = tuple[str, str]
SAID_INSIDE = "ada@example.org"


async def _ok(_request: Request) -> Response:
    return PlainTextResponse("fine")


async def _full(_request: Request) -> Response:
    raise StoreError("The disk is full.", hint="Free some space.")


async def _broken(_request: Request) -> Response:
    raise ValueError(SAID_INSIDE)


async def _socket(websocket: WebSocket) -> None:
    await websocket.accept()
    await websocket.close()


APP = Starlette(
    routes=[
        Route("/", _ok), Route("/full", _full), Route("/broken", _broken), Route("/_stcore/metrics", _ok),
        Route("/_stcore/agent/openapi.json", _ok), WebSocketRoute("/_stcore/stream", _socket),
    ],
    middleware=middleware(),
)  # fmt: skip


def answer(
    *headers: Header, path: str = "/", kind: str = "http", scheme: str = "http"
) -> tuple[int | str, dict[str, str], str]:
    """Asks with the headers exactly as given; returns the status (or the kind of a websocket's answer), headers and
    text."""
    sent: list[dict[str, Any]] = []
    scope = {
        "type": kind, "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b"", "scheme": scheme,
        "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in headers], "http_version": "1.1",
        "client": ("127.0.0.1", 5000), "server": ("127.0.0.1", 8501), "subprotocols": [], "root_path": "",
    }  # fmt: skip

    async def receive() -> dict[str, Any]:
        return {"type": "websocket.connect"} if kind == "websocket" else {"type": "http.request", "body": b""}

    async def send(message: Any) -> None:
        sent.append(dict(message))

    with ThreadPoolExecutor(1) as pool:  # the browser tests leave an event loop running in their thread
        pool.submit(asyncio.run, APP(scope, receive, send)).result(10)  # type: ignore[arg-type]
    first = sent[0]
    found = {name.decode(): value.decode() for name, value in first.get("headers", [])}
    return first.get("status", first["type"]), found, b"".join(one.get("body", b"") for one in sent).decode()


@pytest.mark.parametrize("host", ["localhost", "localhost:8501", "127.0.0.1:80", "[::1]", "[::1]:8501", "LOCALHOST"])
def test_this_machine_s_own_names_are_answered(host: str) -> None:
    assert answer(("Host", host))[0] == 200


@pytest.mark.parametrize(
    "headers",
    [
        [], [("Host", "evil.example")], [("Host", "localhost.evil.example")], [("Host", "localhost@evil.example")],
        [("Host", "localhost"), ("Host", "evil.example")], [("Host", "localhost/x")], [("Host", "[::1")],
        [("Host", "localhost:x")], [("Host", "::1")],
    ],
)  # fmt: skip
def test_other_names_are_refused(headers: Sequence[Header]) -> None:
    assert answer(*headers)[0] == 400


OWN = [
    ("localhost:8501", "http://localhost:8501"), ("localhost", "http://localhost"), ("localhost", "https://localhost"),
    ("localhost:443", "https://localhost"), ("[::1]:8501", "http://[::1]:8501"),
]  # fmt: skip
FOREIGN = [
    ("localhost:8501", "https://evil.example"), ("localhost:8501", "http://localhost"),
    ("localhost:8501", "http://localhost:3000"), ("localhost:8501", "http://127.0.0.1:8501"),
    ("localhost:8501", "null"), ("localhost:8501", ""), ("localhost:8501", "http://localhost:8501.evil.example"),
    ("localhost:8501", "http://localhost:8501@evil.example"), ("localhost", "ftp://localhost"),
    ("localhost:8501", "https://evil.streamlit.app"), ("localhost:8501", "http://0.0.0.0:8501"),
]  # fmt: skip


@pytest.mark.parametrize(("host", "origin"), OWN)
def test_the_server_s_own_pages_may_ask(host: str, origin: str) -> None:
    asked = (("Host", host), ("Origin", origin))
    assert answer(*asked)[0] == 200
    assert answer(*asked, kind="websocket", path="/_stcore/stream", scheme="ws")[0] == "websocket.accept"


@pytest.mark.parametrize(("host", "origin"), FOREIGN)
def test_pages_of_other_sites_may_not(host: str, origin: str) -> None:
    asked = (("Host", host), ("Origin", origin))
    assert answer(*asked)[0] == 403
    assert answer(*asked, kind="websocket", path="/_stcore/stream", scheme="ws")[0] == "websocket.close"


def test_two_origins_are_none() -> None:
    own = ("Origin", "http://localhost")
    assert answer(("Host", "localhost"), own, own)[0] == 403


def test_behind_https_a_page_without_it_is_foreign() -> None:
    asked = ("Host", "localhost"), ("Origin", "http://localhost")
    assert answer(*asked, scheme="https")[0] == 403


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/base/_stcore/metrics/", "/_stcore/agent/openapi.json"])
def test_what_pages_do_not_need_is_closed(path: str) -> None:
    assert answer(("Host", "localhost"), path=path)[0] == 404


@pytest.mark.parametrize("path", ["/", "/nothing", "/full", "/broken", "/_stcore/metrics"])
@pytest.mark.parametrize("host", ["localhost", "evil.example"])
def test_every_answer_has_the_headers(path: str, host: str) -> None:
    _status, headers, _text = answer(("Host", host), path=path)
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    policy = headers["content-security-policy"]
    assert "frame-ancestors 'self'" in policy and "default-src 'self'" in policy
    assert "http" not in policy and "*" not in policy and "eval" not in policy
    assert "'unsafe-inline'" not in policy.partition("script-src")[2].partition(";")[0]
    assert "strict-transport-security" not in headers


def test_behind_https_browsers_are_told_to_stay_there() -> None:
    assert "max-age=" in answer(("Host", "localhost"), scheme="https")[1]["strict-transport-security"]


def test_errors_are_sentences(caplog: pytest.LogCaptureFixture) -> None:
    host = ("Host", "localhost")
    assert answer(host, path="/full")[::2] == (503, "The disk is full. Free some space.")
    status, _headers, text = answer(host, path="/broken")
    assert status == 500 and text.startswith("Something went wrong.")
    assert "ada@" not in text + caplog.text and "ValueError" in caplog.text
