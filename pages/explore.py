"""Any figure by any two dimensions, and down to the events, attendances and rows behind it."""

import streamlit as st

from liaison_metrics import figures, uploads
from liaison_metrics.ui import explore
from liaison_metrics.ui.board import board
from liaison_metrics.ui.chart import show
from liaison_metrics.ui.memory import remembered
from liaison_metrics.ui.shell import question

asked = question()
workspace, filters = asked.workspace, asked.filters
project, code = workspace.project, filters.indicator


def draw() -> explore.Drawn:
    others = filters.beyond(filters.rows, filters.columns)
    if not filters.columns:
        return explore.draw_one(project, filters, figures.breakdown(workspace, code, filters.rows, others))
    return explore.draw_two(project, filters, figures.cross(workspace, code, filters.rows, filters.columns, others))


day = figures.as_of(project, filters.as_of)
if not uploads.latest(workspace, 1, undone=False):
    board("head", explore.empty(project, filters, day))
    st.stop()
board("head", explore.head(project, filters, day))
drawn = remembered("explore", asked, draw)
show("chart", drawn.chart, explore.chart_words())
board("table", drawn.table)
board("events", explore.events_card(project, filters, figures.events(workspace, code, filters.scope)))
if filters.event:
    found = figures.attendances(workspace, code, filters.scope, filters.event)
    board("attendances", explore.attendances_card(project, filters, found))
