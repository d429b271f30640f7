"""Bring sheets, see what became of them, take them back."""

import streamlit as st

from liaison_metrics import uploads
from liaison_metrics.texts import _
from liaison_metrics.ui import upload_form, uploaded
from liaison_metrics.ui.board import board
from liaison_metrics.ui.head import page_head
from liaison_metrics.ui.shell import question

workspace = question().workspace
project = workspace.project
board(
    "head", page_head(_("Upload"), _("Attendance sheets, just as the partners made them: nothing has to be prepared."))
)

dialogue = upload_form.dialogue()
found = uploads.latest(workspace)
asked = {one.id: one for one in found if str(one.id) in (st.query_params.get("undo"), st.query_params.get("upload"))}
for one in asked.values():
    if "undo" in st.query_params and not one.undone_at:
        upload_form.ask_undo(workspace, one)
    elif "upload" in st.query_params:
        board("remarks", uploaded.remarks_card(project, one, uploads.remarks(workspace, one.id)))
upload_form.bring(workspace, dialogue)
for number, report in enumerate(dialogue.reports):
    board(f"report-{number}", uploaded.report_card(project, report))
if found:
    board("uploads", uploaded.uploads_card(project, found))
