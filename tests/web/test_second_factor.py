"""The second factor that coordinators need on a server: nothing opens before it is set up."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from liaison_metrics.services.access.actors import COORDINATOR, Role
from liaison_metrics.services.accounts import managing
from liaison_metrics.services.accounts.managing import AccountEntry
from liaison_metrics.services.workspace.server import close_workspace, the_workspace
from liaison_metrics.store.access import factors
from tests.web.conftest import FUNDER, PAGE, PASSWORD, code_of, sign_in, signed_up, with_app

LEADER = AccountEntry("coordinator@example.org", Role.COORDINATOR)
SOCKET = "wss://figures.example.org/_stcore/stream"


@pytest.fixture(autouse=True)
def _by_default(server: Starlette, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LIAISON_SECOND_FACTOR")
    close_workspace()


def test_a_coordinator_sets_up_a_second_factor_before_anything_else(browser: TestClient) -> None:
    signed_up(browser, LEADER)
    for path in ("/", "/explore?city=graz", "/account/tokens", "/share/x/y", "/sign-in/x/y/z"):
        assert browser.get(path, headers=PAGE).headers["location"] == "/account/second-factor"
    for path in ("/", "/export/indicators.csv", "/live/revision", "/picture/curve.png", "/media/x"):
        assert browser.get(path).status_code == 403
    assert browser.put("/_stcore/upload_file/x/y").status_code == 403
    with pytest.raises(WebSocketDisconnect), browser.websocket_connect(SOCKET):
        raise AssertionError("it was accepted")
    assert "needs a second factor" in browser.get("/account/second-factor").text
    assert browser.get("/account/passkeys").status_code == browser.get("/account").status_code == 200
    secret, codes = with_app(browser)
    assert codes and browser.get("/").text == "inside" and code_of(secret)
    with browser.websocket_connect(SOCKET) as socket:
        assert socket.receive_text() == "inside"


def test_who_removes_the_second_factor_is_asked_again(browser: TestClient) -> None:
    signed_up(browser, LEADER)
    with_app(browser)
    browser.post("/account/second-factor/remove", data={"password": PASSWORD})
    assert browser.get("/").status_code == 403


def test_a_passkey_is_enough_and_then_the_password_alone_is_not(browser: TestClient) -> None:
    signed_up(browser, LEADER)
    passkey = {"credential": "x", "public_key": b"x", "uses": 0, "name": "Phone"}
    [account] = managing.all_accounts(the_workspace(), COORDINATOR)
    with the_workspace().store.writing() as connection:
        factors.add_passkey(connection, account.number, passkey)
    assert browser.get("/").text == "inside"
    browser.post("/sign-out")
    refused = browser.post("/sign-in", data={"email": LEADER.email, "password": PASSWORD})
    assert refused.status_code == 401 and "Sign in with your passkey." in refused.text
    link = managing.reset_link(the_workspace(), account.number, COORDINATOR)
    assert browser.post(f"/link/{link}", data={"password": "five plums in a boat"}).status_code == 401
    assert browser.get("/").status_code == 401


@pytest.mark.parametrize(
    ("setting", "of_coordinators", "of_others"),
    [("off", 200, 200), ("coordinators", 403, 200), ("everybody", 403, 403)],
)
def test_a_setting_says_who_needs_it(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch, setting: str, of_coordinators: int, of_others: int
) -> None:
    monkeypatch.setenv("LIAISON_SECOND_FACTOR", setting)
    close_workspace()
    signed_up(browser, LEADER)
    assert browser.get("/").status_code == of_coordinators
    signed_up(browser, FUNDER)
    assert browser.get("/").status_code == of_others
    browser.post("/sign-out")
    assert sign_in(browser) == "/" and browser.get("/").status_code == of_others
