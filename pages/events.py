"""Events: the list, one event with its corrections and source files, and planned events."""

import streamlit as st

from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.services import figures
from liaison_metrics.services.events import details, planned
from liaison_metrics.texts import _
from liaison_metrics.ui.events import forms, page
from liaison_metrics.ui.explore import page as explore
from liaison_metrics.ui.frame.actor import ask_actor
from liaison_metrics.ui.frame.cache import cached
from liaison_metrics.ui.frame.flash import show_flash
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import note, nothing_yet
from liaison_metrics.ui.frame.shell import current_request

page_request = current_request()
workspace, project = page_request.workspace, page_request.workspace.project
request = page.read_request(page_request.filters, st.query_params.to_dict())
number = request.filters.event
listed = cached("events", page_request, lambda: planned.listed(workspace))
detail = details.find(workspace, number) if number else None
html_block("head", page.head(project, request, with_fields=bool(listed) and not detail))
show_flash()
with st.container():  # a container of its own, so that the note moves nothing below
    if number and not detail:
        html_block("gone", note(_("This event no longer exists: its sheets have been undone.")))
actor = ask_actor(project)
if detail:
    expected = next((one.expected for one in listed if one.event and one.event.number == detail.event.number), None)
    html_block("event", page.detail_card(project, request, detail.event, expected))
    with st.container():
        if detail.corrections or detail.event.corrected:
            html_block("truth", page.corrections_card(project, detail))
    if actor is not None:
        forms.event_forms(workspace, actor, detail, [one.event for one in listed if one.event])
    html_block("files", page.files_card(project, detail))
    lines = figures.attendances(workspace, None, Scope(until=project.end), detail.event.number)
    html_block("attendances", explore.attendances_card(project, request.filters, lines, table="event_attendances"))
else:
    if actor is not None:
        forms.plan_forms(workspace, actor, [one.plan for one in listed if one.plan])
    html_block(
        "events", page.list_card(project, request, page.matching_events(request, listed)) if listed else nothing_yet()
    )
