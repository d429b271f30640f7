"""The curve: people reached over the course of the project, with the plan and the target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from liaison_metrics import format as fmt
from liaison_metrics.reports.model import Report, ReportIndicator
from liaison_metrics.reports.pages.charts import people_legend
from liaison_metrics.reports.pages.document import Drawing, Key
from liaison_metrics.texts import _

WIDTH, HEIGHT = 480, 230
_LEFT, _RIGHT, _TOP, _FOOT = 46, WIDTH - 14, 10, HEIGHT - 24

_NEAR = 15
"""Labels closer than this to a line would overlap it, in pixels."""

_MOST_MONTHS = 7
"""The most month names that fit under the chart."""


@dataclass(frozen=True, slots=True)
class _Axes:
    """The axes: where days and numbers of people lie in the drawing. ``top`` people lie at its upper edge."""

    start: date
    end: date
    top: float

    def across(self, day: date) -> float:
        part = (day - self.start) / (self.end - self.start)
        return _LEFT + min(1.0, max(0.0, part)) * (_RIGHT - _LEFT)

    def up(self, people: float) -> float:
        return _FOOT - people / self.top * (_FOOT - _TOP)


def curve(report: Report, one: ReportIndicator) -> Drawing:
    """Returns the chart. For a part of the project it shows no plan and no target."""
    promised = isinstance(one.plan, int)
    highest = max([one.target if promised else 0, *(point.reached for point in one.curve), 4])
    axes = _Axes(report.project.start, max(report.project.end, report.as_of), highest * 1.09)
    parts = [*_people_axis(axes), *_days_axis(axes)]
    if one.curve:
        parts += _areas(axes, report, one)
    else:
        middle = (_LEFT + _RIGHT) / 2
        parts.append(f'<text class="quiet middle" x="{middle}" y="{_FOOT - 8}">{escape(_("no events yet"))}</text>')
    if promised:
        parts += _promise(axes, report, one)
    if one.curve:
        parts += _today(axes, report, one, promised)
    return Drawing(WIDTH, HEIGHT, "".join(parts), curve_words(report, one))


def curve_words(report: Report, one: ReportIndicator) -> str:
    """Returns the text alternative: the people at the end of each half-year with events."""
    if not one.curve:
        return _("{code} over time: no events yet.").format(code=one.code)
    last = {(point.day.year, point.day.month > 6): point for point in one.curve}
    steps = [_("{n} by {day}").format(n=fmt.number(point.reached), day=fmt.day(point.day)) for point in last.values()]
    words = _("{code} over time, people reached: {steps}.").format(code=one.code, steps="; ".join(steps))
    if not isinstance(one.plan, int):
        return words
    day = fmt.day(report.project.end)
    return f"{words} {_('Target {target} by {day}.').format(target=fmt.number(one.target), day=day)}"


def curve_legend(one: ReportIndicator) -> tuple[Key, ...]:
    """Returns the legend of a curve."""
    plan = Key("plan_line", _("plan: target spread evenly over the project"))
    return (*people_legend(), plan) if isinstance(one.plan, int) else people_legend()


def round_steps(top: float, most: int = 5) -> list[int]:
    """Returns round numbers from 0 to *top* for the lines of a chart, in *most* steps or fewer."""
    size = 1
    while top / size > most:
        size = size * 5 // 2 if str(size)[0] == "2" else size * 2
    return list(range(0, int(top) + 1, size))


def _people_axis(axes: _Axes) -> Iterator[str]:
    for people in round_steps(axes.top):
        y, kind = axes.up(people), "gridline" if people else "axis"
        yield f'<line class="{kind}" x1="{_LEFT}" x2="{_RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield f'<text class="quiet end" x="{_LEFT - 6}" y="{y + 3.5:.1f}">{fmt.number(people)}</text>'


def _days_axis(axes: _Axes) -> Iterator[str]:
    for day in _named_months(axes.start, axes.end):
        x, words = axes.across(day), f"{fmt.month_name(day.month)} {day.year}"
        yield f'<line class="axis" x1="{x:.1f}" x2="{x:.1f}" y1="{_FOOT}" y2="{_FOOT + 4}"/>'
        yield f'<text class="quiet middle" x="{x:.1f}" y="{_FOOT + 16}">{escape(words)}</text>'


def _named_months(start: date, end: date) -> list[date]:
    """Returns the first days of months in even steps, as many as fit."""
    first, last = (12 * day.year + day.month - 1 for day in (start, end))
    step = next(months for months in (1, 2, 3, 4, 6, 12, 24, 60, 120) if (last - first) / months <= _MOST_MONTHS)
    return [date(month // 12, month % 12 + 1, 1) for month in range(first + 1, last + 1) if month % step == 0]


def _areas(axes: _Axes, report: Report, one: ReportIndicator) -> Iterator[str]:
    """Yields identified people as a solid area, unidentified people hatched above, and the outline of both."""
    days = [report.project.start, *(point.day for point in one.curve), report.as_of]
    identified = [0, *(point.identified for point in one.curve)]
    reached = [0, *(point.reached for point in one.curve)]
    lower, upper = _stairs(axes, days, identified), _stairs(axes, days, reached)
    end, ground = axes.across(days[-1]), f"{_LEFT},{_FOOT}"
    yield f'<polygon class="unidentified bare" points="{" ".join([*upper, *reversed(lower)])}"/>'
    yield f'<polygon class="identified" points="{" ".join([*lower, f"{end:.1f},{_FOOT}", ground])}"/>'
    yield f'<polyline class="outline" points="{" ".join(upper)}"/>'


def _stairs(axes: _Axes, days: Sequence[date], people: Sequence[int]) -> list[str]:
    """Returns the corners of a stepped line: the number changes on days with events only."""
    corners = []
    for day, next_day, count in zip(days, days[1:], people, strict=False):
        y = axes.up(count)
        corners += [f"{axes.across(day):.1f},{y:.1f}", f"{axes.across(next_day):.1f},{y:.1f}"]
    return corners


def _promise(axes: _Axes, report: Report, one: ReportIndicator) -> Iterator[str]:
    y, last = axes.up(one.target), axes.across(report.project.end)
    words = _("target {n}").format(n=fmt.number(one.target))
    for kind, x1, y1, x2 in (("planline", _LEFT, _FOOT, last), ("targetline", _LEFT, y, _RIGHT)):
        for line in ("lineedge", kind):
            yield f'<line class="{line}" x1="{x1}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y:.1f}"/>'
    yield f'<text class="said halo" x="{_LEFT + 3}" y="{y - 4:.1f}">{escape(words)}</text>'


def _today(axes: _Axes, report: Report, one: ReportIndicator, promised: bool) -> Iterator[str]:
    """Yields the latest point with its label above it, or below it if the target line is close."""
    people = one.curve[-1].reached
    x, y = axes.across(report.as_of), axes.up(people)
    words = _("{n} on {day}").format(n=fmt.number(people), day=fmt.day(report.as_of))
    crossed = promised and 0 <= y - axes.up(one.target) < _NEAR + 4
    at = min(y + _NEAR, _FOOT - 4) if crossed else y - 7
    side, edge = ("now halo end", x - 5) if x > WIDTH / 2 else ("now halo", x + 5)
    yield f'<circle class="identified" cx="{x:.1f}" cy="{y:.1f}" r="3.4"/>'
    yield f'<text class="{side}" x="{edge:.1f}" y="{at:.1f}">{escape(words)}</text>'
