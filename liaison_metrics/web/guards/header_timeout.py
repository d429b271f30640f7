"""Closes connections that begin a request and do not finish its header: each of them holds a descriptor."""

from __future__ import annotations

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

HEADER_TIMEOUT = 10.0
"""Seconds. A browser sends a header at once; a slow line needs a few seconds."""


class HeaderTimeoutProtocol(H11Protocol):
    """The server's HTTP protocol with a time limit for the header of each request."""

    _header_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Starts the time limit of the first header."""
        super().connection_made(transport)
        self._limit_header()

    def data_received(self, data: bytes) -> None:
        """Reads data. The limit runs from the first byte of a header to its last."""
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._stop_header_timer()
        elif self._header_timer is None:
            self._limit_header()

    def connection_lost(self, exc: Exception | None) -> None:
        """Ends the time limit."""
        self._stop_header_timer()
        super().connection_lost(exc)

    def _limit_header(self) -> None:
        self._header_timer = self.loop.call_later(HEADER_TIMEOUT, self.transport.close)

    def _stop_header_timer(self) -> None:
        if self._header_timer is not None:
            self._header_timer.cancel()
            self._header_timer = None
