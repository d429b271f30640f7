"""The funder's report: as it looks, to take away in every form, and issued."""

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from liaison_metrics.reports.forms import html
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.actor import acting, ask_actor
from liaison_metrics.ui.frame.cache import remembered
from liaison_metrics.ui.frame.flash import draw_flash
from liaison_metrics.ui.frame.head import page_head
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import note, stacked
from liaison_metrics.ui.frame.shell import question
from liaison_metrics.ui.report import issuing, packing
from liaison_metrics.ui.report.asked import fields, made, read_asked

here = question()
workspace, embedded = here.workspace, st.context.is_embedded
actor = acting()
coordinates = actor is not None and actor.is_coordinator
wanted = read_asked(here.filters, st.query_params.to_dict())
asked = wanted if coordinates else replace(wanted, exact=False)
report = remembered(asked.key, here, lambda: made(workspace, asked))
if not embedded:
    html_block(
        "head",
        stacked(
            page_head(_("Report"), _("What the funder asks for: as it looks, and in every form to take away.")),
            fields(workspace.project, asked, may_be_exact=coordinates),
        ),
    )
    draw_flash()
    with st.container():  # a place of its own: what comes and goes in it moves nothing under it
        if wanted.exact and not coordinates:
            html_block("exact", note(_("Exact figures are for the coordinator; these are for publication.")))
    packing.draw(report, (here.revision, asked.key))
    ask_actor(workspace.project, _("Who are you? The coordinator has exact figures and issues reports."))
    with st.container():
        if actor is not None and coordinates:
            issuing.draw(here, asked, actor)
drawn = remembered(
    f"page of {asked.key}", here, lambda: Markup("<style>{}</style>{}").format(html.styles(), html.body(report))
)
html_block("report", drawn)
