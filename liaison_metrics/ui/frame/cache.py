"""A cache of page parts, by the filters they show and the revision of the store."""

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
"""Entries kept for all visitors together; the least recently used one is dropped first."""

_entries: OrderedDict[Hashable, Any] = OrderedDict()
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class PageRequest:
    """One run of a page: the workspace, the revision of its store, and the filters in the address."""

    workspace: Workspace
    revision: int
    filters: Filters


def cached(what: str, request: PageRequest, render: Callable[[], Rendered]) -> Rendered:
    """Returns what *render* returns, computed once per store revision, minute and language.

    *what* names the part. The minute is in the key because pages say how long ago something happened.
    """
    state = (str(request.workspace.settings.database_url), request.revision, int(time.time() // 60), language())
    key = (what, request.filters.query(whole=True), request.filters.ignored, *state)
    with _lock:
        if key in _entries:
            _entries.move_to_end(key)
            entry: Rendered = _entries[key]
            return entry
    with request.workspace.snapshot():  # all figures of a part come from one snapshot, so they add up
        rendered = render()
    with _lock:
        _entries[key] = rendered
        while len(_entries) > MAX_ENTRIES:
            _entries.popitem(last=False)
    return rendered
