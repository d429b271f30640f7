"""The content of Remembered answers: saved answers, each with a button to remove it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import allows
from liaison_metrics.services.answers import saved as service
from liaison_metrics.services.answers.asked import AskedQuestion, settle
from liaison_metrics.services.answers.saved import SavedAnswer
from liaison_metrics.services.labels import actor_name, label
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import LANGUAGES, _, ngettext
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import error_note, note
from liaison_metrics.ui.frame.words import code_words, kind_words, plain, word_options

_MOST_SETTLED = 20
"""Answered questions that are shown. Older ones are among the saved answers."""


def show_asked(workspace: Workspace, actor: Actor, questions: Sequence[AskedQuestion]) -> None:
    """Shows the questions that partners asked the coordinator, who answers them here; the partner sees the answers."""
    open_ones = [one for one in questions if one.is_open]
    settled = [one for one in questions if not one.is_open][:_MOST_SETTLED]
    if not (open_ones or settled):
        return
    with st.container(border=True, key="asked"):
        html_block("asked-heading", Markup("<h2>{}</h2>").format(_("Questions to the coordinator")))
        for one in open_ones:
            with st.container(key=f"asked-{one.number}"):
                _open(workspace, actor, one)
        for one in settled:
            st.text(_settled(workspace.project, one))


def _open(workspace: Workspace, actor: Actor, question: AskedQuestion) -> None:
    project = workspace.project
    about = ngettext("{file}, {n} row", "{file}, {n} rows", question.rows).format(
        file=question.file, n=fmt.number(question.rows)
    )
    about += " · " + _("{who}, {when}").format(
        who=actor_name(project, question.asked_by), when=fmt.ago(question.asked_at)
    )
    if not allows(actor, Action.QUESTION_SETTLE):
        st.text(f"{question.text} · {about} · " + _("waits for the coordinator"))
        return
    options = word_options(project, question.kind, question.suggestions)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        code = st.selectbox(
            plain(question.text), list(options), index=None, format_func=lambda one: plain(options[one]),
            placeholder=_("Choose …"), key=f"settle-{question.number}", width=420,
        )  # fmt: skip
        if st.button(_("Answer"), key=f"settle-it-{question.number}", disabled=code is None) and code:
            try:
                settle(workspace, question.number, code, actor)
            except LiaisonError as error:
                html_block(f"settle-error-{question.number}", error_note(error))
                return
            watch.wrote()
            st.rerun()
    st.caption(plain(about))


def _settled(project: Project, question: AskedQuestion) -> str:
    return _("{kind} “{word}”: {meaning} · answered by {who}, {when}").format(
        kind=kind_words(question.kind), word=question.value, meaning=code_words(project, question.kind, question.code),
        who=actor_name(project, question.settled_by), when=fmt.ago(question.settled_at or question.asked_at),
    )  # fmt: skip


def show_unnamed(workspace: Workspace, actor: Actor) -> None:
    """Shows a coordinator the communities that have no name in some language, with a field for each."""
    if not allows(actor, Action.COMMUNITY_ADD):
        return
    lacking = service.unnamed_communities(workspace, actor)
    if not lacking:
        return
    with st.container(border=True, key="unnamed"):
        heading, words = (
            _("Communities without a name in every language"),
            _("Until then, pages show the name they have."),
        )
        html_block("unnamed-heading", Markup("<h2>{}</h2><p>{}</p>").format(heading, words))
        for code, languages in lacking.items():
            name = label(workspace.project, VocabularyKind.COMMUNITY, code)
            for spoken in languages:
                _ask_name(workspace, actor, (code, spoken), name)


def _ask_name(workspace: Workspace, actor: Actor, about: tuple[str, str], known: str) -> None:
    code, spoken = about
    key = f"name-{code}-{spoken}"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = _("“{community}” in {language}").format(community=plain(known), language=LANGUAGES[spoken])
        entered = st.text_input(words, key=key, width=360)
        if st.button(_("Save"), key=f"{key}-save", disabled=not entered):
            try:
                service.name_community(workspace, code, spoken, entered, actor)
            except LiaisonError as error:
                html_block(f"{key}-error", error_note(error))
                return
            watch.wrote()
            st.rerun()


def show(workspace: Workspace, actor: Actor, saved_answers: Sequence[SavedAnswer]) -> None:
    """Shows the saved answers by partner and sheet layout, and removes an answer on click."""
    if not saved_answers:
        html_block("none", note(_("No saved answers yet. Answers given during upload appear here."), "info"))
        return
    project = workspace.project
    for (partner, file), group in groupby(saved_answers, key=lambda one: (one.partner, one.file)):
        lines = list(group)
        with st.container(border=True):
            whose = actor_name(project, partner) if partner else _("Files without a partner")
            html_block(f"whose-{lines[0].number}", Markup("<h2>{}</h2>").format(whose))
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
