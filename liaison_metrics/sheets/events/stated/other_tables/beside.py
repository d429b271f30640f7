"""What lines above lists that stand side by side state for all of them: a line fills the columns of any list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from liaison_metrics.sheets.events.event_context import EventContext
from liaison_metrics.sheets.tables.table import Table

_KINDS = ("activity", "city", "date")


def completed_beside(
    tables: Sequence[Table], above: Callable[[Table], EventContext], across: Callable[[Table], EventContext]
) -> list[EventContext]:
    """Returns what stands *above* each table, in its columns. Of tables under one header row, each lacks nothing that
    the lines above state once: over one of them, or *across* all of them. Where they state several, each table has its
    own."""
    found = [above(table) for table in tables]
    beside: dict[tuple[str, tuple[int, ...]], list[int]] = defaultdict(list)
    for at, table in enumerate(tables):
        beside[table.grid.name, tuple(table.headers)].append(at)
    for places in (places for (_name, headers), places in beside.items() if headers and len(places) > 1):
        shared = _shared([found[at] for at in places], across(tables[places[0]]))
        for at in places:
            found[at] = _with_missing(found[at], shared)
    return found


def _shared(told: Sequence[EventContext], across: EventContext) -> dict[str, Any]:
    """Returns what contexts of tables side by side state once for all, by kind."""
    shared: dict[str, Any] = {}
    for kind in _KINDS:
        own = [value for one in told if (value := getattr(one, kind)) is not None]
        unclear = any(kind in one.unknown for one in told)
        different = [value for at, value in enumerate(own) if value not in own[:at]]
        if len(different) == 1 and not unclear:
            shared[kind] = different[0]
        elif not own and (value := getattr(across, kind)) is not None:
            shared[kind] = value
    return shared


def _with_missing(context: EventContext, shared: dict[str, Any]) -> EventContext:
    missing = {kind: value for kind, value in shared.items() if getattr(context, kind) is None}
    unknown = {kind: text for kind, text in context.unknown.items() if kind not in missing}
    return replace(context, **missing, unknown=unknown) if missing else context
