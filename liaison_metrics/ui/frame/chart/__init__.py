"""Plotly charts: the specification is computed once."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
import streamlit as st

CONFIG = {"displayModeBar": False, "scrollZoom": False}


class PlotlyChart(go.Figure):  # type: ignore[misc]
    """A finished chart that returns its specification without copying it.

    Streamlit asks for the specification at every run of a page, and a plain figure makes a deep copy each time, which
    costs more than the rest of the page.
    """

    def __init__(self, figure: go.Figure) -> None:
        super().__init__(figure)
        self.__dict__["_finished"] = super().to_dict()

    def to_dict(self) -> dict[str, Any]:
        """Returns the specification. Do not change it: it is shared."""
        finished: dict[str, Any] = dict(self.__dict__["_finished"])
        return finished


def show_chart(key: str, chart: PlotlyChart, alt: str) -> None:
    """Shows a chart under its own key; *alt* describes it for screen readers."""
    st.plotly_chart(chart, key=key, config=CONFIG, alt=alt)
