"""Figures of the pages as PNG pictures, drawn with the blocks of the report.

A picture carries everything that a reader needs away from the page: what it shows, which part of the project it covers,
up to which day, and how people are counted.
"""

from __future__ import annotations

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.model import Cross
from liaison_metrics.reports.forms.png import single_png
from liaison_metrics.reports.making import make_indicator
from liaison_metrics.reports.model import Report
from liaison_metrics.reports.pages.colours import PAPER
from liaison_metrics.reports.pages.contents import Picture, breakdown_picture, card_picture, curve_picture
from liaison_metrics.reports.pages.document import (
    Cell,
    DocumentChart,
    DocumentColumn,
    DocumentTable,
    Drawing,
    Row,
    Shaded,
)
from liaison_metrics.services import figures
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.labels import dimension_name
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _
from liaison_metrics.ui.explore.cross import GridCell, GridRow, cross_heading, grid_of
from liaison_metrics.ui.frame.filters import Filters
from liaison_metrics.ui.pictures.map_card import map_words, people_by_city
from liaison_metrics.ui.pictures.maps.city_map import SIZE, can_be_drawn, drawn_map, map_styles


def indicator_png(workspace: Workspace, filters: Filters, actor: Actor) -> bytes:
    """Returns an indicator's card."""
    report = make_indicator(workspace, filters.indicator, filters.scope, actor=actor)
    return _png(report, card_picture(report, report.indicators[0]))


def curve_png(workspace: Workspace, filters: Filters, actor: Actor) -> bytes:
    """Returns an indicator's people over time, with plan and target for the whole project."""
    report = make_indicator(workspace, filters.indicator, filters.scope, actor=actor)
    return _png(report, curve_picture(report, report.indicators[0]))


def breakdown_png(workspace: Workspace, filters: Filters, dimension: str, actor: Actor) -> bytes:
    """Returns an indicator by one dimension, whatever is chosen of that dimension."""
    scope = filters.around(dimension)
    report = make_indicator(workspace, filters.indicator, scope, [dimension], actor=actor)
    indicator = report.indicators[0]
    return _png(report, breakdown_picture(indicator, indicator.by(dimension)))


def map_png(workspace: Workspace, filters: Filters, actor: Actor) -> bytes:
    """Returns an indicator's people by city on a map, with the table, whatever city is chosen. Where a city is
    outside the map, the table is alone."""
    scope = filters.around("city")
    with workspace.snapshot():
        report = make_indicator(workspace, filters.indicator, scope, ["city"], actor=actor)
        breakdown = figures.breakdown(workspace, filters.indicator, "city", scope, actor=actor)
    indicator, cities = report.indicators[0], people_by_city(workspace.project, breakdown)
    blocks = breakdown_picture(indicator, indicator.by("city")).blocks
    if can_be_drawn(cities):
        styles = f"<style>{map_styles(PAPER)}</style>"
        drawing = Drawing(*SIZE, styles + drawn_map(cities), map_words(filters.indicator, cities))
        blocks = (DocumentChart("", drawing), *blocks)
    return _png(report, Picture("map", _("{indicator}: map").format(indicator=indicator.title), blocks))


def cross_png(workspace: Workspace, filters: Filters, actor: Actor) -> bytes:
    """Returns an indicator by two dimensions, or by one if no second one is chosen."""
    if not filters.columns:
        return breakdown_png(workspace, filters, filters.rows, actor)
    scope = filters.around(filters.rows, filters.columns)
    with workspace.snapshot():
        report = make_indicator(workspace, filters.indicator, scope, actor=actor)
        cross = figures.cross(workspace, filters.indicator, (filters.rows, filters.columns), scope, actor=actor)
    title = f"{report.indicators[0].title}: {fmt.inside(cross_heading(filters))}"
    return _png(report, Picture("cross", title, (_cross_table(report.project, cross),)))


def _png(report: Report, picture: Picture) -> bytes:
    about = _("{project} · {indicator} · {scope} · events up to {day}").format(
        project=report.project.acronym,
        indicator=report.indicators[0].code,
        scope=report.scope_words,
        day=fmt.day(report.as_of),
    )
    return single_png(report, picture, about)


def _cross_table(project: Project, cross: Cross) -> DocumentTable:
    """Returns the table that adds up both ways; the darker a cell, the more people."""
    grid = grid_of(project, cross)
    most = max((cell.reached for cell in cross.cells), default=0) or 1
    heads = (DocumentColumn(head, "grid") for head in grid.columns)
    columns = (DocumentColumn(dimension_name(cross.rows.dimension), "words", fitted=True), *heads)
    return DocumentTable("", columns, tuple(_row(row, most) for row in grid.rows))


def _row(row: GridRow, most: int) -> Row:
    kinds = {"line": "line", "between": "between", "sum": "sum"}
    return Row((row.label, *(_cell(cell, most) for cell in row.cells)), kinds[row.kind])  # type: ignore[arg-type]


def _cell(cell: GridCell, most: int) -> Cell:
    return Shaded(cell.text, cell.people / most) if cell.kind == "cell" and cell.people else cell.text
