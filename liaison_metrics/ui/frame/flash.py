"""What the visitor's last click did, said for a while: the page may be drawn again meanwhile."""

from __future__ import annotations

import time

import streamlit as st

from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import note

SECONDS = 30
"""How long it is said."""

_KEY = "flash_message"


def flash(words: str) -> None:
    """Has it said from the next drawing of the page on."""
    st.session_state[_KEY] = (words, time.monotonic())


def show_flash() -> None:
    """Draws what was said last, if that was not long ago, in a place of its own: when it goes, nothing under it is
    drawn anew, so that nobody loses what is opened, typed or focused there."""
    words, when = st.session_state.get(_KEY, ("", 0.0))
    with st.container():
        if words and time.monotonic() - when < SECONDS:
            html_block("flash", note(words, "done"))
