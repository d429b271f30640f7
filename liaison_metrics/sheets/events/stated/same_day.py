"""Events of one activity, city and day that two sheets of a file tell apart by what their titles are about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from liaison_metrics.sheets.events.event_context import EventContext
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.lists import normal

_QUOTED = re.compile(r"[„“”\"«‹]\s*([^„“”\"«»‹›]{3,60}?)\s*[“”\"»›]")
"""What an event is about, as titles write it."""


def tell_events_apart(tables: Sequence[Table], contexts: Sequence[EventContext | None]) -> list[EventContext | None]:
    """Returns the contexts, with titles where sheets are about the same activity, city and day but quote another topic
    above their tables. Sheets that quote the same topic, or none, stay one event."""
    topics = [
        _topic(table) if context and not context.title else "" for table, context in zip(tables, contexts, strict=True)
    ]
    sheets: dict[object, dict[str, str]] = defaultdict(dict)
    for table, context, topic in zip(tables, contexts, topics, strict=True):
        if context and topic:
            sheets[_event(context)].setdefault(table.grid.name, topic)
    found: list[EventContext | None] = []
    for context, topic in zip(contexts, topics, strict=True):
        differ = context is not None and topic and len(set(map(normal, sheets[_event(context)].values()))) > 1
        found.append(replace(context, title=topic) if context and differ else context)
    return found


def _event(context: EventContext) -> tuple[object, ...]:
    return context.activity, context.city, context.date


def _topic(table: Table) -> str:
    """Returns what a line above a table quotes, "" if no line or several do."""
    lines = (text_of(value) for row in table.context_rows for value in table.grid.rows[row])
    quoted = {found[1] for line in lines for found in _QUOTED.finditer(line)}
    return quoted.pop() if len(quoted) == 1 else ""
