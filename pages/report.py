"""Report: view, download and issue the funder's report; view and download issued reports."""

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from liaison_metrics.reports.forms import html
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.permissions import allows
from liaison_metrics.texts import _, speaking
from liaison_metrics.ui.frame.actor import current_actor
from liaison_metrics.ui.frame.cache import cached_by_store
from liaison_metrics.ui.frame.flash import show_flash
from liaison_metrics.ui.frame.head import page_head
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import note
from liaison_metrics.ui.frame.shell import current_request
from liaison_metrics.ui.report import issued, tabs
from liaison_metrics.ui.report.request import make_report, may_report, read_request, report_fields

page_request = current_request()
workspace, reader, embedded = page_request.workspace, page_request.actor, st.context.is_embedded
actor = current_actor()
may_be_exact = allows(actor, Action.REPORT_EXACT)
requested = read_request(page_request.filters, st.query_params.to_dict())
request = requested if may_be_exact else replace(requested, exact=False)
live = may_report(workspace.project, reader, request.scope.city)
if not embedded:
    fields = report_fields(workspace.project, request, reader, may_be_exact=may_be_exact)
    html_block("head", page_head(_("Report"), _("Report for the funder."), fields))
    show_flash()
    with st.container():  # a container of its own, so that changes in it move nothing below
        if requested.exact and not may_be_exact:
            html_block(
                "exact", note(_("Only the coordinator can see exact figures. This is the version for publication."))
            )
if not live:
    issued.show(page_request)
    st.stop()
report = cached_by_store(request.key, page_request, lambda: make_report(workspace, request, reader))


def in_its_language() -> Markup:
    with speaking(request.spoken):
        return Markup("<style>{}</style>{}").format(html.styles(), html.body(report))


rendered = cached_by_store(("page", request.key), page_request, in_its_language)
if embedded:
    html_block("report", Markup('<div class="embedded">{}</div>').format(rendered))
else:
    tabs.show(page_request, request, report, html.under_heading(rendered), actor)
