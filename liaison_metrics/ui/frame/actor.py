"""Who acts in this session: chosen once, kept until the browser tab is closed."""

from __future__ import annotations

import streamlit as st

from liaison_metrics.domain.project import Project
from liaison_metrics.services.access.actors import COORDINATOR, Actor, actor_of
from liaison_metrics.services.labels import actor_name
from liaison_metrics.texts import _

_KEY = "actor"


def current_actor() -> Actor | None:
    """Returns who acts in this session, None if nobody has been chosen yet."""
    return st.session_state.get(_KEY)


def ask_actor(project: Project, prompt: str = "") -> Actor | None:
    """Shows who acts, or a field to choose; returns the actor, None before one is chosen.

    *prompt* is the label of the field, "Your organisation" by default.
    """
    actor = current_actor()
    with st.container(horizontal=True, vertical_alignment="center", key="actor_field"):
        if actor is not None:
            st.markdown(_("Signed in as **{name}**").format(name=actor_name(project, actor.code)))
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
            on_change=_choose,
            args=(project,),
        )
    return None


def _choose(project: Project) -> None:
    code = st.session_state.get("actor_choice")
    if code:
        st.session_state[_KEY] = actor_of(project, code)
