"""Undo an upload: show what it removes, then ask for confirmation."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st
from markupsafe import Markup

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import LiaisonError
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows
from liaison_metrics.services.figures.preview import Effect
from liaison_metrics.services.intake import FileStatus
from liaison_metrics.services.uploads import UploadSummary
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.cache import PageRequest, cached_by_store
from liaison_metrics.ui.frame.flash import FlashAction, flash
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import error_note, focusable
from liaison_metrics.ui.history.effects import effects_list, undo_effect_text


def confirm(request: PageRequest, upload: UploadSummary, actor: Actor | None, key: str) -> bool | None:
    """Shows what undoing an upload removes, with buttons to confirm or cancel.

    Returns True if it was undone, False if it was cancelled, None if nothing was chosen yet.
    """
    workspace = request.workspace
    effect = cached_by_store(
        ("undo", upload.id), request, lambda: uploads.preview_undo(workspace, upload.id, request.actor)
    )
    html_block(f"{key}-undo-question", _question(workspace.project, upload, effect.effects))
    decided = _buttons(request, upload, actor, key)
    html_block(f"{key}-undo-effect", _effect(workspace.project, effect.effects))
    return decided


def _buttons(request: PageRequest, upload: UploadSummary, actor: Actor | None, key: str) -> bool | None:
    workspace = request.workspace
    with st.container(horizontal=True, vertical_alignment="center"):
        may = allows(actor, Action.UPLOAD_UNDO, Resource.upload(upload.made_by))
        if actor is not None and may and st.button(_("Undo upload"), type="primary", key=f"{key}-undo-it-{upload.id}"):
            success = _("{file} has been undone. Figures are as if it had never been uploaded.").format(
                file=upload.file
            )
            back = FlashAction(_("Redo upload"), lambda: redo(workspace, upload, actor, key))
            return True if run_action(lambda: uploads.undo(workspace, upload.id, actor), success, key, back) else None
        if st.button(_("Cancel"), key=f"{key}-keep-it-{upload.id}"):
            return False
        if actor is None:
            st.caption(_("Choose your organisation above."))
        elif not may:
            st.caption(_("Only the uploader or the coordinator can undo this upload."))
    return None


def redo(workspace: Workspace, upload: UploadSummary, actor: Actor, key: str) -> bool:
    """Redoes an undone upload and flashes that it counts again, or shows the error. Returns whether it succeeded."""

    def work() -> None:
        report = uploads.redo(workspace, upload.id, actor)
        if report.status not in (FileStatus.IMPORTED, FileStatus.PARTLY):
            raise LiaisonError(report.message or _("Questions must be answered again."), hint=report.hint)

    return run_action(work, _("{file} has been redone and counts again.").format(file=upload.file), key)


def run_action(work: Callable[[], object], success: str, key: str, back: FlashAction | None = None) -> bool:
    """Runs an action and flashes *success* with the way *back*, or shows the error. Returns whether it succeeded."""
    try:
        work()
    except LiaisonError as error:
        html_block(f"{key}-error", error_note(error))
        return False
    watch.wrote()
    flash(success, back)
    return True


def _question(project: Project, upload: UploadSummary, effects: Sequence[Effect]) -> Markup:
    return Markup('<div class="stack" data-place="upload"><h2{}>{}</h2><p class="strong">{}</p></div>').format(
        focusable(f"undo-{upload.id}"),
        _("Undo {file}?").format(file=upload.file),
        undo_effect_text(project, effects),
    )


def _effect(project: Project, effects: Sequence[Effect]) -> Markup:
    return Markup('<div class="stack">{}<p class="muted small">{}</p></div>').format(
        effects_list(project, effects), _("Other files are not affected. You can redo the upload from History.")
    )
