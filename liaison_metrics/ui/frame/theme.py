"""Sizes of charts, and the places that charts take theirs from.

In the browser, colours come from ``.streamlit/config.toml`` and follow the visitor's light or dark scheme; pictures
to take away are always on paper, so they take the light ones of ``reports.colours``. A test keeps both equal.
"""

from __future__ import annotations

from typing import Any


class ChartColour:
    """Stand-ins in a chart's specification: the browser puts the scheme's colour in the place of each.

    They are the ones of Streamlit's chart theme, in the order of ``chartCategoricalColors``.
    """

    IDENTIFIED = "#000001"
    UNIDENTIFIED = "#000002"
    PLAN = "#000003"
    INK = "#000004"
    MUTED = "#000005"
    LINE = "#000006"
    CARD = "#000007"
    SHADES = tuple(f"#0000{number}" for number in range(11, 17))
    """The lighter ones of ``chartSequentialColors``: on each of them ink can be read, in light and in dark."""


PLAIN: dict[str, Any] = {
    "paper_bgcolor": ChartColour.CARD,
    "plot_bgcolor": "rgba(0,0,0,0)",
    "margin": {"l": 16, "r": 22, "t": 16, "b": 14},
    "font": {"size": 13},
    "showlegend": False,
    "dragmode": False,
}
"""What all charts share: they are cards, their legend stands beside them, and they do not zoom by accident."""

AXIS: dict[str, Any] = {
    "fixedrange": True,
    "automargin": True,
    "tickfont": {"color": ChartColour.MUTED, "size": 12},
}
"""What all axes share."""
