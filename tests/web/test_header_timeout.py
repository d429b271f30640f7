"""A connection that does not finish the header of a request is closed, and no other."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from uvicorn.config import Config
from uvicorn.server import ServerState

from liaison_metrics.web.guards import header_timeout
from liaison_metrics.web.guards.header_timeout import HeaderTimeoutProtocol
from tests.conftest import PATIENCE

REQUEST = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"


async def app(_scope: Any, _receive: Any, send: Callable[[Any], Any]) -> None:
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body"})


async def closed(*pieces: bytes) -> bool:
    """Whether the limit closes a connection that sends these pieces and then nothing more."""
    config = Config(app, http=HeaderTimeoutProtocol)
    config.load()
    protocols: list[HeaderTimeoutProtocol] = []

    def protocol() -> HeaderTimeoutProtocol:
        protocols.append(HeaderTimeoutProtocol(config, ServerState(), {}))
        return protocols[-1]

    server = await asyncio.get_running_loop().create_server(protocol, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname()[:2])
    for piece in pieces:
        writer.write(piece)
        if piece.endswith(b"\r\n\r\n"):
            await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), PATIENCE)
            assert protocols[0]._header_timer is None
    if not pieces or not pieces[-1].endswith(b"\r\n\r\n"):
        await asyncio.wait_for(reader.read(), PATIENCE)
    ended = reader.at_eof()
    writer.close()
    server.close()
    return ended


@pytest.mark.parametrize(
    ("pieces", "ends"),
    [([], True), ([b"GET / HT"], True), ([REQUEST[:-2]], True), ([REQUEST, b"GET /"], True), ([REQUEST], False)],
)
def test_half_a_header_is_not_waited_for(pieces: list[bytes], ends: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    # A whole request must not meet the limit, however slow the machine is.
    monkeypatch.setattr(header_timeout, "HEADER_TIMEOUT", 0.05 if ends and REQUEST not in pieces else 1.0)
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(asyncio.run, closed(*pieces)).result(2 * PATIENCE) is ends
