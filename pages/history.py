"""Every upload: who brought it, when, what became of it; take it back, bring it back, fetch the original."""

import streamlit as st

from liaison_metrics.services import uploads
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.actor import ask_party
from liaison_metrics.ui.frame.filters import number_in
from liaison_metrics.ui.frame.flash import draw_said
from liaison_metrics.ui.frame.head import page_head
from liaison_metrics.ui.frame.html import board
from liaison_metrics.ui.frame.parts import nothing_yet
from liaison_metrics.ui.frame.shell import question
from liaison_metrics.ui.history import page

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
    page.ask_undo(workspace, undo, party)
elif chosen := uploads.one(workspace, number_in(query, "upload")):
    page.detail(workspace, chosen, party)
page.draw_list(workspace, filters, uploaders, party)
