"""Servers on free ports with their own stores, and a Chromium that visits them."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect, sync_playwright

from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from tests.conftest import PATIENCE, PROJECT_FILE, ROOT
from tests.fork_server import forked, has_ended
from tests.made_up import WORLD

FEATURES_LEFT_OUT = (
    # Each is a page of the browser's own window, drawn anew for every visitor: a second of processor time.
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup",
    # What Playwright leaves out by itself: only the last list counts.
    "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled",
    "PreconnectToSearch",
)  # fmt: skip

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync",
         "--font-render-hinting=none",  # letters stand where they stand in a Chromium with windows
         f"--disable-features={','.join(FEATURES_LEFT_OUT)}"]  # fmt: skip


WAIT = 1000 * PATIENCE
"""Milliseconds that tests wait for what must come."""

expect.set_options(timeout=WAIT)


def installed_chromium() -> str | None:
    """Returns the path of the installed Chromium; None: Playwright provides one. The Chromium that has no windows needs
    a quarter less processor time for the same pages."""
    return next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser"))), None)


NOT_OURS = {"presentation-role-conflict": {"enabled": False}}
"""Streamlit's file field hides its input from screen readers but leaves it focusable; its button is announced."""


def violations(page: Page) -> list[str]:
    """Returns the accessibility violations that axe finds on a page."""
    # Describing what passed, too, would take as long again.
    found = Axe().run(page, options={"rules": NOT_OURS, "resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {one['help']}: {[node['target'] for node in one['nodes']][:3]}" for one in found]


def settled(page: Page) -> None:
    """Waits until the script has run, every block shows the current address, and nothing moves."""
    expect(page.locator(".lm[aria-busy=true]")).to_have_count(0)
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    until(
        page,
        "document.fonts.status === 'loaded' && document.getAnimations().every((one) => one.playState !== 'running')",
    )


def until(page: Page, condition: str) -> None:
    """Waits until a condition in JavaScript is true. Playwright's own wait evaluates text inside the page, which the
    content security policy forbids."""
    end = time.monotonic() + PATIENCE
    while not page.evaluate(condition):
        assert time.monotonic() < end, condition
        page.wait_for_timeout(20)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = f"{Path(__file__).parent}{os.sep}"
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker(pytest.mark.browser)


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its address and its database."""

    url: str
    database_url: str

    def workspace(self) -> Workspace:
        """Opens the store like another process would."""
        return open_workspace(Settings(database_url=self.database_url, project_file=PROJECT_FILE))

    def import_sheets(self, *names: str) -> None:
        """Imports made-up sheets from outside the server, like the command line."""
        workspace = self.workspace()
        for name in names or WORLD:
            import_file(workspace, name, WORLD[name], actor=COORDINATOR)


@contextmanager
def serving(
    folder: Path, *sheets: str, program: Sequence[str] = ("-m", "streamlit"), **settings: str
) -> Iterator[Server]:
    """Runs the server on a new store with the named made-up sheets; *program* are the arguments for Python, *settings*
    further environment variables."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Server(f"http://127.0.0.1:{port}", f"sqlite:///{folder / 'liaison.db'}")
    if sheets:
        server.import_sheets(*sheets)
    environment = {
        **os.environ, "LIAISON_DATABASE_URL": server.database_url, "LIAISON_PROJECT_FILE": str(PROJECT_FILE),
        **settings,
    }  # fmt: skip
    arguments = [*program, "run", str(ROOT / "app.py"), "--server.port", str(port)]
    process = forked(arguments, environment, folder / "server.log")
    try:
        _wait_until_it_answers(server.url)
        yield server
    finally:
        os.kill(process, signal.SIGTERM)
        if not has_ended(process, PATIENCE):
            os.kill(process, signal.SIGKILL)
            raise TimeoutError("the server did not end")


def _wait_until_it_answers(url: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2):
                return
        except urllib.error.HTTPError:  # it asks to sign in first
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("the server did not answer")


@pytest.fixture(scope="package")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with the four made-up sheets, for tests that only read."""
    with serving(tmp_path_factory.mktemp("filled"), *WORLD) as server:
        yield server


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Server]:
    """A server with an empty store, for one test."""
    with serving(tmp_path) as server:
        yield server


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """A Chromium for all tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed_chromium(), args=FLAGS)
        yield browser
        browser.close()


class Visitor:
    """A person with a browser. Records outside requests, script errors, and what the security policy blocked."""

    def __init__(self, context: BrowserContext, server: Server) -> None:
        self.context, self.server = context, server
        self.page: Page = context.new_page()
        self.page.set_default_timeout(WAIT)
        self.outside: list[str] = []
        self.wrong: list[str] = []
        self.page.on("request", self._note_request)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", self._note_blocked)

    def _note_request(self, request: Request) -> None:
        if not request.url.startswith((self.server.url, "data:", "blob:")):
            self.outside.append(request.url)

    def _note_blocked(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.wrong.append(message.text)

    def open(self, address: str = "/") -> Page:
        """Opens a page and waits until it is rendered."""
        self.page.goto(self.server.url + address)
        self.page.locator(".lm h1").first.wait_for()
        if address.partition("?")[0] == "/" and "Upload your first" not in self.page.content():
            self.page.locator(".lm .course").first.wait_for()
        return self.page

    def upload_as(self, who: str) -> Page:
        """Opens Upload and chooses the organisation."""
        page = self.open("/upload")
        page.get_by_role("combobox", name="Your organisation").click()
        page.get_by_role("option", name=who).click()
        return page

    def figure(self, indicator: str) -> str:
        """The number of people on an indicator's card."""
        return self.page.locator(f"section.indicator[aria-label={indicator}] .reached b").inner_text()


NewVisitor = Callable[..., Visitor]


@pytest.fixture
def visitor(chromium: Browser) -> Iterator[NewVisitor]:
    """Makes visitors, each with its own browser context: ``visitor(server, width=390, scheme="dark")``."""
    contexts: list[BrowserContext] = []
    visitors: list[Visitor] = []

    def arrive(server: Server, *, width: int = 1280, scheme: str = "light") -> Visitor:
        context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="en-US")
        contexts.append(context)
        visitors.append(Visitor(context, server))
        return visitors[-1]

    yield arrive
    for context in contexts:
        context.close()
    for one in visitors:
        assert not one.outside, "the page made a request to an outside server"
        assert not one.wrong, f"a script on the page failed or was blocked: {one.wrong}"
