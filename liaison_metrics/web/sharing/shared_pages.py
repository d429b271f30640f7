"""The pages behind share links: plain HTML, the same for whoever has the link.

The token in the address is the permission, so a page embedded in another site needs no cookie. Where a link has a
password, the browser gets a cookie (a *ticket*) when it is entered. Browsers send no ``SameSite=Lax`` cookie from a
frame on another site, so the ticket of a link that may be embedded is ``SameSite=None; Secure; Partitioned``: it works
behind TLS and is kept apart for each embedding site. A browser that keeps no such cookie asks again at each visit.
"""

from __future__ import annotations

from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from liaison_metrics.errors import InvalidLink, SignInRefused
from liaison_metrics.services import figures
from liaison_metrics.services.access.actors import FUNDER
from liaison_metrics.services.issued_reports import archive, share_links
from liaison_metrics.services.issued_reports.share_links import VISIT, SharedPage, ShareLink
from liaison_metrics.services.labels import label, status_words
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _
from liaison_metrics.web.guards.security_headers import allow_frames_of
from liaison_metrics.web.sign_in.cookies import is_secure
from liaison_metrics.web.sign_in.entering import visit_of
from liaison_metrics.web.sign_in.forms import page, read_form

TICKET = "liaison_share"
NOT_STORED = {"Cache-Control": "no-store"}


def shared_page_routes() -> list[Route]:
    """Returns the routes."""
    return [Route("/share/{token}", _show), Route("/share/{token}", _enter_password, methods=["POST"])]


async def _show(request: Request) -> Response:
    return await run_in_threadpool(_answer, request, None)


async def _enter_password(request: Request) -> Response:
    form = await read_form(request)
    return await run_in_threadpool(_answer, request, form.get("password", ""))


def _answer(request: Request, password: str | None) -> Response:
    """Returns the shared page, or the form for its password. *password* is None where none was entered."""
    workspace, token = the_workspace(), request.path_params["token"]
    try:
        link = share_links.find_link(workspace, token)
        allow_frames_of(request.scope, link.site)
        ticket = request.cookies.get(_cookie(link), "")
        if password is None and share_links.needs_password(workspace, token, ticket):
            return page("share_password", link.name)
        ticket = share_links.open_shared(workspace, token, visit_of(request), password or "", ticket)
    except InvalidLink as error:
        return page("message", _("Link"), HTTPStatus.GONE, error=error)
    except SignInRefused as error:
        status = HTTPStatus.TOO_MANY_REQUESTS if error.wait_seconds else HTTPStatus.UNAUTHORIZED
        return page("share_password", link.name, status, error=error)
    response = _report(workspace) if link.shows is SharedPage.REPORT else _targets(workspace)
    response.headers.append("set-cookie", _ticket_cookie(request, link, ticket))
    return response


def _report(workspace: Workspace) -> Response:
    issued = archive.latest_published(workspace, FUNDER)
    if issued is None:
        return page("shared_empty", _("No report yet"))
    files = archive.files_of(workspace, issued.number, FUNDER)
    content = next(content for name, content in files.items() if name.endswith(".html"))
    return Response(content, media_type="text/html", headers=NOT_STORED)


def _targets(workspace: Workspace) -> Response:
    with workspace.snapshot():
        indicators = figures.indicators(workspace, actor=FUNDER)
        by_city = {one.code: figures.breakdown(workspace, one.code, "city", actor=FUNDER).lines for one in indicators}
    issued = archive.latest_published(workspace, FUNDER)
    return page(
        "shared_targets", _("Targets"), indicators=indicators, by_city=by_city, issued=issued,
        status_words=status_words, city=lambda code: label(workspace.project, "city", code),
        made_up=workspace.demonstration(),
    )  # fmt: skip


def _cookie(link: ShareLink) -> str:
    return f"{TICKET}_{link.number}"


def _ticket_cookie(request: Request, link: ShareLink, ticket: str) -> str:
    """Returns the cookie of a ticket, as a header. Python's own cookies know no ``Partitioned`` yet."""
    parts = [f"{_cookie(link)}={ticket}", "Path=/", f"Max-Age={int(VISIT.total_seconds())}", "HttpOnly"]
    if is_secure(request) and link.site:
        parts += ["Secure", "SameSite=None", "Partitioned"]
    else:
        parts += ["Secure"] * is_secure(request) + ["SameSite=Lax"]
    return "; ".join(parts)
