"""In which language somebody reads the pages, and what they chose."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from liaison_metrics.services.accounts.own.language import choose_language, own_language
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.texts import language, speaking, use_language, wanted
from liaison_metrics.texts.marking import Others
from liaison_metrics.ui import address
from liaison_metrics.ui.frame.actor import current_actor, needs_accounts
from liaison_metrics.ui.frame.html.breaks import texts_in_other_languages

COOKIE = "liaison_language"
"""Holds the language that somebody chose in this browser. ``address.js`` and the sign-in pages write it."""

_ASKED, _CHOSEN, _OTHERWISE = "language_asked", "language_chosen", "language_otherwise"


def speak() -> None:
    """Uses the language of this visit: what the address asks for, else the account's choice, else the browser's, else
    the project file's."""
    use_language(wanted(_in_address()) or _otherwise())
    texts_in_other_languages(_in_other_languages())


def keep_choice() -> bool:
    """Keeps the language that a click on the switch chose: in the account of whoever is signed in, and in the browser.
    Returns whether the language of the page is another one now."""
    asked = wanted(_in_address())
    before = st.session_state.get(_ASKED)
    st.session_state[_ASKED] = asked
    # A link from elsewhere, or the way back, says in which language to read, not what somebody chose for good.
    if before is not None and asked and asked != before and not address.is_history_navigation():
        st.session_state[_CHOSEN] = st.session_state[_OTHERWISE] = asked
        actor = current_actor() if needs_accounts() else None
        if actor is not None and actor.account is not None:
            choose_language(the_workspace(), actor.account, asked, actor)
    spoken = language()
    speak()
    return language() != spoken


def later(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """Returns a function that makes a file in the present language: Streamlit calls it in another thread, once somebody
    downloads it."""
    code = language()

    def made() -> bytes:
        with speaking(code):
            return make()

    return made


def chosen() -> str:
    """Returns the language (code) that was chosen in this visit, "" for none."""
    return str(st.session_state.get(_CHOSEN, ""))


def _in_address() -> str:
    return address.current()[0].query.get(address.LANGUAGE) or st.query_params.get(address.LANGUAGE, "")


def _otherwise() -> str:
    """Returns the language for addresses that name none. A visit keeps the one that it began with."""
    if _OTHERWISE not in st.session_state:
        account, project = _kept()
        browser = (st.context.cookies.get(COOKIE), st.context.headers.get("Accept-Language"), st.context.locale)
        st.session_state[_OTHERWISE] = wanted(account, *browser, project)
    return str(st.session_state[_OTHERWISE])


def _in_other_languages() -> Others:
    try:
        return the_workspace().project.in_other_languages()
    except Exception:  # the frame says what is wrong with the store
        return ()


def _kept() -> tuple[str, str]:
    """Returns the languages of the account and of the project file, "" where there is none."""
    try:
        workspace, actor = the_workspace(), current_actor() if needs_accounts() else None
        own = own_language(workspace, actor.account, actor) if actor and actor.account is not None else ""
        return own, workspace.project.language
    except Exception:  # the frame says what is wrong with the store
        return "", ""
