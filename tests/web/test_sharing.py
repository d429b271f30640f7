"""Share links and access tokens over HTTP: what they open, and that they open nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from liaison_metrics.services.access.actors import COORDINATOR, Role
from liaison_metrics.services.accounts.managing import AccountEntry
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.issued_reports import archive, comparison, share_links
from liaison_metrics.services.issued_reports.share_links import NewShareLink, SharedPage
from liaison_metrics.services.workspace.audit.reading import entries
from liaison_metrics.services.workspace.server import the_workspace
from tests.services.conftest import row, sheet
from tests.web.conftest import PASSWORD, signed_up

SITE = "https://www.funder.example"


def link(shows: SharedPage = SharedPage.TARGETS, password: str = "", site: str = "") -> str:
    return share_links.make_link(the_workspace(), NewShareLink("Funder", shows, 30, password, site), COORDINATOR)


def issued(threshold: int | None, content: bytes) -> None:
    workspace = the_workspace()
    basis = replace(comparison.current_basis(workspace, None, actor=COORDINATOR), issued_at=datetime.now(UTC))
    report = archive.ReportToIssue("x", basis, threshold)
    archive.add(workspace, report, lambda number: {f"x-{number}.html": content, "x.csv": b"x"}, COORDINATOR)


def visitor(server: Starlette) -> TestClient:
    return TestClient(server, "https://figures.example.org", follow_redirects=False)


def actions() -> list[str]:
    return [line.action for line in reversed(entries(the_workspace(), COORDINATOR)[1])]


def test_a_link_opens_its_page_and_nothing_else(server: Starlette) -> None:
    import_file(the_workspace(), "a.csv", sheet(row("Ana Korba", community="Syrian")), actor=COORDINATOR)
    somebody, address = visitor(server), f"/share/{link()}"
    shown = somebody.get(address)
    assert shown.status_code == 200 and "Graz" in shown.text and "IND1" in shown.text
    assert "Syrian" not in shown.text and "no-store" in shown.headers["cache-control"]
    somebody.get(address)
    assert actions().count("share_link.open") == 1, "the visit goes on"
    for other in ("/", "/targets", "/export/indicators.csv", "/account", f"{address}/x", "/_stcore/health"):
        assert somebody.get(other).status_code in (401, 404)
    with pytest.raises(WebSocketDisconnect), somebody.websocket_connect("wss://figures.example.org/_stcore/stream"):
        raise AssertionError("it was accepted")
    assert visitor(server).get("/share/forged").status_code == 410


def test_only_published_reports_are_shared(server: Starlette) -> None:
    address = f"/share/{link(SharedPage.REPORT)}"
    issued(None, b"exact")
    assert "No report has been issued for publication yet" in visitor(server).get(address).text
    issued(5, b"published")
    issued(None, b"exact again")
    assert visitor(server).get(address).content == b"published"


def test_a_password_is_asked_for_once_a_visit(server: Starlette, cheap_hashes: None) -> None:
    somebody, address = visitor(server), f"/share/{link(password=PASSWORD)}"
    assert 'type="password"' in somebody.get(address).text
    assert somebody.post(address, data={"password": "wrong"}).status_code == 401
    foreign = {"Origin": "https://evil.example"}
    assert somebody.post(address, data={"password": PASSWORD}, headers=foreign).status_code == 403
    opened = somebody.post(address, data={"password": PASSWORD})
    assert opened.status_code == 200 and "IND1" in opened.text
    assert "IND1" in somebody.get(address).text
    assert 'type="password"' in visitor(server).get(address).text
    assert actions() == ["share_link.make", "share_link.refuse", "share_link.open"]


@pytest.mark.parametrize(
    ("site", "policy", "cookie"),
    [
        ("", "frame-ancestors 'self'", "HttpOnly; Secure; SameSite=Lax"),
        (SITE, f"frame-ancestors 'self' {SITE}", "HttpOnly; Secure; SameSite=None; Partitioned"),
        ("*", "frame-ancestors 'self' *", "HttpOnly; Secure; SameSite=None; Partitioned"),
    ],
)
def test_only_the_chosen_site_may_embed(server: Starlette, site: str, policy: str, cookie: str) -> None:
    shown = visitor(server).get(f"/share/{link(site=site)}", headers={"Sec-Fetch-Site": "cross-site"})
    assert shown.status_code == 200
    assert shown.headers["content-security-policy"].endswith(policy)
    assert ("x-frame-options" in shown.headers) is (site == "")
    assert shown.headers["set-cookie"].endswith(cookie)
    page = visitor(server).get("/sign-in")
    assert page.headers["content-security-policy"].endswith("frame-ancestors 'self'")
    assert page.headers["x-frame-options"] == "SAMEORIGIN"


# ---- access tokens ----------------------------------------------------------------------------------


def own_token(browser: TestClient) -> str:
    shown = browser.post("/account/tokens", data={"name": "My <b>sheet</b>", "days": "30"}).text
    assert "<b>" not in shown
    [token] = re.findall(r"<code>(liaison_[\w-]+)</code>", shown)
    return str(token)


def test_a_token_downloads_files_and_opens_nothing_else(browser: TestClient, server: Starlette) -> None:
    signed_up(browser, AccountEntry("coordinator@example.org", Role.COORDINATOR))
    token = own_token(browser)
    assert token not in browser.get("/account/tokens").text, "it is shown once"
    program, header = visitor(server), {"Authorization": f"Bearer {token}"}
    for _time in range(2):
        assert program.get("/export/indicators.csv", headers=header).status_code == 200
        assert program.get(f"/export/events.csv?city=graz&token={token}").status_code == 200
    assert program.get("/picture/curve.png", headers=header).status_code == 200
    calendar = program.get(f"/calendar/events.ics?city=graz&token={token}")
    assert calendar.text.startswith("BEGIN:VCALENDAR") and calendar.headers["content-type"].startswith("text/calendar")
    assert program.get("/calendar/events.ics?city=atlantis", headers=header).status_code == 404
    assert program.get("/calendar/events.ics").status_code == 401
    assert actions().count("token.use") == 1 and "table.export" not in actions()
    for path in ("/", "/account", "/account/tokens", "/live/revision", "/template.xlsx", "/_stcore/host-config"):
        assert program.get(path, headers=header).status_code == program.get(f"{path}?token={token}").status_code != 200
    assert program.post("/export/indicators.csv", headers=header).status_code == 401
    address = f"wss://figures.example.org/_stcore/stream?token={token}"
    with pytest.raises(WebSocketDisconnect), program.websocket_connect(address, headers=header):
        raise AssertionError("it was accepted")


def test_a_revoked_or_forged_token_opens_nothing(browser: TestClient, server: Starlette) -> None:
    signed_up(browser, AccountEntry("coordinator@example.org", Role.COORDINATOR))
    token, program = own_token(browser), visitor(server)
    for wrong in ("liaison_x", token[:-1], f"{token}x", "Basic"):
        assert program.get("/export/indicators.csv", headers={"Authorization": f"Bearer {wrong}"}).status_code == 401
    assert program.get("/export/indicators.csv", headers={"Authorization": f"Basic {token}"}).status_code == 401
    other = visitor(server)
    signed_up(other)
    [number] = re.findall(r'name="token" value="(\d+)"', browser.get("/account/tokens").text)
    assert other.post("/account/tokens/revoke", data={"token": number}).status_code == 400, "another account's"
    assert program.get(f"/export/indicators.csv?token={token}").status_code == 200
    assert browser.post("/account/tokens/revoke", data={"token": number}).status_code == 303
    assert program.get(f"/export/indicators.csv?token={token}").status_code == 401
    foreign = {"Sec-Fetch-Site": "cross-site"}
    assert browser.post("/account/tokens", data={"name": "x", "days": "30"}, headers=foreign).status_code == 403
