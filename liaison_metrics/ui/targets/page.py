"""The boards of the first page, from the figures that answer its question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.model import Breakdown, Point
from liaison_metrics.services.figures import IndicatorFigure
from liaison_metrics.services.uploads import UploadSummary
from liaison_metrics.texts import _
from liaison_metrics.ui.counting import indicators_table
from liaison_metrics.ui.frame.chart import PlotlyChart
from liaison_metrics.ui.frame.filters import Filters
from liaison_metrics.ui.frame.head import fields, filters_in_force, live, page_head, scope_line
from liaison_metrics.ui.frame.parts import legend, nothing_yet, stacked, take_away
from liaison_metrics.ui.targets.breakdown import breakdown_card
from liaison_metrics.ui.targets.cards import indicator_cards, indicator_choice
from liaison_metrics.ui.targets.curve import curve_chart, curve_words
from liaison_metrics.ui.targets.gap import counting_note, gap_card
from liaison_metrics.ui.targets.latest import latest_sheets


@dataclass(frozen=True, slots=True)
class TargetsFigures:
    """The figures of the page. ``whole`` and ``all_cities`` are the chosen indicator's without any filter; the
    breakdowns are without the filter of their own dimension."""

    indicators: Sequence[IndicatorFigure]
    whole: IndicatorFigure
    communities: Breakdown
    cities: Breakdown
    all_cities: Breakdown
    curve: Sequence[Point]
    latest: Sequence[UploadSummary]


@dataclass(frozen=True, slots=True)
class TargetsContent:
    """The page as one board and one chart; there is no chart where nothing has been brought yet."""

    figures: Markup
    curve: PlotlyChart | None = None
    curve_words: str = ""


def draw(project: Project, filters: Filters, answer: TargetsFigures) -> TargetsContent:
    """Returns the page for its figures."""
    chosen = next(one for one in answer.indicators if one.code == filters.indicator)
    beside = stacked(
        breakdown_card(project, filters, answer.cities),
        gap_card(project, filters, answer.whole, answer.all_cities),
        latest_sheets(project, answer.latest),
    )
    over_time = _("Over time")
    return TargetsContent(
        stacked(
            _head(project, filters, chosen.as_of, live(project, answer.latest[0])),
            indicator_cards(project, filters, answer.indicators),
            indicator_choice(project, filters, legend()),
            Markup('<div class="pair">{}{}</div>').format(breakdown_card(project, filters, answer.communities), beside),
            counting_note(filters, chosen),
            Markup('<div class="row over-time"><h2>{}</h2>{}</div>').format(
                over_time, take_away(filters, over_time, table="curve", picture="curve")
            ),
        ),
        curve_chart(project, chosen, answer.curve, promised=not filters.chosen),
        curve_words(chosen, answer.curve),
    )


def draw_empty(project: Project, filters: Filters, day: date) -> TargetsContent:
    """Returns the page where nothing has been brought yet."""
    head = page_head(_("Reach against targets"), scope_line(project, filters, day), live(project, None))
    return TargetsContent(stacked(head, nothing_yet(), indicators_table(project)))


def _head(project: Project, filters: Filters, day: date, sign: Markup) -> Markup:
    return Markup('<div class="stack">{}<div class="row start">{}{}</div></div>').format(
        page_head(_("Reach against targets"), scope_line(project, filters, day), sign),
        fields(project, filters, ("city", "community")),
        filters_in_force(project, filters),
    )
