"""The assistant as a whole: the desk with a visitor's sheets, from the drop to the import."""

from __future__ import annotations

import streamlit as st

from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.upload import card, dropping
from liaison_metrics.ui.upload.background import Work
from liaison_metrics.ui.upload.drafts import Desk

_DESK = "desk"


def desk() -> Desk:
    """Returns this visitor's desk."""
    found: Desk = st.session_state.setdefault(_DESK, Desk())
    return found


def draw(workspace: Workspace, actor: Actor) -> None:
    """Draws the desk for a party: the fields to drop sheets in, the work that goes on, and the sheets' cards."""
    now = desk()
    now.serve(actor)
    if dropping.draw(workspace, actor, now):
        st.rerun()
    now.try_all(workspace, actor)
    # A browser knows a piece of the page by its position: what comes and goes has a place that stays, so that nobody
    # loses what is typed or opened further down.
    shown = now.is_waited_for
    progress = st.container(key="progress" if shown else "unseen")
    together, cards = st.container(), st.container()
    if not now.work.over.is_set():
        with progress:
            _progress(now.work, shown=shown)
    with together:
        _together(workspace, actor, now)
    with cards:
        _cards(workspace, actor, now)


def _cards(workspace: Workspace, actor: Actor, now: Desk) -> None:
    drafts = list(now.drafts)
    open_ones = [draft for draft in drafts if not draft.done]
    standing = uploads.latest(workspace, undone=False) if open_ones else []
    own = [one for one in standing if actor.may_change(one.made_by)]
    for draft in drafts:
        with st.container(border=True, key=f"card-{draft.number}"):
            card.draw(workspace, actor, now, draft, own, alone=len(drafts) == 1)


@st.fragment(run_every=0.4)
def _progress(work: Work, *, shown: bool) -> None:
    share, words = work.progress
    if shown:
        st.progress(share, text=words)
    if work.over.is_set():
        st.rerun()


def _together(workspace: Workspace, actor: Actor, now: Desk) -> None:
    if len(now.drafts) < 2:
        return
    ready = [draft for draft in now.drafts if draft.is_ready and (draft.is_whole or not draft.whole)]
    with st.container(horizontal=True):
        words = ngettext("Import the {n} sheet that is ready", "Import the {n} sheets that are ready", len(ready))
        if st.button(words.format(n=len(ready)), type="primary", disabled=not ready, key="import-all"):
            now.bring(workspace, actor, ready)
            st.rerun()
        if st.button(_("Clear the desk"), key="leave-all"):
            now.drafts.clear()
            st.rerun()
