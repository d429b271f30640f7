"""In which language a request is answered: the one that its address asks for, else the account's (``session_gate.py``),
else the one chosen in this browser, else the browser's, else the project file's."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.texts import use_language, wanted
from liaison_metrics.ui.address import LANGUAGE
from liaison_metrics.ui.frame.language import COOKIE

KEPT_BY = ("/sign-in", "/link/", "/share/")
"""Pages with a switch for whoever is not signed in: the browser keeps what was chosen there."""

SECONDS = 365 * 24 * 60 * 60


class Languages:
    """Sets the language of each request."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on; the answer keeps in a cookie what was chosen on a page with a switch."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        request = HTTPConnection(scope)
        asked = asked_language(request)
        accepted = request.headers.get("accept-language")
        use_language(asked or wanted(_of_next_page(request), request.cookies.get(COOKIE), accepted) or _of_project())
        path = scope["path"].removeprefix(scope.get("root_path", ""))

        async def keep(message: Message) -> None:
            if message["type"] == "http.response.start":
                cookie = f"{COOKIE}={asked}; Path=/; Max-Age={SECONDS}; SameSite=Lax"
                MutableHeaders(scope=message).append("set-cookie", cookie)
            await send(message)

        await self.app(scope, receive, keep if asked and path.startswith(KEPT_BY) else send)


def asked_language(request: HTTPConnection) -> str:
    """Returns the language (code) that the address of a request asks for, "" for none."""
    return wanted(request.query_params.get(LANGUAGE))


def _of_next_page(request: HTTPConnection) -> str:
    """Returns the language of the page that somebody wanted to see before signing in, "" for none."""
    try:
        following = urlsplit(request.query_params.get("next", "")).query
    except ValueError:  # such as half an IPv6 address
        return ""
    return next((value for name, value in parse_qsl(following) if name == LANGUAGE), "")


def _of_project() -> str:
    try:
        return the_workspace().project.language
    except LiaisonError:  # a later guard answers that the store cannot be opened
        return ""
