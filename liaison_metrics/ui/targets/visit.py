"""When the reader's visit before this one ended: kept with the account or, where nobody signs in, by the browser."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.accounts.own import visits
from liaison_metrics.services.workspace.server import the_workspace

COOKIE = "liaison_visit"
"""Holds two times in milliseconds: when the browser last showed a page, and when its visit before ended. ``render.js``
writes it on this machine."""

_KEY = "last_visit"


def last_visit(reader: Actor) -> datetime | None:
    """Returns when the visit before this one ended, None for the first visit."""
    if reader.account is not None:
        return visits.last_visit(the_workspace(), reader.account, reader)
    if _KEY not in st.session_state:
        # A session keeps the cookie that it began with.
        st.session_state[_KEY] = of_browser(str(st.context.cookies.get(COOKIE, "")), datetime.now(UTC))
    found: datetime | None = st.session_state[_KEY]
    return found


def of_browser(cookie: str, now: datetime) -> datetime | None:
    """Returns when the visit before this one ended by a browser's cookie, which anybody can have written."""
    seen, before = (_moment(text) for text in cookie.partition(".")[::2])
    found = visits.visit_before(now, seen, before) if seen else None
    return found if found and found < now else None


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(text) / 1000, UTC) if text.isascii() and text.isdecimal() else None
    except (ValueError, OverflowError, OSError):
        return None
