"""The cookies of a session and of a browser that signed in before."""

from __future__ import annotations

from starlette.requests import HTTPConnection
from starlette.responses import Response

from liaison_metrics.services.accounts.sessions import ABSOLUTE_EXPIRY, SESSION_COOKIE, cookie_name

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
    """Returns whether a request came through TLS, to this process or to a proxy that it trusts."""
    return request.scope["scheme"] in SECURE


def set_session(response: Response, request: HTTPConnection, token: str, device: str) -> None:
    """Sets both cookies. Scripts can't read them, and no other site's page can send them with a form."""
    for name, value, seconds in (
        (SESSION_COOKIE, token, int(ABSOLUTE_EXPIRY.total_seconds())),
        (DEVICE_COOKIE, device, DEVICE_SECONDS),
    ):
        secure = is_secure(request)
        response.set_cookie(
            cookie_name(name, secure), value, max_age=seconds, path="/", httponly=True, samesite="lax", secure=secure
        )


def drop_session(response: Response, request: HTTPConnection) -> None:
    """Removes the session's cookie."""
    secure = is_secure(request)
    response.delete_cookie(cookie_name(SESSION_COOKIE, secure), path="/", httponly=True, samesite="lax", secure=secure)
