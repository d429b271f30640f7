"""The timeline of Work plan: events by month, milestones and deliverables over the project's period.

It is there at once as a drawing, with a table for who cannot see it; the interactive one is made on demand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt

import plotly.graph_objects as go
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.services.events.work_plan.activities import ActivityPlan
from liaison_metrics.services.events.work_plan.deliverables import DeliverableRecord
from liaison_metrics.services.labels import label
from liaison_metrics.texts import _, ngettext
from liaison_metrics.texts.hyphenation import SOFT_HYPHEN, divided
from liaison_metrics.ui.frame.chart import PlotlyChart
from liaison_metrics.ui.frame.chart.theme import AXIS, PLAIN, ChartColour
from liaison_metrics.ui.frame.parts import folded, joined, lines_table

LANE = 24
"""Pixels of an activity's lane: enough for the largest month and a line of text."""

LARGEST = 9
"""Radius in pixels of the month with the most events."""

SMALLEST = 2.5
LETTER = 6
"""Pixels of a letter of a name, on average."""

LINE = 11
"""Pixels from a line of a name to the next: two fit into a lane."""

SIZES = {"broad": (1000, 210), "slim": (340, 120)}
"""Width, and how much of it the names take, in pixels: for a screen, and for a phone."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A day in the first lane: the ``kind`` ("milestone", "due" or "edge" for the project's first and last day), a
    short name and the whole words."""

    day: date
    kind: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many events of an activity (code) a month has, held or planned; ``day`` is in its middle."""

    activity: str
    day: date
    events: int
    held: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the timeline shows."""

    project: Project
    day: date
    marks: tuple[Mark, ...]
    months: tuple[MonthCount, ...]

    @property
    def words(self) -> str:
        """What it shows, for screen readers."""
        held = sum(one.events for one in self.months if one.held)
        planned = sum(one.events for one in self.months if not one.held)
        return _("Timeline from {start} to {end}. Events held: {held}, to come: {planned}. Dates: {marks}.").format(
            start=fmt.day(self.project.start), end=fmt.day(self.project.end), held=fmt.number(held),
            planned=fmt.number(planned), marks=fmt.number(len(self.marks)),
        )  # fmt: skip


def timeline(project: Project, plan: ActivityPlan, deliverables: Sequence[DeliverableRecord]) -> Timeline:
    """Returns the timeline up to the last day of the plan."""
    edges = ((project.start, _("Start of the project")), (project.end, _("End of the project")))
    marks = [Mark(day, "edge", "", words) for day, words in edges]
    marks += [Mark(one.date, "milestone", one.code, f"{one.code} {one.title}") for one in project.milestones]
    marks += [
        Mark(one.entry.due, "due", one.entry.code, f"{one.entry.code} {one.title}")
        for one in deliverables
        if one.entry.due
    ]
    months = Counter((fact.activity, fact.date.replace(day=15), fact.date <= plan.day) for fact in plan.events)
    counted = (MonthCount(activity, day, n, held) for (activity, day, held), n in months.items())
    order = list(project.activities)
    return Timeline(
        project, plan.day, tuple(sorted(marks, key=lambda one: (one.day, one.name))),
        tuple(sorted(counted, key=lambda one: (order.index(one.activity), one.day))),
    )  # fmt: skip


def timeline_picture(shown: Timeline) -> Markup:
    """Returns the drawing for both kinds of screen."""
    drawn = joined(_svg(shown, name, *size) for name, size in SIZES.items())
    return Markup(
        '<section class="card course timeline"><h2>{}</h2><div role="img" aria-label="{}">{}</div></section>'
    ).format(_("Timeline"), shown.words, drawn)


def timeline_table(shown: Timeline) -> Markup:
    """Returns the same as tables, folded."""
    kinds = {"milestone": _("Milestone"), "due": _("Deliverable due"), "edge": ""}
    dates = lines_table(
        _("Dates"), (_("Date"), _("What"), _("Kind")), (),
        [(fmt.day(one.day), one.words, kinds[one.kind]) for one in shown.marks],
    )  # fmt: skip
    rows = [
        (
            label(shown.project, "activity", one.activity), fmt.month(one.day.isoformat()[:7]),
            _("held") if one.held else _("to come"), fmt.number(one.events),
        )
        for one in shown.months
    ]  # fmt: skip
    events = lines_table(_("Events by month"), (_("Activity"), _("Month"), _("State")), (_("events"),), rows)
    return Markup('<section class="card">{}</section>').format(
        folded(_("Timeline as a table"), Markup('<div class="stack">{}{}</div>').format(dates, events if rows else ""))
    )


def _svg(shown: Timeline, name: str, width: int, names: int) -> Markup:
    lanes = list(shown.project.activities)
    foot = LANE * (len(lanes) + 2)
    axis = _Axis(shown.project.start, shown.project.end, names, width - 14)
    parts = [*_frame(shown, axis, lanes, foot), *_circles(shown, axis, lanes), *_days(shown, axis, foot)]
    return Markup('<svg class="{}" viewBox="0 0 {} {}" aria-hidden="true">{}</svg>').format(
        name, width, foot + 22, joined(parts)
    )


@dataclass(frozen=True, slots=True)
class _Axis:
    """Where days lie: from *left* to *right*, in pixels."""

    start: date
    end: date
    left: int
    right: int

    def at(self, day: date) -> float:
        part = (day - self.start) / (self.end - self.start)
        return round(self.left + min(1.0, max(0.0, part)) * (self.right - self.left), 1)


def _frame(shown: Timeline, axis: _Axis, lanes: Sequence[str], foot: int) -> Iterator[Markup]:
    most = (axis.left - 12) // LETTER
    for at, activity in enumerate(lanes, start=2):
        y, words = at * LANE - LANE // 2, label(shown.project, "activity", activity)
        yield Markup('<line class="lane" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(axis.left, axis.right, y, y)
        lines = _in_lines(words, most)
        for line, text in enumerate(lines):
            below = 4 if len(lines) == 1 else line * LINE - 2
            yield Markup('<text class="name" x="{}" y="{}">{}</text>').format(axis.left - 10, y + below, text)
    months = (axis.end.year - axis.start.year) * 12 + axis.end.month - axis.start.month
    step = next(one for one in (1, 3, 6, 12, 24, 60, 120) if months / one * 64 <= axis.right - axis.left)
    first = axis.start.year * 12 + axis.start.month
    for month in range(first, first + months):
        if month % step == 0:
            day = date(month // 12, month % 12 + 1, 1)
            x = axis.at(day)
            yield Markup('<line class="grid" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(x, x, LANE, foot - 8)
            at_end = "end" if x > axis.right - 30 else ""
            yield Markup('<text class="month {}" x="{}" y="{}">{} {}</text>').format(
                at_end, x + (14 if at_end else 0), foot + 10, fmt.month_name(day.month), day.year
            )


def _in_lines(words: str, most: int) -> list[str]:
    """Returns the name of an activity in at most two lines of *most* letters; the rest is cut off."""
    lines = [""]
    for word in words.split():
        pieces = divided(word).split(SOFT_HYPHEN) if len(word) > most else [word]
        for at, piece in enumerate(pieces):
            joint = " " if at == 0 and lines[-1] else ""
            if len(lines[-1]) + len(joint) + len(piece) + (at < len(pieces) - 1) <= most or not lines[-1]:
                lines[-1] += joint + piece
            else:
                lines[-1] += "-" if at else ""
                lines.append(piece)
    if len(lines) > 2 or len(lines[-1]) > most:
        lines = [*lines[:1], f"{' '.join(lines[1:])[: most - 1].rstrip()}…"]
    return lines


def _circles(shown: Timeline, axis: _Axis, lanes: Sequence[str]) -> Iterator[Markup]:
    most = max((one.events for one in shown.months), default=1)
    for one in shown.months:
        y, radius = (lanes.index(one.activity) + 2) * LANE - LANE // 2, _radius(one.events, most)
        kind = "held" if one.held else "planned"
        yield Markup('<circle class="{}" cx="{}" cy="{}" r="{}"/>').format(kind, axis.at(one.day), y, radius)


def _radius(events: int, most: int) -> float:
    return round(max(SMALLEST, LARGEST * sqrt(events / most)), 1)


def _days(shown: Timeline, axis: _Axis, foot: int) -> Iterator[Markup]:
    last = -100.0
    for one in shown.marks:
        x = axis.at(one.day)
        yield Markup('<path class="{}" d="M{} 20l6 6l-6 6l-6 -6z"/>').format(one.kind, x)
        if one.name and x - last > 26:  # names that would overlap stand in the table
            yield Markup('<text class="month" x="{}" y="14">{}</text>').format(x, one.name)
            last = x
    if axis.start <= shown.day <= axis.end:
        x = axis.at(shown.day)
        yield Markup('<line class="today" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(x, x, LANE // 2, foot - 8)
        yield Markup('<text class="today {}" x="{}" y="{}">{}</text>').format(
            "end" if x > (axis.left + axis.right) / 2 else "", x, LANE * 2 - 12, _("today")
        )


def timeline_chart(shown: Timeline) -> PlotlyChart:
    """Returns the timeline to explore: hovering tells each month, milestone and due date."""
    chart, most = go.Figure(), max((one.events for one in shown.months), default=1)
    for held, name in ((True, _("held")), (False, _("to come"))):
        own = [one for one in shown.months if one.held is held]
        chart.add_scatter(
            x=[one.day for one in own], y=[label(shown.project, "activity", one.activity) for one in own],
            mode="markers", name=name, hovertemplate="%{text}<extra></extra>",
            text=[
                f"<b>{words.format(n=fmt.number(one.events))}</b> {name}, {fmt.month(one.day.isoformat()[:7])}"
                for one in own
                for words in [ngettext("{n} event", "{n} events", one.events)]
            ],
            marker={
                "size": [2 * _radius(one.events, most) for one in own], "symbol": "circle" if held else "circle-open",
                "color": ChartColour.IDENTIFIED,
            },
        )  # fmt: skip
    dates = _("Dates")
    chart.add_scatter(
        x=[one.day for one in shown.marks], y=[dates] * len(shown.marks), mode="markers", name=dates,
        text=[f"<b>{one.words}</b>, {fmt.day(one.day)}" for one in shown.marks],
        hovertemplate="%{text}<extra></extra>", marker={"size": 12, "symbol": "diamond", "color": ChartColour.PLAN},
    )  # fmt: skip
    if shown.project.start <= shown.day <= shown.project.end:
        chart.add_vline(x=shown.day, line={"color": ChartColour.INK, "width": 1.5, "dash": "dot"})
    lanes = [dates, *(label(shown.project, "activity", one) for one in shown.project.activities)]
    chart.update_layout(
        height=LANE * 2 * (len(lanes) + 1), **{**PLAIN, "dragmode": "zoom"},
        xaxis={**AXIS, "fixedrange": False, "gridcolor": ChartColour.LINE,
               "range": [shown.project.start, shown.project.end], "hoverformat": "%-d %b %Y"},
        yaxis={**AXIS, "categoryorder": "array", "categoryarray": lanes[::-1], "gridcolor": ChartColour.LINE},
    )  # fmt: skip
    return PlotlyChart(chart)
