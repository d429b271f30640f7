"""Figures as pictures to take away: puts the words, positions and colours together that the report module sets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach import EVENT_DIMENSIONS
from liaison_metrics.domain.reach.model import Breakdown, Cross, Point
from liaison_metrics.reports.pages.colours import PAPER
from liaison_metrics.services.figures import IndicatorFigure
from liaison_metrics.services.labels import by_dimension, dimension_name, in_more_than_one, ordered
from liaison_metrics.texts import _
from liaison_metrics.ui.explore.cross import HeatGrid, cross_heading, grid_of
from liaison_metrics.ui.frame.chart import round_steps
from liaison_metrics.ui.frame.filters import Filters
from liaison_metrics.ui.frame.head import label, scope_words
from liaison_metrics.ui.pictures import picture
from liaison_metrics.ui.targets.cards import gauge_scale, how_sure, status_words
from liaison_metrics.ui.targets.curve import quarters, steps
from liaison_metrics.ui.targets.gap import counting_words

COLOURS = asdict(PAPER)


def indicator_picture(project: Project, filters: Filters, figure: IndicatorFigure) -> bytes:
    """Returns an indicator's card as a PNG."""
    full = gauge_scale(figure)
    whole = not filters.chosen
    shape, words, kind = status_words(figure)
    return picture.png(
        picture.Gauge(
            head=_head(project, filters, figure, figure.title),
            reached=fmt.number(figure.reach.reached),
            of_target=_("of {target}").format(target=fmt.number(figure.target)),
            state=f"{shape} {words}" if whole else "",
            state_kind={"late": "plan"}.get(kind, kind),
            identified=figure.reach.identified / full,
            unidentified=figure.reach.unidentified / full,
            target=figure.target / full,
            target_words=_("target {n}").format(n=fmt.number(figure.target)),
            plan=figure.plan / full if whole else None,
            plan_words=_("▲ plan by then {n}").format(n=fmt.number(figure.plan)),
            lines=(how_sure(figure),),
            legend=_legend(),
        ),
        COLOURS,
    )


def breakdown_picture(project: Project, filters: Filters, figure: IndicatorFigure, breakdown: Breakdown) -> bytes:
    """Returns a breakdown as a PNG: the table with its bars, adding up."""
    total = breakdown.total
    lines = ordered(breakdown.dimension, breakdown.lines)
    full = max((line.reached for line in lines), default=1) or 1
    drawn = [
        picture.BarLine(
            label(project, breakdown.dimension, line.code),
            line.identified / full,
            line.unidentified / full,
            (*_cells(line.identified, line.unidentified), fmt.share(line.reached, total.reached)),
        )
        for line in lines
    ]
    if breakdown.dimension in EVENT_DIMENSIONS:
        twice = fmt.number(-breakdown.overlap)
        words = in_more_than_one(breakdown.dimension)
        drawn.append(picture.BarLine(words, 0, 0, (twice, "", twice, ""), "between"))
    sums = (*_cells(total.identified, total.unidentified), fmt.share(total.reached, total.reached))
    drawn.append(picture.BarLine(_("Total"), 0, 0, sums, "sum"))
    heads = (dimension_name(breakdown.dimension), _("identified"), _("unidentified"), _("reached"), _("share"))
    head = _head(project, filters, figure, f"{figure.title}: {by_dimension(breakdown.dimension).lower()}")
    return picture.png(picture.Bars(head, heads, tuple(drawn), _legend()), COLOURS)


def curve_picture(project: Project, filters: Filters, figure: IndicatorFigure, points: Sequence[Point]) -> bytes:
    """Returns people over time as a PNG, with plan and target where the whole project is shown."""
    whole = not filters.chosen
    days, identified, reached = steps(project, figure, points)
    top = max([figure.target if whole else 0, *reached, 1]) * 1.12

    def across(day: date) -> float:
        return (day - project.start) / (project.end - project.start)

    def stairs(people: Sequence[int]) -> tuple[tuple[float, float], ...]:
        drawn = [(across(days[0]), people[0] / top)]
        for day, before, now in zip(days[1:], people, people[1:], strict=False):
            drawn += [(across(day), before / top), (across(day), now / top)]
        return tuple(drawn)

    chart = picture.Curve(
        head=_head(project, filters, figure, f"{figure.title}: {_('over time')}"),
        days=tuple((across(m), f"{fmt.month_name(m.month)} {m.year}") for m in quarters(project)),
        people=tuple((n / top, fmt.number(n)) for n in round_steps(top)),
        identified=stairs(identified),
        reached=stairs(reached),
        today=_("{n} on {day}").format(n=fmt.number(reached[-1]), day=fmt.day(figure.as_of)),
        plan=(1.0, figure.target / top, _("plan")) if whole else None,
        target=(figure.target / top, _("target {n}").format(n=fmt.number(figure.target))) if whole else None,
        legend=_legend(),
    )
    return picture.png(chart, COLOURS)


def cross_picture(project: Project, filters: Filters, figure: IndicatorFigure, cross: Cross) -> bytes:
    """Returns an indicator by two dimensions as a PNG: a shaded table that adds up."""
    grid: HeatGrid = grid_of(project, cross)
    shades = len(PAPER.shades)
    most = max((cell.reached for cell in cross.cells), default=1) or 1
    rows = tuple(
        (
            row.label,
            tuple(
                picture.PictureCell(
                    cell.text,
                    0 if cell.kind != "cell" or not cell.people else 1 + (shades - 1) * cell.people // most,
                    strong=cell.kind == "sum" or row.kind == "sum",
                )
                for cell in row.cells
            ),
        )
        for row in grid.rows
    )
    head = _head(project, filters, figure, f"{figure.title}: {cross_heading(filters).lower()}")
    return picture.png(picture.PictureTable(head, (dimension_name(cross.rows.dimension), *grid.columns), rows), COLOURS)


def _cells(identified: int, unidentified: int) -> tuple[str, str, str]:
    return fmt.number(identified), fmt.number(unidentified), fmt.number(identified + unidentified)


def _legend() -> tuple[str, str]:
    return _("identified, each person once"), _("unidentified headcount")


def _head(project: Project, filters: Filters, figure: IndicatorFigure, title: str) -> picture.Head:
    shown = _("{project} · {indicator} · {scope} · events up to {day}").format(
        project=project.acronym,
        indicator=figure.code,
        scope=scope_words(project, filters),
        day=fmt.day(figure.as_of),
    )
    return picture.Head(title, shown, counting_words(figure))
