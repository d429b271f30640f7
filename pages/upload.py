"""Bring sheets: answer what only a person knows, see what they count for, import."""

import streamlit as st

from liaison_metrics.services import uploads
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.actor import ask_party
from liaison_metrics.ui.frame.filters import number_in
from liaison_metrics.ui.frame.flash import draw_said
from liaison_metrics.ui.frame.head import page_head
from liaison_metrics.ui.frame.html import board
from liaison_metrics.ui.frame.shell import question
from liaison_metrics.ui.history import page as history
from liaison_metrics.ui.history import uploaded
from liaison_metrics.ui.upload import manual_entry, page

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
        board("templates", manual_entry.template_links())
        manual_entry.form(workspace, party)
if found := uploads.latest(workspace, LATEST):
    board("uploads", uploaded.uploads_card(workspace.project, found, party))
