"""The cookies of a session, of a browser that signed in before, and of a sign-in that is under way."""

from __future__ import annotations

from starlette.requests import HTTPConnection
from starlette.responses import Response

from liaison_metrics.services.accounts.sessions import ABSOLUTE_EXPIRY, SESSION_COOKIE, cookie_name
from liaison_metrics.services.accounts.steps import LIFETIME
from liaison_metrics.services.workspace.server import the_workspace

STEP_COOKIE = "liaison_step"
DEVICE_COOKIE = "liaison_device"
DEVICE_SECONDS = 365 * 24 * 60 * 60
SECURE = ("https", "wss")


def session_token(request: HTTPConnection) -> str:
    """Returns the token in a request's session cookie, "" where there is none."""
    return request.cookies.get(cookie_name(SESSION_COOKIE, is_secure(request)), "")


def device_token(request: HTTPConnection) -> str:
    """Returns the device cookie of a request, "" where there is none."""
    return request.cookies.get(cookie_name(DEVICE_COOKIE, is_secure(request)), "")


def is_secure(request: HTTPConnection) -> bool:
    """Returns whether a request came through TLS: to this process, to a proxy that it trusts, or to the public address
    if that is a https one. A proxy that does not say so must not cost the cookies their protection."""
    settings = the_workspace().settings
    is_public = settings.public_url.startswith("https:") and request.url.hostname == settings.public_host
    return request.scope["scheme"] in SECURE or is_public


def step_token(request: HTTPConnection) -> str:
    """Returns the token of the step of a sign-in that is under way, "" where there is none."""
    return request.cookies.get(cookie_name(STEP_COOKIE, is_secure(request)), "")


def set_session(response: Response, request: HTTPConnection, token: str, device: str) -> None:
    """Sets the cookies of a session and of the browser; what was under way is over."""
    _set(response, request, SESSION_COOKIE, token, int(ABSOLUTE_EXPIRY.total_seconds()))
    _set(response, request, DEVICE_COOKIE, device, DEVICE_SECONDS)
    _drop(response, request, STEP_COOKIE)


def set_step(response: Response, request: HTTPConnection, token: str) -> None:
    """Sets the cookie of a step of a sign-in."""
    _set(response, request, STEP_COOKIE, token, int(LIFETIME.total_seconds()))


def drop_session(response: Response, request: HTTPConnection) -> None:
    """Removes the session's cookie."""
    _drop(response, request, SESSION_COOKIE)


def _set(response: Response, request: HTTPConnection, name: str, value: str, seconds: int) -> None:
    # Scripts can't read it, and no other site's page can send it with a form.
    secure = is_secure(request)
    response.set_cookie(
        cookie_name(name, secure), value, max_age=seconds, path="/", httponly=True, samesite="lax", secure=secure
    )


def _drop(response: Response, request: HTTPConnection, name: str) -> None:
    secure = is_secure(request)
    response.delete_cookie(cookie_name(name, secure), path="/", httponly=True, samesite="lax", secure=secure)
