"""What somebody tries who has the source: path tricks, stolen cookies, other cities' ids, forms in chunks, redirects,
errors that tell too much.

Elsewhere: session fixation, forged cookies, forms from other sites, replayed links and the websocket without a cookie
in ``test_sign_in``, foreign origins in ``test_middleware``, 10,000 guesses in ``services/accounts/test_signing_in``.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from urllib.parse import quote

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from liaison_metrics.errors import StoreError
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR, Role
from liaison_metrics.services.accounts.managing import AccountEntry
from liaison_metrics.services.events.listing import all_events
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.audit.reading import AuditFilter, entries
from liaison_metrics.services.workspace.audit.recording import AuditAction
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.web import health
from liaison_metrics.web.guards import session_gate
from liaison_metrics.web.guards.failures import AnswerCutError
from liaison_metrics.web.guards.middleware import middleware
from liaison_metrics.web.sign_in.forms import own_path
from tests.services.conftest import row, sheet
from tests.web.conftest import PASSWORD, invited, sign_in, signed_up

CELL = "ada@example.org"


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize(
    "path",
    ["//", "//sign-in", "/sign-in-x", "/sign-outside", "/healthy", "/linkage/x", "/x/%2e%2e/health",
     "/x%2F..%2Fsign-in",
     "/%2e/", "/%2Fhealth", "/_stcore/upload_file/a/b", "/_stcore//host-config", "/media/x", "/component/x/index.html",
     "/_stcore/bidi-components/x", "/SIGN-IN", "/sign-in;x", "/export/indicators.csv/"]
)  # fmt: skip
def test_no_other_path_needs_no_session(browser: TestClient, path: str, method: str) -> None:
    answer = browser.request(method, f"https://figures.example.org{path}")
    assert answer.status_code == 401 and "inside" not in answer.text


def test_a_stolen_cookie_ends_with_its_session(browser: TestClient, server: Starlette) -> None:
    signed_up(browser)
    for end in (
        lambda: browser.post("/sign-out"),
        lambda: browser.post("/account/sign-out", data={"password": PASSWORD}),
        lambda: browser.post("/account/password", data={"current": PASSWORD, "password": "five plums in a boat"}),
    ):
        sign_in(browser)
        stolen = {"__Host-liaison_session": browser.cookies["__Host-liaison_session"]}
        thief = TestClient(server, "https://figures.example.org", cookies=stolen, follow_redirects=False)
        assert thief.get("/").text == "inside"
        assert thief.post("/account/second-factor", data={"password": ""}).status_code == 400, "asks for the password"
        thief.post("/account/sign-out", data={"password": "guess"})
        assert browser.get("/").text == "inside", "a thief ends no session of the owner"
        end()
        assert thief.get("/").status_code == 401
        with pytest.raises(WebSocketDisconnect), thief.websocket_connect("wss://figures.example.org/_stcore/stream"):
            raise AssertionError("it was accepted")


def test_another_city_s_ids_open_nothing_and_are_recorded(browser: TestClient) -> None:
    signed_up(browser, AccountEntry("graz@example.org", Role.PARTNER, ("graz",)))
    import_file(the_workspace(), "x.csv", sheet(row("Ana Korba", city="Vejle"), row("Bo Lund")), actor=COORDINATOR)
    by_city = {one.fact.city: one.number for one in all_events(the_workspace(), COORDINATOR)}
    for query in (f"event={by_city['vejle']}", "city=vejle", f"city=graz&event={by_city['vejle']}"):
        refused = browser.get(f"/export/attendances.csv?{query}")
        assert refused.status_code == 403 or ("Vejle" not in refused.text and "vejle" not in refused.text), query
    assert browser.get("/export/cross.csv?city=vejle&rows=gender&columns=city").status_code == 403
    own = browser.get(f"/export/attendances.csv?event={by_city['graz']}")
    assert own.status_code == 200 and "graz" in own.text
    recorded = entries(the_workspace(), COORDINATOR, AuditFilter(action=AuditAction.ACTION_REFUSE))[1]
    assert {one.about for one in recorded} == {"rows.read", "properties.read"}
    assert {one.partner for one in recorded} == {"compass"}


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.csv", "..\\..\\x.csv", "/etc/passwd.csv", 'x";\r\nSet-Cookie: a=b.csv']
)
def test_a_path_as_the_name_of_a_file_is_a_name(browser: TestClient, name: str) -> None:
    signed_up(browser)
    workspace = the_workspace()
    assert import_file(workspace, name, sheet(row("Ana Korba")), actor=COORDINATOR).upload == 1
    assert uploads.original(workspace, 1, COORDINATOR)[1] == sheet(row("Ana Korba")), "it is a row of the store"
    for path in (f"/static/{quote(name)}", f"/media/{quote(name)}", f"/export/{quote(name)}", f"/{quote(name)}"):
        answer = browser.get(path)
        assert "root:" not in answer.text and "Ana Korba" not in answer.text and "a=b" not in str(answer.headers)


@pytest.mark.parametrize("path", ["/sign-in", "/sign-in/_stcore/stream", "/link/_stcore/stream", "/health"])
def test_no_websocket_is_open_to_anybody(server: Starlette, path: str) -> None:
    server.routes.insert(0, WebSocketRoute(path, _never))
    browser = TestClient(server, "https://figures.example.org")
    with pytest.raises(WebSocketDisconnect), browser.websocket_connect(f"wss://figures.example.org{path}"):
        raise AssertionError("it was accepted")


async def _never(websocket: WebSocket) -> None:
    await websocket.accept()


def test_a_form_in_chunks_is_refused_whatever_length_stands_beside_it(browser: TestClient) -> None:
    headers = {"Content-Length": "7", "Transfer-Encoding": "chunked"}
    assert browser.post("/sign-in", content=b"email=x", headers=headers).status_code == 413


@pytest.mark.parametrize(
    "address",
    ["//[", "https://[::1", "\\evil.example", "/\\evil.example", "a\\b", "//evil.example", "/\t/evil.example"],
)
def test_no_way_to_another_site(browser: TestClient, address: str) -> None:
    assert own_path(address) == ""
    assert browser.get("/sign-in", params={"next": address}).status_code == 200
    signed_up(browser)
    browser.post("/sign-out")
    assert sign_in(browser, address) == "/"


def test_a_proxy_that_does_not_say_https_costs_no_cookie_its_protection(server: Starlette) -> None:
    browser = TestClient(server, "http://figures.example.org", follow_redirects=False)
    answer = browser.post(f"/link/{invited()}", data={"password": PASSWORD})
    for cookie in answer.headers.get_list("set-cookie"):
        assert cookie.startswith("__Host-") and "Secure" in cookie


def test_what_is_not_said_to_be_kept_is_not_kept(browser: TestClient) -> None:
    signed_up(browser)
    assert browser.get("/media/x").headers["cache-control"] == "no-store"
    assert browser.get("/sign-in/style.css").headers["cache-control"] == "max-age=3600"


# ---- errors after the answer began, and on websockets: no word of theirs is logged -------------------------


def _cut(_request: Request) -> Response:
    async def lines() -> AsyncIterator[str]:
        yield "first"
        raise ValueError(CELL)

    return StreamingResponse(lines())


async def _broken(websocket: WebSocket) -> None:
    if "begun" in websocket.query_params:
        await websocket.accept()
    raise ValueError(CELL)


async def _away(_websocket: WebSocket) -> None:
    raise StoreError("The disk is full.", hint=CELL)


def _failing() -> TestClient:
    routes = [Route("/cut", _cut), WebSocketRoute("/broken", _broken), WebSocketRoute("/away", _away)]
    routes.append(Route("/", lambda _request: PlainTextResponse("fine")))
    return TestClient(Starlette(routes=routes, middleware=middleware()), "http://localhost")


def test_an_answer_that_fails_is_cut_without_its_cause(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(AnswerCutError) as caught:
        _failing().get("/cut")
    _nothing_said(caught.value, caplog)


def test_a_websocket_that_fails_is_closed_without_its_cause(caplog: pytest.LogCaptureFixture) -> None:
    for path in ("/broken", "/away"):
        with pytest.raises(WebSocketDisconnect), _failing().websocket_connect(f"ws://localhost{path}"):
            raise AssertionError("it was accepted")
    with pytest.raises(AnswerCutError) as caught, _failing().websocket_connect("ws://localhost/broken?begun=1") as one:
        one.receive_text()
    _nothing_said(caught.value, caplog)


def test_causes_are_told_to_those_who_are_signed_in(browser: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> None:
        raise StoreError("There is no file /srv/secret.key.", hint="")

    monkeypatch.setattr(health, "the_workspace", away)
    browser.app.routes.insert(0, Route("/away", lambda _request: away()))  # type: ignore[attr-defined]
    monkeypatch.setattr(session_gate, "OPEN", {**session_gate.OPEN, "away": 1})
    assert browser.get("/health").text == "unavailable"
    answer = browser.get("/away")
    assert answer.status_code == 503 and "secret.key" not in answer.text
    signed_up(browser)
    assert "secret.key" in browser.get("/away").text


def _nothing_said(error: BaseException, caplog: pytest.LogCaptureFixture) -> None:
    shown = logging.Formatter().formatException((type(error), error, error.__traceback__))
    assert CELL not in shown + caplog.text and "ValueError" in caplog.text
