"""Events: the list, one event with what sheets state of it, events to check, series, and planned events."""

import streamlit as st

from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.services import figures
from liaison_metrics.services.events import checks, describing, planned, series
from liaison_metrics.services.figures.narrative.notes import NoteKind, NoteSubject, about, may_change_note, notes
from liaison_metrics.services.labels import event_name
from liaison_metrics.texts import _
from liaison_metrics.ui.events import audit_pack, decisions, evidence, forms, page, record
from liaison_metrics.ui.events import checks as checks_view
from liaison_metrics.ui.events import series as series_view
from liaison_metrics.ui.events.plans import planned as planned_view
from liaison_metrics.ui.events.plans import several
from liaison_metrics.ui.events.statements import event_data, sheets
from liaison_metrics.ui.explore import page as explore
from liaison_metrics.ui.frame.actor import ask_actor
from liaison_metrics.ui.frame.cache import cached_by_store
from liaison_metrics.ui.frame.flash import show_flash
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import note, nothing_yet
from liaison_metrics.ui.frame.shell import current_request, set_title
from liaison_metrics.ui.report.notes import event_notes_card, note_form, show_left_notes

page_request = current_request()
workspace, project, reader = page_request.workspace, page_request.workspace.project, page_request.actor
asked = page.read_request(page_request.filters, st.query_params.to_dict())
number = asked.filters.event
listed = cached_by_store("events", page_request, lambda: planned.listed(workspace, reader))
groups = cached_by_store("event_groups", page_request, lambda: checks.groups(workspace, reader))
suggestions = cached_by_store("series", page_request, lambda: series.suggestions(workspace, reader))
detail = page.find_detail(page_request, number) if number else None
group = next((one for one in groups if asked.check in one.numbers), None) if not detail else None
suggestion = next((one for one in suggestions if asked.series in one.numbers), None) if not detail else None
plan = planned_view.find_plan(listed, asked.plan) if not detail else None
chosen = detail or group or suggestion or plan
request = asked if chosen else asked.with_event(None)  # so that no link leads back to what is gone
if plan:
    html_block("head", planned_view.planned_head(project, request, plan))
else:
    html_block("head", page.head(project, request, detail, with_fields=bool(listed) and not chosen))
if shown := detail.event if detail else plan:
    set_title(event_name(project, shown.fact))
show_flash()
with st.container():  # a container of its own, so that the note moves nothing below
    if number and not detail:
        html_block("gone", note(_("This event no longer exists: its sheets have been undone.")))
    elif asked.plan and not chosen:
        html_block("gone", note(_("This event is no longer planned, or a sheet for it has come."), "info"))
    elif (asked.check or asked.series) and not chosen:
        html_block("gone", note(_("Nothing is left to decide about these events.")))
actor = ask_actor(project)
found_notes = cached_by_store("notes", page_request, lambda: notes(workspace, reader))
if detail:
    expected = next((one.expected for one in listed if one.event and one.event.number == detail.event.number), None)
    html_block("event", page.detail_card(project, request, detail, expected))
    found = cached_by_store(
        ("described", detail.event.number), page_request,
        lambda: describing.described(workspace, detail.event.number, reader),
    )  # fmt: skip
    with st.container():
        if detail.joined:
            html_block("joined", sheets.joined_note(detail.joined))
        if detail.corrections or detail.event.corrected:
            html_block("truth", record.corrections_card(project, detail))
        if detail.decisions:
            html_block("decided", record.decisions_card(project, detail))
    if actor is not None:
        forms.event_forms(workspace, actor, detail, [one.event for one in listed if one.event])
        event_data.described_form(workspace, actor, detail, found)
    html_block("described", event_data.described_card(project, found))
    html_block("files", sheets.statements_card(project, detail))
    evidence.show(page_request, detail.event, actor)
    subject = NoteSubject(NoteKind.EVENT, str(detail.event.number))
    own_notes = about(found_notes, subject.kind, subject.code)
    with st.container():
        if own_notes:
            html_block("notes", event_notes_card(project, own_notes))
        if actor is not None and may_change_note(actor, subject, detail.event.fact.city):
            with st.expander(_("Write a note")):
                note_form(workspace, actor, {subject: ""}, own_notes, "event")
    lines = cached_by_store(
        ("event_attendances", detail.event.number), page_request,
        lambda: figures.attendances(workspace, None, Scope(until=project.end), detail.event.number, actor=reader),
    )  # fmt: skip
    html_block("attendances", explore.attendances_card(project, request.filters, lines, table="event_attendances"))
elif plan:
    html_block("plan", planned_view.planned_card(project, plan))
elif group:
    checks_view.show(page_request, request, group, actor)
elif suggestion:
    series_view.show(page_request, request, suggestion, actor)
else:
    with st.container():
        if groups:
            html_block("checks", checks_view.card(project, request, groups))
            if actor is not None:
                checks_view.several_form(page_request, actor, groups)
        if suggestions:
            html_block("suggestions", series_view.card(project, request, suggestions))
    if actor is not None:
        forms.plan_forms(workspace, actor, [one.plan for one in listed if one.plan])
        several.several_form(workspace, actor)
        audit_pack.show(workspace, actor, [one.event for one in listed if one.event])
    with st.container():
        decisions.show(page_request, actor)
    with st.container():
        evidence.show_left(page_request, actor)
        show_left_notes(page_request, actor, found_notes)
    html_block(
        "events",
        page.list_card(project, request, page.matching_events(project, request, listed)) if listed else nothing_yet(),
    )
