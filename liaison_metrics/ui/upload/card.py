"""The card of one file on Upload: questions, preview and import; afterwards the result and undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.intake import FileReport, FileStatus
from liaison_metrics.services.intake.workbooks.rejected_rows import rejected_name, rejected_sheet
from liaison_metrics.services.uploads import UploadSummary
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.cache import PageRequest
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.language import later
from liaison_metrics.ui.frame.parts import note
from liaison_metrics.ui.history import results, undo
from liaison_metrics.ui.history.effects import preview_card, progress_card
from liaison_metrics.ui.upload import errors, preview, questions
from liaison_metrics.ui.upload.queue.draft import UploadDraft
from liaison_metrics.ui.upload.queue.upload_queue import UploadQueue

_MOSTLY_KNOWN = 0.5
"""Share of rows already known from other uploads from which a sheet may be a corrected version of one of them."""


@dataclass(frozen=True, slots=True)
class SheetCard:
    """The card of a draft. ``replaceable`` are the uploads that the actor may replace; ``alone`` says that no other
    file is in the queue, so that the preview table is open."""

    request: PageRequest
    actor: Actor
    queue: UploadQueue
    draft: UploadDraft
    replaceable: Sequence[UploadSummary]
    alone: bool

    def show(self) -> None:
        """Shows the card: progress, preview or result."""
        draft = self.draft
        if draft.result:
            self._show_result(draft.result)
        elif draft.state == "importing" or draft.preview is None:
            html_block(f"{self._key}-head", progress_card(draft.file, importing=draft.state == "importing"))
        else:
            self._show_preview(draft.preview)

    @property
    def workspace(self) -> Workspace:
        """The workspace that the sheet goes to."""
        return self.request.workspace

    @property
    def _key(self) -> str:
        return f"draft-{self.draft.number}"

    def _show_preview(self, report: FileReport) -> None:
        draft, key = self.draft, self._key
        html_block(f"{key}-head", preview_card(self.workspace.project, report, self._focus("read")))
        with st.container():  # fixed containers, so that changes in one part do not move the others
            questions.show(self.workspace, self.actor, draft, report)
        with st.container():
            errors.show(draft, report)
            self._offer_rejected(report)
        if draft.workbook is not None and draft.workbook.grids:
            expanded = self.alone or report.status in (FileStatus.REFUSED, FileStatus.NEEDS_MAPPING)
            with st.expander(_("Preview"), expanded=expanded):
                preview.show(draft, report, draft.read_workbook)
        elif draft.can_be_opened:
            html_block(f"{key}-too-long", note(_("This file is too long to show its cells here. You can import it.")))
        self._import(report)

    def _focus(self, what: str) -> str:
        """Returns the name by which the card's heading gets the focus of the keyboard; "" if something else does."""
        draft, name = self.draft, f"{what}-{self.draft.number}"
        if draft.seen_options is not None and draft.seen_options is not draft.options:
            self.queue.attention = name  # somebody answered or corrected: the field that they used may have gone
        draft.seen_options = draft.options
        if self.queue.attention != name or self.queue.comes_together:
            return ""
        return f"{name}-{len(draft.options.answers)}-{draft.times_added}"

    def _offer_rejected(self, report: FileReport) -> None:
        if not report.wrong:
            return
        draft = self.draft

        def make_file() -> bytes:
            return rejected_sheet(draft.file, draft.data, report)[1]

        st.download_button(
            _("Download rejected rows to correct"), later(make_file), rejected_name(draft.file), on_click="ignore",
            key=f"{self._key}-rejected",
        )  # fmt: skip

    def _import(self, report: FileReport) -> None:
        draft, key = self.draft, self._key
        if draft.is_ready or draft.options.replaces:
            self._ask_replaced(report)
        if draft.is_ready and not draft.is_complete:
            draft.all_or_nothing = st.radio(
                _("Import"),
                [False, True],
                format_func=lambda strict: _("Only if every row is valid") if strict else _("Valid rows only"),
                index=int(draft.all_or_nothing),
                horizontal=True,
                key=f"{key}-whole",
            )
        with st.container(horizontal=True, vertical_alignment="center"):
            stopped = draft.all_or_nothing and not draft.is_complete
            if draft.is_ready and st.button(
                _("Import this sheet"), type="primary", key=f"{key}-import", disabled=stopped
            ):
                self.queue.import_drafts(self.workspace, self.actor, [draft])
                st.rerun()
            if st.button(_("Remove"), key=f"{key}-remove"):
                self.queue.remove(draft)
                st.rerun()
            if draft.is_ready and stopped:
                st.caption(_("Answer the questions and correct the rejected rows first."))

    def _ask_replaced(self, report: FileReport) -> None:
        """Asks whether the sheet replaces an upload; likely earlier versions come first."""
        draft, key = self.draft, self._key
        by_number = {one.id: one for one in self.replaceable}
        if draft.options.replaces is not None and draft.options.replaces not in by_number:
            draft.forget_replaced()
            st.rerun()
        if draft.missing_upload is not None:
            text = _("Upload {number}, which this was to replace, has been undone. Nothing was imported: check the "
                     "figures above, then import the sheet.")  # fmt: skip
            html_block(f"{key}-alone", note(text.format(number=draft.missing_upload)))
        if not by_number:
            return
        likely = _likely(draft, report, by_number)
        open_field = bool(likely) or draft.options.replaces is not None
        if not open_field and not st.toggle(_("Replaces an earlier upload"), key=f"{key}-corrects"):
            return
        ordered = {one.id: one for one in [*likely, *self.replaceable]}
        chosen = st.selectbox(
            _("Replaces"),
            list(ordered),
            index=list(ordered).index(draft.options.replaces) if draft.options.replaces in ordered else None,
            format_func=lambda number: _upload_text(ordered[number]),
            placeholder=_("No, keep both (nobody is counted twice)"),
            key=f"{key}-replaces",
        )
        if likely and chosen is None:
            text = _("This looks like another version of {upload}. If it is the corrected sheet, choose it above.")
            html_block(f"{key}-likely", note(text.format(upload=_upload_text(likely[0]))))
        if chosen != draft.options.replaces:
            draft.replace_upload(chosen)
            st.rerun()

    def _show_result(self, report: FileReport) -> None:
        draft, key = self.draft, self._key
        stored = report.upload is not None and report.status is not FileStatus.ALREADY_IMPORTED
        upload = (
            uploads.find(self.workspace, report.upload, self.actor) if stored and report.upload is not None else None
        )
        html_block(f"{key}-done", results.report_card(self.workspace.project, report))
        if upload is not None and upload.undone_at:
            html_block(f"{key}-gone", note(_("This upload has been undone. You can redo it from History.")))
        self._offer_rejected(report)
        if upload is not None and draft.confirming_undo and not upload.undone_at:
            undone = undo.confirm(self.request, upload, self.actor, key)
            if undone is not None:
                draft.confirming_undo = False
                if undone:
                    self.queue.remove(draft)
                st.rerun()
            return
        with st.container(horizontal=True):
            if st.button(_("Close"), key=f"{key}-close"):
                self.queue.remove(draft)
                st.rerun()
            if upload is not None and not upload.undone_at and st.button(_("Undo"), key=f"{key}-undo"):
                draft.confirming_undo = True
                st.rerun()


def _upload_text(upload: UploadSummary) -> str:
    return _("upload {number}, {file}").format(number=upload.id, file=upload.file)


def _likely(draft: UploadDraft, report: FileReport, by_number: dict[int, UploadSummary]) -> list[UploadSummary]:
    """Returns the uploads of the same file name, then those that share most rows with the sheet."""
    named = [one for one in by_number.values() if one.file == report.file]
    rows = report.attendances + report.headcount_rows
    known = report.beside if rows and report.already_known >= _MOSTLY_KNOWN * rows else []
    return [*named, *(by_number[number] for number in known if number in by_number and by_number[number] not in named)]
