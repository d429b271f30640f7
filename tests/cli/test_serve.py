"""serve: where it finds the pages, how it is told to stop, and what it says when it cannot start."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.cli.conftest import runner
from tests.conftest import PATIENCE, PROJECT_FILE, ROOT


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def served(folder: Path, port: int, python_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Runs serve in *folder* until it answers."""
    settings = {
        "LIAISON_DATABASE_URL": f"sqlite:///{folder / 'liaison.db'}", "LIAISON_PROJECT_FILE": str(PROJECT_FILE),
        "PYTHONPATH": os.pathsep.join((str(python_path), os.environ.get("PYTHONPATH", ""))),
    }  # fmt: skip
    command = [sys.executable, "-m", "liaison_metrics.cli", "serve", "--port", str(port)]
    process = subprocess.Popen(command, cwd=folder, env={**os.environ, **settings}, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + PATIENCE
        while status(port) != 200:
            assert time.monotonic() < until and process.poll() is None
            time.sleep(0.1)
        yield process
    finally:
        process.kill()
        process.wait()


def status(port: int, path: str = "/_stcore/health") -> int:
    """The status of an answer, 0 where nobody listens."""
    with suppress(OSError, http.client.HTTPException):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        connection.request("GET", path)
        return connection.getresponse().status
    return 0


def test_it_serves_the_current_folder_and_stops_with_streams_open(tmp_path: Path) -> None:
    """The package is a copy, as if installed without --editable; the folder holds app.py, pages/ and the settings."""
    site, folder, port = tmp_path / "site", tmp_path / "folder", free_port()
    shutil.copytree(ROOT / "liaison_metrics", site / "liaison_metrics", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pages", ".streamlit"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "app.py", folder)
    with served(folder, port, site) as process:
        streams = [http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE) for _n in range(3)]
        for stream in streams:
            stream.request("GET", "/live/revisions")
            assert b"retry" in stream.getresponse().readline()
        assert status(port, "/_stcore/metrics") == 404
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/host-config", timeout=PATIENCE) as answer:
            assert json.load(answer)["allowedOrigins"] == []
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
    assert status(port) == 0


def test_a_port_in_use_is_said(tmp_path: Path) -> None:
    run = runner(tmp_path, "liaison.db")
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        done = run("serve", "--port", str(other.getsockname()[1]))
    assert done.returncode == 2
    assert "already in use" in done.stderr and "--port" in done.stderr and "Traceback" not in done.stderr
