"""A chart that is drawn often: its specification is made once."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go


class Chart(go.Figure):  # type: ignore[misc]
    """A finished chart. Streamlit asks a figure for its specification at every run of a page, and a figure makes a
    deep copy each time, which costs more than all the rest of the page; a finished one hands out what it has."""

    def __init__(self, figure: go.Figure) -> None:
        super().__init__(figure)
        self.__dict__["_finished"] = super().to_dict()

    def to_dict(self) -> dict[str, Any]:
        """Returns the specification; it is not to be changed."""
        finished: dict[str, Any] = dict(self.__dict__["_finished"])
        return finished
