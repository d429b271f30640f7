"""Colours and sizes of charts.

In the browser, colours come from ``.streamlit/config.toml`` and follow the visitor's light or dark scheme. Downloaded
pictures always use the light colours of ``reports.pages.colours``. A test keeps both equal.
"""

from __future__ import annotations

from typing import Any


class ChartColour:
    """Placeholder colours in a chart specification; the browser replaces each with the scheme's colour.

    They are those of Streamlit's chart theme, in the order of ``chartCategoricalColors``.
    """

    IDENTIFIED = "#000001"
    UNIDENTIFIED = "#000002"
    PLAN = "#000003"
    INK = "#000004"
    MUTED = "#000005"
    LINE = "#000006"
    CARD = "#000007"


PLAIN: dict[str, Any] = {
    "paper_bgcolor": ChartColour.CARD,
    "plot_bgcolor": "rgba(0,0,0,0)",
    "margin": {"l": 16, "r": 22, "t": 16, "b": 14},
    "font": {"size": 13},
    "showlegend": False,
    "dragmode": False,
}
"""Layout of all charts: card background, no legend of their own, no accidental zoom."""

AXIS: dict[str, Any] = {
    "fixedrange": True,
    "automargin": True,
    "tickfont": {"color": ChartColour.MUTED, "size": 12},
}
"""Layout of all axes."""
