"""The server process of ``liaison-metrics serve``: ``python -m liaison_metrics.web.server FOLDER HOST PORT``."""

from __future__ import annotations

import sys

import uvicorn

from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.web.guards.header_timeout import HeaderTimeoutProtocol

SECONDS_TO_FINISH = 5
"""How long open answers may go on after the server was told to stop; a stream that nobody reads never ends."""

PING_SECONDS = 30
"""An idle websocket is asked this often whether its browser is still there, and closed if it does not answer."""


def run(folder: str, host: str, port: int) -> None:
    """Serves the ``app.py`` in *folder* until the process is told to stop."""
    uvicorn.run(
        "app:app",
        app_dir=folder,
        host=host,
        port=port,
        root_path=Settings().public_path,
        http=HeaderTimeoutProtocol,
        ws="websockets-sansio",
        ws_ping_interval=PING_SECONDS,
        ws_ping_timeout=PING_SECONDS,
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=SECONDS_TO_FINISH,
        log_level="warning",
        access_log=False,
        server_header=False,
    )


if __name__ == "__main__":
    run(sys.argv[1], sys.argv[2], int(sys.argv[3]))
