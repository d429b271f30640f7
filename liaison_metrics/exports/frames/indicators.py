"""The figures of indicators as tables: with all breakdowns, over time, and by two dimensions."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from liaison_metrics.domain.reach.model import Cross
from liaison_metrics.domain.reach.scope import EVENT_DIMENSIONS, Scope
from liaison_metrics.exports.frames.rows import frame_of
from liaison_metrics.services import figures, labels
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.figure_queries import readable_dimensions
from liaison_metrics.services.access.permissions import requires
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _


@dataclass(frozen=True, kw_only=True)
class IndicatorRow:
    """One figure of one indicator. Missing numbers occur in a report only."""

    indicator: str
    breakdown: str
    code: str
    label: str
    reached: int | None
    identified: int | None
    unidentified: int | None
    target: int
    as_of: datetime.date


@dataclass(frozen=True, kw_only=True)
class CurveRow:
    """The people reached by the end of one day."""

    day: datetime.date
    reached: int
    identified: int
    unidentified: int


@dataclass(frozen=True, kw_only=True)
class CrossRow:
    """One cell of an indicator by two dimensions."""

    rows: str
    row: str
    columns: str
    column: str
    reached: int
    identified: int
    unidentified: int


@requires(Action.FIGURES_READ)
def indicators(
    workspace: Workspace, indicator: str | None = None, scope: Scope | None = None, *, actor: Actor
) -> pd.DataFrame:
    """Returns the figures of the indicators, one row for each figure: the total, then each line of each breakdown.

    ============  =============  ===========================================================================
    column        dtype          meaning
    ============  =============  ===========================================================================
    indicator     str            code of the indicator
    breakdown     str            total, overlap, or the dimension: community, group, gender, age_band, city,
                                 activity or month
    code          str            code of the line; for overlap, the dimension; for total, empty
    label         str            label of the line in the current language
    reached       Int64          people: identified + unidentified
    identified    Int64          people recognised by name, e-mail or phone number, each counted once
    unidentified  Int64          people listed without such details, additional or beyond the list
    target        int64          people promised for the whole project
    as_of         datetime64[s]  last day whose events count
    ============  =============  ===========================================================================

    An overlap row gives the people who stand in more than one line of a breakdown by city, activity or month: the sum
    of the lines minus the overlap is the total.

    *indicator* is the code of one indicator (default: all), *scope* a part of the project (default: all of it). It has
    the breakdowns that the actor may see. Raises NotAllowed.
    """
    scope = scope or Scope()
    with workspace.snapshot():
        return frame_of(
            IndicatorRow,
            (
                row
                for figure in figures.indicators(workspace, scope, actor=actor)
                if indicator in (None, figure.code)
                for row in _indicator_rows(
                    workspace, figure, scope, readable_dimensions(workspace.project, scope.city, actor), actor
                )
            ),
        )


def _indicator_rows(
    workspace: Workspace, figure: figures.IndicatorFigure, scope: Scope, dimensions: Sequence[str], actor: Actor
) -> Iterator[IndicatorRow]:
    def row(breakdown: str, code: str, label: str, identified: int, unidentified: int) -> IndicatorRow:
        return IndicatorRow(
            indicator=figure.code,
            breakdown=breakdown,
            code=code,
            label=label,
            reached=identified + unidentified,
            identified=identified,
            unidentified=unidentified,
            target=figure.target,
            as_of=figure.as_of,
        )

    yield row("total", "", figure.title, figure.reach.identified, figure.reach.unidentified)
    for dimension in dimensions:
        breakdown = figures.breakdown(workspace, figure.code, dimension, scope, actor=actor)
        for line in breakdown.lines:
            label = labels.label(workspace.project, dimension, line.code)
            yield row(dimension, line.code, label, line.identified, line.unidentified)
        if dimension in EVENT_DIMENSIONS:
            yield row("overlap", dimension, _("in more than one"), breakdown.overlap, 0)


@requires(Action.FIGURES_READ)
def breakdown(
    workspace: Workspace, indicator: str, dimension: str, scope: Scope | None = None, *, actor: Actor
) -> pd.DataFrame:
    """Returns one breakdown of an indicator: its lines, the overlap where there can be one, and the total.

    ============  =============  ===========================================================================
    column        dtype          meaning
    ============  =============  ===========================================================================
    indicator     str            code of the indicator
    breakdown     str            total, overlap, or the dimension: community, group, gender, age_band, city,
                                 activity or month
    code          str            code of the line; for overlap, the dimension; for total, empty
    label         str            label of the line in the current language
    reached       Int64          people: identified + unidentified
    identified    Int64          people recognised by name, e-mail or phone number, each counted once
    unidentified  Int64          people listed without such details, additional or beyond the list
    target        int64          people promised for the whole project
    as_of         datetime64[s]  last day whose events count
    ============  =============  ===========================================================================

    *indicator* is the code of an indicator, *dimension* one of ``reach.DIMENSIONS``, *scope* a part of the project
    (default: all of it). Raises KeyError for an unknown indicator, and NotAllowed.
    """
    scope = scope or Scope()
    with workspace.snapshot():
        figure = figures.indicator(workspace, indicator, scope, actor=actor)
        total, *lines = _indicator_rows(workspace, figure, scope, [dimension], actor)
        return frame_of(IndicatorRow, [*lines, total])


@requires(Action.FIGURES_READ)
def curve(workspace: Workspace, indicator: str, scope: Scope | None = None, *, actor: Actor) -> pd.DataFrame:
    """Returns the cumulative number of people at the end of each day with events.

    ============  =============  ====================================================================
    column        dtype          meaning
    ============  =============  ====================================================================
    day           datetime64[s]  day with at least one event
    reached       int64          people from the start of the project to that day
    identified    int64          people recognised by name, e-mail or phone number, each counted once
    unidentified  int64          people listed without such details, additional or beyond the list
    ============  =============  ====================================================================

    *indicator* is the code of an indicator, *scope* a part of the project (default: all of it). Raises KeyError for an
    unknown indicator, and NotAllowed.
    """
    return frame_of(
        CurveRow,
        (
            CurveRow(day=p.day, reached=p.reached, identified=p.identified, unidentified=p.unidentified)
            for p in figures.curve(workspace, indicator, scope, actor=actor)
        ),
    )


@requires(Action.EXPLORE_READ)
def cross(
    workspace: Workspace, indicator: str, by: tuple[str, str], scope: Scope | None = None, *, actor: Actor
) -> pd.DataFrame:
    """Returns an indicator by two dimensions: one row for each cell, then both margins and the total.

    ============  =====  ====================================================================
    column        dtype  meaning
    ============  =====  ====================================================================
    rows          str    dimension of the rows, as given
    row           str    code in that dimension, or total or overlap
    columns       str    dimension of the columns, as given
    column        str    code in that dimension, or total or overlap
    reached       int64  people: identified + unidentified; negative in an overlap
    identified    int64  people recognised by name, e-mail or phone number, each counted once
    unidentified  int64  people listed without such details, additional or beyond the list
    ============  =====  ====================================================================

    The margin of a dimension of events (city, activity, month) has an overlap: minus the people who stand in more than
    one of its lines. With it the margin adds up to the total.

    *by* are the dimensions of the rows and of the columns, *scope* is a part of the project (default: all of it).
    Raises KeyError for an unknown indicator, and NotAllowed.
    """
    rows, columns = by
    cross = figures.cross(workspace, indicator, by, scope, actor=actor)
    return frame_of(
        CrossRow,
        (
            CrossRow(
                rows=rows,
                row=row,
                columns=columns,
                column=column,
                reached=identified + unidentified,
                identified=identified,
                unidentified=unidentified,
            )
            for row, column, identified, unidentified in _cells(cross, rows, columns)
        ),
    )


def _cells(cross: Cross, rows: str, columns: str) -> Iterator[tuple[str, str, int, int]]:
    for cell in cross.cells:
        yield cell.row, cell.column, cell.identified, cell.unidentified
    for line in cross.rows.lines:
        yield line.code, "total", line.identified, line.unidentified
    for line in cross.columns.lines:
        yield "total", line.code, line.identified, line.unidentified
    yield "total", "total", cross.total.identified, cross.total.unidentified
    if rows in EVENT_DIMENSIONS:
        yield "overlap", "total", -cross.rows.overlap, 0
    if columns in EVENT_DIMENSIONS:
        yield "total", "overlap", -cross.columns.overlap, 0
