"""History: all uploads and their status, with undo, redo and the original file."""

import streamlit as st

from liaison_metrics.services import uploads
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.actor import ask_actor
from liaison_metrics.ui.frame.filters import number_in
from liaison_metrics.ui.frame.flash import show_flash
from liaison_metrics.ui.frame.head import page_head
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import nothing_yet
from liaison_metrics.ui.frame.shell import current_request
from liaison_metrics.ui.history import page

request = current_request()
workspace = request.workspace
query = st.query_params.to_dict()
html_block("head", page_head(_("History"), _("All uploads and their status.")))
show_flash()
actor = ask_actor(workspace.project)
uploaders = uploads.uploaders(workspace, request.actor)
if not uploaders:
    html_block("empty", nothing_yet())
    st.stop()
undo = uploads.find(workspace, number_in(query, "undo"), request.actor)
if undo and not undo.undone_at:
    page.confirm_undo(request, undo, actor)
elif chosen := uploads.find(workspace, number_in(query, "upload"), request.actor):
    page.show_detail(request, chosen, actor)
page.show_list(request, uploaders, actor)
