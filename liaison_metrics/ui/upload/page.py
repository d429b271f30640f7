"""The assistant as a whole: the desk with a visitor's sheets, from the drop to the import."""

from __future__ import annotations

import streamlit as st

from liaison_metrics.services import uploads
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.upload import add_files, card
from liaison_metrics.ui.upload.background import BackgroundWork
from liaison_metrics.ui.upload.queue import UploadQueue

_KEY = "upload_queue"


def upload_queue() -> UploadQueue:
    """Returns this visitor's desk."""
    queue: UploadQueue = st.session_state.setdefault(_KEY, UploadQueue())
    return queue


def show(workspace: Workspace, actor: Actor) -> None:
    """Draws the desk for a party: the fields to drop sheets in, the work that goes on, and the sheets' cards."""
    queue = upload_queue()
    queue.set_actor(actor)
    if add_files.show(workspace, actor, queue):
        st.rerun()
    queue.preview_all(workspace, actor)
    # A browser knows a piece of the page by its position: what comes and goes has a place that stays, so that nobody
    # loses what is typed or opened further down.
    awaited = queue.is_awaited
    progress = st.container(key="progress" if awaited else "unseen")
    all_drafts, cards = st.container(), st.container()
    if not queue.work.idle.is_set():
        with progress:
            _progress(queue.work, awaited=awaited)
    with all_drafts:
        _all_drafts(workspace, actor, queue)
    with cards:
        _cards(workspace, actor, queue)


def _cards(workspace: Workspace, actor: Actor, queue: UploadQueue) -> None:
    drafts = list(queue.drafts)
    open_ones = [draft for draft in drafts if not draft.result]
    active = uploads.latest(workspace, undone=False) if open_ones else []
    own = [one for one in active if allows(actor, Action.UPLOAD_REPLACE, Resource.upload(one.made_by))]
    for draft in drafts:
        with st.container(border=True, key=f"card-{draft.number}"):
            card.show(workspace, actor, queue, draft, own, alone=len(drafts) == 1)


@st.fragment(run_every=0.4)
def _progress(work: BackgroundWork, *, awaited: bool) -> None:
    share, words = work.progress
    if awaited:
        st.progress(share, text=words)
    if work.idle.is_set():
        st.rerun()


def _all_drafts(workspace: Workspace, actor: Actor, queue: UploadQueue) -> None:
    if len(queue.drafts) < 2:
        return
    ready = [draft for draft in queue.drafts if draft.is_ready and (draft.is_complete or not draft.all_or_nothing)]
    with st.container(horizontal=True):
        words = ngettext("Import the {n} sheet that is ready", "Import the {n} sheets that are ready", len(ready))
        if st.button(words.format(n=len(ready)), type="primary", disabled=not ready, key="import-all"):
            queue.import_drafts(workspace, actor, ready)
            st.rerun()
        if st.button(_("Clear the desk"), key="leave-all"):
            queue.drafts.clear()
            st.rerun()
