"""What the visitor's last click did, said for a while: the page may be drawn again meanwhile."""

from __future__ import annotations

import time

import streamlit as st

from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import note

SECONDS = 30
"""How long it is said."""

_KEPT = "said_last"


def say(words: str) -> None:
    """Has it said from the next drawing of the page on."""
    st.session_state[_KEPT] = (words, time.monotonic())


def draw_flash() -> None:
    """Draws what was said last, if that was not long ago, in a place of its own: when it goes, nothing under it is
    drawn anew, so that nobody loses what is opened, typed or focused there."""
    words, when = st.session_state.get(_KEPT, ("", 0.0))
    with st.container():
        if words and time.monotonic() - when < SECONDS:
            html_block("said", note(words, "done"))
