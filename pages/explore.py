"""Explore: an indicator by any two dimensions, down to events, attendances and source rows."""

import streamlit as st
from markupsafe import Markup

from liaison_metrics.services import figures, uploads
from liaison_metrics.ui.explore import page
from liaison_metrics.ui.frame.cache import cached
from liaison_metrics.ui.frame.chart import show_chart
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.shell import current_request

request = current_request()
workspace, filters = request.workspace, request.filters
project, code = workspace.project, filters.indicator


def content() -> page.ExploreContent:
    others = filters.beyond(filters.rows, filters.columns)
    if not filters.columns:
        return page.one_dimension(project, filters, figures.breakdown(workspace, code, filters.rows, others))
    return page.two_dimensions(project, filters, figures.cross(workspace, code, filters.rows, filters.columns, others))


def events() -> Markup:
    return page.events_card(project, filters, figures.events(workspace, code, filters.scope))


def attendances() -> Markup:
    lines = figures.attendances(workspace, code, filters.scope, filters.event)
    return page.attendances_card(project, filters, lines)


day = figures.as_of(project, filters.as_of)
if not uploads.latest(workspace, 1, undone=False):
    html_block("head", page.empty(project, filters, day))
    st.stop()
html_block("head", page.head(project, filters, day))
explore = cached("explore", request, content)
show_chart("chart", explore.chart, page.chart_words())
html_block("table", explore.table)
html_block("events", cached("explore_events", request, events))
if filters.event:
    html_block("attendances", cached("explore_attendances", request, attendances))
