"""People: pairs who may be one person, side by side, and what was decided about them."""

import streamlit as st

from liaison_metrics.services.people import deciding, review
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.actor import ask_actor
from liaison_metrics.ui.frame.cache import cached_by_store
from liaison_metrics.ui.frame.flash import show_flash
from liaison_metrics.ui.frame.head import page_head
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import note, nothing_yet
from liaison_metrics.ui.frame.shell import current_request
from liaison_metrics.ui.people import compare, lists, undoing
from liaison_metrics.ui.people.request import PeopleRequest

page_request = current_request()
workspace, reader = page_request.workspace, page_request.actor
request = PeopleRequest.read(page_request.filters, st.query_params.to_dict())
html_block("head", page_head(_("People"), _("People who may be recorded twice. Nobody is joined until you say so.")))
show_flash()
actor = ask_actor(workspace.project)
if workspace.is_empty():
    html_block("empty", nothing_yet())
    st.stop()
pairs = cached_by_store("people_pairs", page_request, lambda: review.pairs(workspace, reader))
decided = cached_by_store("people_decided", page_request, lambda: deciding.decisions(workspace, reader))
if request.pair or any(pair.likely for pair in pairs):
    compare.show(page_request, request, pairs, actor)
    if actor is not None:
        lists.many_form(page_request, actor, pairs)
else:
    nobody = _("No pair is likely to be one person.") if pairs else _("Nobody seems to be recorded twice.")
    html_block("none", note(nobody, "done"))
if pairs:
    html_block("pairs", lists.list_card(workspace.project, request, pairs))
undoing.show(page_request, actor, decided)
