"""The flash message: what the last click did. It stays for a while, even if the page reruns."""

from __future__ import annotations

import time

import streamlit as st

from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import note

SECONDS = 30
"""How long a message stays."""

_KEY = "flash_message"


def flash(words: str) -> None:
    """Sets the message that the next runs of the page show."""
    st.session_state[_KEY] = (words, time.monotonic())


def show_flash() -> None:
    """Shows the latest message if it is recent.

    It has its own container: when the message goes, nothing below it is redrawn, and nobody loses what is open, typed
    or focused there.
    """
    words, when = st.session_state.get(_KEY, ("", 0.0))
    with st.container():
        if words and time.monotonic() - when < SECONDS:
            html_block("flash", note(words, "done"))
