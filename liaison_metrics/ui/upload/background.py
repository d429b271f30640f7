"""Work that goes on by itself beside the page, one step after the other."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterable
from contextvars import copy_context

from liaison_metrics.texts import _

SHORT_WAIT = 1.2
"""Seconds that a page waits for work before it shows that it goes on."""

ProgressCallback = Callable[[float, str], None]
Task = Callable[[ProgressCallback], None]
"""A piece of work; it tells how much of it is done (0 to 1) and what it is doing."""

_log = logging.getLogger(__name__)


class BackgroundWork:
    """A line of steps. ``over`` is set while there is nothing to do."""

    def __init__(self) -> None:
        self.idle = threading.Event()
        self.idle.set()
        self._queue: deque[tuple[str, Task]] = deque()
        self._lock = threading.Lock()
        self._done = self._total = 0
        self._share, self._name, self._doing = 0.0, "", ""

    def add(self, tasks: Iterable[tuple[str, Task]], *, wait: bool = True) -> None:
        """Puts named steps into the line. With *wait* what is soon done is done when the page is drawn."""
        named = list(tasks)
        with self._lock:
            was_idle = self.idle.is_set()
            if was_idle:
                self._done = self._total = 0
            self._queue.extend(named)
            self._total += len(named)
            if was_idle and named:
                self.idle.clear()
                threading.Thread(target=copy_context().run, args=(self._run,), daemon=False).start()
        if wait:
            self.idle.wait(SHORT_WAIT)

    @property
    def progress(self) -> tuple[float, str]:
        """How much is done, from 0 to 1, and what is being done."""
        current = min(self._done + 1, self._total)
        words = _("{file}, {n} of {all}: {doing}").format(
            file=self._name, n=current, all=self._total, doing=self._doing
        )
        return min(1.0, (self._done + self._share) / max(1, self._total)), words

    def _run(self) -> None:
        while True:
            with self._lock:
                if not self._queue:
                    self.idle.set()
                    return
                self._name, task = self._queue.popleft()
                self._share, self._doing = 0.0, _("Reading")
            try:
                task(self._report_progress)
            except Exception as error:
                # What went wrong may quote a cell: its kind is logged, its words are not.
                _log.error("Work beside the page failed: %s", type(error).__name__)
            self._done, self._share = self._done + 1, 0.0

    def _report_progress(self, share: float, doing: str) -> None:
        self._share, self._doing = share, doing
