"""The card of one sheet: what it would do, what is asked of it, how it was read, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.intake import FileReport, FileStatus
from liaison_metrics.services.intake.outcome import RepeatedRow
from liaison_metrics.services.intake.rejected_rows import rejected_name, rejected_sheet
from liaison_metrics.services.uploads import UploadSummary
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import NotCountedRow
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import note, stacked
from liaison_metrics.ui.history import results, undo
from liaison_metrics.ui.history.effects import preview_card, progress_card
from liaison_metrics.ui.upload import preview, questions
from liaison_metrics.ui.upload.queue import UploadDraft, UploadQueue

_MOSTLY = 0.5
"""Share of a sheet that earlier uploads state from which it may be a corrected one."""


def show(
    workspace: Workspace,
    actor: Actor,
    queue: UploadQueue,
    draft: UploadDraft,
    active: Sequence[UploadSummary],
    *,
    alone: bool,
) -> None:
    """Draws a sheet's card. *standing* are the uploads that the party may replace; what needs nobody is folded where
    the sheet is not *alone* on the desk."""
    report = draft.preview
    if draft.result:
        _show_result(workspace, actor, queue, draft, draft.result)
    elif draft.state == "importing" or report is None:
        html_block(f"draft-{draft.number}-head", progress_card(draft.file, importing=draft.state == "importing"))
    else:
        _show_preview(workspace, actor, queue, draft, report, active, alone=alone)


def _show_preview(
    workspace: Workspace,
    actor: Actor,
    queue: UploadQueue,
    draft: UploadDraft,
    report: FileReport,
    active: Sequence[UploadSummary],
    *,
    alone: bool,
) -> None:
    key = f"draft-{draft.number}"
    html_block(f"{key}-head", preview_card(workspace.project, report))
    with st.container():  # each part keeps its place, whatever comes and goes in the others
        questions.show(workspace, actor, draft, report)
    with st.container():
        if rows := _rows(report):
            html_block(f"{key}-rows", stacked(*rows))
        _rejected(draft, report)
    if draft.workbook is not None and draft.workbook.grids:
        wanted = alone or report.status in (FileStatus.REFUSED, FileStatus.NEEDS_MAPPING)
        with st.expander(_("The sheet as it was read"), expanded=wanted):
            preview.show(draft, report, draft.workbook)
    _import(workspace, actor, queue, draft, report, active)


def _rows(report: FileReport) -> list[Markup]:
    uncounted: list[NotCountedRow | RepeatedRow] = [*report.not_counted, *report.repeats]
    rejected = results.rejected_rows(report.rejected, len(report.rejected))
    return [part for part in (rejected, results.uncounted_rows(uncounted, len(uncounted))) if part]


def _rejected(draft: UploadDraft, report: FileReport) -> None:
    if not report.rejected:
        return

    def made() -> bytes:
        return rejected_sheet(draft.file, draft.data, report)[1]

    st.download_button(
        _("Download the rejected rows, to correct them and drop them again"), made, rejected_name(draft.file),
        on_click="ignore", key=f"draft-{draft.number}-rejected",
    )  # fmt: skip


def _import(
    workspace: Workspace,
    actor: Actor,
    queue: UploadQueue,
    draft: UploadDraft,
    report: FileReport,
    active: Sequence[UploadSummary],
) -> None:
    key = f"draft-{draft.number}"
    can = draft.is_ready
    if can or draft.options.replaces:
        _ask_replaced(draft, report, active, key)
    if can and not draft.is_complete:
        draft.all_or_nothing = st.radio(
            _("What to import"),
            [False, True],
            format_func=lambda all_or_nothing: (
                _("all or nothing") if all_or_nothing else _("what is right now, and leave what is not")
            ),
            index=int(draft.all_or_nothing),
            horizontal=True,
            key=f"{key}-whole",
        )
    with st.container(horizontal=True, vertical_alignment="center"):
        stopped = draft.all_or_nothing and not draft.is_complete
        if can and st.button(_("Import this sheet"), type="primary", key=f"{key}-import", disabled=stopped):
            queue.import_drafts(workspace, actor, [draft])
            st.rerun()
        if st.button(_("Leave this sheet"), key=f"{key}-leave"):
            queue.remove(draft)
            st.rerun()
        if can and stopped:
            st.caption(_("Answer the questions and correct the rejected rows first."))


def _ask_replaced(draft: UploadDraft, report: FileReport, active: Sequence[UploadSummary], key: str) -> None:
    """Asks whether the sheet takes the place of an upload; those that it looks like a correction of come first."""
    by_number = {one.id: one for one in active}
    if draft.options.replaces is not None and draft.options.replaces not in by_number:
        draft.forget_replaced()
        st.rerun()
    if draft.missing_upload is not None:
        text = _("Upload {number}, whose place this sheet was to take, was undone meanwhile. Nothing was imported: see "
                 "above what the sheet counts for by itself, then import it.")  # fmt: skip
        html_block(f"{key}-alone", note(text.format(number=draft.missing_upload)))
    if not by_number:
        return
    likely = _likely(draft, report, by_number)
    wanted = bool(likely) or draft.options.replaces is not None
    if not wanted and not st.toggle(_("It takes the place of an earlier upload"), key=f"{key}-corrects"):
        return
    ordered = {one.id: one for one in [*likely, *active]}
    chosen = st.selectbox(
        _("Takes the place of"),
        list(ordered),
        index=list(ordered).index(draft.options.replaces) if draft.options.replaces in ordered else None,
        format_func=lambda number: _upload_text(ordered[number]),
        placeholder=_("no, it stands beside them; nobody is counted twice"),
        key=f"{key}-replaces",
    )
    if likely and chosen is None:
        text = _("This looks like another version of {upload}. Choose it above if this is the corrected sheet.")
        html_block(f"{key}-likely", note(text.format(upload=_upload_text(likely[0]))))
    if chosen != draft.options.replaces:
        draft.replace_upload(chosen)
        st.rerun()


def _upload_text(upload: UploadSummary) -> str:
    return _("upload {number}, {file}").format(number=upload.id, file=upload.file)


def _likely(draft: UploadDraft, report: FileReport, active: dict[int, UploadSummary]) -> list[UploadSummary]:
    """Returns the uploads of the same name, then those that state most of what the sheet states."""
    named = [one for one in active.values() if one.file == report.file]
    stated = report.attendances + report.headcount_rows
    known = report.beside if stated and report.already_known >= _MOSTLY * stated else []
    return [*named, *(active[number] for number in known if number in active and active[number] not in named)]


def _show_result(
    workspace: Workspace, actor: Actor, queue: UploadQueue, draft: UploadDraft, report: FileReport
) -> None:
    key = f"draft-{draft.number}"
    stored = report.upload is not None and report.status is not FileStatus.ALREADY_IMPORTED
    upload = uploads.find(workspace, report.upload) if stored and report.upload is not None else None
    html_block(f"{key}-done", results.report_card(workspace.project, report))
    if upload is not None and upload.undone_at:
        html_block(f"{key}-gone", note(_("This upload is undone; the history brings it back.")))
    _rejected(draft, report)
    if upload is not None and draft.confirming_undo and not upload.undone_at:
        undone = undo.confirm(workspace, upload, actor, key)
        if undone is not None:
            draft.confirming_undo = False
            if undone:
                queue.remove(draft)
            st.rerun()
        return
    with st.container(horizontal=True):
        if st.button(_("Done with this sheet"), key=f"{key}-close"):
            queue.remove(draft)
            st.rerun()
        if upload is not None and not upload.undone_at and st.button(_("Undo"), key=f"{key}-undo"):
            draft.confirming_undo = True
            st.rerun()
