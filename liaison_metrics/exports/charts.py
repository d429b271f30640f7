"""The figures of charts as tables to take away: people over time, and an indicator by two dimensions."""

from __future__ import annotations

from liaison_metrics.domain.reach.scope import EVENT_DIMENSIONS, Scope
from liaison_metrics.exports.files import as_csv
from liaison_metrics.services import figures
from liaison_metrics.services.workspace.workspace import Workspace

CURVE_COLUMNS = ("day", "reached", "identified", "unidentified")
CROSS_COLUMNS = ("rows", "row", "columns", "column", "reached", "identified", "unidentified")


def curve_csv(workspace: Workspace, indicator: str, scope: Scope) -> bytes:
    """Returns the cumulative number of people at the end of each day with events, as CSV."""
    points = figures.curve(workspace, indicator, scope)
    return as_csv(
        CURVE_COLUMNS,
        [
            {"day": p.day.isoformat(), "reached": p.reached, "identified": p.identified, "unidentified": p.unidentified}
            for p in points
        ],
    )


def cross_csv(workspace: Workspace, indicator: str, rows: str, columns: str, scope: Scope) -> bytes:
    """Returns an indicator by two dimensions as CSV, one line a cell, then both margins and the total.

    A margin's line has "total" in the place of the other code; people who stand in several lines of a dimension are
    the difference between the sum of its lines and the total.
    """
    cross = figures.cross(workspace, indicator, rows, columns, scope)
    cells = [(cell.row, cell.column, cell.identified, cell.unidentified) for cell in cross.cells]
    cells += [(line.code, "total", line.identified, line.unidentified) for line in cross.rows.lines]
    cells += [("total", line.code, line.identified, line.unidentified) for line in cross.columns.lines]
    cells.append(("total", "total", cross.total.identified, cross.total.unidentified))
    if rows in EVENT_DIMENSIONS:
        cells.append(("overlap", "total", -cross.rows.overlap, 0))
    if columns in EVENT_DIMENSIONS:
        cells.append(("total", "overlap", -cross.columns.overlap, 0))
    return as_csv(
        CROSS_COLUMNS,
        [
            {
                "rows": rows, "row": row, "columns": columns, "column": column,
                "reached": identified + unidentified, "identified": identified, "unidentified": unidentified,
            }
            for row, column, identified, unidentified in cells
        ],
    )  # fmt: skip
