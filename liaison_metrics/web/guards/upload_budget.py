"""Refuses files before they are read, where too many wait already in the memory of the server."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import runtime

from liaison_metrics.texts import _
from liaison_metrics.ui.upload.queue.budget import MOST_BYTES, MOST_BYTES_OF_ALL
from liaison_metrics.web.guards.body_length import declared_length
from liaison_metrics.web.guards.origins import refuse

UPLOADS = "_stcore/upload_file/"


class UploadBudget:
    """Answers 413 to a file that exceeds what one visit, or all together, may leave with the server."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, or refuses the file."""
        _before, upload, rest = scope.get("path", "").partition(UPLOADS)
        if scope["type"] == "http" and upload and scope["method"] == "PUT":
            length = declared_length(Headers(scope=scope))
            if length is None:
                await refuse(411, _("The size of the file is missing."), scope, receive, send)
                return
            if not has_room(received(), rest.partition("/")[0], length):
                await refuse(413, _("Too many files are waiting. Try again in a few minutes."), scope, receive, send)
                return
        await self.app(scope, receive, send)


def has_room(held: Mapping[str, int], session: str, more: int) -> bool:
    """Returns whether *more* bytes fit; *held* are the bytes that sessions have left already."""
    return held.get(session, 0) + more <= MOST_BYTES and sum(held.values()) + more <= MOST_BYTES_OF_ALL


def received() -> dict[str, int]:
    """Returns the bytes of files that Streamlit holds, by session."""
    if not runtime.exists():
        return {}
    stored = getattr(runtime.get_instance().uploaded_file_mgr, "file_storage", {})
    return {session: sum(len(file.data) for file in list(files.values())) for session, files in list(stored.items())}
