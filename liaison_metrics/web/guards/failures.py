"""Turns errors into answers: a sentence for people, and nothing about the inside of the program."""

from __future__ import annotations

import logging
import traceback

from starlette.requests import ClientDisconnect, HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from liaison_metrics.errors import LiaisonError
from liaison_metrics.texts import _
from liaison_metrics.web.guards.origins import refuse
from liaison_metrics.web.guards.session_gate import signed_in

_log = logging.getLogger(__name__)


class AnswerCutError(Exception):
    """That an answer ended before it was complete. The server closes the connection and logs nothing of the cause."""


class Failures:
    """Answers 503 where the program cannot do what was asked, 500 where it fails. The cause, which can name a file of
    the server, is told to those who are signed in or (*open_to_all*) need not be."""

    def __init__(self, app: ASGIApp, *, open_to_all: bool) -> None:
        self.app, self.open_to_all = app, open_to_all

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on. An error after the answer has begun can only cut it short."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        begun = False

        async def note(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, note)
        except ClientDisconnect:
            return
        except Exception as error:
            if not isinstance(error, LiaisonError) or begun or not self._may_know(scope):
                # The message may quote a cell of a sheet: log where it happened alone.
                _log.error("%s\n%s", type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))
            if begun:
                raise AnswerCutError from None
            words = _("Something went wrong. Try again. If it happens again, contact your administrator.")
            if isinstance(error, LiaisonError):
                words = str(error) if self._may_know(scope) else _("The program can’t answer now. Try again later.")
            await refuse(503 if isinstance(error, LiaisonError) else 500, words, scope, receive, send)

    def _may_know(self, scope: Scope) -> bool:
        return self.open_to_all or signed_in(HTTPConnection(scope)) is not None
