"""A board: a piece of a page drawn from our own HTML, whose links ask their question in the address.

Every link is a real one (it can be copied, opened in a new tab, reached by keyboard); a plain click on one marked
``data-go`` changes the address and redraws the page where it stands, so that scroll and focus stay.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from urllib.parse import parse_qsl

import streamlit as st
from markupsafe import Markup
from streamlit.components import v2
from streamlit.components.v2.types import ComponentRenderer

ASSETS = Path(__file__).parent / "assets"
PENDING_NAVIGATION = "pending_navigation"
"""Where in the session the page and question stand that a link to another page asks for."""


def html_block(key: str, html: Markup) -> None:
    """Draws *html* (everything in it that is not ours is escaped already) under a key of its own on the page."""
    # Bytes go as they are; a text would be searched for tables and written as JSON at every run.
    _html_block(key=key, data=html.encode(), on_go_change=partial(_navigate, key))


def live_html_block(key: str, html: Markup, revision: int) -> None:
    """Draws *html* and from then on has the page drawn anew as soon as the store has moved past *revision*."""
    _live_html_block(
        key=key,
        data=f"{revision}\n{html}".encode(),
        on_go_change=partial(_navigate, key),
        on_moved_change=_redraw,
        on_minute_change=_redraw,
    )


def _component(name: str, *scripts: str) -> ComponentRenderer:
    return v2.component(
        name,
        html='<div class="lm"></div>',
        css=(ASSETS / "html_block.css").read_text(encoding="utf-8"),
        js="\n".join((ASSETS / script).read_text(encoding="utf-8") for script in scripts),
        isolate_styles=False,
    )


_html_block = _component("liaison_html_block", "render.js", "html_block.js")
_live_html_block = _component("liaison_live_html_block", "render.js", "live.js")


def _navigate(key: str) -> None:
    page, _mark, query = str(st.session_state[key].go or "").partition("?")
    query_params = dict(parse_qsl(query))
    if page:
        st.session_state[PENDING_NAVIGATION] = (page, query_params)
    else:
        st.query_params.from_dict(query_params)


def _redraw() -> None:
    """Nothing to do: the run that follows draws the newest state."""
