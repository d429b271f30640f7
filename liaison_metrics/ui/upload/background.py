"""Work that goes on by itself beside the page, one step after the other."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterable
from contextvars import copy_context

from liaison_metrics.texts import _

SOON = 1.2
"""Seconds that a page waits for work before it shows that it goes on."""

Tell = Callable[[float, str], None]
Step = Callable[[Tell], None]
"""A piece of work; it tells how much of it is done (0 to 1) and what it is doing."""

_log = logging.getLogger(__name__)


class Work:
    """A line of steps. ``over`` is set while there is nothing to do."""

    def __init__(self) -> None:
        self.over = threading.Event()
        self.over.set()
        self._waiting: deque[tuple[str, Step]] = deque()
        self._turn = threading.Lock()
        self._done = self._all = 0
        self._share, self._name, self._doing = 0.0, "", ""

    def add(self, steps: Iterable[tuple[str, Step]], *, wait: bool = True) -> None:
        """Puts named steps into the line. With *wait* what is soon done is done when the page is drawn."""
        named = list(steps)
        with self._turn:
            idle = self.over.is_set()
            if idle:
                self._done = self._all = 0
            self._waiting.extend(named)
            self._all += len(named)
            if idle and named:
                self.over.clear()
                threading.Thread(target=copy_context().run, args=(self._run,), daemon=False).start()
        if wait:
            self.over.wait(SOON)

    @property
    def progress(self) -> tuple[float, str]:
        """How much is done, from 0 to 1, and what is being done."""
        at = min(self._done + 1, self._all)
        words = _("{file}, {n} of {all}: {doing}").format(file=self._name, n=at, all=self._all, doing=self._doing)
        return min(1.0, (self._done + self._share) / max(1, self._all)), words

    def _run(self) -> None:
        while True:
            with self._turn:
                if not self._waiting:
                    self.over.set()
                    return
                self._name, step = self._waiting.popleft()
                self._share, self._doing = 0.0, _("Reading")
            try:
                step(self._tell)
            except Exception as error:
                # What went wrong may quote a cell: its kind is logged, its words are not.
                _log.error("Work beside the page failed: %s", type(error).__name__)
            self._done, self._share = self._done + 1, 0.0

    def _tell(self, share: float, doing: str) -> None:
        self._share, self._doing = share, doing
