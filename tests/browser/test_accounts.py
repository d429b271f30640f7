"""Accounts in a real browser: from the first link to a partner who signs in with a code, looked at on the way."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from pathlib import Path

import pyotp
import pytest
from playwright.sync_api import Page, expect

from liaison_metrics.services.accounts import links
from tests.browser.conftest import NewVisitor, Visitor, serving, settled, violations

PASSWORD = "seven lemons on a tram"
SIDEWAYS = "document.documentElement.scrollWidth - window.innerWidth"


def looked_at(page: Page) -> Page:
    """Asserts that axe finds nothing and the page does not scroll sideways."""
    assert violations(page) == [], page.url
    assert page.evaluate(SIDEWAYS) <= 0, page.url
    return page


def choose_password(visitor: Visitor, link: str, email: str = "") -> None:
    page = visitor.page
    page.goto(link)
    if email:
        page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    looked_at(page).get_by_role("button", name="Save and sign in").click()
    expect(page.get_by_role("navigation", name="Pages").or_(page.locator(".lm h1"))).not_to_have_count(0)


@pytest.mark.whole
def test_from_the_first_link_to_a_partner_with_a_second_factor(tmp_path: Path, visitor: NewVisitor) -> None:
    with serving(tmp_path, LIAISON_ACCESS="accounts", LIAISON_SECOND_FACTOR="off") as running:
        server = replace(running, url=running.url.replace("127.0.0.1", "localhost"))  # passkeys need a name
        coordinator = visitor(server)
        first = links.first_link(server.workspace())
        choose_password(coordinator, f"{server.url}/link/{first}", "kim@example.org")

        page = coordinator.page
        page.get_by_role("link", name="Accounts").click()
        expect(page.get_by_role("heading", name="1 account")).to_be_visible()
        page.get_by_text("Invite somebody").click()
        page.get_by_role("textbox", name="E-mail address").fill("graz@example.org")
        page.get_by_role("combobox", name="Cities").click()
        page.get_by_role("option", name="Graz").click()
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Make the invitation").click()
        link = page.get_by_text(re.compile(rf"^{server.url}/link/")).inner_text()
        expect(page.get_by_role("link", name="graz@example.org")).to_be_visible()
        settled(page)
        looked_at(page)

        partner = visitor(server, width=390, scheme="dark")
        choose_password(partner, link)
        expect(partner.page.get_by_role("link", name="Accounts")).to_have_count(0)
        secret = set_up_an_app(partner.page, server.url)
        partner.page.goto(f"{server.url}/account")
        expect(looked_at(partner.page).get_by_text("Chromium on Linux (this one)")).to_be_visible()
        partner.page.get_by_label("Your password").fill(PASSWORD)
        partner.page.get_by_role("button", name="Sign out everywhere").click()

        page = partner.page
        page.goto(f"{server.url}/history")
        page.get_by_label("E-mail address").fill("graz@example.org")
        page.get_by_label("Password").fill(PASSWORD)
        looked_at(page).get_by_role("button", name="Sign in", exact=True).click()
        page.get_by_label("Code from your authenticator app").fill(pyotp.TOTP(secret).at(int(time.time()) + 30))
        looked_at(page).get_by_role("button", name="Sign in", exact=True).click()
        expect(page.get_by_role("heading", name="History", level=1)).to_be_attached()

        add_a_passkey(partner)
        page.goto(f"{server.url}/account")
        page.get_by_label("Your password").fill(PASSWORD)
        looked_at(page).get_by_role("button", name="Sign out everywhere").click()
        page.goto(f"{server.url}/answers")
        looked_at(page).get_by_role("button", name="Sign in with a passkey").click()
        expect(page.get_by_role("heading", name="Answers", level=1)).to_be_attached()


def set_up_an_app(page: Page, url: str) -> str:
    """Sets up an authenticator app with the current code; returns its secret."""
    page.goto(f"{url}/account/second-factor")
    page.get_by_label("Your password").fill(PASSWORD)
    looked_at(page).get_by_role("button", name="Set up an app").click()
    secret = re.sub(r"\s", "", page.locator("code").inner_text())
    page.get_by_label("Code that the app shows").fill(pyotp.TOTP(secret).now())
    looked_at(page).get_by_role("button", name="Confirm").click()
    expect(looked_at(page).get_by_role("heading", name="Your recovery codes")).to_be_visible()
    return secret


def add_a_passkey(visitor: Visitor) -> None:
    """Adds a passkey, in a device that Chromium makes up."""
    page = visitor.page
    device = visitor.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    kind = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    device.send("WebAuthn.addVirtualAuthenticator", {"options": {**kind, "isUserVerified": True}})
    page.goto(f"{visitor.server.url}/account/passkeys")
    page.get_by_label("Your password").fill("wrong")
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("The password is wrong.")
    page.get_by_label("Your password").fill(PASSWORD)
    looked_at(page).get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("button", name="Remove this passkey")).to_be_visible()
    looked_at(page)
