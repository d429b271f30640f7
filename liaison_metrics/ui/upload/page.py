"""The content of Upload: the files of a session, from adding them to their import."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from liaison_metrics.services import uploads
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.cache import PageRequest
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import focusable
from liaison_metrics.ui.frame.words import plain
from liaison_metrics.ui.upload import add_files, effect
from liaison_metrics.ui.upload.card import SheetCard
from liaison_metrics.ui.upload.queue.background import BackgroundWork
from liaison_metrics.ui.upload.queue.upload_queue import CHOSEN, UploadQueue

_KEY = "upload_queue"


def upload_queue() -> UploadQueue:
    """Returns the upload queue of this session."""
    queue: UploadQueue = st.session_state.setdefault(_KEY, UploadQueue())
    return queue


def show(request: PageRequest, actor: Actor, planned_event: int = 0) -> None:
    """Shows the fields that add files, the running work, and a card for each file. The details of a *planned_event*
    (its number, 0 for none) are filled in for sheets that don't give their own."""
    workspace = request.workspace
    queue = upload_queue()
    queue.set_actor(actor)
    queue.load(workspace, actor)
    if queue.attention == CHOSEN:
        html_block("chosen", Markup('<h2 class="unseen"{}>{}</h2>').format(focusable(CHOSEN), _("Add sheets")))
    add_files.prefill(workspace, actor, planned_event)
    if add_files.show(workspace, actor, queue):
        st.rerun()
    queue.preview_all(workspace, actor)
    queue.preview_together(workspace, actor)
    # The browser identifies elements by position. Fixed containers for what comes and goes keep everything below in
    # place, so nobody loses what is typed or opened there.
    awaited = queue.is_awaited
    progress = st.container(key="progress" if awaited else "unseen")
    all_drafts, cards = st.container(), st.container()
    if not queue.work.idle.is_set():
        with progress:
            _progress(queue.work, awaited=awaited)
    with all_drafts:
        effect.show_imported(request, actor, queue)
        effect.show_all_drafts(request, actor, queue)
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
