"""The content of Remembered answers: saved answers, each with a button to remove it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from liaison_metrics import format as fmt
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.answers import saved as service
from liaison_metrics.services.answers.saved import SavedAnswer
from liaison_metrics.services.labels import actor_name
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import note
from liaison_metrics.ui.frame.words import code_words, kind_words, plain


def show(workspace: Workspace, actor: Actor, saved_answers: Sequence[SavedAnswer]) -> None:
    """Shows the saved answers by partner and sheet layout, and removes an answer on click."""
    if not saved_answers:
        html_block("none", note(_("No saved answers yet. Answers given during upload appear here.")))
        return
    project = workspace.project
    for (partner, file), group in groupby(saved_answers, key=lambda one: (one.partner, one.file)):
        lines = list(group)
        with st.container(border=True):
            whose = actor_name(project, partner) if partner else _("Files without a partner")
            st.subheader(plain(whose))
            if file:
                st.caption(_("Files with the same columns as “{file}”").format(file=plain(file)))
            for one in lines:
                with st.container(horizontal=True, vertical_alignment="center", key=f"answer-{one.number}"):
                    st.text(
                        _("{kind} “{word}”: {meaning} · {who}, {when}").format(
                            kind=kind_words(one.kind), word=one.value,
                            meaning=code_words(project, one.kind, one.code),
                            who=actor_name(project, one.made_by), when=fmt.ago(one.made_at),
                        )
                    )  # fmt: skip
                    if st.button(_("Remove"), type="tertiary", key=f"revoke-{one.number}"):
                        service.undo(workspace, [one.number], actor)
                        watch.wrote()
                        st.rerun()
