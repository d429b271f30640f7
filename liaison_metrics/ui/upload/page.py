"""The content of Upload: the files of a session, from adding them to their import."""

from __future__ import annotations

import streamlit as st

from liaison_metrics.services import uploads
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.cache import PageRequest
from liaison_metrics.ui.frame.words import plain
from liaison_metrics.ui.upload import add_files
from liaison_metrics.ui.upload.card import SheetCard
from liaison_metrics.ui.upload.queue.background import BackgroundWork
from liaison_metrics.ui.upload.queue.upload_queue import UploadQueue

_KEY = "upload_queue"


def upload_queue() -> UploadQueue:
    """Returns the upload queue of this session."""
    queue: UploadQueue = st.session_state.setdefault(_KEY, UploadQueue())
    return queue


def show(request: PageRequest, actor: Actor) -> None:
    """Shows the fields that add files, the running work, and a card for each file."""
    workspace = request.workspace
    queue = upload_queue()
    queue.set_actor(actor)
    queue.load(workspace, actor)
    if add_files.show(workspace, actor, queue):
        st.rerun()
    queue.preview_all(workspace, actor)
    # The browser identifies elements by position. Fixed containers for what comes and goes keep everything below in
    # place, so nobody loses what is typed or opened there.
    awaited = queue.is_awaited
    progress = st.container(key="progress" if awaited else "unseen")
    all_drafts, cards = st.container(), st.container()
    if not queue.work.idle.is_set():
        with progress:
            _progress(queue.work, awaited=awaited)
    with all_drafts:
        _all_drafts(workspace, actor, queue)
    with cards:
        _cards(request, actor, queue)


def _cards(request: PageRequest, actor: Actor, queue: UploadQueue) -> None:
    drafts = list(queue.drafts)
    open_ones = [draft for draft in drafts if not draft.result]
    active = uploads.latest(request.workspace, undone=False, actor=actor) if open_ones else []
    replaceable = [one for one in active if allows(actor, Action.UPLOAD_REPLACE, Resource.upload(one.made_by))]
    for draft in drafts:
        with st.container(border=True, key=f"card-{draft.number}"):
            SheetCard(request, actor, queue, draft, replaceable, alone=len(drafts) == 1).show()


@st.fragment(run_every=0.4)
def _progress(work: BackgroundWork, *, awaited: bool) -> None:
    share, words = work.progress
    if awaited:
        st.progress(share, text=plain(words))
    if work.idle.is_set():
        st.rerun()


def _all_drafts(workspace: Workspace, actor: Actor, queue: UploadQueue) -> None:
    if len(queue.drafts) < 2:
        return
    ready = [draft for draft in queue.drafts if draft.is_ready and (draft.is_complete or not draft.all_or_nothing)]
    with st.container(horizontal=True):
        words = ngettext("Import {n} sheet", "Import {n} sheets", len(ready)).format(n=len(ready))
        if ready and st.button(words, type="primary", key="import-all"):
            queue.import_drafts(workspace, actor, ready)
            st.rerun()
        if st.button(_("Remove all"), key="remove-all"):
            for draft in list(queue.drafts):
                queue.remove(draft)
            st.rerun()
