"""What was drawn before and is still true: drawings by the question they answer and the state of the store."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, TypeVar

from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import language
from liaison_metrics.ui.frame.filters import Filters

Rendered = TypeVar("Rendered")

MAX_ENTRIES = 256
"""Drawings that are kept for all visitors together; the one that was not asked for longest goes first."""

_entries: OrderedDict[Hashable, Any] = OrderedDict()
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class PageRequest:
    """What a run of a page is asked: of which workspace, in which state of its store, and what the address says."""

    workspace: Workspace
    revision: int
    filters: Filters


def cached(what: str, request: PageRequest, render: Callable[[], Rendered]) -> Rendered:
    """Returns what *draw* draws for a question, drawn once for each state of the store, minute and language.

    The minute is part of it because drawings say how long ago something was.
    """
    state = (str(request.workspace.settings.database_url), request.revision, int(time.time() // 60), language())
    key = (what, request.filters.query(whole=True), request.filters.ignored, *state)
    with _lock:
        if key in _entries:
            _entries.move_to_end(key)
            entry: Rendered = _entries[key]
            return entry
    with request.workspace.snapshot():  # what stands side by side on a page is of one state and adds up
        rendered = render()
    with _lock:
        _entries[key] = rendered
        while len(_entries) > MAX_ENTRIES:
            _entries.popitem(last=False)
    return rendered
