"""The answers applied to a sheet: those given now, and those remembered from earlier sheets with the same headers."""

from __future__ import annotations

import streamlit as st

from liaison_metrics import format as fmt
from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.answers import saved as service
from liaison_metrics.services.answers.saved import SavedAnswer
from liaison_metrics.services.intake import FileReport
from liaison_metrics.services.labels import actor_name
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import error_note
from liaison_metrics.ui.frame.words import about_words, code_words, kind_words
from liaison_metrics.ui.upload.queue.draft import UploadDraft


def show(workspace: Workspace, actor: Actor, draft: UploadDraft, report: FileReport) -> None:
    """Shows the answers that apply, each with a button to take it back, and who gave the remembered ones and when."""
    saved = {_subject(one.answer): one for one in report.recalled}
    latest = {_subject(one): one for one in (*(one.answer for one in report.recalled), *draft.options.answers)}
    own = {_subject(one) for one in draft.options.answers}
    applied = {about: answer for about, answer in latest.items() if answer.code}
    if not applied:
        return
    before = sum(about not in own for about in applied)
    words = ngettext("{n} answer applied", "{n} answers applied", len(applied)).format(n=len(applied))
    opened = before > 0
    with st.expander(
        words + (" " + ngettext("({n} remembered)", "({n} remembered)", before).format(n=before) if before else ""),
        expanded=opened,
    ):
        for position, (about, answer) in enumerate(applied.items()):
            remembered = None if about in own else saved[about]
            with st.container(horizontal=True, vertical_alignment="center", key=f"given-{draft.number}-{position}"):
                st.text(_words(workspace, answer, remembered))
                if st.button(_("Take back"), type="tertiary", key=f"ungiven-{draft.number}-{position}"):
                    _take_back(workspace, actor, draft, answer, remembered)


def _subject(answer: Answer) -> tuple[str, str, str]:
    return answer.kind, answer.value, answer.sheet


def _words(workspace: Workspace, answer: Answer, remembered: SavedAnswer | None) -> str:
    project = workspace.project
    text = _("{kind} “{word}”: {meaning}").format(
        kind=kind_words(answer.kind), word=about_words(project, answer.kind, answer.value) or answer.sheet,
        meaning=code_words(project, answer.kind, answer.code),
    )  # fmt: skip
    if remembered is None:
        return text
    who, when = actor_name(project, remembered.made_by), fmt.ago(remembered.made_at)
    return text + " · " + _("remembered: {who}, {when}").format(who=who, when=when)


def _take_back(
    workspace: Workspace, actor: Actor, draft: UploadDraft, answer: Answer, remembered: SavedAnswer | None
) -> None:
    """Takes an answer back. A remembered one no longer applies to later sheets either."""
    if remembered is None:
        draft.remove_answer(answer)
    else:
        try:
            service.undo(workspace, [remembered.number], actor)
        except LiaisonError as error:
            html_block(f"draft-{draft.number}-kept", error_note(error))
            return
        watch.wrote()
        draft.add_answers([Answer(answer.kind, answer.value, "", answer.sheet)])
    st.rerun()
