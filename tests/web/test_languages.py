"""In which language requests are answered."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.accounts import managing
from liaison_metrics.services.accounts.own.language import choose_language
from liaison_metrics.services.workspace.server import the_workspace
from tests.web.conftest import FUNDER, signed_up

pytestmark = pytest.mark.usefixtures("translated")

GERMAN = {"Accept-Language": "de-AT,de;q=0.9,en;q=0.1"}


def test_the_sign_in_page_follows_the_browser_until_somebody_chooses(browser: TestClient) -> None:
    assert "<button>Sign in</button>" in browser.get("/sign-in").text
    german = browser.get("/sign-in?next=explore", headers=GERMAN).text
    assert '<html lang="de">' in german and "<button>Anmelden</button>" in german
    assert '<a href="?lang=it&amp;next=explore" lang="it" hreflang="it">Italiano</a>' in german
    assert '<html lang="en">' in browser.get("/sign-in?lang=en", headers=GERMAN).text
    assert '<html lang="en">' in browser.get("/sign-in", headers=GERMAN).text, "kept by the browser"
    assert "set-cookie" not in browser.get("/sign-in?lang=fr%0d%0aX: y", headers=GERMAN).headers


def test_a_link_keeps_its_language_on_the_way_to_signing_in(browser: TestClient) -> None:
    asked = browser.get("/sign-in?next=explore%3Flang%3Dde")
    assert '<html lang="de">' in asked.text and "set-cookie" not in asked.headers


def test_who_is_signed_in_gets_the_language_of_the_account(browser: TestClient) -> None:
    signed_up(browser)
    account = next(one for one in managing.all_accounts(the_workspace(), COORDINATOR) if one.email == FUNDER.email)
    assert '<html lang="de">' in browser.get("/account", headers=GERMAN).text
    choose_language(the_workspace(), account.number, "it", account.actor)
    own = browser.get("/account", headers=GERMAN).text
    assert '<html lang="it">' in own and "hreflang" not in own
    assert '<html lang="en">' in browser.get("/account?lang=en", headers=GERMAN).text
