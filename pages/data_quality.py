"""Data quality: what can be mended or should be checked, by partner and kind."""

import streamlit as st

from liaison_metrics.services.events.owed.finding import owed
from liaison_metrics.services.people import review
from liaison_metrics.services.people.quality.finding import data_quality, with_pairs
from liaison_metrics.texts import _
from liaison_metrics.ui.events.owed import quality
from liaison_metrics.ui.frame.cache import cached_by_store
from liaison_metrics.ui.frame.head import page_head
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.shell import current_request

request = current_request()
workspace, project, reader = request.workspace, request.workspace.project, request.actor
# Owed and People keep the same parts, so whoever opened one of them has them already.
items = cached_by_store("owed", request, lambda: owed(workspace, reader))
found = cached_by_store("data_quality", request, lambda: data_quality(workspace, reader, items))
choice = quality.QualityChoice.read(found, st.query_params.to_dict())
if choice.compare or found.people <= quality.FEW_PEOPLE:
    pairs = cached_by_store("people_pairs", request, lambda: review.pairs(workspace, reader))
    without = found
    found = cached_by_store("data_quality_pairs", request, lambda: with_pairs(project, without, pairs))
html_block("head", page_head(_("Data quality"), _("What can be mended or should be checked, by partner.")))
if found.is_empty:
    html_block("nothing", quality.nothing_found(empty=workspace.is_empty()))
else:
    html_block(
        "found", cached_by_store(("data_quality_page", choice), request, lambda: quality.page(project, found, choice))
    )
