"""The flash message: what the last click did. It stays for a while, even if the page reruns, on its page alone."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

import streamlit as st
from markupsafe import Markup

from liaison_metrics.ui import address
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import focusable

SECONDS = 30
"""How long a message stays."""

_KEY = "flash_message"


class FlashAction(NamedTuple):
    """A button beside a message, which takes back what the message says: its words, and what it does."""

    words: str
    run: Callable[[], object]


class _Message(NamedTuple):
    """A message, the page that it belongs to, and when it was set."""

    words: str
    page: str
    when: float
    action: FlashAction | None


def flash(words: str, action: FlashAction | None = None) -> None:
    """Sets the message that the next runs of this page show, and the button beside it."""
    st.session_state[_KEY] = _Message(words, _page(), time.monotonic(), action)


def show_flash() -> None:
    """Shows the latest message if it is recent and belongs to this page.

    It has its own container: when the message goes, nothing below it is redrawn, and nobody loses what is open, typed
    or focused there.
    """
    message: _Message | None = st.session_state.get(_KEY)
    with st.container():
        if message is None or message.page != _page() or time.monotonic() - message.when >= SECONDS:
            return
        html_block(
            "flash",
            Markup('<div class="note done" role="status"{}>{}</div>').format(
                focusable(f"flash-{message.when}"), message.words
            ),
        )
        if message.action and st.button(message.action.words, key="flash-action"):
            del st.session_state[_KEY]
            message.action.run()
            st.rerun()


def _page() -> str:
    return address.current()[0].page
