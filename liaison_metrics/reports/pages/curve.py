"""The curve: people reached over the course of the project, with the plan and the target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from liaison_metrics import format as fmt
from liaison_metrics.domain.reach.model import Point
from liaison_metrics.reports.model import Report, ReportIndicator
from liaison_metrics.reports.pages.charts import people_legend
from liaison_metrics.reports.pages.document import Drawing, Key
from liaison_metrics.texts import _

WIDTH, HEIGHT = 480, 230
_LEFT, _TOP = 46, 10

_NEAR = 15
"""Labels closer than this to a line would overlap it, in pixels."""

_MONTH_WIDTH = 60
"""Pixels that the name of a month needs under the chart."""


@dataclass(frozen=True, slots=True)
class Course:
    """What a curve shows: people by day from the project's first day to its last, up to ``as_of``. The corners of
    the plan (``plan_line``) add plan and target, which apply to the whole project alone. ``size`` is width and height
    in pixels."""

    start: date
    end: date
    as_of: date
    points: Sequence[Point]
    target: int
    plan_line: Sequence[tuple[date, int]]
    size: tuple[int, int] = (WIDTH, HEIGHT)


class _Axes:
    """The axes: where days and numbers of people lie in the drawing."""

    def __init__(self, course: Course) -> None:
        width, height = course.size
        self.right, self.foot = width - 14, height - 24
        self.start, self.end = course.start, max(course.end, course.as_of)
        highest = max([course.target if course.plan_line else 0, *(point.reached for point in course.points), 4])
        self.top = highest * 1.09

    def across(self, day: date) -> float:
        part = (day - self.start) / (self.end - self.start)
        return _LEFT + min(1.0, max(0.0, part)) * (self.right - _LEFT)

    def up(self, people: float) -> float:
        return self.foot - people / self.top * (self.foot - _TOP)


def curve(report: Report, one: ReportIndicator) -> Drawing:
    """Returns the chart. For a part of the project it shows no plan and no target."""
    start, end = report.project.start, report.project.end
    course = Course(start, end, report.as_of, one.curve, one.target, one.plan_line)
    return Drawing(*course.size, drawn_course(course), curve_words(report, one))


def drawn_course(course: Course) -> str:
    """Returns the inside of the chart's SVG."""
    axes = _Axes(course)
    parts = [*_people_axis(axes), *_days_axis(axes)]
    if course.points:
        parts += _areas(axes, course)
    else:
        middle = (_LEFT + axes.right) / 2
        parts.append(f'<text class="quiet middle" x="{middle}" y="{axes.foot - 8}">{escape(_("no events yet"))}</text>')
    if course.plan_line:
        parts += _promise(axes, course)
    if course.points:
        parts += _today(axes, course)
    return "".join(parts)


def curve_words(report: Report, one: ReportIndicator) -> str:
    """Returns the text alternative: the people at the end of each half-year with events."""
    if not one.curve:
        return _("{code} over time: no events yet.").format(code=one.code)
    last = {(point.day.year, point.day.month > 6): point for point in one.curve}
    steps = [_("{n} by {day}").format(n=fmt.number(point.reached), day=fmt.day(point.day)) for point in last.values()]
    words = _("{code} over time, people reached: {steps}.").format(code=one.code, steps=fmt.clauses(steps))
    if not one.plan_line:
        return words
    day = fmt.day(report.project.end)
    return f"{words} {_('Target {target} by {day}.').format(target=fmt.number(one.target), day=day)}"


def curve_legend(one: ReportIndicator) -> tuple[Key, ...]:
    """Returns the legend of a curve."""
    plan = Key("plan_line", _("plan"))
    return (*people_legend(), plan) if one.plan_line else people_legend()


def round_steps(top: float, most: int = 5) -> list[int]:
    """Returns round numbers from 0 to *top* for the lines of a chart, in *most* steps or fewer."""
    size = 1
    while top / size > most:
        size = size * 5 // 2 if str(size)[0] == "2" else size * 2
    return list(range(0, int(top) + 1, size))


def _people_axis(axes: _Axes) -> Iterator[str]:
    for people in round_steps(axes.top):
        y, kind = axes.up(people), "gridline" if people else "axis"
        yield f'<line class="{kind}" x1="{_LEFT}" x2="{axes.right}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield f'<text class="quiet end" x="{_LEFT - 6}" y="{y + 3.5:.1f}">{fmt.number(people)}</text>'


def _days_axis(axes: _Axes) -> Iterator[str]:
    for day in _named_months(axes):
        x, words = axes.across(day), f"{fmt.month_name(day.month)} {day.year}"
        yield f'<line class="axis" x1="{x:.1f}" x2="{x:.1f}" y1="{axes.foot}" y2="{axes.foot + 4}"/>'
        yield f'<text class="quiet middle" x="{x:.1f}" y="{axes.foot + 16}">{escape(words)}</text>'


def _named_months(axes: _Axes) -> list[date]:
    """Returns the first days of months in even steps, as many as fit."""
    first, last = (12 * day.year + day.month - 1 for day in (axes.start, axes.end))
    most = (axes.right - _LEFT) // _MONTH_WIDTH
    step = next(months for months in (1, 2, 3, 4, 6, 12, 24, 60, 120) if (last - first) / months <= most)
    return [date(month // 12, month % 12 + 1, 1) for month in range(first + 1, last + 1) if month % step == 0]


def _areas(axes: _Axes, course: Course) -> Iterator[str]:
    """Yields identified people as a solid area, unidentified people hatched above, and the outline of both."""
    days = [course.start, *(point.day for point in course.points), course.as_of]
    identified = [0, *(point.identified for point in course.points)]
    reached = [0, *(point.reached for point in course.points)]
    lower, upper = _stairs(axes, days, identified), _stairs(axes, days, reached)
    end, ground = axes.across(days[-1]), f"{_LEFT},{axes.foot}"
    yield f'<polygon class="unidentified bare" points="{" ".join([*upper, *reversed(lower)])}"/>'
    yield f'<polygon class="identified" points="{" ".join([*lower, f"{end:.1f},{axes.foot}", ground])}"/>'
    yield f'<polyline class="outline" points="{" ".join(upper)}"/>'


def _stairs(axes: _Axes, days: Sequence[date], people: Sequence[int]) -> list[str]:
    """Returns the corners of a stepped line: the number changes on days with events only."""
    corners = []
    for day, next_day, count in zip(days, days[1:], people, strict=False):
        y = axes.up(count)
        corners += [f"{axes.across(day):.1f},{y:.1f}", f"{axes.across(next_day):.1f},{y:.1f}"]
    return corners


def _promise(axes: _Axes, course: Course) -> Iterator[str]:
    y = axes.up(course.target)
    words = _("target {n}").format(n=fmt.number(course.target))
    corners = " ".join(f"{axes.across(day):.1f},{axes.up(people):.1f}" for day, people in course.plan_line)
    for line in ("lineedge", "planline"):
        yield f'<polyline class="{line}" fill="none" points="{corners}"/>'
    for line in ("lineedge", "targetline"):
        yield f'<line class="{line}" x1="{_LEFT}" y1="{y:.1f}" x2="{axes.right}" y2="{y:.1f}"/>'
    yield f'<text class="said halo" x="{_LEFT + 3}" y="{y - 4:.1f}">{escape(words)}</text>'


def _today(axes: _Axes, course: Course) -> Iterator[str]:
    """Yields the latest point with its label above it, or below it if the target line is close."""
    people = course.points[-1].reached
    x, y = axes.across(course.as_of), axes.up(people)
    words = _("{n} on {day}").format(n=fmt.number(people), day=fmt.day(course.as_of))
    crossed = course.plan_line and 0 <= y - axes.up(course.target) < _NEAR + 4
    at = min(y + _NEAR, axes.foot - 4) if crossed else y - 7
    side, edge = ("now halo end", x - 5) if x > axes.right / 2 else ("now halo", x + 5)
    yield f'<circle class="identified" cx="{x:.1f}" cy="{y:.1f}" r="3.4"/>'
    yield f'<text class="{side}" x="{edge:.1f}" y="{at:.1f}">{escape(words)}</text>'
