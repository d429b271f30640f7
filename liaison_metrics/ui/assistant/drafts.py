"""The sheets on a visitor's desk, on their way from the drop to the store. Knows no page."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Sequence
from contextvars import copy_context
from dataclasses import dataclass, field, replace

from liaison_metrics.errors import LiaisonError, RefusedFile
from liaison_metrics.intake import FileReport, FileStatus, Options, import_file, unpacked
from liaison_metrics.live import watch
from liaison_metrics.parties import Party
from liaison_metrics.sheets.answers import Answer
from liaison_metrics.sheets.model import Hints, Workbook
from liaison_metrics.sheets.opening import open_workbook
from liaison_metrics.texts import _
from liaison_metrics.workspace import Workspace

SOON = 1.2
"""Seconds that a page waits for work before it shows that it goes on."""

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Draft:
    """One sheet: the file, what was said of it, and what it would do (``tried``) or did (``done``)."""

    number: int
    file: str
    data: bytes
    options: Options = field(default_factory=Options)
    workbook: Workbook | None = None
    tried: FileReport | None = None
    done: FileReport | None = None

    def say(self, answers: Iterable[Answer]) -> None:
        """Takes answers, each in place of an earlier one about the same; the sheet has to be tried again."""
        about = {(one.kind, one.value, one.sheet): one for one in (*self.options.answers, *answers)}
        self.options = replace(self.options, answers=tuple(about.values()))
        self.tried = None

    def unsay(self, answer: Answer) -> None:
        """Takes an answer back."""
        kept = tuple(one for one in self.options.answers if one != answer)
        self.options = replace(self.options, answers=kept)
        self.tried = None

    def hint(self, hints: Hints) -> None:
        """Takes what the sheet itself does not say."""
        if hints != self.options.hints:
            self.options = replace(self.options, hints=hints)
            self.tried = None

    @property
    def is_ready(self) -> bool:
        """Whether something of the sheet can be imported as it stands."""
        return (
            self.done is None
            and self.tried is not None
            and self.tried.status in (FileStatus.IMPORTED, FileStatus.PARTLY)
        )


@dataclass(slots=True)
class Work:
    """Work that goes on by itself beside the page."""

    steps: Sequence[tuple[str, Callable[[Callable[[float, str], None]], None]]]
    at: int = 0
    share: float = 0.0
    doing: str = ""
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def progress(self) -> tuple[float, str]:
        """How much is done, from 0 to 1, and what is being done."""
        name = self.steps[min(self.at, len(self.steps) - 1)][0]
        words = _("{file}, {n} of {all}: {doing}").format(
            file=name, n=min(self.at + 1, len(self.steps)), all=len(self.steps), doing=self.doing
        )
        return min(1.0, (self.at + self.share) / len(self.steps)), words

    def start(self) -> None:
        """Starts the work and waits for it a moment."""
        threading.Thread(target=copy_context().run, args=(self._run,), daemon=False).start()
        self.over.wait(SOON)

    def _run(self) -> None:
        try:
            for _name, step in self.steps:
                step(self._tell)
                self.at, self.share = self.at + 1, 0.0
        finally:
            self.over.set()

    def _tell(self, share: float, doing: str) -> None:
        self.share, self.doing = share, doing


@dataclass(slots=True)
class Desk:
    """All sheets of one visitor. ``round`` empties the file field when it moves."""

    drafts: list[Draft] = field(default_factory=list)
    work: Work | None = None
    round: int = 0
    _last: int = 0

    def take(self, files: Iterable[tuple[str, bytes]], hints: Hints) -> None:
        """Puts files on the desk; an archive gives the sheets in it."""
        for name, data in files:
            try:
                sheets = unpacked(name, data)
            except RefusedFile as refusal:
                draft = self._new(name, data, hints)
                draft.tried = FileReport.refused(name, refusal)
                continue
            for sheet, content in sheets:
                self._new(sheet, content, hints)
        self.round += 1

    def _new(self, name: str, data: bytes, hints: Hints) -> Draft:
        self._last += 1
        draft = Draft(self._last, name, data, Options(hints))
        self.drafts.append(draft)
        return draft

    def leave(self, draft: Draft) -> None:
        """Takes a sheet off the desk; nothing of it is kept."""
        self.drafts = [one for one in self.drafts if one is not draft]

    def try_all(self, workspace: Workspace, party: Party) -> None:
        """Starts to find out what sheets would do that have not been tried as they are."""
        waiting = [draft for draft in self.drafts if draft.tried is None and draft.done is None]
        if waiting:
            self._start([(draft.file, _trying(workspace, party, draft)) for draft in waiting])

    def bring(self, workspace: Workspace, party: Party, drafts: Sequence[Draft]) -> None:
        """Starts to import sheets."""
        self._start([(draft.file, _bringing(workspace, party, draft)) for draft in drafts])

    def _start(self, steps: Sequence[tuple[str, Callable[[Callable[[float, str], None]], None]]]) -> None:
        self.work = Work(steps)
        self.work.start()

    @property
    def busy(self) -> Work | None:
        """The work that goes on, if any."""
        if self.work and self.work.over.is_set():
            self.work = None
        return self.work


def _trying(workspace: Workspace, party: Party, draft: Draft) -> Callable[[Callable[[float, str], None]], None]:
    def step(tell: Callable[[float, str], None]) -> None:
        options = draft.options
        report = _safely(draft, lambda: _import(workspace, party, draft, tell, dry_run=True))
        if draft.options is options:
            draft.tried = report

    return step


def _bringing(workspace: Workspace, party: Party, draft: Draft) -> Callable[[Callable[[float, str], None]], None]:
    def step(tell: Callable[[float, str], None]) -> None:
        report = _safely(draft, lambda: _import(workspace, party, draft, tell, dry_run=False))
        if report.status is FileStatus.REFUSED:
            draft.tried = report
        else:
            draft.done = report
            draft.workbook = None
        watch.wrote()

    return step


def _import(
    workspace: Workspace, party: Party, draft: Draft, tell: Callable[[float, str], None], *, dry_run: bool
) -> FileReport:
    tell(0.0, _("Reading"))
    if draft.workbook is None:
        draft.workbook = open_workbook(draft.file, draft.data)
    return import_file(
        workspace, draft.file, draft.data, draft.options,
        party=party, workbook=draft.workbook, dry_run=dry_run, progress=tell,
    )  # fmt: skip


def _safely(draft: Draft, work: Callable[[], FileReport]) -> FileReport:
    try:
        return work()
    except LiaisonError as error:
        return FileReport(draft.file, FileStatus.REFUSED, message=error.message, hint=error.hint)
    except Exception as error:
        # What went wrong may quote a cell: its kind is logged, its words are not.
        _log.error("Reading failed: %s", type(error).__name__)
        return FileReport(
            draft.file,
            FileStatus.REFUSED,
            message=_("This file could not be brought in; nothing of it was stored."),
            hint=_("Save it anew from the program that made it, as XLSX or CSV, and bring that."),
        )
