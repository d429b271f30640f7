"""The program's routes where everybody has to sign in, and browsers that visit them."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pyotp
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket

from liaison_metrics.services.access.actors import COORDINATOR, Role
from liaison_metrics.services.accounts import managing
from liaison_metrics.services.accounts.managing import AccountEntry
from liaison_metrics.services.workspace.server import close_workspace, the_workspace
from liaison_metrics.web.guards.middleware import middleware
from liaison_metrics.web.routes import routes
from tests.conftest import PROJECT_FILE

PASSWORD = "seven lemons on a tram"
FUNDER = AccountEntry("funder@example.org", Role.FUNDER)
PAGE = {"Accept": "text/html"}


async def _echo(websocket: WebSocket) -> None:
    await websocket.accept()
    await websocket.send_text("inside")
    await websocket.close()


def _page(_request: object) -> PlainTextResponse:
    return PlainTextResponse("inside")


@pytest.fixture(scope="module", autouse=True)
def _own_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A store for the tests of a module that need any, so that none is made in the folder of the program."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LIAISON_DATABASE_URL", f"sqlite:///{tmp_path_factory.mktemp('store')}/liaison.db")
        patch.setenv("LIAISON_PROJECT_FILE", str(PROJECT_FILE))
        close_workspace()
        yield
        close_workspace()


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cheap_hashes: None) -> Iterator[Starlette]:
    """The program's routes with stand-ins for Streamlit's page and websocket, where everybody has to sign in."""
    monkeypatch.setenv("LIAISON_DATABASE_URL", f"sqlite:///{tmp_path}/liaison.db")
    monkeypatch.setenv("LIAISON_PROJECT_FILE", str(PROJECT_FILE))
    monkeypatch.setenv("LIAISON_ACCESS", "accounts")
    monkeypatch.setenv("LIAISON_SECOND_FACTOR", "off")
    monkeypatch.setenv("LIAISON_PUBLIC_URL", "https://figures.example.org")
    close_workspace()
    inside = [Route("/", _page), Route("/{path:path}", _page), WebSocketRoute("/_stcore/stream", _echo)]
    yield Starlette(routes=[*routes(), *inside], middleware=middleware())
    the_workspace().close()
    close_workspace()


@pytest.fixture
def browser(server: Starlette) -> TestClient:
    return TestClient(server, "https://figures.example.org", follow_redirects=False)


def invited(entry: AccountEntry = FUNDER) -> str:
    return managing.invite(the_workspace(), entry, COORDINATOR)


def signed_up(browser: TestClient, entry: AccountEntry = FUNDER) -> None:
    answer = browser.post(f"/link/{invited(entry)}", data={"password": PASSWORD})
    assert answer.status_code == 303, answer.text


def sign_in(browser: TestClient, following: str = "", password: str = PASSWORD) -> str:
    answer = browser.post("/sign-in", data={"email": FUNDER.email, "password": password, "next": following})
    return str(answer.headers.get("location", answer.status_code))


def code_of(secret: str, steps: int = 0) -> str:
    return pyotp.TOTP(secret).at(int(time.time()) + 30 * steps)


def with_app(browser: TestClient) -> tuple[str, list[str]]:
    """Sets up an authenticator app; returns its secret and the recovery codes."""
    shown = browser.post("/account/second-factor", data={"password": PASSWORD}).text
    secret = re.sub(r"\s", "", re.findall(r"<code>([A-Z2-7 ]+)</code>", shown)[0])
    [step] = re.findall(r'name="step" value="([^"]+)"', shown)
    wrong = browser.post("/account/second-factor/confirm", data={"step": step, "code": "1"})
    assert wrong.status_code == 400 and "<svg" in wrong.text
    kept = browser.post("/account/second-factor/confirm", data={"step": step, "code": code_of(secret, -1)})
    return secret, re.findall(r"<li><code>([^<]+)</code>", kept.text)
