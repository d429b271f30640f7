"""Who acts on this visit: asked once, kept until the browser's page is closed."""

from __future__ import annotations

import streamlit as st

from liaison_metrics.domain.project import Project
from liaison_metrics.services.access.actors import COORDINATOR, Actor, actor_of
from liaison_metrics.texts import _

_KEY = "actor"


def current_actor() -> Actor | None:
    """Returns who acts on this visit, None before anybody said."""
    return st.session_state.get(_KEY)


def actor_name(project: Project, code: str) -> str:
    """Returns what a party is called, by the word by which the store remembers it."""
    names = {partner.code: partner.name for partner in project.partners}
    return names.get(code, _("Coordinator"))


def ask_actor(project: Project, why: str) -> Actor | None:
    """Draws who acts, or the question; returns who, None before it is answered. *why* says what it is asked for."""
    actor = current_actor()
    with st.container(horizontal=True, vertical_alignment="center", key="actor_field"):
        if actor is not None:
            st.markdown(_("You are here as **{name}**.").format(name=actor_name(project, actor.code)))
            if st.button(_("Change"), type="tertiary", key="actor_change"):
                del st.session_state[_KEY]
                st.rerun()
            return actor
        codes = [COORDINATOR.code, *(partner.code for partner in project.partners)]
        st.selectbox(
            why,
            codes,
            index=None,
            format_func=lambda code: actor_name(project, code),
            placeholder=_("the coordinator, or one of the partners"),
            key="actor_choice",
            on_change=_choose,
        )
    return None


def _choose() -> None:
    code = st.session_state.get("actor_choice")
    if code:
        st.session_state[_KEY] = actor_of(code)
