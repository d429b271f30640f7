"""Work plan: what is missing, each activity by city, the timeline, and the deliverables."""

import streamlit as st

from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.permissions import allows_somewhere
from liaison_metrics.services.events.work_plan.activities import activity_plan
from liaison_metrics.services.events.work_plan.deliverables import deliverables
from liaison_metrics.services.events.work_plan.pieces import piece_states
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.actor import ask_actor
from liaison_metrics.ui.frame.cache import cached_by_store
from liaison_metrics.ui.frame.chart import show_chart
from liaison_metrics.ui.frame.flash import show_flash
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import stacked
from liaison_metrics.ui.frame.shell import current_request, set_title
from liaison_metrics.ui.work_plan import forms, overview, page, timeline

INTERACTIVE = "interactive-timeline"  # key of the switch between the drawn and the interactive timeline

request = current_request()
workspace, project, reader = request.workspace, request.workspace.project, request.actor


def content() -> overview.PlanContent:
    with workspace.snapshot():
        plan, states = activity_plan(workspace, reader), piece_states(workspace, reader)
        return overview.PlanContent(plan, states, deliverables(workspace, reader), reader)


shown = cached_by_store("work_plan", request, content)
one, place = page.chosen(shown, st.query_params.to_dict())
html_block("head", page.head(project, one))
show_flash()
if one:
    set_title(one.title)
    html_block("deliverable", page.detail_card(project, one, shown.plan.day))
    if allows_somewhere(reader, Action.DELIVERABLE_CHANGE) and (actor := ask_actor(project)):
        forms.deliverable_forms(workspace, actor, one)
else:
    if "list" in st.query_params and allows_somewhere(reader, Action.DELIVERABLE_CHANGE):
        if actor := ask_actor(project):
            forms.import_form(workspace, actor)
    elif place and allows_somewhere(reader, Action.WORK_CHANGE) and (actor := ask_actor(project)):
        forms.piece_form(workspace, actor, place, shown.states[place])
    drawn = cached_by_store("work_plan_parts", request, lambda: page.parts(project, shown))
    interactive = bool(st.session_state.get(INTERACTIVE))
    # One block for all that stands together: each block costs time at every run.
    html_block("plan", stacked(drawn.before, drawn.picture) if not interactive else drawn.before)
    if interactive:
        chart = cached_by_store("work_plan_chart", request, lambda: timeline.timeline_chart(drawn.timeline))
        show_chart("timeline", chart, drawn.timeline.words)
    st.toggle(_("Interactive chart"), key=INTERACTIVE)
    html_block("deliverables", drawn.after)
    page.offer_files(workspace, reader, shown)
