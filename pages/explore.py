"""Explore: an indicator by any two dimensions, down to events, attendances and source rows."""

import streamlit as st
from markupsafe import Markup

from liaison_metrics.domain.reach.scope import PERSON_DIMENSIONS
from liaison_metrics.services import figures
from liaison_metrics.ui.explore import page
from liaison_metrics.ui.frame.cache import cached
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.shell import current_request

request = current_request()
workspace, filters, actor = request.workspace, request.filters, request.actor
project, code = workspace.project, filters.indicator


def content() -> Markup:
    others = filters.around(filters.rows, filters.columns) if filters.columns else filters.around(filters.rows)
    if not filters.columns:
        one = figures.breakdown(workspace, code, filters.rows, others, actor=actor)
        return page.one_dimension(project, filters, one)
    by = filters.rows, filters.columns
    return page.two_dimensions(project, filters, figures.cross(workspace, code, by, others, actor=actor))


def events() -> Markup:
    everybody = figures.events(workspace, scope=filters.beyond(*PERSON_DIMENSIONS), actor=actor)
    behind = page.EventsBehind(
        figures.events(workspace, code, filters.scope, actor=actor),
        {one.event.id: one.attendances for one in everybody},
        figures.open_cities(project, actor),
    )
    return page.events_card(project, filters, behind)


def attendances() -> Markup:
    lines = figures.attendances(workspace, code, filters.scope, filters.event, actor=actor)
    return page.attendances_card(project, filters, lines)


day = figures.as_of(project, filters.as_of)
if workspace.is_empty():
    html_block("head", page.empty(project, filters, day))
    st.stop()
html_block("head", page.head(project, filters, day))
html_block("table", cached("explore", request, content))
html_block("events", cached("explore_events", request, events))
if filters.event:
    html_block("attendances", cached("explore_attendances", request, attendances))
