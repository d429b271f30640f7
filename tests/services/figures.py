"""All that a workspace says, in forms that can be compared."""

from __future__ import annotations

from collections import Counter
from typing import Any

from liaison_metrics.domain.reach import DIMENSIONS
from liaison_metrics.exports import frames
from liaison_metrics.services import figures
from liaison_metrics.services.workspace.workspace import Workspace


def all_figures(workspace: Workspace) -> dict[str, Any]:
    """Every figure of the pages, without the numbers and spellings that uploads and events got by their order."""
    found: dict[str, Any] = {"indicators": figures.indicators(workspace)}
    for code in (indicator.code for indicator in workspace.project.indicators):
        found[f"{code} over time"] = figures.curve(workspace, code)
        for dimension in DIMENSIONS:
            found[f"{code} by {dimension}"] = figures.breakdown(workspace, code, dimension)
        cross = figures.cross(workspace, code, "city", "community")
        found[f"{code} crossed"] = (cross.rows, cross.columns, Counter(cross.cells))
    for table in ("events", "attendances"):
        lines = frames.lines(workspace, table)
        found[table] = Counter(tuple(v for k, v in line.items() if k not in BY_ORDER) for line in lines)
    return found


BY_ORDER = ("person", "upload", "file", "sheet", "row")
"""A person is called after the first of the attendances, and an attendance points to the first row that states it."""


def all_exports(workspace: Workspace) -> dict[str, bytes]:
    """The files that a person can take away, to the last byte."""
    return {
        f"{table}.{form}": frames.write(table, frames.lines(workspace, table), form)
        for table in frames.COLUMNS
        for form in ("csv", "json")
    }
