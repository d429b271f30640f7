"""An import that a visitor started: it runs beside the page, so that no click, rerun or change of page cuts it off."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from contextvars import copy_context
from dataclasses import dataclass, field

from liaison_metrics.errors import LiaisonError
from liaison_metrics.intake import FileReport, FileStatus, Options, import_file
from liaison_metrics.live import watch
from liaison_metrics.sheets.model import Hints
from liaison_metrics.texts import _
from liaison_metrics.workspace import Workspace

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Import:
    """Files on their way into the store, one after the other, and what became of those that are through."""

    files: Sequence[tuple[str, bytes]]
    reports: list[FileReport] = field(default_factory=list)
    share: float = 0.0
    doing: str = ""
    done: bool = False

    @property
    def progress(self) -> tuple[float, str]:
        """How much of all files is done, from 0 to 1, and what is being done."""
        now = min(len(self.reports), len(self.files) - 1)
        file = self.files[now][0]
        words = _("{file}, {n} of {all}: {doing}").format(file=file, n=now + 1, all=len(self.files), doing=self.doing)
        return min(1.0, (len(self.reports) + self.share) / len(self.files)), words


def start_import(workspace: Workspace, files: Sequence[tuple[str, bytes]], hints: Hints) -> Import:
    """Starts to bring files (names and contents) in and returns the import, which goes on by itself."""
    job = Import(files)
    threading.Thread(target=copy_context().run, args=(_run, workspace, job, hints), daemon=False).start()
    return job


def _run(workspace: Workspace, job: Import, hints: Hints) -> None:
    def tell(share: float, doing: str) -> None:
        job.share, job.doing = share, doing

    for name, data in job.files:
        report = _bring(workspace, name, data, hints, tell)
        watch.wrote()
        job.share = 0.0
        job.reports.append(report)
    job.done = True


def _bring(workspace: Workspace, name: str, data: bytes, hints: Hints, tell: object) -> FileReport:
    try:
        return import_file(workspace, name, data, Options(hints), progress=tell)  # type: ignore[arg-type]
    except LiaisonError as error:
        return FileReport(name, FileStatus.REFUSED, message=error.message, hint=error.hint)
    except Exception as error:
        # What went wrong may quote a cell: its kind is logged, its words are not.
        _log.error("Import failed: %s", type(error).__name__)
        return FileReport(
            name,
            FileStatus.REFUSED,
            message=_("This file could not be brought in; nothing of it was stored."),
            hint=_("Save it anew from the program that made it, as XLSX or CSV, and bring that."),
        )
