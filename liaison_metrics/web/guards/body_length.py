"""How long the body of a request is, before it is read."""

from __future__ import annotations

from starlette.datastructures import Headers


def declared_length(headers: Headers) -> int | None:
    """Returns the length that a request declares for its body, None where it declares none that holds.

    A body that comes in chunks ends where its sender wants, whatever ``Content-Length`` says beside it (RFC 9112,
    section 6.3).
    """
    length = headers.get("content-length", "")
    if "transfer-encoding" in headers or not (length.isascii() and length.isdigit()):
        return None
    return int(length)
