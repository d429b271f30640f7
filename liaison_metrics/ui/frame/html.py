"""HTML blocks: parts of a page that are our own HTML, with links that change the address.

Every link is a real one: it can be copied, opened in a new tab and reached by keyboard. A plain click on a link marked
``data-go`` changes the address and reruns the page in place, so scroll position and focus stay.
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
"""Session key for the page and query that a clicked link leads to."""


def html_block(key: str, html: Markup) -> None:
    """Shows *html* under its own key. Text from outside must be escaped already."""
    # Bytes are passed through; Streamlit would scan a str for tables and serialise it as JSON at every run.
    _html_block(key=key, data=html.encode(), on_go_change=partial(_navigate, key))


def live_html_block(key: str, html: Markup, revision: int) -> None:
    """Shows *html* and reruns the page as soon as the store is past *revision*."""
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
    """Does nothing: the rerun that follows shows the latest state."""
