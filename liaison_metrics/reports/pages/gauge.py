"""The gauge: an indicator against its target (a tick above the bar) and the plan (a triangle below)."""

from __future__ import annotations

from html import escape

from liaison_metrics import format as fmt
from liaison_metrics.reports.model import Report, ReportIndicator
from liaison_metrics.reports.pages.charts import bar_of, people_legend, segments
from liaison_metrics.reports.pages.document import Drawing, Key
from liaison_metrics.reports.words import shown
from liaison_metrics.services.labels import plan_words
from liaison_metrics.texts import _

WIDTH, HEIGHT = 300, 36
WITH_PLAN = 54
"""The height of a gauge with the words of the plan below its bar."""


def gauge(report: Report, one: ReportIndicator) -> Drawing:
    """Returns the chart. Target and plan are labelled on opposite sides of the bar, so the labels cannot overlap."""
    known = [count for count in (one.target, one.people.reached, one.plan) if isinstance(count, int)]
    full = max(known) * 1.04
    target = one.target / full * WIDTH
    parts = [
        f'<rect class="track" y="17" width="{WIDTH}" height="14"/>',
        *segments(bar_of(one.people, 1), WIDTH / full, 17, 14),
        f'<rect class="tickedge" x="{target - 2.75:.2f}" y="17" width="5.5" height="14"/>',
        f'<rect class="tick" x="{target - 1:.2f}" y="13" width="2" height="22"/>',
        _words_at(target, 10, "said", _("target {n}").format(n=fmt.number(one.target))),
    ]
    if isinstance(one.plan, int):
        plan = one.plan / full * WIDTH
        parts.append(f'<path class="plan" d="M{plan:.2f} 32.5l4.5 7.5h-9z"/>')
        parts.append(_words_at(plan, 51, "due", plan_words(one.plan, report.as_of)))
    height = WITH_PLAN if isinstance(one.plan, int) else HEIGHT
    return Drawing(WIDTH, height, "".join(parts), gauge_words(report, one))


def gauge_words(report: Report, one: ReportIndicator) -> str:
    """Returns the text alternative of the gauge."""
    parts = [
        _("{code}: {reached} of {target} people reached by {day}").format(
            code=one.code, reached=shown(one.people.reached), target=fmt.number(one.target), day=fmt.day(report.as_of)
        ),
        _("{identified} identified and {unidentified} unidentified").format(
            identified=shown(one.people.identified), unidentified=shown(one.people.unidentified)
        ),
    ]
    if isinstance(one.plan, int):
        parts.append(plan_words(one.plan, report.as_of))
    return fmt.clauses(parts) + "."


def gauge_legend(one: ReportIndicator) -> tuple[Key, ...]:
    """Returns the legend of an indicator's gauge."""
    plan = (Key("plan", _("plan to date")),) if isinstance(one.plan, int) else ()
    return (*people_legend(), Key("target", _("target")), *plan)


def _words_at(x: float, y: float, kind: str, words: str) -> str:
    """Returns a label beside a tick, on the side with more room."""
    place, at = (f"{kind} end", min(x + 5, WIDTH)) if x > WIDTH / 2 else (kind, max(x - 5, 0))
    return f'<text class="{place}" x="{at:.1f}" y="{y}">{escape(words)}</text>'
