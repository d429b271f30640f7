"""Who looks in tests of pages and routes: each role with an account of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from liaison_metrics.services.access.actors import COORDINATOR, FUNDER, Actor, Role
from liaison_metrics.services.accounts import managing, sessions
from liaison_metrics.services.accounts.managing import AccountEntry
from liaison_metrics.services.workspace.server import close_workspace, the_workspace
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.ui import address as visit
from liaison_metrics.ui.frame import actor as frame_actor
from liaison_metrics.ui.frame import shell
from liaison_metrics.web.guards.middleware import middleware
from liaison_metrics.web.routes import routes
from tests.actors import partner
from tests.conftest import PATIENCE, ROOT

ADDRESS = "https://figures.example.org"

ROLES: dict[str, Actor | None] = {
    "coordinator": replace(COORDINATOR, account=1),
    "partner": replace(partner("compass"), account=2),
    "funder": replace(FUNDER, account=3),
    "disabled": None,
    "nobody": None,
}

ENTRIES = {
    "coordinator": AccountEntry("coordinator@example.org", Role.COORDINATOR),
    "partner": AccountEntry("compass@example.org", Role.PARTNER, ("graz",)),
    "funder": AccountEntry("funder@example.org", Role.FUNDER),
    "disabled": AccountEntry("gone@example.org", Role.FUNDER),
}


def with_accounts(monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """Has everybody sign in who uses the server, with a password alone; returns its workspace."""
    monkeypatch.setenv("LIAISON_SECOND_FACTOR", "off")
    monkeypatch.setenv("LIAISON_ACCESS", "accounts")
    monkeypatch.setenv("LIAISON_PUBLIC_URL", ADDRESS)
    close_workspace()
    return the_workspace()


def client_of(workspace: Workspace, role: str) -> TestClient:
    """Returns a browser that a role is signed in with, at the program's routes and a stand-in for Streamlit's."""
    inside = [Route("/{path:path}", _inside, methods=["GET", "POST", "PUT", "DELETE"])]
    server = Starlette(routes=[*routes(), *inside], middleware=middleware())
    browser = TestClient(server, ADDRESS, follow_redirects=False)
    if role in ENTRIES:
        known = {one.email: one.number for one in managing.all_accounts(workspace, COORDINATOR)}
        if ENTRIES[role].email not in known:
            managing.invite(workspace, ENTRIES[role], COORDINATOR)
            known = {one.email: one.number for one in managing.all_accounts(workspace, COORDINATOR)}
        number = known[ENTRIES[role].email]
        browser.cookies.set(
            "__Host-liaison_session", sessions.begin(workspace, number, ""), domain="figures.example.org"
        )
        if role == "disabled":
            managing.disable(workspace, number, COORDINATOR)
    return browser


def _inside(_request: object) -> PlainTextResponse:
    return PlainTextResponse("inside")


def framed_page(name: str = "", **address: str) -> AppTest:
    """Runs a page inside its frame, as the server does."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=PATIENCE)
    app.session_state[visit._CURRENT] = visit._Current(visit.Address(name, address), 0)
    return app.run()


def pages_as(monkeypatch: pytest.MonkeyPatch, role: str) -> None:
    """Has pages run as if a role had signed in."""
    for module in (frame_actor, shell):
        monkeypatch.setattr(module, "needs_accounts", lambda: True)
        monkeypatch.setattr(module, "current_actor", lambda: ROLES[role])
