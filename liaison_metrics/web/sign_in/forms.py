"""What the sign-in pages share: reading a form, drawing a page, and going on to another."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, select_autoescape
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse

from liaison_metrics import format as fmt
from liaison_metrics.services.labels import funding_words
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.texts import LANGUAGES, _, language, ngettext, offered
from liaison_metrics.ui.frame.html import ICON
from liaison_metrics.web.guards.body_length import declared_length

MOST_BYTES = 10_000
"""No form of ours is longer; what is longer is refused before it is read."""

SEE_OTHER = 303

OPEN = frozenset({"sign_in", "code", "password", "message", "share_password", "shared_empty", "shared_targets"})
"""Templates for whoever is not signed in. They have a switch of languages; others follow the account."""


async def read_form(request: Request) -> Mapping[str, str]:
    """Returns the fields of a form. Raises HTTPException for one that is too long, or sent by another site's page."""
    length = declared_length(request.headers)
    if length is None or length > MOST_BYTES:
        raise HTTPException(413, _("The form is too long."))
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise HTTPException(403, _("Requests from other sites are refused."))
    async with request.form(max_files=0, max_fields=20) as form:
        return {name: value for name, value in form.items() if isinstance(value, str)}


def page(template: str, title: str, status: int = 200, **values: object) -> HTMLResponse:
    """Returns a page from a template, by the name of its file without the ending."""
    project = the_workspace().project
    text = _environment().get_template(f"{template}.html").render(
        _=_, ngettext=ngettext, fmt=fmt, language=language(), title=title, icon=ICON,
        acronym=project.acronym, funding=funding_words(project, language()),
        languages=_switch() if template in OPEN else {}, **values
    )  # fmt: skip
    return HTMLResponse(text, status_code=status, headers={"Cache-Control": "no-store"})


def _switch() -> dict[str, str]:
    """Returns the languages to choose from, each by its own name; none where there is one alone."""
    return {code: LANGUAGES[code] for code in offered()} if len(offered()) > 1 else {}


def go_to(request: Request, address: str) -> RedirectResponse:
    """Returns an answer that sends the browser on, to a path below the program's root."""
    root = request.scope.get("root_path", "").rstrip("/")
    return RedirectResponse(
        f"{root}/{address.lstrip('/')}", status_code=SEE_OTHER, headers={"Cache-Control": "no-store"}
    )


def own_path(address: str) -> str:
    """Returns an address within this program, "" for every other: a link must not lead to another site after somebody
    signed in."""
    try:
        parts = urlsplit(address)
    except ValueError:  # such as half an IPv6 address
        return ""
    # Browsers read a backslash as a slash, and leave out control characters.
    unclear = "\\" in address or any(ord(sign) < 32 for sign in address)
    if unclear or parts.scheme or parts.netloc or address.startswith("//"):
        return ""
    return address.lstrip("/")


@cache
def _environment() -> Environment:
    folders = [Path(__file__).parents[1] / part / "templates" for part in ("sign_in", "sharing")]
    return Environment(loader=FileSystemLoader(folders), autoescape=select_autoescape(), trim_blocks=True)
