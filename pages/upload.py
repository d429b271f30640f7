"""Bring sheets: answer what only a person knows, see what they count for, import."""

import streamlit as st

from liaison_metrics import uploads
from liaison_metrics.texts import _
from liaison_metrics.ui import byhand, uploaded
from liaison_metrics.ui.assistant import history, page
from liaison_metrics.ui.board import board
from liaison_metrics.ui.filters import number_in
from liaison_metrics.ui.head import page_head
from liaison_metrics.ui.party import ask_party
from liaison_metrics.ui.said import draw_said
from liaison_metrics.ui.shell import question

LATEST = 5

workspace = question().workspace
board(
    "head", page_head(_("Upload"), _("Attendance sheets, just as the partners made them: nothing has to be prepared."))
)
draw_said()
party = ask_party(workspace.project, _("Who is uploading?"))
undo = uploads.one(workspace, number_in(st.query_params.to_dict(), "undo"))
with st.container():  # a place of its own: what comes and goes in it moves nothing under it
    if undo and not undo.undone_at:
        history.ask_undo(workspace, undo, party)
if party is not None:
    page.draw(workspace, party)
    with st.expander(_("Without a file: enter an event, or fill in a template")):
        board("templates", byhand.template_links())
        byhand.form(workspace, party)
if found := uploads.latest(workspace, LATEST):
    board("uploads", uploaded.uploads_card(workspace.project, found, party))
