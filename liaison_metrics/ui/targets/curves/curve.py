"""The chart over time to explore: people reached, counted from their first event, against plan and target."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
import plotly.graph_objects as go

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.model import Point
from liaison_metrics.reports.pages.curve import round_steps
from liaison_metrics.services.figures import IndicatorFigure
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.chart import PlotlyChart
from liaison_metrics.ui.frame.chart.theme import AXIS, PLAIN, ChartColour

HEIGHT = 420
PERIODS = (3, 6, 12)
"""The periods to choose from, in months up to the last day; the whole project is always one of them."""

LOW = 0.12
"""Below this share of the chart's height, a label does not fit under a line."""


def curve_chart(
    project: Project, figure: IndicatorFigure, points: Sequence[Point], *, with_target: bool
) -> PlotlyChart:
    """Returns the chart. Plan and target apply to the whole project; *with_target* adds them."""
    days, identified, reached = steps(project, figure, points)
    chart = go.Figure()
    if with_target:
        _add_promise(chart, project, figure)
    hover = "<b>%{y:,}</b> %{fullData.name}<extra></extra>"
    chart.add_scatter(
        x=days, y=identified, name=_("identified"), mode="lines", fill="tozeroy", hovertemplate=hover,
        line={"width": 0, "shape": "hv"}, fillcolor=ChartColour.IDENTIFIED, opacity=0.9,
    )  # fmt: skip
    chart.add_scatter(
        x=days, y=reached, name=_("reached"), mode="lines", fill="tonexty", hovertemplate=hover,
        line={"width": 2.5, "shape": "hv", "color": ChartColour.IDENTIFIED},
        fillpattern={
            "shape": "/", "size": 6, "solidity": 0.25,
            "fgcolor": ChartColour.IDENTIFIED, "bgcolor": "rgba(0,0,0,0)", "fillmode": "overlay",
        },
    )  # fmt: skip
    top = max([figure.target if with_target else 0, *reached, 4]) * 1.12
    if with_target:
        _label_promise(chart, project, figure, top)
    months = quarters(project)
    chart.update_layout(
        height=HEIGHT, hovermode="x unified", **{**PLAIN, "dragmode": "zoom"},
        xaxis={
            **AXIS, "range": [project.start, project.end], "showgrid": False, "fixedrange": False,
            "hoverformat": "%-d %b %Y", "rangeselector": _periods(),
            "rangeslider": {"thickness": 0.08, "range": [project.start, project.end]},
            "tickvals": months, "ticktext": [f"{fmt.month_name(m.month)}<br>{m.year}" for m in months],
        },
        yaxis={
            "range": [0, top], "tickvals": round_steps(top), "tickformat": ",d",
            "gridcolor": ChartColour.LINE, "zeroline": True, "zerolinecolor": ChartColour.MUTED, **AXIS,
        },
    )  # fmt: skip
    _label_today(chart, figure, reached[-1], top)
    return PlotlyChart(chart)


def _periods() -> dict[str, object]:
    """Returns the buttons that choose a period."""
    step = {"step": "month", "stepmode": "backward"}
    months = [{**step, "count": n, "label": ngettext("{n} month", "{n} months", n).format(n=n)} for n in PERIODS]
    return {
        "buttons": [{"step": "all", "label": _("Whole project")}, *months],
        "bgcolor": ChartColour.CARD, "activecolor": ChartColour.LINE, "bordercolor": ChartColour.MUTED,
        "borderwidth": 1, "font": {"color": ChartColour.INK, "size": 13}, "y": 1.04,
    }  # fmt: skip


def steps(
    project: Project, figure: IndicatorFigure, points: Sequence[Point]
) -> tuple[list[date], list[int], list[int]]:
    """Returns days, identified and reached people, from zero on the project's first day to the figures' last day."""
    known = [(project.start, 0, 0), *((p.day, p.identified, p.reached) for p in points)]
    known.append((figure.as_of, *known[-1][1:]))
    days, identified, reached = zip(*known, strict=True)
    return list(days), list(identified), list(reached)


def curve_words(figure: IndicatorFigure, points: Sequence[Point]) -> str:
    """Returns a description of the chart for screen readers: what it shows, its course, and the target."""
    if not points:
        return _("{code} over time: no events yet.").format(code=figure.code)
    half = next(point.day for point in points if 2 * point.reached >= points[-1].reached)
    return _(
        "{code} over time. People reached by {day}: {reached}, target: {target}. The first on {first}, half of them by "
        "{half}."
    ).format(
        code=figure.code,
        reached=fmt.number(points[-1].reached),
        day=fmt.day(figure.as_of),
        target=fmt.number(figure.target),
        first=fmt.day(points[0].day),
        half=fmt.day(half),
    )


def _add_promise(chart: go.Figure, project: Project, figure: IndicatorFigure) -> None:
    chart.add_scatter(
        x=[day for day, _people in figure.plan_line], y=[people for _day, people in figure.plan_line], mode="lines",
        name=_("plan"), hoverinfo="skip",
        line={"color": ChartColour.PLAN, "width": 1.5, "dash": "dash"},
    )  # fmt: skip
    chart.add_hline(y=figure.target, line={"color": ChartColour.INK, "width": 2})


def _label_promise(chart: go.Figure, project: Project, figure: IndicatorFigure, top: float) -> None:
    quarter = project.start + (project.end - project.start) / 4
    words = _("target {n}").format(n=fmt.number(figure.target))
    _annotate(chart, (project.start, figure.target), words, ChartColour.INK)
    days, people = zip(*figure.plan_line, strict=True)
    height = round(np.interp(quarter.toordinal(), [day.toordinal() for day in days], people))
    # If far more people came than the target, or the plan starts late, its line is too low for a label.
    if height > LOW / 2 * top:
        _annotate(chart, (quarter, height), _("plan"), ChartColour.PLAN, "top right")


def _label_today(chart: go.Figure, figure: IndicatorFigure, reached: int, top: float) -> None:
    if not reached:
        return
    chart.add_scatter(
        x=[figure.as_of], y=[reached], mode="markers", hoverinfo="skip", cliponaxis=False,
        marker={"size": 9, "color": ChartColour.IDENTIFIED},
    )  # fmt: skip
    # Above the line if there is space below the target line, otherwise under it.
    above = abs(reached - figure.target) > LOW * top or reached > figure.target
    words = _("<b>{n}</b> on {day}").format(n=fmt.number(reached), day=fmt.day(figure.as_of))
    place = "top right" if above else "bottom right"
    _annotate(chart, (figure.as_of, reached), words, ChartColour.INK, place)


def _annotate(chart: go.Figure, at: tuple[date, float], text: str, colour: str, place: str = "top left") -> None:
    """Adds a label at a point. *place* says where it goes: "top" (above) or "bottom", with its "left" or "right" end
    at the point."""
    vertical, horizontal = place.split()
    above = vertical == "top"
    chart.add_annotation(
        text=text, x=at[0], y=at[1], xanchor=horizontal, yanchor="bottom" if above else "top", showarrow=False,
        font={"color": colour, "size": 13}, bgcolor=ChartColour.CARD, borderpad=1,
        xshift=-8 if horizontal == "right" else 2, yshift=4 if above else -6,
    )  # fmt: skip


def quarters(project: Project) -> list[date]:
    """Returns the first days of the months on the time axis."""
    first = project.start.year * 12 + project.start.month - 1
    last = project.end.year * 12 + project.end.month - 1
    return [date(m // 12, m % 12 + 1, 1) for m in range(first, last + 1) if m % 4 == 0 and m > first]
