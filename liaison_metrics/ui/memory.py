"""What was drawn before and is still true: drawings by the question they answer and the state of the store."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import date
from typing import Any, TypeVar

from liaison_metrics.texts import language
from liaison_metrics.ui.filters import Filters
from liaison_metrics.workspace import Workspace

Drawn = TypeVar("Drawn")

KEPT = 256
"""Drawings that are kept for all visitors together; the one that was not asked for longest goes first."""

_kept: OrderedDict[Hashable, Any] = OrderedDict()
_lock = threading.Lock()


def remembered(what: str, workspace: Workspace, filters: Filters, draw: Callable[[], Drawn]) -> Drawn:
    """Returns what *draw* draws for this question, drawn once for each state of the store, day and language."""
    state = (str(workspace.settings.database_url), workspace.revision(), date.today(), language())
    key = (what, filters.query(whole=True), filters.ignored, *state)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            found: Drawn = _kept[key]
            return found
    drawn = draw()
    with _lock:
        _kept[key] = drawn
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return drawn
