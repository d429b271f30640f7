"""Turns errors into answers: a sentence for people, and nothing about the inside of the program."""

from __future__ import annotations

import logging
import traceback

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from liaison_metrics.errors import LiaisonError
from liaison_metrics.texts import _

_log = logging.getLogger(__name__)


class Failures:
    """Answers 503 with the error's own words where the program cannot do what was asked, 500 where it fails."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on. An error after the answer has begun can only cut it short."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def note(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, note)
        except LiaisonError as error:
            if begun:
                raise
            await PlainTextResponse(str(error), status_code=503)(scope, receive, send)
        except Exception as error:
            if begun:
                raise
            # The message may quote a cell of a sheet: log where it happened alone.
            _log.error("%s\n%s", type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))
            words = _("Something went wrong. Try again. If it happens again, contact your administrator.")
            await PlainTextResponse(words, status_code=500)(scope, receive, send)
