"""Events: the list, one event with what files state of it and what is true, and what is planned."""

import streamlit as st

from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.services import figures
from liaison_metrics.services.events import corrections as service
from liaison_metrics.services.events import planned
from liaison_metrics.texts import _
from liaison_metrics.ui.events import forms, page
from liaison_metrics.ui.explore import page as explore
from liaison_metrics.ui.frame.actor import ask_actor
from liaison_metrics.ui.frame.cache import remembered
from liaison_metrics.ui.frame.flash import draw_flash
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import note, nothing_yet
from liaison_metrics.ui.frame.shell import question

here = question()
workspace, project = here.workspace, here.workspace.project
asked = page.read_asked(here.filters, st.query_params.to_dict())
number = asked.filters.event
listed = remembered("events", here, lambda: planned.listed(workspace))
detail = service.one(workspace, number) if number else None
html_block("head", page.head(project, asked, with_fields=bool(listed) and not detail))
draw_flash()
with st.container():  # a place of its own: what comes and goes in it moves nothing under it
    if number and not detail:
        html_block("gone", note(_("This event is not there any more: the sheets that told of it were taken back.")))
actor = ask_actor(project, _("Who are you?"))
if detail:
    expected = next((one.expected for one in listed if one.event and one.event.number == detail.event.number), None)
    html_block("event", page.detail_card(project, asked, detail.event, expected))
    with st.container():
        if detail.corrections or detail.event.corrected:
            html_block("truth", page.truth_card(project, detail))
    if actor is not None:
        forms.changes(workspace, actor, detail, [one.event for one in listed if one.event])
    html_block("files", page.files_card(project, detail))
    found = figures.attendances(workspace, None, Scope(until=project.end), detail.event.number)
    html_block("attendances", explore.attendances_card(project, asked.filters, found, table="event_attendances"))
else:
    if actor is not None:
        forms.plans(workspace, actor, [one.plan for one in listed if one.plan])
    html_block("events", page.list_card(project, asked, page.chosen(asked, listed)) if listed else nothing_yet())
