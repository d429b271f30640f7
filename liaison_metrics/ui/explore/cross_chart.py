"""Charts of one dimension (bars) and of two (heat map)."""

from __future__ import annotations

import plotly.graph_objects as go

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.model import Breakdown, Cross
from liaison_metrics.reports.pages.curve import round_steps
from liaison_metrics.services.labels import label, ordered
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.chart import PlotlyChart, row_height, wrapped_label
from liaison_metrics.ui.frame.theme import AXIS, PLAIN, ChartColour

LABELS_WIDTH, DIGIT_WIDTH = 150, 8
"""Pixels for the labels beside a heat map, and for a digit in a cell."""


def cross_chart(project: Project, cross: Cross) -> PlotlyChart:
    """Returns the table as a heat map: the darker, the more people."""
    rows = ordered(cross.rows.dimension, cross.rows.lines)
    columns = ordered(cross.columns.dimension, cross.columns.lines)
    cells = {(cell.row, cell.column): cell for cell in cross.cells}
    grid = [[cells.get((row.code, column.code)) for column in columns] for row in rows]
    shades = ChartColour.SHADES
    most = max((cell.reached for cell in cross.cells), default=0)
    names = [wrapped_label(label(project, cross.rows.dimension, row.code)) for row in rows]
    chart = go.Figure(
        go.Heatmap(
            z=[[cell.reached if cell else None for cell in line] for line in grid],
            x=[wrapped_label(label(project, cross.columns.dimension, column.code)) for column in columns],
            y=names,
            customdata=[[(cell.identified, cell.unidentified) if cell else (0, 0) for cell in line] for line in grid],
            hovertemplate="%{y}, %{x}: <b>%{z:,}</b><br>"
            + _("{a} identified, {b} unidentified").format(a="%{customdata[0]:,}", b="%{customdata[1]:,}")
            + "<extra></extra>",
            texttemplate="%{z:,}",
            colorscale=[[at / (len(shades) - 1), shade] for at, shade in enumerate(shades)],
            zmin=0, zmax=max(most, 1), textfont={"color": ChartColour.INK, "size": 13},
            showscale=False, xgap=2, ygap=2, hoverongaps=False,
        )
    )  # fmt: skip
    chart.update_layout(
        height=90 + row_height(names, 28) * max(len(rows), 3), **PLAIN,
        xaxis={"side": "top", "showgrid": False, "type": "category", **AXIS},
        yaxis={"autorange": "reversed", "showgrid": False, "type": "category", "ticksuffix": " ", **AXIS},
    )  # fmt: skip
    return PlotlyChart(
        chart, narrowest=LABELS_WIDTH + (10 + DIGIT_WIDTH * max(len(fmt.number(most)), 3)) * len(columns)
    )


def bars_chart(project: Project, breakdown: Breakdown) -> PlotlyChart:
    """Returns one dimension as horizontal bars: solid is identified, hatched is unidentified."""
    lines = ordered(breakdown.dimension, breakdown.lines)
    names = [wrapped_label(label(project, breakdown.dimension, line.code)) for line in lines]
    most = max((line.reached for line in lines), default=0) or 1
    hover = "%{y}: <b>%{x:,}</b> "
    chart = go.Figure(
        [
            go.Bar(
                y=names, x=[line.identified for line in lines], orientation="h", name=_("identified"),
                marker={"color": ChartColour.IDENTIFIED}, hovertemplate=hover + _("identified") + "<extra></extra>",
            ),
            go.Bar(
                y=names, x=[line.unidentified for line in lines], orientation="h", name=_("unidentified"),
                marker={
                    "color": "rgba(0,0,0,0)", "line": {"color": ChartColour.UNIDENTIFIED, "width": 1},
                    "pattern": {"shape": "/", "fgcolor": ChartColour.IDENTIFIED, "size": 6, "solidity": 0.3},
                },
                hovertemplate=hover + _("unidentified") + "<extra></extra>",
            ),
        ]
    )  # fmt: skip
    chart.update_layout(
        barmode="stack", bargap=0.35, height=70 + row_height(names, 30) * max(len(lines), 2), **PLAIN,
        xaxis={"range": [0, most * 1.04], "tickvals": round_steps(most), "tickformat": ",d",
               "gridcolor": ChartColour.LINE, **AXIS},
        yaxis={"autorange": "reversed", "type": "category", "ticksuffix": " ", **AXIS},
    )  # fmt: skip
    return PlotlyChart(chart)
