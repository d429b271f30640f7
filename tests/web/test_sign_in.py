"""Signing in and out over HTTP, and that nobody gets anything without it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from liaison_metrics.services.access.actors import COORDINATOR, Role
from liaison_metrics.services.accounts import links, managing
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


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Starlette]:
    """The program's routes with stand-ins for Streamlit's page and websocket, where everybody has to sign in."""
    monkeypatch.setenv("LIAISON_DATABASE_URL", f"sqlite:///{tmp_path}/liaison.db")
    monkeypatch.setenv("LIAISON_PROJECT_FILE", str(PROJECT_FILE))
    monkeypatch.setenv("LIAISON_ACCESS", "accounts")
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


@pytest.mark.parametrize(
    "path", ["/", "/explore?city=graz", "/export/indicators.csv", "/picture/curve.png", "/live/revision",
             "/template.xlsx", "/account", "/_stcore/health", "/_stcore/host-config", "/static/index.js", "/media/x"]
)  # fmt: skip
def test_nobody_gets_anything(browser: TestClient, path: str) -> None:
    assert browser.get(path).status_code == 401
    page = browser.get(path, headers=PAGE)
    assert page.status_code == 303 and page.headers["location"].startswith("/sign-in")
    assert browser.put(path).status_code == 401 and "inside" not in browser.post(path).text


def test_no_websocket_without_a_session(browser: TestClient) -> None:
    with pytest.raises(WebSocketDisconnect), browser.websocket_connect("wss://figures.example.org/_stcore/stream"):
        raise AssertionError("it was accepted")
    signed_up(browser)
    with browser.websocket_connect("wss://figures.example.org/_stcore/stream") as socket:
        assert socket.receive_text() == "inside"


def test_an_invitation_a_sign_out_and_a_sign_in(browser: TestClient) -> None:
    signed_up(browser)
    assert browser.get("/").text == "inside"
    assert FUNDER.email in browser.get("/account").text
    assert browser.post("/sign-out").headers["location"] == "/sign-in"
    assert browser.get("/").status_code == 401
    assert sign_in(browser, "explore?city=graz") == "/explore?city=graz"
    assert browser.get("/").text == "inside"


def test_the_cookie_is_for_this_host_and_no_script(browser: TestClient) -> None:
    answer = browser.post(f"/link/{invited()}", data={"password": PASSWORD})
    [session] = [one for one in answer.headers.get_list("set-cookie") if "liaison_session" in one]
    assert session.startswith("__Host-liaison_session=")
    for word in ("HttpOnly", "Secure", "SameSite=lax", "Path=/"):
        assert word in session
    assert "domain" not in session.lower()


def test_each_sign_in_has_a_new_session_and_ends_the_one_before(browser: TestClient) -> None:
    signed_up(browser)
    before = browser.cookies["__Host-liaison_session"]
    sign_in(browser)
    assert browser.cookies["__Host-liaison_session"] != before
    browser.cookies.set("__Host-liaison_session", before, domain="figures.example.org")
    fixed = TestClient(browser.app, "https://figures.example.org", cookies={"__Host-liaison_session": before})
    assert fixed.get("/").status_code == 401


@pytest.mark.parametrize("cookie", ["", "x", "a" * 43, "' OR 1=1 --", "../../etc/passwd"])
def test_a_forged_cookie_opens_nothing(server: Starlette, cookie: str) -> None:
    invited()
    visitor = TestClient(server, "https://figures.example.org", cookies={"__Host-liaison_session": cookie})
    assert visitor.get("/").status_code == 401


@pytest.mark.parametrize(
    "following",
    ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "\\\\evil", "/%0d%0ax"],
)
def test_signing_in_leads_to_no_other_site(browser: TestClient, following: str) -> None:
    signed_up(browser)
    browser.post("/sign-out")
    location = sign_in(browser, following)
    assert location.startswith("/") and not location.startswith("//") and "evil.example" not in location.split("/")[1:2]
    assert not re.search(r"^/*\\", location)


def test_another_site_cannot_sign_anybody_in_or_out(browser: TestClient) -> None:
    signed_up(browser)
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        assert browser.post("/sign-out", headers=headers).status_code == 403
        assert browser.post("/sign-in", data={"email": FUNDER.email}, headers=headers).status_code == 403
    assert browser.get("/").text == "inside"


def test_a_link_works_once(browser: TestClient, server: Starlette) -> None:
    token = invited()
    assert browser.get(f"/link/{token}").status_code == 200
    assert browser.post(f"/link/{token}", data={"password": "short"}).status_code == 400
    assert browser.post(f"/link/{token}", data={"password": PASSWORD}).status_code == 303
    thief = TestClient(server, "https://figures.example.org", follow_redirects=False)
    assert thief.get(f"/link/{token}").status_code == 410
    assert thief.post(f"/link/{token}", data={"password": PASSWORD}).status_code == 410


def test_the_first_link_makes_the_coordinator(browser: TestClient) -> None:
    token = links.first_link(the_workspace())
    wrong = browser.post(f"/link/{token}", data={"password": PASSWORD, "email": "nobody"})
    assert wrong.status_code == 400 and "not an e-mail address" in wrong.text
    assert browser.post(f"/link/{token}", data={"password": PASSWORD, "email": "a@example.org"}).status_code == 303
    assert "Coordinator" in browser.get("/account").text


def test_guessing_is_answered_with_a_wait(browser: TestClient) -> None:
    invited()
    answers = [sign_in(browser, password="guess") for _ in range(8)]
    assert answers[0] == "401" and answers[-1] == "429"


def test_a_long_form_is_refused_before_it_is_read(browser: TestClient) -> None:
    assert browser.post("/sign-in", data={"email": "x" * 20_000}).status_code == 413
    assert browser.post("/sign-in", content=iter([b"email=x"])).status_code == 413, "of unknown length"


def test_sign_out_elsewhere_ends_only_own_sessions(browser: TestClient, server: Starlette) -> None:
    signed_up(browser)
    other = TestClient(server, "https://figures.example.org", follow_redirects=False)
    signed_up(other, AccountEntry("coordinator@example.org", Role.COORDINATOR))
    [number] = re.findall(r'name="session" value="(\d+)"', other.get("/account").text)
    browser.post("/account/sign-out", data={"session": number})
    assert other.get("/").text == "inside"
    browser.post("/account/sign-out", data={})
    assert browser.get("/").status_code == 401
