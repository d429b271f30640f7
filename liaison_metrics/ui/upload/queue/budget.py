"""How much memory waiting files may take, for one visit and for all together, and when a visit's files are let go."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, MutableMapping
from typing import Protocol
from weakref import WeakKeyDictionary

from streamlit import runtime

from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.model import Workbook
from liaison_metrics.texts import _

MOST_BYTES = 350_000_000
"""Bytes of files that wait in one visit: room for the largest archive."""

MOST_BYTES_OF_ALL = 1_000_000_000
"""Bytes of files that wait in all visits together."""

MOST_CELLS = 500_000
"""Cells of opened sheets kept in one visit, to show them; a cell takes about 100 bytes. Attendance sheets of a whole
project have a tenth of that. Files beyond it are read again when they are imported."""

MOST_CELLS_OF_ALL = 4_000_000
"""Cells of opened sheets kept in all visits together."""

SECONDS_AFTER_VISIT = 60.0
"""How long files wait for a visitor whose connection is lost."""

SECONDS_BETWEEN_LOOKS = 15.0


class WaitingFiles(Protocol):
    """The files that wait in one visit."""

    @property
    def held_bytes(self) -> int:
        """Bytes of the files."""

    @property
    def held_cells(self) -> int:
        """Cells of the sheets that are kept open."""

    def clear(self) -> None:
        """Lets all files go."""


class Visits:
    """The waiting files of all visits of this server."""

    def __init__(self, is_here: Callable[[str], bool]) -> None:
        self._is_here = is_here
        self._lock = threading.Lock()
        self._visits: MutableMapping[WaitingFiles, tuple[str, float]] = WeakKeyDictionary()
        self._looking = False

    def add(self, files: WaitingFiles, session: str) -> None:
        """Adds the files of a visit; they are let go some time after it has ended."""
        with self._lock:
            self._visits[files] = (session, time.monotonic())
            if session and not self._looking:
                self._looking = True
                threading.Thread(target=self._look_repeatedly, daemon=True, name="ended visits").start()

    def check_room(self, files: WaitingFiles, more: int) -> None:
        """Raises RefusedFile if *more* bytes do not fit, in this visit or in all together."""
        if files.held_bytes + more > MOST_BYTES:
            raise RefusedFile(
                _("Too many files are waiting. This one was not taken."),
                hint=_("Import or remove some of them, then add this one again."),
            )
        if sum(one.held_bytes for one in self._all()) + more > MOST_BYTES_OF_ALL:
            raise RefusedFile(
                _("Too many people are uploading files now. This file was not taken."),
                hint=_("Try again in a few minutes."),
            )

    def has_room(self, files: WaitingFiles, more: int) -> bool:
        """Returns whether *more* bytes fit."""
        try:
            self.check_room(files, more)
        except RefusedFile:
            return False
        return True

    def has_room_for(self, files: WaitingFiles, cells: int) -> bool:
        """Returns whether so many more cells may be kept open in this visit."""
        fits = files.held_cells + cells <= MOST_CELLS
        return fits and sum(one.held_cells for one in self._all()) + cells <= MOST_CELLS_OF_ALL

    def end_old(self, now: float) -> None:
        """Lets the files of visits go that have ended some time ago."""
        for files in self._all():
            session, seen = self._visits.get(files, ("", now))
            if not session or self._is_here(session):
                with self._lock:
                    self._visits[files] = (session, now)
            elif now - seen > SECONDS_AFTER_VISIT:
                files.clear()
                with self._lock:
                    self._visits.pop(files, None)

    def _all(self) -> list[WaitingFiles]:
        with self._lock:
            return list(self._visits)

    def _look_repeatedly(self) -> None:
        while True:
            time.sleep(SECONDS_BETWEEN_LOOKS)
            self.end_old(time.monotonic())
            with self._lock:
                if not self._visits:
                    self._looking = False
                    return


def cells_of(workbook: Workbook) -> int:
    """Returns how many cells an opened workbook has in memory."""
    return sum(len(row) for grid in workbook.grids for row in grid.rows)


def forget_received(file_ids: Iterable[str]) -> None:
    """Has Streamlit let go of its own copies of files that this visit has taken over."""
    from streamlit.runtime.scriptrunner import get_script_run_ctx

    context = get_script_run_ctx()
    remove = getattr(context.uploaded_file_mgr, "remove_file", None) if context is not None else None
    if context is not None and remove is not None:
        for file_id in file_ids:
            remove(context.session_id, file_id)


def session_id() -> str:
    """Returns the id of the current visit, "" outside a server."""
    from streamlit.runtime.scriptrunner import get_script_run_ctx

    context = get_script_run_ctx()
    return context.session_id if context is not None and runtime.exists() else ""


def _is_active(session: str) -> bool:
    return not runtime.exists() or runtime.get_instance().is_active_session(session)


visits = Visits(_is_active)
"""The visits of this server."""
