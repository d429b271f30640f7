"""The chart over time as a picture within the page, which is there at once; ``curve`` draws the one to explore."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup

from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.model import Point
from liaison_metrics.reports.pages import charts
from liaison_metrics.reports.pages.colours import Palette
from liaison_metrics.reports.pages.curve import Course, drawn_course
from liaison_metrics.services.figures import IndicatorFigure

SIZES = {"broad": (1000, 320), "slim": (340, 240)}
"""Width and height in pixels, for a screen and for a phone. Each scales, but text must stay readable."""

SCHEME = Palette(
    ink="var(--ink)", muted="var(--muted)", line="var(--line)", track="var(--track)", paper="var(--card)",
    identified="var(--identified)", unidentified="var(--identified)", plan="var(--plan)", good="var(--good)",
    shades=("var(--identified)",) * 6,
)  # fmt: skip
"""The colours of the page, which follow the visitor's light or dark scheme."""


def curve_picture(
    project: Project, figure: IndicatorFigure, points: Sequence[Point], words: str, *, with_target: bool
) -> Markup:
    """Returns the chart for both kinds of screen; *words* describe it for screen readers. Plan and target apply to the
    whole project; *with_target* adds them."""
    plan_line = figure.plan_line if with_target else ()
    course = (project.start, project.end, figure.as_of, points, figure.target, plan_line)
    drawn = (_svg(name, Course(*course, size=size)) for name, size in SIZES.items())
    hatch = Markup('<svg class="definitions" width="0" height="0" aria-hidden="true"><defs>{}</defs></svg>')
    shell = Markup('<style>{}</style><div class="card course" role="img" aria-label="{}">{}{}</div>')
    return shell.format(_STYLES, words, hatch.format(Markup(charts.HATCH)), Markup("").join(drawn))


def _svg(name: str, course: Course) -> Markup:
    width, height = course.size
    shell = Markup('<svg class="{}" viewBox="0 0 {} {}" aria-hidden="true">{}</svg>')
    return shell.format(name, width, height, Markup(drawn_course(course)))


_STYLES = Markup(re.sub(r"(?=\.[a-z]+\{)", ".lm .course ", charts.styles(SCHEME)))
