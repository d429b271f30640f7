"""Who acts in this visit: the account that signed in or, where nobody needs to, whoever was chosen."""

from __future__ import annotations

import streamlit as st

from liaison_metrics.domain.project import Project
from liaison_metrics.services.access.actors import COORDINATOR, FUNDER, Actor, actor_of
from liaison_metrics.services.accounts.sessions import SESSION_COOKIE, cookie_name, session_of
from liaison_metrics.services.labels import account_name, actor_name
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.cache import cached_for_all
from liaison_metrics.ui.frame.words import plain

_KEY = "actor"
_LOOK_AS = "look_as"


def needs_accounts() -> bool:
    """Returns whether everybody has to sign in."""
    return the_workspace().settings.needs_accounts


def shows_sample_data() -> bool:
    """Returns whether the store holds sample data. Each run of a page asks several times, so the answer is cached."""
    workspace = the_workspace()
    return cached_for_all("demonstration", workspace, watch.revision(), workspace.demonstration)


def current_actor() -> Actor | None:
    """Returns who acts in this visit, None where nobody is signed in or was chosen yet. Over sample data it is whoever
    the field "Look as" names.

    A session can end while a page is open, so it is looked up at each run.
    """
    if not needs_accounts():
        return _looks_as() or st.session_state.get(_KEY) or (COORDINATOR if shows_sample_data() else None)
    cookies = st.context.cookies
    # Behind TLS the cookie has another name, which no page without TLS can set.
    token = cookies.get(cookie_name(SESSION_COOKIE, secure=True)) or cookies.get(SESSION_COOKIE) or ""
    found = session_of(the_workspace(), token)
    return found.actor if found and not found.lacks_factor else None


def reader() -> Actor | None:
    """Returns who reads in this visit, None where nobody is signed in. Where nobody needs to sign in it is the one
    person of this machine, who sees everything like the coordinator, or looks at sample data as somebody else."""
    return current_actor() if needs_accounts() else _looks_as() or COORDINATOR


def ask_looks_as(project: Project) -> None:
    """Shows a field to look at sample data as another role. To be called only where the store holds sample data and
    nobody needs to sign in."""
    codes = [COORDINATOR.code, *(partner.code for partner in project.partners), FUNDER.code]
    names = {FUNDER.code: account_name(project, FUNDER)}
    st.selectbox(
        _("Look as"),
        codes,
        format_func=lambda code: names.get(code) or actor_name(project, code),
        key=_LOOK_AS,
        help=_("With sample data you can see the pages as a partner or the funder sees them."),
    )


def _looks_as() -> Actor | None:
    """Returns as whom somebody looks at sample data, None for the coordinator, and always where data are real."""
    code = st.session_state.get(_LOOK_AS, COORDINATOR.code)
    if code == COORDINATOR.code or not shows_sample_data():
        return None
    return FUNDER if code == FUNDER.code else actor_of(the_workspace().project, code)


def ask_actor(project: Project, prompt: str = "") -> Actor | None:
    """Returns who acts. Where nobody needs to sign in: shows who acts, or a field to choose; None before one is chosen.
    Over sample data the field "Look as" says it already.

    *prompt* is the label of the field, "Your organisation" by default.
    """
    actor = current_actor()
    if needs_accounts() or shows_sample_data():
        return actor
    with st.container(horizontal=True, vertical_alignment="center", key="actor_field"):
        if actor is not None:
            st.markdown(_("Signed in as **{name}**").format(name=plain(actor_name(project, actor.code))))
            if st.button(_("Switch"), type="tertiary", key="actor_change"):
                del st.session_state[_KEY]
                st.rerun()
            return actor
        codes = [COORDINATOR.code, *(partner.code for partner in project.partners)]
        st.selectbox(
            prompt or _("Your organisation"),
            codes,
            index=None,
            format_func=lambda code: actor_name(project, code),
            placeholder=_("Choose …"),
            key="actor_choice",
            width=360,
            on_change=_choose,
            args=(project,),
        )
    return None


def _choose(project: Project) -> None:
    code = st.session_state.get("actor_choice")
    if code:
        st.session_state[_KEY] = actor_of(project, code)
