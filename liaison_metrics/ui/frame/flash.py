"""The flash message: what the last click did. It stays for a while, even if the page reruns, with what it is about."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

import streamlit as st
from markupsafe import Markup
from streamlit.runtime.scriptrunner import RerunException

from liaison_metrics.errors import LiaisonError
from liaison_metrics.ui import address
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import error_note, focusable

SECONDS = 90
"""How long a message stays: on a slow connection it must still be there when the page has been drawn."""

SUBJECTS = ("event", "upload", "account", "deliverable")
"""Parameters of an address that name what a page is about."""

_KEY = "flash_message"


class FlashAction(NamedTuple):
    """A button beside a message, which takes back what the message says: its words, and what it does."""

    words: str
    run: Callable[[], object]


class _Message(NamedTuple):
    """A message, what it belongs to (see ``_subject``), and when it was set."""

    words: str
    subject: tuple[str, ...]
    when: float
    action: FlashAction | None


def flash(words: str, action: FlashAction | None = None) -> None:
    """Sets the message that the next runs show while the page is about the same, and the button beside it."""

    def keep() -> None:
        st.session_state[_KEY] = _Message(words, _subject(), time.monotonic(), action)

    finished(keep)


def finished(step: Callable[[], object]) -> None:
    """Runs a step that follows a change in the store, from its start as often as the page's next run cuts in.

    Whoever watches the store sees the change and begins the next run at once, which ends this one at its next use of
    the session: a message would be lost. A request is gone once it was raised, so a later try goes through. A busy
    server may be asked several times meanwhile: the page reruns with the latest request. This needs
    ``runner.fastReruns = false``: otherwise the next run stops this one, and every later try as well.
    """
    latest: RerunException | None = None
    while True:
        try:
            step()
        except RerunException as request:
            latest = request
        else:
            break
    if latest is not None:
        raise latest


def show_flash() -> None:
    """Shows the latest message if it is recent and about what the page shows. Elsewhere it is gone for good.

    It has its own container: when the message goes, nothing below it is redrawn, and nobody loses what is open, typed
    or focused there.
    """
    message: _Message | None = st.session_state.get(_KEY)
    with st.container():
        if message is None:
            return
        if message.subject != _subject() or time.monotonic() - message.when >= SECONDS:
            del st.session_state[_KEY]
            return
        html_block(
            "flash",
            Markup('<div class="note done" role="status"{}>{}</div>').format(
                focusable(f"flash-{message.when}"), message.words
            ),
        )
        if message.action and st.button(message.action.words, key="flash-action"):
            del st.session_state[_KEY]
            try:
                message.action.run()
            except LiaisonError as error:
                html_block("flash-error", error_note(error))
                return
            st.rerun()


def _subject() -> tuple[str, ...]:
    """Returns what the page is about: its path, and the event, upload, account or deliverable in its address."""
    query = st.query_params.to_dict()
    return (address.current()[0].page, *(query.get(name, "") for name in SUBJECTS))
