"""A server under load: people who are signed in and click every few seconds while sheets are uploaded.

``python -m tests.bench.load`` runs for half an hour (``--minutes``) and prints its rows like ``make bench``. Server,
sign-in, websockets and live updates are the real ones. A small client asks as a browser would; it fetches no pictures
and asks for the whole page where a browser would ask for what changed.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from rich.console import Console
from rich.table import Table
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from liaison_metrics.services.access.actors import COORDINATOR, Role
from liaison_metrics.services.accounts import managing
from liaison_metrics.services.accounts.managing import AccountEntry
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import Workspace
from tests.bench.importing import make_register
from tests.bench.row import Row
from tests.browser.conftest import Server, serving
from tests.made_up import person

SESSIONS, MINUTES, UPLOADS = 100, 30.0, 50
BETWEEN_UPLOADS = MINUTES * 60 / UPLOADS
"""Seconds, also in a shorter run."""

BETWEEN_CLICKS = 5.0
"""Seconds from one click of a session to its next, on average."""

SETTLED_AFTER = 300.0
"""Seconds until caches are full: memory is compared with what it is then."""

MOST_MS, MOST_GROWTH = 300, 0.10
ROWS = 20_000
"""Attendances in the store at the start."""

PATIENCE = 60.0
PASSWORD = "seven lemons on a tram"
PEOPLE = (
    AccountEntry("kim@example.org", Role.COORDINATOR),
    AccountEntry("graz@example.org", Role.PARTNER, ("graz",)),
    AccountEntry("kassel@example.org", Role.PARTNER, ("kassel",)),
    AccountEntry("funder@example.org", Role.FUNDER),
)


@dataclass
class Measured:
    """What the sessions met: milliseconds from each click to the finished page, and errors in words."""

    milliseconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


class Session:
    """A signed-in person with one open page, which is drawn again when figures change."""

    def __init__(self, server: Server, cookie: str, measured: Measured) -> None:
        self.server, self.cookie, self.measured = server, cookie, measured
        self.pages: list[str] = []
        self.page = ""
        self.drawing = asyncio.Lock()

    async def visit(self, until: float) -> None:
        """Clicks through the pages until a time of ``time.monotonic``."""
        address = self.server.url.replace("http", "ws") + "/_stcore/stream"
        headers = {"Cookie": self.cookie, "Origin": self.server.url}
        try:
            async with connect(address, additional_headers=headers, max_size=None, open_timeout=PATIENCE) as line:
                await self._draw(line)
                listening = asyncio.create_task(self._listen(line))
                while time.monotonic() < until:
                    await asyncio.sleep(random.uniform(0.5, 1.5) * BETWEEN_CLICKS)
                    self.page = random.choice(self.pages)
                    start = time.perf_counter()
                    await self._draw(line)
                    self.measured.milliseconds.append(1000 * (time.perf_counter() - start))
                listening.cancel()
        except Exception as error:
            self.measured.errors.append(f"{type(error).__name__}: {error}")

    async def _draw(self, line: ClientConnection) -> None:
        """Asks for the page and waits until it is drawn."""
        async with self.drawing, asyncio.timeout(PATIENCE):
            asked = ClientState(page_script_hash=self.page)
            await line.send(BackMsg(rerun_script=asked).SerializeToString())
            while True:
                told = ForwardMsg()
                message = await line.recv()
                told.ParseFromString(message if isinstance(message, bytes) else b"")
                kind = told.WhichOneof("type")
                if kind == "navigation":
                    self.pages = [page.page_script_hash for page in told.navigation.app_pages]
                elif kind == "delta" and told.delta.new_element.WhichOneof("type") == "exception":
                    self.measured.errors.append(told.delta.new_element.exception.message)
                elif kind == "script_finished" and told.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    return

    async def _listen(self, line: ClientConnection) -> None:
        """Draws the page again for each change of the store, as the script of an open page does."""
        at = urlsplit(self.server.url)
        reader, writer = await asyncio.open_connection(at.hostname, at.port)
        asked = f"GET /live/revisions HTTP/1.1\r\nHost: {at.netloc}\r\nCookie: {self.cookie}\r\n\r\n"
        writer.write(asked.encode())
        told = 0
        while text := await reader.readline():
            if text.startswith(b"data:"):
                told += 1
                if told > 1:  # the first is the revision that is shown already
                    await self._draw(line)


def measure(minutes: float, sessions: int) -> list[Row]:
    """Returns the rows of this benchmark."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        options = {"LIAISON_ACCESS": "accounts", "LIAISON_SECOND_FACTOR": "off"}
        with serving(folder, "graz_sewing.csv", **options) as server:
            workspace = server.workspace()
            make_register(folder / "register.csv", ROWS)
            import_file(workspace, "register.csv", (folder / "register.csv").read_bytes(), actor=COORDINATOR)
            each = range(-(-sessions // len(PEOPLE)))
            cookies = [_signed_in(server, who) for who in _accounts(server, workspace) for _session in each]
            measured = Measured()
            stop = threading.Event()
            memory: list[tuple[float, float]] = []
            watching = [
                threading.Thread(target=_watch_memory, args=(server, stop, memory)),
                threading.Thread(target=_upload, args=(workspace, measured, stop)),
            ]
            for thread in watching:
                thread.start()
            until = time.monotonic() + minutes * 60
            asyncio.run(_visits([Session(server, cookie, measured) for cookie in cookies[:sessions]], until))
            stop.set()
            for thread in watching:
                thread.join()
    return _rows(measured, memory, f"{sessions} sessions for {minutes:g} minutes")


async def _visits(sessions: list[Session], until: float) -> None:
    await asyncio.gather(*(session.visit(until) for session in sessions))


def _accounts(server: Server, workspace: Workspace) -> list[str]:
    """Makes the accounts; returns their e-mail addresses."""
    for entry in PEOPLE:
        token = managing.invite(workspace, entry, COORDINATOR)
        answer = httpx.post(f"{server.url}/link/{token}", data={"password": PASSWORD})
        assert answer.is_redirect, answer.text
    return [entry.email for entry in PEOPLE]


def _signed_in(server: Server, email: str) -> str:
    """Signs in; returns the cookie of the new session."""
    answer = httpx.post(f"{server.url}/sign-in", data={"email": email, "password": PASSWORD})
    assert answer.is_redirect, answer.text
    return "; ".join(f"{name}={value}" for name, value in answer.cookies.items())


def _upload(workspace: Workspace, measured: Measured, stop: threading.Event) -> None:
    """Imports a small sheet again and again, as another process would."""
    number = 0
    while not stop.wait(BETWEEN_UPLOADS):
        number += 1
        event = f"2021-04-{number % 28 + 1:02};Graz;Skill-transfer workshop;Load {number}"
        rows = [f"{event};{person(number + at)}" for at in range(30)]
        sheet = "\n".join(("Date;City;Activity;Event;Name", *rows))
        report = import_file(workspace, f"load_{number}.csv", sheet.encode(), actor=COORDINATOR)
        if report.status != "imported":
            measured.errors.append(f"upload {number}: {report.status}")


def _watch_memory(server: Server, stop: threading.Event, found: list[tuple[float, float]]) -> None:
    """Notes every few seconds how long it has run and how many megabytes the server holds."""
    port, start = str(urlsplit(server.url).port), time.monotonic()
    [process] = [
        path.parent
        for path in Path("/proc").glob("[0-9]*/cmdline")
        if {port.encode(), b"--server.port"} <= {*path.read_bytes().split(b"\0")}
    ]
    while not stop.wait(5):
        line = next(line for line in (process / "status").read_text().splitlines() if line.startswith("VmRSS"))
        found.append((time.monotonic() - start, int(line.split()[1]) / 1024))


def _rows(measured: Measured, memory: list[tuple[float, float]], what: str) -> list[Row]:
    middle = statistics.median(measured.milliseconds)
    slow = statistics.quantiles(measured.milliseconds, n=100)[94]
    after = [megabytes for seconds, megabytes in memory if seconds >= min(SETTLED_AFTER, memory[-1][0] / 3)]
    first, last = statistics.median(after[:6]), statistics.median(after[-6:])
    growth = last / first - 1
    clicks = f"{what}, {len(measured.milliseconds)} clicks: from a click to the finished page"
    for error in sorted(set(measured.errors))[:10]:
        print(error)
    return [
        Row(clicks, f"median {middle:.0f} ms, 95 % {slow:.0f} ms", f"median ≤ {MOST_MS} ms", middle <= MOST_MS),
        Row("errors", str(len(measured.errors)), "0", not measured.errors),
        Row(
            f"memory of the server: {first:.0f} MB, later {last:.0f} MB",
            f"{growth:+.1%}", f"≤ {MOST_GROWTH:+.0%} after the first minutes", growth <= MOST_GROWTH,
        ),
    ]  # fmt: skip


def main() -> None:
    """Runs the load and prints its rows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=MINUTES)
    options.add_argument("--sessions", type=int, default=SESSIONS)
    chosen = options.parse_args()
    table = Table("what", "measured", "bar", "", box=None, pad_edge=False)
    for row in measure(chosen.minutes, chosen.sessions):
        table.add_row(row.what, row.measured, row.bar, "✓" if row.met else "✗ missed")
    Console(width=150).print(table)


if __name__ == "__main__":
    main()
