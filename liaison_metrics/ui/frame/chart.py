"""A chart that is drawn often: its specification is made once, and it is never narrower than it can be read."""

from __future__ import annotations

import textwrap
from typing import Any

import plotly.graph_objects as go
import streamlit as st
from markupsafe import Markup

CONFIG = {"displayModeBar": False, "scrollZoom": False}

LABEL_WIDTH = 18
"""Characters of a line of an axis's label; longer ones are broken, so that the figures keep their room."""


class PlotlyChart(go.Figure):  # type: ignore[misc]
    """A finished chart. Streamlit asks a figure for its specification at every run of a page, and a figure makes a
    deep copy each time, which costs more than all the rest of the page; a finished one hands out what it has.

    ``narrowest`` is the width in pixels that it needs; a narrower page scrolls it in its own frame.
    """

    def __init__(self, figure: go.Figure, narrowest: int = 0) -> None:
        super().__init__(figure)
        self.__dict__["_finished"] = super().to_dict()
        self.__dict__["narrowest"] = narrowest

    def to_dict(self) -> dict[str, Any]:
        """Returns the specification; it is not to be changed."""
        finished: dict[str, Any] = dict(self.__dict__["_finished"])
        return finished


def show_chart(key: str, chart: PlotlyChart, alt: str) -> None:
    """Draws a chart under a key of its own on the page; *words* say it to those who do not see it."""
    if chart.narrowest:
        key = f"wide-{key}"  # by this a board's script finds it and has the keyboard reach it
        frame = Markup("<style>.st-key-{} [data-testid=stFullScreenFrame]{{min-width:{}px}}</style>")
        st.html(frame.format(key, chart.narrowest))
    st.plotly_chart(chart, key=key, config=CONFIG, alt=alt)


def wrapped_label(label: str) -> str:
    """Returns an axis's label in lines of readable length."""
    return "<br>".join(textwrap.wrap(label, LABEL_WIDTH, break_long_words=False))


def row_height(labels: list[str], minimum: int) -> int:
    """Returns the height in pixels that each of the broken *labels* of an upright axis needs, *least* or more."""
    return max([minimum, *(16 * (label.count("<br>") + 1) for label in labels)])


def round_steps(top: float) -> list[int]:
    """Returns the round numbers from 0 to *top* at which a chart draws its lines, five at most."""
    size = 1
    while top / size > 5:
        size = size * 5 // 2 if str(size)[0] == "2" else size * 2
    return list(range(0, int(top) + 1, size))
