"""A cache of page parts, by the filters they show, what their reader may see, and the revision of the store."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import language
from liaison_metrics.ui.frame.filters import Filters

Rendered = TypeVar("Rendered")

MAX_ENTRIES = 256
"""Entries kept for all visitors together; the least recently used one is dropped first."""

_entries: OrderedDict[Hashable, Any] = OrderedDict()
_turns: dict[Hashable, threading.RLock] = {}
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class PageRequest:
    """One run of a page: the workspace, the revision of its store, the filters in the address, and who reads."""

    workspace: Workspace
    revision: int
    filters: Filters
    actor: Actor


def cached(what: str, request: PageRequest, render: Callable[[], Rendered]) -> Rendered:
    """Returns what *render* returns, computed once per store revision, filters, reader, minute and language.

    *what* names the part. The minute is in the key because pages say how long ago something happened.
    """

    def from_one_snapshot() -> Rendered:
        with request.workspace.snapshot():  # all figures of a part come from one snapshot, so they add up
            return render()

    key = (
        what,
        request.filters.query(whole=True),
        request.filters.ignored,
        request.filters.refused,
        int(time.time() // 60),
    )
    return _remembered(key, request, from_one_snapshot)


def cached_by_store(what: Hashable, request: PageRequest, render: Callable[[], Rendered]) -> Rendered:
    """Returns what *render* returns, computed once per store revision, reader, day and language.

    This is for what does not say how long ago something happened, and depends on no filter but those in *what*, which
    names it.
    """
    return _remembered((what, date.today()), request, render)


def cached_for_all(what: Hashable, workspace: Workspace, revision: int, read: Callable[[], Rendered]) -> Rendered:
    """Returns what *read* returns, computed once per store revision: for what is the same for every reader, in every
    language."""
    return _once((what, str(workspace.settings.database_url), revision), read)


def _remembered(key: Hashable, request: PageRequest, render: Callable[[], Rendered]) -> Rendered:
    store = str(request.workspace.settings.database_url), request.revision
    return _once((key, store, request.actor.view, language()), render)


def _once(key: Hashable, render: Callable[[], Rendered]) -> Rendered:
    """Returns the entry of *key*, rendered once: pages that ask for it meanwhile wait.

    After an upload all open pages ask for the same parts at once. A part that fails is tried again by the next one.
    """
    with _lock:
        if key in _entries:
            _entries.move_to_end(key)
            entry: Rendered = _entries[key]
            return entry
        turn = _turns.setdefault(key, threading.RLock())
    with turn:
        with _lock:
            if key in _entries:
                made: Rendered = _entries[key]
                return made
        try:
            rendered = render()
            with _lock:
                _entries[key] = rendered
                while len(_entries) > MAX_ENTRIES:
                    _entries.popitem(last=False)
            return rendered
        finally:
            with _lock:
                _turns.pop(key, None)
