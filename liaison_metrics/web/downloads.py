"""Downloads of figures and pictures by link.

A link's address holds its filters; the answer is computed when it is opened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pandas as pd
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from liaison_metrics.domain.reach import DIMENSIONS
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.errors import NotAllowed
from liaison_metrics.exports import files, frames
from liaison_metrics.exports.made_up import NAME_END, marked
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.events.planned import EventChoice
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record_alone
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.filters import Filters, read_filters
from liaison_metrics.ui.pictures import drawing
from liaison_metrics.web.files.attachment import attachment
from liaison_metrics.web.guards.session_gate import acting, is_by_token, reader_of

PNG = "image/png"
TABLE_FORMATS: dict[files.FileFormat, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}
"""The formats of tables, with their media types."""

OF_ALL = {"indicators", "events", "attendances"}
"""Tables that cover all indicators if a link names none, as on the command line."""

TableAnswer = Callable[[Workspace, Filters, Actor], pd.DataFrame | Iterator[pd.DataFrame]]
"""Answers a link with a table, in chunks if it can be too long to hold in memory."""

Answer = Callable[[Workspace, Filters, Actor], bytes | Iterator[bytes]]
"""Answers a link with a file, in chunks if it can be too long to hold in memory."""


def download_routes() -> list[Route]:
    """Returns the routes of all tables and pictures."""
    return [
        *(
            Route(f"/export/{name}.{form}", _route(_written(name, answer, form), kind, f"{name}.{form}"))
            for name, answer in (TABLES | WHOLE_TABLES).items()
            for form, kind in TABLE_FORMATS.items()
        ),
        *(Route(f"/picture/{name}.png", _route(answer, PNG, f"{name}.png")) for name, answer in PICTURES.items()),
    ]


def _written(name: str, answer: TableAnswer, form: files.FileFormat) -> Answer:
    def write(workspace: Workspace, filters: Filters, actor: Actor) -> bytes | Iterator[bytes]:
        table, made_up = answer(workspace, filters, actor), workspace.demonstration()
        if isinstance(table, pd.DataFrame):
            return files.write(name, marked(table, made_up), form)
        return files.write_chunks(name, (marked(part, made_up) for part in table), form)

    return write


def _route(answer: Answer, kind: str, name: str) -> Callable[[Request], object]:
    table = name.rpartition(".")[0]

    async def respond(request: Request) -> Response:
        return await run_in_threadpool(_respond, request)

    def _respond(request: Request) -> Response:
        workspace, actor = the_workspace(), reader_of(request)
        if actor is None:
            return PlainTextResponse(_("Sign in first."), status_code=401)
        filters = read_filters(workspace.project, dict(request.query_params)).read_by(workspace.project, actor)
        if filters.ignored:
            # A page can ignore a filter and say so. A file that is passed on cannot.
            wrong = _("This link contains filters we don’t recognise: {keys}.")
            return PlainTextResponse(wrong.format(keys=", ".join(filters.ignored)), status_code=404)
        if table in OF_ALL and not request.query_params.get("indicator"):
            filters = filters.showing(indicator="")
        headers = attachment(_file_name(workspace, filters, name))
        try:
            found = answer(workspace, filters, actor)
        except NotAllowed as error:
            return PlainTextResponse(f"{error.message} {error.hint}", status_code=403)
        if not is_by_token(request):
            record_alone(workspace, acting(request), _entry(name, filters))
        if isinstance(found, bytes):
            return Response(found, media_type=kind, headers=headers)
        return StreamingResponse(found, media_type=kind, headers=headers)

    return respond


def _file_name(workspace: Workspace, filters: Filters, name: str) -> str:
    """Returns the name of a file: LIAISON_IND1_by-city_2021-12-31.csv; with what is chosen, and "-demo" for made-up
    data."""
    table, _dot, form = name.rpartition(".")
    shown = dict.fromkeys([filters.rows, filters.columns]) if table == "cross" else dict.fromkeys([table])
    by = "-and-".join(one.replace("_", "-") for one in shown if one)
    whole = table in WHOLE_TABLES
    what = {"indicators": "all-figures", "curve": "over-time", "indicator": "card"}.get(table, table.replace("_", "-"))
    if table == "cross" or table in DIMENSIONS:
        what = f"by-{by}"
    chosen = () if whole else (code for one, code in filters.chosen.items() if one not in shown)
    indicator = "" if whole else filters.indicator
    day = workspace.project.as_of(filters.as_of).isoformat()
    parts = [workspace.project.acronym, indicator, what, *chosen, day]
    end = NAME_END if workspace.demonstration() else ""
    return f"{'_'.join(part for part in parts if part)}{end}.{form}"


def _entry(name: str, filters: Filters) -> AuditEntry:
    """Returns what is recorded of a download: which file, with which filters."""
    action, kind = AuditAction.TABLE_EXPORT, AuditKind.TABLE
    if name.endswith(".png"):
        action, kind = AuditAction.PICTURE_EXPORT, AuditKind.PICTURE
    return AuditEntry(action, kind, name, after={"filters": filters.query(whole=True)})


def _indicators(workspace: Workspace, filters: Filters, actor: Actor) -> pd.DataFrame:
    return frames.indicators(workspace, filters.indicator or None, filters.scope, actor=actor)


def _by(dimension: str) -> TableAnswer:
    def table(workspace: Workspace, filters: Filters, actor: Actor) -> pd.DataFrame:
        scope = filters.around(dimension)
        return frames.breakdown(workspace, filters.indicator, dimension, scope, actor=actor)

    return table


def _events(workspace: Workspace, filters: Filters, actor: Actor) -> pd.DataFrame:
    return frames.events(workspace, filters.indicator or None, filters.scope, actor=actor)


def _attendances(workspace: Workspace, filters: Filters, actor: Actor) -> Iterator[pd.DataFrame]:
    return frames.attendances_in_chunks(workspace, filters.indicator or None, filters.scope, filters.event, actor=actor)


def _event_list(workspace: Workspace, filters: Filters, actor: Actor) -> pd.DataFrame:
    city, activity = filters.chosen_in("city"), filters.chosen_in("activity")
    return frames.event_list(workspace, EventChoice(city, activity, filters.state, filters.words), actor=actor)


def _event_attendances(workspace: Workspace, filters: Filters, actor: Actor) -> pd.DataFrame:
    return frames.attendances(workspace, None, Scope(until=workspace.project.end), filters.event or 0, actor=actor)


def _breakdown_picture(dimension: str) -> Callable[[Workspace, Filters, Actor], bytes]:
    return lambda workspace, filters, actor: drawing.breakdown_png(workspace, filters, dimension, actor)


def _curve(workspace: Workspace, filters: Filters, actor: Actor) -> pd.DataFrame:
    return frames.curve(workspace, filters.indicator, filters.scope, actor=actor)


def _cross(workspace: Workspace, filters: Filters, actor: Actor) -> pd.DataFrame:
    if not filters.columns:
        return _by(filters.rows)(workspace, filters, actor)
    others = filters.around(filters.rows, filters.columns)
    return frames.cross(workspace, filters.indicator, (filters.rows, filters.columns), others, actor=actor)


TABLES: dict[str, TableAnswer] = {
    "indicators": _indicators,
    "events": _events,
    "attendances": _attendances,
    "curve": _curve,
    "cross": _cross,
    **{f"by-{dimension.replace('_', '-')}": _by(dimension) for dimension in DIMENSIONS},
}
WHOLE_TABLES: dict[str, TableAnswer] = {"event_list": _event_list, "event_attendances": _event_attendances}
"""Tables that ignore the indicator of a link."""

PICTURES: dict[str, Answer] = {
    "indicator": drawing.indicator_png,
    **{dimension: _breakdown_picture(dimension) for dimension in DIMENSIONS},
    "curve": drawing.curve_png,
    "map": drawing.map_png,
    "cross": drawing.cross_png,
}
