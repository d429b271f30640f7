"""Every upload: who brought it, when, what became of it; take it back, bring it back, fetch the original."""

import streamlit as st

from liaison_metrics import uploads
from liaison_metrics.texts import _
from liaison_metrics.ui.assistant import history
from liaison_metrics.ui.board import board
from liaison_metrics.ui.filters import number_in
from liaison_metrics.ui.head import page_head
from liaison_metrics.ui.parts import nothing_yet
from liaison_metrics.ui.party import ask_party
from liaison_metrics.ui.said import draw_said
from liaison_metrics.ui.shell import question

asked = question()
workspace, filters = asked.workspace, asked.filters
query = st.query_params.to_dict()
board("head", page_head(_("History"), _("Every sheet that was brought, and what became of it.")))
draw_said()
party = ask_party(workspace.project, _("Who are you?"))
uploaders = uploads.uploaders(workspace)
if not uploaders:
    board("empty", nothing_yet())
    st.stop()
undo = uploads.one(workspace, number_in(query, "undo"))
if undo and not undo.undone_at:
    history.ask_undo(workspace, undo, party)
elif chosen := uploads.one(workspace, number_in(query, "upload")):
    history.detail(workspace, chosen, party)
history.draw_list(workspace, filters, uploaders, party)
