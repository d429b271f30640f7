"""Upload: add sheets, answer questions, preview the effect, import."""

import streamlit as st

from liaison_metrics.services import uploads
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.actor import ask_actor
from liaison_metrics.ui.frame.filters import number_in
from liaison_metrics.ui.frame.flash import show_flash
from liaison_metrics.ui.frame.head import page_head
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.shell import current_request
from liaison_metrics.ui.history import page as history
from liaison_metrics.ui.history import results
from liaison_metrics.ui.upload import manual_entry, page

LATEST = 5

request = current_request()
workspace = request.workspace
html_block("head", page_head(_("Upload"), _("Upload attendance sheets as they are – no template needed.")))
show_flash()
actor = ask_actor(workspace.project)
undo = uploads.find(workspace, number_in(st.query_params.to_dict(), "undo"), request.actor)
with st.container():  # a container of its own, so that changes in it move nothing below
    if undo and not undo.undone_at:
        history.confirm_undo(request, undo, actor)
if actor is not None:
    planned_event = number_in(st.query_params.to_dict(), "plan")
    page.show(request, actor, planned_event)
    with st.expander(_("No file? Enter a headcount or download a template")):
        html_block("templates", manual_entry.template_links())
        manual_entry.form(request, actor)
if latest := uploads.latest(workspace, LATEST, actor=request.actor):
    html_block("uploads", results.uploads_card(workspace.project, latest, actor))
