"""Signing in and out over HTTP, and that nobody gets anything without it."""

from __future__ import annotations

import re

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from liaison_metrics.services.access.actors import COORDINATOR, Role
from liaison_metrics.services.accounts import links, managing
from liaison_metrics.services.accounts.managing import AccountEntry
from liaison_metrics.services.workspace.audit.reading import entries
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.web.sign_in.browser_names import browser_name
from tests.web.conftest import FUNDER, PAGE, PASSWORD, code_of, invited, sign_in, signed_up, with_app


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
    elsewhere = TestClient(server, "https://figures.example.org", follow_redirects=False)
    sign_in(elsewhere)
    [number] = re.findall(r'name="session" value="(\d+)"', browser.get("/account").text)
    other.post("/account/sign-out", data={"session": number, "password": PASSWORD})
    assert elsewhere.get("/").text == "inside", "another account’s"
    for password in ("", "wrong"):
        refused = browser.post("/account/sign-out", data={"session": number, "password": password})
        assert refused.status_code == 400 and 'href="../account/password"' in refused.text
    assert elsewhere.get("/").text == browser.get("/").text == "inside"
    browser.post("/account/sign-out", data={"session": number, "password": PASSWORD})
    assert elsewhere.get("/").status_code == 401
    browser.post("/account/sign-out", data={"password": PASSWORD})
    assert browser.get("/").status_code == 401 and other.get("/").text == "inside"


# ---- the second factor and the own account --------------------------------------------------------------


def test_the_code_is_asked_for_after_the_password(browser: TestClient, server: Starlette) -> None:
    signed_up(browser)
    secret, codes = with_app(browser)
    browser.post("/sign-out")
    assert sign_in(browser, "explore?city=graz") == "/sign-in/code?next=explore%3Fcity%3Dgraz"
    assert browser.get("/").status_code == 401, "the password alone opens nothing"
    assert "Recovery code" in browser.get("/sign-in/code?recovery=yes").text
    assert browser.post("/sign-in/code", data={"code": "12345"}).status_code == 401
    right = browser.post("/sign-in/code", data={"code": code_of(secret), "next": "explore?city=graz"})
    assert right.headers["location"] == "/explore?city=graz" and browser.get("/").text == "inside"
    other = TestClient(server, "https://figures.example.org", follow_redirects=False)
    sign_in(other)
    assert other.post("/sign-in/code", data={"code": code_of(secret)}).status_code == 401, "a code works once"
    assert other.post("/sign-in/code", data={"code": codes[0]}).status_code == 303


def test_no_code_without_the_password(browser: TestClient) -> None:
    signed_up(browser)
    secret, _codes = with_app(browser)
    browser.post("/sign-out")
    assert browser.get("/sign-in/code?next=x").headers["location"] == "/sign-in?next=x"
    assert browser.post("/sign-in/code", data={"code": code_of(secret)}).status_code == 401


def test_a_new_password_by_link_asks_for_the_code_too(browser: TestClient) -> None:
    signed_up(browser)
    with_app(browser)
    [account] = managing.all_accounts(the_workspace(), COORDINATOR)
    token = managing.reset_link(the_workspace(), account.number, COORDINATOR)
    answer = browser.post(f"/link/{token}", data={"password": "five plums in a boat"})
    assert answer.headers["location"].startswith("/sign-in/code") and browser.get("/").status_code == 401


def test_changes_ask_for_the_password_again(browser: TestClient) -> None:
    signed_up(browser)
    assert browser.post("/account/second-factor", data={"password": "wrong"}).status_code == 400
    with_app(browser)
    assert browser.post("/account/second-factor/remove", data={"password": "wrong"}).status_code == 400
    assert "recovery codes are left" in browser.get("/account/second-factor").text
    browser.post("/account/second-factor/remove", data={"password": PASSWORD})
    assert "Not set up" in browser.get("/account").text


def test_another_password_signs_out_the_other_browsers(browser: TestClient, server: Starlette) -> None:
    signed_up(browser)
    other = TestClient(server, "https://figures.example.org", follow_redirects=False)
    sign_in(other)
    wrong = browser.post("/account/password", data={"current": "wrong", "password": "five plums in a boat"})
    assert wrong.status_code == 400
    browser.post("/account/password", data={"current": PASSWORD, "password": "five plums in a boat"})
    assert browser.get("/").text == "inside" and other.get("/").status_code == 401


def test_the_own_pages_are_for_who_is_signed_in(browser: TestClient) -> None:
    invited()
    for path in ("/account", "/account/password", "/account/second-factor"):
        assert browser.get(path).status_code == 401


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/139.0 Safari/537.36", "Chromium on Linux"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0", "Edge on Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 "
         "Mobile/15E148 Safari/604.1", "Safari on iPhone"),
        ("Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0", "Firefox on Android"),
        ("curl/8.5", "Unknown browser"),
    ],
)  # fmt: skip
def test_browsers_have_short_names(user_agent: str, name: str) -> None:
    assert browser_name(user_agent) == name


def test_each_download_is_recorded_with_its_filters(browser: TestClient) -> None:
    signed_up(browser, AccountEntry("coordinator@example.org", Role.COORDINATOR))
    for address in ("/export/indicators.csv?city=graz", "/picture/curve.png?indicator=IND1"):
        assert browser.get(address).status_code == 200
    assert browser.get("/export/indicators.csv?city=nowhere").status_code == 404
    picture, table, *_before = entries(the_workspace(), COORDINATOR)[1]
    assert (table.action, table.about, table.after) == (
        "table.export", "indicators.csv", '{"filters": "city=graz"}',
    )  # fmt: skip
    assert (picture.action, picture.about) == ("picture.export", "curve.png") and picture.account == table.account == 1
