"""The assistant as a whole: who acts, the desk with its sheets, and for each sheet its card from drop to import."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from liaison_metrics import uploads
from liaison_metrics.intake import FileStatus
from liaison_metrics.intake.rejected import rejected_name, rejected_sheet
from liaison_metrics.live import watch
from liaison_metrics.parties import Party
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui import uploaded
from liaison_metrics.ui.assistant import asking, dropping, sheet
from liaison_metrics.ui.assistant.drafts import Desk, Draft, Work
from liaison_metrics.ui.assistant.prospect import prospect_card
from liaison_metrics.ui.board import board
from liaison_metrics.ui.said import say
from liaison_metrics.uploads import UploadSummary
from liaison_metrics.workspace import Workspace

_DESK = "desk"


def desk() -> Desk:
    """Returns this visitor's desk."""
    found: Desk = st.session_state.setdefault(_DESK, Desk())
    return found


def draw(workspace: Workspace, party: Party) -> None:
    """Draws the desk for a party: the fields to drop sheets in, or the work that goes on, and the sheets' cards."""
    now = desk()
    if now.busy:
        _progress(now.busy)
        return
    if dropping.draw(workspace.project, party, now):
        st.rerun()
    now.try_all(workspace, party)
    if now.busy:
        _progress(now.busy)
        return
    _together(workspace, party, now)
    standing = [one for one in uploads.latest(workspace, undone=False) if party.may_change(one.made_by)]
    for draft in now.drafts:
        with st.container(border=True, key=f"card-{draft.number}"):
            if draft.done:
                _done(workspace, party, now, draft)
            else:
                _draft(workspace, party, now, draft, standing)


@st.fragment(run_every=0.4)
def _progress(work: Work) -> None:
    share, words = work.progress
    st.progress(share, text=words)
    if work.over.is_set():
        st.rerun()


def _together(workspace: Workspace, party: Party, now: Desk) -> None:
    ready = [draft for draft in now.drafts if draft.is_ready]
    if len(now.drafts) > 1:
        with st.container(horizontal=True):
            words = ngettext("Import the {n} sheet that is ready", "Import the {n} sheets that are ready", len(ready))
            if st.button(words.format(n=len(ready)), type="primary", disabled=not ready, key="import-all"):
                now.bring(workspace, party, ready)
                st.rerun()
            if st.button(_("Clear the desk"), key="leave-all"):
                now.drafts.clear()
                st.rerun()


def _draft(workspace: Workspace, party: Party, now: Desk, draft: Draft, standing: Sequence[UploadSummary]) -> None:
    report = draft.tried
    assert report is not None
    key = f"draft-{draft.number}"
    board(f"{key}-head", prospect_card(workspace.project, report))
    asking.draw(workspace, party, draft, report)
    if report.rows_read or report.tables:
        sheet.draw(draft, report)
    board(f"{key}-rows", uploaded.rows_of(workspace.project, report))
    if report.rejected:
        _rejected(draft)
    _import(workspace, party, now, draft, standing)


def _rejected(draft: Draft) -> None:
    report = draft.done or draft.tried
    if report is None or not report.rejected:
        return

    def made() -> bytes:
        return rejected_sheet(draft.file, draft.data, report)[1]

    name = rejected_name(draft.file)
    st.download_button(
        _("Download the rejected rows, to correct them and drop them again"), made, name, on_click="ignore",
        key=f"draft-{draft.number}-rejected", icon=None,
    )  # fmt: skip


def _import(workspace: Workspace, party: Party, now: Desk, draft: Draft, standing: Sequence[UploadSummary]) -> None:
    report = draft.tried
    assert report is not None
    key = f"draft-{draft.number}"
    if draft.is_ready:
        _place(draft, standing, key)
        if report.rejected or report.questions:
            whole = st.radio(
                _("What to import"),
                [False, True],
                format_func=lambda whole: (
                    _("all or nothing") if whole else _("what is right now, and leave what is not")
                ),
                index=int(draft.options.whole),
                horizontal=True,
                key=f"{key}-whole",
            )
            draft.options = replace(draft.options, whole=whole)
    with st.container(horizontal=True):
        if draft.is_ready:
            blocked = draft.options.whole and bool(report.rejected or report.questions)
            if st.button(_("Import this sheet"), type="primary", key=f"{key}-import", disabled=blocked):
                now.bring(workspace, party, [draft])
                st.rerun()
        if st.button(_("Leave this sheet"), key=f"{key}-leave"):
            now.leave(draft)
            st.rerun()
        if draft.is_ready and draft.options.whole and (report.rejected or report.questions):
            st.caption(_("Answer the questions and correct the rejected rows first."))


def _place(draft: Draft, standing: Sequence[UploadSummary], key: str) -> None:
    """Asks whether the sheet takes the place of an upload; those of the same name are offered first."""
    if not standing:
        return
    likely = [one for one in standing if one.file == draft.file]
    ordered = {one.id: one for one in [*likely, *standing]}
    chosen = st.selectbox(
        _("Takes the place of an earlier upload (a corrected sheet)"),
        list(ordered),
        index=list(ordered).index(draft.options.replaces) if draft.options.replaces in ordered else None,
        format_func=lambda number: f"{ordered[number].file} ({_('upload')} {number})",
        placeholder=_("no, it stands beside them; nobody is counted twice"),
        key=f"{key}-replaces",
    )
    if likely and chosen is None:
        st.caption(
            _("“{file}” was brought before. Choose it here if this is the corrected sheet.").format(file=draft.file)
        )
    if chosen != draft.options.replaces:
        draft.options = replace(draft.options, replaces=chosen)
        draft.tried = None
        st.rerun()


def _done(workspace: Workspace, party: Party, now: Desk, draft: Draft) -> None:
    report = draft.done
    assert report is not None
    board(f"draft-{draft.number}-done", uploaded.report_card(workspace.project, report))
    _rejected(draft)
    with st.container(horizontal=True):
        if st.button(_("Done with this sheet"), key=f"draft-{draft.number}-close"):
            now.leave(draft)
            st.rerun()
        stored = report.upload is not None and report.status is not FileStatus.ALREADY_IMPORTED
        if stored and st.button(_("Undo"), key=f"draft-{draft.number}-undo"):
            assert report.upload is not None
            uploads.undo(workspace, report.upload, party)
            watch.wrote()
            now.leave(draft)
            say(_("{file} is undone; the figures stand as if it had never been brought.").format(file=draft.file))
            st.rerun()
