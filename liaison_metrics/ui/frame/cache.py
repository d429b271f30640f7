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

Drawn = TypeVar("Drawn")

KEPT = 256
"""Drawings that are kept for all visitors together; the one that was not asked for longest goes first."""

_kept: OrderedDict[Hashable, Any] = OrderedDict()
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class PageRequest:
    """What a run of a page is asked: of which workspace, in which state of its store, and what the address says."""

    workspace: Workspace
    revision: int
    filters: Filters


def remembered(what: str, asked: PageRequest, draw: Callable[[], Drawn]) -> Drawn:
    """Returns what *draw* draws for a question, drawn once for each state of the store, minute and language.

    The minute is part of it because drawings say how long ago something was.
    """
    state = (str(asked.workspace.settings.database_url), asked.revision, int(time.time() // 60), language())
    key = (what, asked.filters.query(whole=True), asked.filters.ignored, *state)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            found: Drawn = _kept[key]
            return found
    with asked.workspace.snapshot():  # what stands side by side on a page is of one state and adds up
        drawn = draw()
    with _lock:
        _kept[key] = drawn
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return drawn
