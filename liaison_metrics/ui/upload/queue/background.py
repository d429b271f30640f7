"""Background work of a session: tasks that run one after the other in a thread."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterable
from contextvars import copy_context

from liaison_metrics.texts import _

SHORT_WAIT = 1.2
"""Seconds that a page waits for a task before it shows a progress bar."""

ProgressCallback = Callable[[float, str], None]
Task = Callable[[ProgressCallback], None]
"""A task reports its progress: the share done (0 to 1) and what it is doing."""

AT_ONCE = 4
"""Tasks of all sessions that run at once. An opened workbook can take some hundred megabytes while it is read."""

_slots = threading.BoundedSemaphore(AT_ONCE)
_log = logging.getLogger(__name__)


class BackgroundWork:
    """A queue of tasks. ``idle`` is set while nothing is running or waiting."""

    def __init__(self) -> None:
        self.idle = threading.Event()
        self.idle.set()
        self._queue: deque[tuple[str, Task]] = deque()
        self._lock = threading.Lock()
        self._done = self._total = 0
        self._share, self._name, self._doing = 0.0, "", ""

    def add(self, tasks: Iterable[tuple[str, Task]], *, wait: bool = True) -> None:
        """Adds named tasks. With *wait*, short tasks are finished before the page continues."""
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
        """The share done, from 0 to 1, and what is being done."""
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
                with _slots:
                    task(self._report_progress)
            except Exception as error:
                # An error message may quote a cell: log only the kind of error.
                _log.error("Background task failed: %s", type(error).__name__)
            self._done, self._share = self._done + 1, 0.0

    def _report_progress(self, share: float, doing: str) -> None:
        self._share, self._doing = share, doing
