"""One rerun of Targets, and of Work plan with a long history, against one of an empty page: the script's time in a real
server, in milliseconds.

The server, its session and its websocket are the real ones; a small client asks for reruns as a browser would. The
empty page is a Streamlit program of one page with nothing on it.
"""

from __future__ import annotations

import asyncio
import os
import runpy
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from subprocess import PIPE

import streamlit as st
import uvicorn
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import RerunData
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from websockets.asyncio.client import connect

from liaison_metrics.services.workspace.project_file import load_project
from liaison_metrics.services.workspace.settings import Settings
from tests.bench.row import Row
from tests.bench.stores import fill
from tests.bench.world import made_up

ROOT = Path(__file__).parent.parent.parent
BAR = 8.0
TRANSLATED_BAR = 1.05
RERUNS, WARM = 120, 20
EVENTS = 10_000
BETWEEN = 0.02
"""Seconds between two reruns: nobody clicks while the answer to the last click is still on its way."""

LONG_PAGES = {
    "Work plan": ("work_plan", ""), "Forecast": ("forecast", "as_of=2021-06-30"), "Data quality": ("data_quality", ""),
    "Statements": ("statements", ""),
}  # fmt: skip
"""The pages that are tried with a long history: address and query. The forecast is one within the project's time."""

EMPTY_PAGE = "import streamlit as st\nst.navigation([st.Page(lambda: None, title='Empty', url_path='empty')]).run()\n"


def measure(database_url: str | None = None) -> list[Row]:
    """Returns the row of this benchmark, on the store at *database_url* (else a new one with made-up data)."""
    with tempfile.TemporaryDirectory() as folder:
        url = database_url or _demonstration(Path(folder))
        empty = Path(folder) / "empty.py"
        empty.write_text(EMPTY_PAGE, encoding="utf-8")
        [targets], [nothing] = _script_times(ROOT / "app.py", url), _script_times(empty, url)
        english, german = _script_times(ROOT / "app.py", url, queries=("", "lang=de"))
        history = _long_history(Path(folder))
        long = {
            name: _script_times(ROOT / "app.py", history, page, [query])[0]
            for name, (page, query) in LONG_PAGES.items()
        }
    return [
        _row("one rerun of Targets, script time", targets, nothing),
        Row(
            "one rerun of Targets in German, script time",
            f"{german / english:.2f} × ({german:.1f} ms against {english:.1f} ms)",
            f"≤ {TRANSLATED_BAR} × that in English",
            german <= TRANSLATED_BAR * english,
        ),
        *(_row(f"one rerun of {name} with {EVENTS:,} events, script time", ms, nothing) for name, ms in long.items()),
    ]


def _row(what: str, took: float, nothing: float) -> Row:
    ratio = took / nothing
    measured = f"{ratio:.1f} × ({took:.1f} ms against {nothing:.2f} ms)"
    return Row(what, measured, f"≤ {BAR:.0f} × an empty page's", ratio <= BAR)


def _demonstration(folder: Path) -> str:
    url = f"sqlite:///{folder / 'liaison.db'}"
    command = [sys.executable, "-m", "liaison_metrics.cli", "demo"]
    subprocess.run(command, cwd=ROOT, env=_environment(url), check=True, capture_output=True)
    return url


def _long_history(folder: Path) -> str:
    settings = Settings(database_url=f"sqlite:///{folder / 'long.db'}", project_file=ROOT / "data" / "project.toml")
    project = load_project(settings.project_file)
    fill(settings, made_up(project, attendances=4 * EVENTS, people=EVENTS, events=EVENTS))
    return str(settings.database_url)


def _environment(url: str) -> dict[str, str]:
    return {**os.environ, "LIAISON_DATABASE_URL": url, "PYTHONPATH": str(ROOT)}


def _script_times(script: Path, url: str, page: str = "", queries: Sequence[str] = ("",)) -> list[float]:
    """Returns the middle time of a run of *script*, at its first or another page, for each of the queries, in a server
    of its own. Visits with different queries take turns, so whatever else the machine does slows down all of them."""
    command = [sys.executable, "-m", "tests.bench.rerun", str(script)]
    server = subprocess.Popen(command, cwd=ROOT, env=_environment(url), stdin=PIPE, stdout=PIPE, text=True)
    assert server.stdin and server.stdout
    with server:
        asyncio.run(_ask_again_and_again(int(server.stdout.readline()), page, queries))
        server.stdin.close()
        times = [float(line) for line in server.stdout]
        return [statistics.median(times[place :: len(queries)][WARM:]) for place in range(len(queries))]


async def _ask_again_and_again(port: int, page: str, queries: Sequence[str]) -> None:
    # As in a browser, the page listens for changes of the store while it is drawn.
    _hearing, asking = await asyncio.open_connection("127.0.0.1", port)
    asking.write(b"GET /live/revisions HTTP/1.1\r\nHost: localhost\r\n\r\n")
    async with AsyncExitStack() as visits:
        stream = f"ws://127.0.0.1:{port}/_stcore/stream"
        lines = [await visits.enter_async_context(connect(stream, max_size=None)) for _query in queries]
        for _run in range(RERUNS):
            for line, query in zip(lines, queries, strict=True):
                state = ClientState(page_name=page, query_string=query)
                await line.send(BackMsg(rerun_script=state).SerializeToString())
                while not _is_finished(await line.recv()):
                    pass
                await asyncio.sleep(BETWEEN)


def _is_finished(message: object) -> bool:
    told = ForwardMsg()
    told.ParseFromString(message if isinstance(message, bytes) else b"")
    return told.WhichOneof("type") == "script_finished"


def _serve(script: Path) -> None:
    """Serves *script*, tells its port, and at the end the time of each run in milliseconds."""
    times: list[float] = []
    run = ScriptRunner._run_script

    def timed(self: ScriptRunner, rerun_data: RerunData) -> None:
        start = time.perf_counter()
        run(self, rerun_data)
        times.append(1000 * (time.perf_counter() - start))

    ScriptRunner._run_script = timed  # type: ignore[method-assign]
    PagesManager.uses_pages_directory = False
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = runpy.run_path(str(script)).get("app") or st.App(script)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_config=None))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    print(port, flush=True)
    sys.stdin.read()
    print(*times, sep="\n", flush=True)
    os._exit(0)


if __name__ == "__main__":
    _serve(Path(sys.argv[1]))
