"""The first page: how far, on pace or not, where is the gap."""

import streamlit as st

from liaison_metrics import figures, uploads
from liaison_metrics.ui import targets
from liaison_metrics.ui.board import board
from liaison_metrics.ui.curve import CONFIG
from liaison_metrics.ui.memory import remembered
from liaison_metrics.ui.parts import nothing_yet
from liaison_metrics.ui.shell import question

workspace, filters = question()
project = workspace.project


def ask() -> targets.Answer:
    code, scope = filters.indicator, filters.scope
    return targets.Answer(
        indicators=figures.indicators(workspace, scope),
        whole=figures.indicator(workspace, code, filters.beyond(*filters.chosen)),
        communities=figures.breakdown(workspace, code, "community", filters.beyond("community")),
        cities=figures.breakdown(workspace, code, "city", filters.beyond("city")),
        all_cities=figures.breakdown(workspace, code, "city", filters.beyond(*filters.chosen)),
        curve=figures.curve(workspace, code, scope),
    )


latest = uploads.latest(workspace, 5, undone=False)
drawn = remembered("targets", workspace, filters, lambda: targets.draw(project, filters, ask()))
board("head", targets.head(project, filters, drawn.day, latest))
if not latest:
    board("empty", nothing_yet())
    st.stop()
board("figures", drawn.figures)
left, right = st.columns([5, 2], gap="small")
with left, st.container(border=True, key="curve_card"):
    board("curve_head", drawn.curve_head)
    st.plotly_chart(drawn.curve, key="curve", config=CONFIG)
with right:
    board("sheets", targets.latest_sheets(project, latest))
board("counting_note", drawn.counted)
