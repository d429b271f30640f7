"""The headers of an answer that is a file to keep."""

from __future__ import annotations

from urllib.parse import quote


def attachment(name: str) -> dict[str, str]:
    """Returns the headers for a file of that name, which may hold any letters (RFC 6266). Nobody keeps a copy on the
    way."""
    return {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}", "Cache-Control": "no-store"}
