"""Signing in at a real OpenID Connect provider on loopback, and everything that must not let anybody in."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

import flask
import pytest
import requests
from oidc_provider_mock import _app
from oidc_provider_mock._server import _threaded_server
from starlette.applications import Starlette
from starlette.testclient import TestClient

from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.accounts import managing
from liaison_metrics.services.workspace.server import close_workspace, the_workspace
from tests.web.conftest import FUNDER, PAGE

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:authlib")
CLAIMS = {"email": FUNDER.email, "email_verified": True}


@dataclass
class Running:
    """A provider that runs, with the challenge of each code that it gave."""

    url: str = ""
    challenges: dict[str, str] = field(default_factory=dict)

    def says(self, claims: dict[str, object], sub: str = FUNDER.email) -> None:
        requests.put(f"{self.url}/users/{sub}", json=claims, timeout=10).raise_for_status()


@pytest.fixture(scope="module")
def running() -> Iterator[Running]:
    """The provider. It does not know PKCE, so its check is added here."""
    found = Running()
    app = _app.app(require_nonce=True, issue_refresh_token=False)

    @app.before_request
    def check_pkce() -> flask.typing.ResponseReturnValue | None:
        if flask.request.path.endswith("/token"):
            digest = hashlib.sha256(flask.request.form.get("code_verifier", "").encode()).digest()
            challenge = found.challenges.get(flask.request.form["code"])
            if challenge != base64.urlsafe_b64encode(digest).decode().rstrip("="):
                return flask.jsonify({"error": "invalid_grant"}), 400
        return None

    with _threaded_server(app) as listening:
        found.url = f"http://localhost:{listening.server_port}"
        yield found


@pytest.fixture(autouse=True)
def _configured(running: Running, server: Starlette, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIAISON_OIDC_ISSUER", running.url)
    monkeypatch.setenv("LIAISON_OIDC_CLIENT_ID", "liaison")
    monkeypatch.setenv("LIAISON_OIDC_CLIENT_SECRET", "se/cret+")
    close_workspace()
    managing.invite(the_workspace(), FUNDER, COORDINATOR)
    running.says(CLAIMS)


def leave(browser: TestClient, running: Running, sub: str = FUNDER.email) -> str:
    """Goes to the provider and signs in there; returns the address that it sends the browser back to."""
    to = browser.get("/sign-in/provider?next=explore%3Fcity%3Dgraz").headers["location"]
    assert to.startswith(running.url)
    asked = parse_qs(urlsplit(to).query)
    assert asked["code_challenge_method"] == ["S256"] and asked["scope"] == ["openid email"]
    back = requests.post(to, data={"sub": sub}, allow_redirects=False, timeout=10).headers["location"]
    running.challenges[parse_qs(urlsplit(back).query)["code"][0]] = asked["code_challenge"][0]
    assert back.startswith("https://figures.example.org/sign-in/provider/back?")
    return back


def test_somebody_with_an_account_comes_in(browser: TestClient, running: Running) -> None:
    assert "Sign in with your organisation" in browser.get("/sign-in", headers=PAGE).text
    arrived = browser.get(leave(browser, running))
    assert arrived.headers["location"] == "/explore?city=graz" and browser.get("/").text == "inside"
    assert max(len(cookie) for cookie in arrived.headers.get_list("set-cookie")) < 300, "no token of the provider"
    [listed] = managing.all_accounts(the_workspace(), COORDINATOR)
    assert listed.state == "active" and not listed.has_password


def test_a_large_token_with_many_groups_changes_nothing(browser: TestClient, running: Running) -> None:
    running.says({**CLAIMS, "groups": [f"{number:036d}" for number in range(5000)]})
    assert browser.get(leave(browser, running)).status_code == 303
    assert browser.get("/").text == "inside" and len(browser.get("/").request.headers["cookie"]) < 500


def test_a_callback_works_once_and_in_one_browser(browser: TestClient, server: Starlette, running: Running) -> None:
    back = leave(browser, running)
    thief = TestClient(server, "https://figures.example.org", follow_redirects=False)
    assert thief.get(back).status_code == 401
    kept = browser.cookies["__Host-liaison_step"]
    assert browser.get(back).status_code == 303
    browser.post("/sign-out")
    browser.cookies.set("__Host-liaison_step", kept, domain="figures.example.org")
    assert browser.get(back).status_code == 401, "replayed"


@pytest.mark.parametrize(
    ("sign", "other"), [("state=", "state=x"), ("code=", "code=x"), ("?code=", "?error=denied&no=")]
)
def test_a_changed_callback_is_refused(browser: TestClient, running: Running, sign: str, other: str) -> None:
    back = leave(browser, running).replace(sign, other)
    assert browser.get(back).status_code in (401, 502) and browser.get("/").status_code == 401


@pytest.mark.parametrize(
    "claims",
    [
        {"email": FUNDER.email},
        {"email": FUNDER.email, "email_verified": False},
        {"email": "nobody@example.org", "email_verified": True},
        {"email_verified": True},
    ],
)
def test_who_is_not_known_here_stays_outside(browser: TestClient, running: Running, claims: dict[str, object]) -> None:
    running.says(claims)
    assert browser.get(leave(browser, running)).status_code == 401
    assert browser.get("/").status_code == 401


def test_a_disabled_account_stays_outside(browser: TestClient, running: Running) -> None:
    [account] = managing.all_accounts(the_workspace(), COORDINATOR)
    managing.disable(the_workspace(), account.number, COORDINATOR)
    assert browser.get(leave(browser, running)).status_code == 401


def test_somebody_is_known_by_the_subject_after_the_first_time(browser: TestClient, running: Running) -> None:
    browser.get(leave(browser, running))
    running.says({"email": "married@example.org", "email_verified": True})
    browser.post("/sign-out")
    assert browser.get(leave(browser, running)).status_code == 303, "another address of the same person"
    assert FUNDER.email in browser.get("/account").text


def test_the_next_owner_of_an_address_stays_outside(browser: TestClient, running: Running) -> None:
    browser.get(leave(browser, running))
    browser.post("/sign-out")
    running.says(CLAIMS, "successor")
    refused = browser.get(leave(browser, running, "successor"))
    assert refused.status_code == 401 and "belongs to somebody else" in refused.text
    [account] = managing.all_accounts(the_workspace(), COORDINATOR)
    managing.remove_factors(the_workspace(), account.number, COORDINATOR)
    assert browser.get(leave(browser, running, "successor")).status_code == 303
