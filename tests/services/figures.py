"""All that a workspace says, in forms that can be compared."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from liaison_metrics.domain.reach import DIMENSIONS
from liaison_metrics.exports import files, frames
from liaison_metrics.services import figures
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.workspace.workspace import Workspace

TABLES: Mapping[str, Callable[..., pd.DataFrame]] = {
    "indicators": frames.indicators,
    "events": frames.events,
    "attendances": frames.attendances,
}
"""The tables that the command line exports."""


def lines(workspace: Workspace, table: str, *args: Any, **kwargs: Any) -> list[dict[str, Any]]:
    """The rows of a table as its JSON states them."""
    return json.loads(files.write(table, TABLES[table](workspace, *args, actor=COORDINATOR, **kwargs), "json"))


def all_figures(workspace: Workspace) -> dict[str, Any]:
    """Every figure of the pages, without the numbers and spellings that uploads and events got by their order."""
    found: dict[str, Any] = {"indicators": figures.indicators(workspace, actor=COORDINATOR)}
    for code in (indicator.code for indicator in workspace.project.indicators):
        found[f"{code} over time"] = figures.curve(workspace, code, actor=COORDINATOR)
        for dimension in DIMENSIONS:
            found[f"{code} by {dimension}"] = figures.breakdown(workspace, code, dimension, actor=COORDINATOR)
        cross = figures.cross(workspace, code, ("city", "community"), actor=COORDINATOR)
        found[f"{code} crossed"] = (cross.rows, cross.columns, Counter(cross.cells))
    for table in ("events", "attendances"):
        rows = lines(workspace, table)
        found[table] = Counter(tuple(v for k, v in row.items() if k not in BY_ORDER) for row in rows)
    return found


BY_ORDER = ("person", "upload", "file", "sheet", "row")
"""A person is called after the first of the attendances, and an attendance points to the first row that states it."""


def all_exports(workspace: Workspace) -> dict[str, bytes]:
    """The files that a person can take away, to the last byte."""
    return {
        f"{table}.{form}": files.write(table, made(workspace, actor=COORDINATOR), form)
        for table, made in TABLES.items()
        for form in ("csv", "json")
    }
