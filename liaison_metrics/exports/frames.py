"""Figures, events and attendances as tables to take away: CSV, XLSX and JSON, the same lines in each.

The columns are fixed: other programs rely on them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Literal

from liaison_metrics.domain.reach.scope import DIMENSIONS, EVENT_DIMENSIONS, Scope
from liaison_metrics.exports.files import Format, Line, _as_xlsx, _csv_lines, _json, _json_parts, as_csv
from liaison_metrics.services import figures, labels
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _

Table = Literal["indicators", "events", "attendances"]

COLUMNS: Mapping[Table, Sequence[str]] = {
    "indicators": (
        "indicator", "breakdown", "code", "label", "reached", "identified", "unidentified", "target", "as_of",
    ),
    "events": ("activity", "city", "date", "title", "partner", "attendances", "identified", "unidentified"),
    "attendances": (
        "person", "activity", "city", "date", "title", "community", "group", "gender", "age_band",
        "upload", "file", "sheet", "row",
    ),
}  # fmt: skip


def lines(
    workspace: Workspace,
    table: Table,
    indicator: str | None = None,
    scope: Scope | None = None,
    event: int | None = None,
) -> list[Line]:
    """Returns the lines of a table, each as its columns; *indicator* None means all of the project's.

    *event* keeps attendances to those of one event.
    """
    scope = scope or Scope()
    made: Mapping[Table, Callable[[], list[Line]]] = {
        "indicators": lambda: _indicator_lines(workspace, indicator, scope),
        "events": lambda: _event_lines(workspace, indicator, scope),
        "attendances": lambda: _attendance_lines(workspace, indicator, scope, event),
    }
    with workspace.snapshot():
        return made[table]()


def write(table: Table, rows: Sequence[Line], form: Format) -> bytes:
    """Returns the lines of a table as a file: CSV (UTF-8 with a byte order mark), XLSX or JSON (a list of objects)."""
    if form == "json":
        return _json(rows).encode()
    return as_csv(COLUMNS[table], rows) if form == "csv" else _as_xlsx(table, COLUMNS[table], rows)


def in_parts(
    workspace: Workspace,
    table: Table,
    form: Format,
    indicator: str | None = None,
    scope: Scope | None = None,
    event: int | None = None,
) -> Iterator[bytes]:
    """Yields what ``write`` makes of the ``lines`` of a table, of the state at the first part.

    Attendances come a few at a time, so that a million of them need no memory and begin at once; a workbook is one part
    and holds all of them. Raises TooManyLines where it cannot.
    """
    if table != "attendances":
        yield write(table, lines(workspace, table, indicator, scope, event), form)
        return
    found = figures.attendances_in_parts(workspace, indicator, scope, event)
    parts = (list(map(_attendance_line, part)) for part in found)
    if form == "csv":
        yield as_csv(COLUMNS[table], ())
        yield from (_csv_lines(COLUMNS[table], part).encode() for part in parts)
    elif form == "json":
        yield from _json_parts(parts)
    else:
        yield _as_xlsx(table, COLUMNS[table], chain.from_iterable(parts))


def indicators_as_json(workspace: Workspace, scope: Scope | None = None) -> dict[str, Any]:
    """Returns all indicators with their figures by city and by community, in the form that other programs rely on."""
    with workspace.snapshot():
        found = figures.indicators(workspace, scope)
        return {
            "as_of": figures.as_of(workspace.project, scope.until if scope else None).isoformat(),
            "indicators": [_indicator_as_json(workspace, figure, scope) for figure in found],
        }


def _indicator_as_json(workspace: Workspace, figure: figures.IndicatorFigure, scope: Scope | None) -> dict[str, Any]:
    by_city = figures.breakdown(workspace, figure.code, "city", scope)
    by_community = figures.breakdown(workspace, figure.code, "community", scope)
    return {
        "code": figure.code,
        "title": figure.title,
        "target": figure.target,
        "reached": figure.reach.reached,
        "identified": figure.reach.identified,
        "unidentified": figure.reach.unidentified,
        "floor": figure.reach.floor,
        "attendances": figure.reach.attendances,
        "status": figure.status.value,
        "plan": figure.plan,
        "by_city": {line.code: line.reached for line in by_city.lines},
        "overlap": by_city.overlap,
        "by_community": {line.code: line.reached for line in by_community.lines},
        "contained": dict(figure.contained),
    }


def _indicator_lines(workspace: Workspace, indicator: str | None, scope: Scope) -> list[Line]:
    found: list[Line] = []
    for figure in figures.indicators(workspace, scope):
        if indicator not in (None, figure.code):
            continue

        counted = [("total", "", figure.title, figure.reach.identified, figure.reach.unidentified)]
        for dimension in DIMENSIONS:
            breakdown = figures.breakdown(workspace, figure.code, dimension, scope)
            for one in breakdown.lines:
                label = labels.label(workspace.project, dimension, one.code)
                counted.append((dimension, one.code, label, one.identified, one.unidentified))
            if dimension in EVENT_DIMENSIONS:
                counted.append(("overlap", dimension, _("in more than one"), breakdown.overlap, 0))
        found += [
            {
                "indicator": figure.code,
                "breakdown": dimension,
                "code": code,
                "label": label,
                "reached": identified + unidentified,
                "identified": identified,
                "unidentified": unidentified,
                "target": figure.target,
                "as_of": figure.as_of.isoformat(),
            }
            for dimension, code, label, identified, unidentified in counted
        ]
    return found


def _event_lines(workspace: Workspace, indicator: str | None, scope: Scope) -> list[Line]:
    partners = {city.code: city.partner for city in workspace.project.cities}
    return [
        {
            "activity": figure.event.activity,
            "city": figure.event.city,
            "date": figure.event.date.isoformat(),
            "title": figure.event.title,
            "partner": figure.event.partner or partners.get(figure.event.city, ""),
            "attendances": figure.attendances,
            "identified": figure.identified,
            "unidentified": figure.unidentified,
        }
        for figure in figures.events(workspace, indicator, scope)
    ]


def _attendance_lines(workspace: Workspace, indicator: str | None, scope: Scope, event: int | None) -> list[Line]:
    return list(map(_attendance_line, figures.attendances(workspace, indicator, scope, event)))


def _attendance_line(line: figures.AttendanceLine) -> Line:
    return {
        "person": line.person,
        "activity": line.activity,
        "city": line.city,
        "date": line.date.isoformat(),
        "title": line.title,
        "community": line.community,
        "group": line.group,
        "gender": line.gender,
        "age_band": line.age_band,
        "upload": line.upload,
        "file": line.file,
        "sheet": line.sheet,
        "row": line.row,
    }
