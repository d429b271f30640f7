"""Plotly charts: the specification is computed once, and no chart gets too narrow to read."""

from __future__ import annotations

import textwrap
from typing import Any

import plotly.graph_objects as go
import streamlit as st
from markupsafe import Markup

CONFIG = {"displayModeBar": False, "scrollZoom": False}

LABEL_WIDTH = 18
"""Characters per line of an axis label; longer labels wrap so that the plot keeps its space."""


class PlotlyChart(go.Figure):  # type: ignore[misc]
    """A finished chart that returns its specification without copying it.

    Streamlit asks for the specification at every run of a page, and a plain figure makes a deep copy each time, which
    costs more than the rest of the page. ``narrowest`` is the minimum width in pixels; on a narrower page the chart
    scrolls in its own frame.
    """

    def __init__(self, figure: go.Figure, narrowest: int = 0) -> None:
        super().__init__(figure)
        self.__dict__["_finished"] = super().to_dict()
        self.__dict__["narrowest"] = narrowest

    def to_dict(self) -> dict[str, Any]:
        """Returns the specification. Do not change it: it is shared."""
        finished: dict[str, Any] = dict(self.__dict__["_finished"])
        return finished


def show_chart(key: str, chart: PlotlyChart, alt: str) -> None:
    """Shows a chart under its own key; *alt* describes it for screen readers."""
    if chart.narrowest:
        key = f"wide-{key}"  # render.js finds the frame by this and makes it focusable
        frame = Markup("<style>.st-key-{} [data-testid=stFullScreenFrame]{{min-width:{}px}}</style>")
        st.html(frame.format(key, chart.narrowest))
    st.plotly_chart(chart, key=key, config=CONFIG, alt=alt)


def wrapped_label(label: str) -> str:
    """Returns an axis label, wrapped to readable lines."""
    return "<br>".join(textwrap.wrap(label, LABEL_WIDTH, break_long_words=False))


def row_height(labels: list[str], minimum: int) -> int:
    """Returns the row height in pixels that the tallest wrapped label needs, at least *minimum*."""
    return max([minimum, *(16 * (label.count("<br>") + 1) for label in labels)])
