"""The files of a session that wait to be imported. Does not depend on Streamlit."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from liaison_metrics.errors import LiaisonError, RefusedFile
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.intake import (
    FileReport,
    FileStatus,
    ImportRun,
    Options,
    UploadedFile,
    opened,
    run_import,
    unpacked,
    visible,
)
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Hints, Workbook
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.texts import _
from liaison_metrics.ui.upload.background import BackgroundWork, ProgressCallback, Task
from liaison_metrics.ui.upload.budget import cells_of, session_id, visits

LONG_SHEET = 20_000
"""Rows from which a sheet's preview is not repeated just because the store has changed."""

_log = logging.getLogger(__name__)


@dataclass(slots=True, eq=False)
class UploadDraft:
    """One sheet on its way to the store: the file, the options chosen for it, its preview and its result.

    ``preview`` stays visible while a new one is being made. ``state`` is "previewing" or "importing" while that runs or
    waits in the queue. With ``all_or_nothing`` the sheet is imported only if every row is valid. ``missing_upload`` is
    the upload that this sheet should have replaced and that somebody has undone since. ``workbook`` is kept only while
    there is room for it; ``can_be_opened`` says whether it could be read.
    """

    number: int
    file: str
    data: bytes
    options: Options = field(default_factory=Options)
    all_or_nothing: bool = False
    workbook: Workbook | None = None
    can_be_opened: bool = False
    preview: FileReport | None = None
    result: FileReport | None = None
    state: str = ""
    confirming_undo: bool = False
    missing_upload: int | None = None
    _preview_options: Options | None = None
    _preview_revision: int = -1

    def add_answers(self, answers: Iterable[Answer]) -> None:
        """Adds answers, replacing earlier ones on the same subject; the sheet then needs a new preview."""
        by_subject = {(one.kind, one.value, one.sheet): one for one in (*self.options.answers, *answers)}
        self.options = replace(self.options, answers=tuple(by_subject.values()))

    def remove_answer(self, answer: Answer) -> None:
        """Removes an answer."""
        kept = tuple(one for one in self.options.answers if one != answer)
        self.options = replace(self.options, answers=kept)

    def answer_to(self, kind: str, value: str, sheet: str = "") -> str | None:
        """Returns the answer on a subject, including saved answers; None if there is none."""
        recalled = [one.answer for one in self.preview.recalled] if self.preview else []
        given = (*recalled, *self.options.answers)
        codes = [one.code for one in given if (one.kind, one.value) == (kind, value) and one.sheet in ("", sheet)]
        return codes[-1] if codes else None

    def replace_upload(self, upload: int | None) -> None:
        """Sets which upload the sheet replaces."""
        if upload != self.options.replaces:
            self.options, self.missing_upload = replace(self.options, replaces=upload), None

    def forget_replaced(self) -> None:
        """Notes that the upload to be replaced has been undone."""
        missing_upload = self.options.replaces
        self.replace_upload(None)
        self.missing_upload = missing_upload

    def set_preview(self, report: FileReport, options: Options, revision: int) -> None:
        """Stores a preview, with the options and the store revision it was made with."""
        self.preview, self._preview_options, self._preview_revision = report, options, revision

    @property
    def is_current(self) -> bool:
        """Whether the preview was made with the current options."""
        return self.preview is not None and self._preview_options is self.options

    @property
    def is_ready(self) -> bool:
        """Whether at least part of the sheet can be imported now."""
        importable = self.preview is not None and self.preview.status in (FileStatus.IMPORTED, FileStatus.PARTLY)
        return self.result is None and self.state != "importing" and self.is_current and importable

    @property
    def is_complete(self) -> bool:
        """Whether every row is valid and no question is open."""
        return self.preview is not None and not self.preview.rejected and not self.preview.open_questions

    def needs_preview(self, revision: int) -> bool:
        """Returns whether the sheet needs a new preview at a store revision."""
        if self.result or self.state:
            return False
        if self.preview is None:
            return True
        if not self.can_be_opened:  # it stays that way
            return False
        return not self.is_current or (self._preview_revision != revision and self.preview.rows_read < LONG_SHEET)


@dataclass(slots=True, eq=False, weakref_slot=True)
class UploadQueue:
    """All files of one session, in the memory that one session may take. A new ``version`` empties the file field."""

    drafts: list[UploadDraft] = field(default_factory=list)
    work: BackgroundWork = field(default_factory=BackgroundWork)
    version: int = 0
    _last: int = 0
    _actor: Actor | None = None

    def __post_init__(self) -> None:
        visits.add(self, session_id())

    @property
    def held_bytes(self) -> int:
        """Bytes of the files that wait."""
        return sum(len(draft.data) for draft in list(self.drafts))

    @property
    def held_cells(self) -> int:
        """Cells of the sheets that are kept open."""
        return sum(cells_of(draft.workbook) for draft in list(self.drafts) if draft.workbook is not None)

    def clear(self) -> None:
        """Removes all files."""
        self.drafts.clear()

    def set_actor(self, actor: Actor) -> None:
        """Sets who acts; files added by another actor now belong to this one."""
        if self._actor not in (None, actor):
            for draft in self.drafts:
                hints = replace(draft.options.hints, partner=actor.partner or None)
                draft.options = replace(draft.options, hints=hints, replaces=None)
        self._actor = actor

    def add_files(self, files: Iterable[tuple[str, bytes]], hints: Hints) -> None:
        """Adds files; an archive adds each file in it."""
        self.work.add([(name, self._unpack_task(name, data, hints)) for name, data in files])
        self.version += 1

    def _unpack_task(self, name: str, data: bytes, hints: Hints) -> Task:
        def task(_progress: ProgressCallback) -> None:
            try:
                visits.check_room(self, len(data))
                sheets = unpacked(name, data)
                visits.check_room(self, sum(len(content) for _sheet, content in sheets))
            except RefusedFile as refusal:
                draft = self._new(name, b"", hints)
                draft.set_preview(FileReport.refused(name, refusal), draft.options, -1)
                return
            for sheet, content in sheets:
                self._new(sheet, content, hints)

        return task

    def _new(self, name: str, data: bytes, hints: Hints) -> UploadDraft:
        self._last += 1
        draft = UploadDraft(self._last, visible(name), data, Options(hints))
        self.drafts.append(draft)
        return draft

    def remove(self, draft: UploadDraft) -> None:
        """Removes a file without importing it."""
        self.drafts = [one for one in self.drafts if one is not draft]

    def preview_all(self, workspace: Workspace, actor: Actor) -> None:
        """Makes missing and outdated previews in the background."""
        revision = watch.revision()
        waiting = [draft for draft in self.drafts if draft.needs_preview(revision)]
        for draft in waiting:
            draft.state = "previewing"
        if waiting:
            # If only the store has changed, the page need not wait for the new figures.
            wait = not all(draft.is_current for draft in waiting)
            self.work.add([(draft.file, self._preview_task(workspace, actor, draft)) for draft in waiting], wait=wait)

    @property
    def is_awaited(self) -> bool:
        """Whether the user is waiting for the running tasks, rather than for refreshed figures only."""
        seen = [draft for draft in self.drafts if draft.result or (draft.is_current and draft.state != "importing")]
        return not self.work.idle.is_set() and (len(seen) < len(self.drafts) or not self.drafts)

    def import_drafts(self, workspace: Workspace, actor: Actor, drafts: Sequence[UploadDraft]) -> None:
        """Imports files in the background."""
        for draft in drafts:
            draft.state = "importing"
        self.work.add([(draft.file, self._import_task(workspace, actor, draft)) for draft in drafts])

    def _preview_task(self, workspace: Workspace, actor: Actor, draft: UploadDraft) -> Task:
        def task(progress: ProgressCallback) -> None:
            options, revision = draft.options, watch.revision()
            run = ImportRun(dry_run=True, progress=progress)
            report = _refused_on_error(draft, lambda: _import_file(workspace, actor, draft, options, run))
            draft.set_preview(report, options, revision)
            self._close_if_large(draft)
            if draft.state == "previewing":
                draft.state = ""

        return task

    def _import_task(self, workspace: Workspace, actor: Actor, draft: UploadDraft) -> Task:
        def task(progress: ProgressCallback) -> None:
            options = replace(draft.options, whole=draft.all_or_nothing)
            run = ImportRun(dry_run=False, progress=progress)
            report = _refused_on_error(draft, lambda: _import_file(workspace, actor, draft, options, run))
            watch.wrote()
            if report.status is FileStatus.REFUSED:
                draft.set_preview(report, draft.options, watch.revision())
                self._close_if_large(draft)
            else:
                draft.result, draft.workbook = report, None
            draft.state = ""

        return task

    def _close_if_large(self, draft: UploadDraft) -> None:
        """Closes the workbook of a draft if there is no room to keep it open; it is opened again for the import."""
        if draft not in self.drafts or not visits.has_room_for(self, 0):
            draft.workbook = None


def _import_file(
    workspace: Workspace, actor: Actor, draft: UploadDraft, options: Options, run: ImportRun
) -> FileReport:
    workbook = draft.workbook or opened(draft.file, draft.data, workspace.settings.largest_file)
    draft.workbook, draft.can_be_opened = workbook, True
    file = UploadedFile(draft.file, draft.data, workbook)
    return run_import(workspace, file, options, actor=actor, run=run)


def _refused_on_error(draft: UploadDraft, work: Callable[[], FileReport]) -> FileReport:
    try:
        return work()
    except LiaisonError as error:
        return FileReport.refused(draft.file, error)
    except Exception as error:
        # An error message may quote a cell: log only the kind of error.
        _log.error("Reading failed: %s", type(error).__name__)
        return FileReport(
            draft.file,
            FileStatus.REFUSED,
            message=_("This file could not be imported. Nothing was stored."),
            hint=_("Save it again as XLSX or CSV and upload that."),
        )
