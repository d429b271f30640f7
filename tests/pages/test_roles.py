"""What each role gets, on every page and at every address: a new one without a rule fails here."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from unittest.mock import MagicMock

import pytest
from streamlit.web.server.starlette.starlette_app import create_streamlit_routes

from liaison_metrics.domain.project import EvidenceKind
from liaison_metrics.reports import issued, pack
from liaison_metrics.reports.making import make
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events import planned
from liaison_metrics.services.events.evidence import keeping
from liaison_metrics.services.events.evidence.keeping import NewEvidence
from liaison_metrics.services.events.listing import all_events
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.ui.frame.sidebar import PAGE_ACTIONS
from liaison_metrics.web.routes import routes
from tests.conftest import ROOT
from tests.pages.conftest import html
from tests.pages.roles import ROLES, client_of, framed_page, pages_as, with_accounts

EVERYBODY, PARTNERS, COORDINATORS = ("coordinator", "partner", "funder"), ("coordinator", "partner"), ("coordinator",)

ALLOWED = {
    **{f"/export/{table}": EVERYBODY for table in ("indicators", "curve")},
    **{f"/export/{table}": PARTNERS for table in ("events", "attendances", "event_list", "event_attendances")},
    "/export/cross": COORDINATORS,
    "/export/by-city": EVERYBODY,
    **{f"/export/by-{name}": PARTNERS for name in ("activity", "month")},
    **{f"/export/by-{name}": COORDINATORS for name in ("community", "group", "gender", "age-band")},
    **{f"/picture/{name}": EVERYBODY for name in ("indicator", "curve", "city", "map")},
    **{f"/picture/{name}": PARTNERS for name in ("activity", "month")},
    **{f"/picture/{name}": COORDINATORS for name in ("community", "group", "gender", "age_band", "cross")},
    **{f"/report-file/{name}": COORDINATORS for name in ("summary", "report", "indicators")},
    "/report-file/issued-summary": EVERYBODY,
    "/calendar/events": PARTNERS,
    "/audit-pack": PARTNERS,
    "/template": EVERYBODY,
    "/live/revision": EVERYBODY,
}
"""Who gets an answer at an address without filters, by its path without the ending; the others who are signed in are
refused, and nobody else gets anything."""

ENDLESS = {"/live/revisions"}
"""A stream of numbers of revisions, for everybody who is signed in."""

SIGNING_IN = {
    "/sign-in", "/sign-in/code", "/sign-in/passkey", "/sign-in/passkey/options", "/sign-in/passkeys.js",
    "/sign-in/provider", "/sign-in/provider/back", "/sign-in/style.css", "/sign-out", "/link/{token}", "/account",
    "/account/passkeys", "/account/passkeys/options", "/account/passkeys/remove", "/account/password",
    "/account/sign-out", "/account/second-factor", "/account/second-factor/confirm", "/account/second-factor/remove",
    "/account/tokens", "/account/tokens/revoke", "/share/{token}", "/health",
}  # fmt: skip
"""Addresses without figures, see ``test_sign_in``."""

OF_ONE_EVENT = {"/evidence/{number:int}", "/sign-in-sheet.pdf", "/sign-in-sheet.xlsx"}
"""Addresses of a file of one event, see ``test_files_of_an_event_open_for_coordinators_and_its_partner``."""

STREAMLIT = {
    "/_stcore/health", "/_stcore/metrics", "/_stcore/host-config", "/media/{file_id:path}",
    "/_stcore/upload_file/{session_id}/{file_id}", "/component/{path:path}", "/_stcore/bidi-components/{path:path}",
    "/_stcore/stream", "/auth/login", "/auth/logout", "/oauth2callback", "/_stcore/agent/interact",
    "/_stcore/agent/openapi.json", "/_stcore/agent/mcp", "",
}  # fmt: skip
"""What Streamlit answers itself. Pages reach the browser by the stream alone, as whoever is signed in sees them."""

PAGES = {
    "work_plan": EVERYBODY, "forecast": EVERYBODY,
    "data_protection": EVERYBODY, "objectives": EVERYBODY, "committees": EVERYBODY, "skills": EVERYBODY,
    "": EVERYBODY, "counting": EVERYBODY, "report": EVERYBODY, "explore": PARTNERS, "events": PARTNERS,
    "upload": PARTNERS, "history": PARTNERS, "answers": PARTNERS, "owed": PARTNERS, "people": PARTNERS,
    "data_quality": PARTNERS, "statements": PARTNERS,
    "accounts": COORDINATORS, "audit": COORDINATORS,
}  # fmt: skip


def test_every_address_has_a_rule() -> None:
    ours = {route.path for route in routes()} - ENDLESS - SIGNING_IN - OF_ONE_EVENT
    assert {path.partition(".")[0] for path in ours} == set(ALLOWED)
    assert {route.path for route in create_streamlit_routes(MagicMock())} == STREAMLIT  # type: ignore[attr-defined]
    assert set(PAGES) == set(PAGE_ACTIONS)
    assert {path.stem for path in (ROOT / "pages").glob("*.py")} == {*PAGES, "targets"} - {""}


@pytest.mark.parametrize("role", ROLES)
def test_files_of_an_event_open_for_coordinators_and_its_partner(
    filled: Workspace, monkeypatch: pytest.MonkeyPatch, role: str
) -> None:
    link = NewEvidence(EvidenceKind.PHOTO, b"https://example.org/a")
    paths = []
    for event in all_events(filled, COORDINATOR):
        if event.fact.city in ("graz", "vejle"):
            later = replace(event.fact, date=event.fact.date + timedelta(days=7))
            plan = planned.plan(filled, later, 20, COORDINATOR)
            number = keeping.add(filled, event.fact.id, link, COORDINATOR)
            paths += [f"/evidence/{number}", f"/sign-in-sheet.xlsx?plan={plan}"]
    browser = client_of(with_accounts(monkeypatch), role)
    codes = [browser.get(path).status_code for path in (*paths, "/evidence/99", "/sign-in-sheet.pdf?plan=99")]
    expected = {"coordinator": [303, 200, 303, 200, 404, 404], "partner": [303, 200, 403, 403, 404, 404]}
    assert codes == expected.get(role, [401 if ROLES[role] is None else 403] * 4 + codes[4:])
    assert ROLES[role] or set(codes[4:]) == {401}


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_what_its_rule_says(filled: Workspace, monkeypatch: pytest.MonkeyPatch, role: str) -> None:
    browser = client_of(with_accounts(monkeypatch), role)
    picture = {"LIAISON-report-1-pictures/summary.png": b"as issued"}
    issued.issue(filled, "Interim", lambda: make(filled, None, 5, actor=COORDINATOR), lambda _: picture, COORDINATOR)
    for path in sorted({route.path for route in routes()} - ENDLESS - SIGNING_IN - OF_ONE_EVENT):
        answer = browser.get(path, params={"sample": 1} if path == "/audit-pack.zip" else None)
        if ROLES[role] is None:
            assert answer.status_code == 401, path
        elif path == "/report-file/issued-summary.png":
            assert answer.content == b"as issued"
            assert answer.headers["content-disposition"].endswith("LIAISON-report-1-summary.png")
        else:
            allowed = role in ALLOWED[path.partition(".")[0]]
            assert answer.status_code == (200 if allowed else 403), (path, answer.text)
            assert allowed or "only" in answer.text or "another partner" in answer.text
    for path in sorted(STREAMLIT):
        for method in ("GET", "PUT"):
            answer = browser.request(method, path or "/")
            assert ("inside" in answer.text) <= (ROLES[role] is not None), path
            assert ROLES[role] is not None or answer.status_code in (401, 404)


@pytest.mark.parametrize("role", [role for role, actor in ROLES.items() if actor])
def test_each_role_sees_its_pages(filled: Workspace, monkeypatch: pytest.MonkeyPatch, role: str) -> None:
    pages_as(monkeypatch, role)
    for name, allowed in PAGES.items():
        drawn = framed_page(name)
        assert not drawn.exception
        text = html(drawn)
        assert ("You are not allowed to see this page." in text) is (role not in allowed), name
        assert 'role="alert"' not in text or role not in allowed, name
        linked = {one for one in PAGES if f'data-at="page-{one}"' in text}
        assert linked == {one for one, roles in PAGES.items() if role in roles}


def test_nobody_sees_no_page(filled: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    pages_as(monkeypatch, "disabled")
    for name in ("", "explore"):
        text = html(framed_page(name))
        assert "You are signed out" in text, name
        assert "Graz" not in text and "page-explore" not in text


def test_who_sees_communities_as_issued_is_offered_the_issued_summary(
    filled: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages_as(monkeypatch, "funder")
    assert "summary.png" not in html(framed_page(city="graz"))
    issued.issue(
        filled, "Interim", lambda: make(filled, None, 5, actor=COORDINATOR), lambda one: pack.render(one, ["csv"]),
        COORDINATOR,
    )  # fmt: skip
    text = html(framed_page())
    assert "report-file/issued-summary.png" in text and "Summary of report 1 (PNG)" in text
    assert "report-file/summary.png" not in text
