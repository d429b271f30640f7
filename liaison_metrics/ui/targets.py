"""The boards of the first page, from the figures that answer its question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go
from markupsafe import Markup

from liaison_metrics.figures import IndicatorFigure
from liaison_metrics.project import Project
from liaison_metrics.reach.model import Breakdown, Point
from liaison_metrics.texts import _
from liaison_metrics.ui.breakdown import breakdown_card
from liaison_metrics.ui.cards import indicator_cards, indicator_choice
from liaison_metrics.ui.curve import curve_chart, curve_words
from liaison_metrics.ui.filters import Filters
from liaison_metrics.ui.gap import counting_note, gap_card
from liaison_metrics.ui.head import fields, filters_in_force, live, page_head, scope_line
from liaison_metrics.ui.parts import take_away
from liaison_metrics.ui.sheets import latest_sheets
from liaison_metrics.uploads import UploadSummary

__all__ = ["Answer", "Drawn", "draw", "head", "latest_sheets"]


@dataclass(frozen=True, slots=True)
class Answer:
    """The figures of the page. ``whole`` and ``all_cities`` are the chosen indicator's without any filter; the
    breakdowns are without the filter of their own dimension."""

    indicators: Sequence[IndicatorFigure]
    whole: IndicatorFigure
    communities: Breakdown
    cities: Breakdown
    all_cities: Breakdown
    curve: Sequence[Point]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What of the page stays as it is until the store or the question changes."""

    day: date
    figures: Markup
    curve_head: Markup
    curve: go.Figure
    counted: Markup


def draw(project: Project, filters: Filters, answer: Answer) -> Drawn:
    """Returns the page's boards and chart."""
    chosen = next(one for one in answer.indicators if one.code == filters.indicator)
    figures = Markup('<div class="stack">{}{}<div class="pair">{}<div class="stack">{}{}</div></div></div>').format(
        indicator_cards(project, filters, answer.indicators),
        indicator_choice(project, filters),
        breakdown_card(project, filters, answer.communities),
        breakdown_card(project, filters, answer.cities),
        gap_card(project, filters, answer.whole, answer.all_cities),
    )
    heading = _("Over time")
    curve_head = Markup(
        '<div class="ground"></div><div class="row"><h2>{}</h2>{}</div><p class="unseen">{}</p>'
    ).format(heading, take_away(filters, heading, table="curve", picture="curve"), curve_words(chosen, answer.curve))
    return Drawn(
        day=chosen.as_of,
        figures=figures,
        curve_head=curve_head,
        curve=curve_chart(project, chosen, answer.curve, promised=not filters.chosen),
        counted=counting_note(filters, chosen),
    )


def head(project: Project, filters: Filters, day: date, latest: Sequence[UploadSummary]) -> Markup:
    """Returns the head of the page with its filters."""
    return Markup('<div class="stack">{}<div class="row">{}{}</div></div>').format(
        page_head(
            _("Reach against targets"),
            scope_line(project, filters, day),
            live(project, latest[0] if latest else None),
        ),
        fields(project, filters, ("city", "community")),
        filters_in_force(project, filters),
    )
