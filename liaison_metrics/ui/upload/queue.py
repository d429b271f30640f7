"""The sheets on a visitor's desk, on their way from the drop to the store. Knows no page."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from liaison_metrics.errors import LiaisonError, RefusedFile
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.intake import FileReport, FileStatus, Options, import_file, unpacked
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Hints, Workbook
from liaison_metrics.sheets.opening import open_workbook
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.texts import _
from liaison_metrics.ui.upload.background import BackgroundWork, ProgressCallback, Task

LONG_SHEET = 20_000
"""Rows from which a sheet is not tried again only because something else was brought meanwhile."""

_log = logging.getLogger(__name__)


@dataclass(slots=True, eq=False)
class UploadDraft:
    """One sheet on its way to the store: the file, the options chosen for it, its preview and its result.

    ``preview`` stays visible while a new one is being made. ``state`` is "previewing" or "importing" while that runs or
    waits in the queue. With ``all_or_nothing`` the sheet is imported only if every row is valid. ``missing_upload`` is
    the upload that this sheet should have replaced and that somebody has undone since.
    """

    number: int
    file: str
    data: bytes
    options: Options = field(default_factory=Options)
    all_or_nothing: bool = False
    workbook: Workbook | None = None
    preview: FileReport | None = None
    result: FileReport | None = None
    state: str = ""
    confirming_undo: bool = False
    missing_upload: int | None = None
    _preview_options: Options | None = None
    _preview_revision: int = -1

    def add_answers(self, answers: Iterable[Answer]) -> None:
        """Takes answers, each in place of an earlier one about the same; the sheet has to be tried again."""
        by_subject = {(one.kind, one.value, one.sheet): one for one in (*self.options.answers, *answers)}
        self.options = replace(self.options, answers=tuple(by_subject.values()))

    def remove_answer(self, answer: Answer) -> None:
        """Takes an answer back."""
        kept = tuple(one for one in self.options.answers if one != answer)
        self.options = replace(self.options, answers=kept)

    def answer_to(self, kind: str, value: str, sheet: str = "") -> str | None:
        """Returns what was said of something, on an earlier sheet too; None where nothing was."""
        given = (*(self.preview.recalled if self.preview else ()), *self.options.answers)
        codes = [one.code for one in given if (one.kind, one.value) == (kind, value) and one.sheet in ("", sheet)]
        return codes[-1] if codes else None

    def replace_upload(self, upload: int | None) -> None:
        """Says which upload the sheet replaces."""
        if upload != self.options.replaces:
            self.options, self.missing_upload = replace(self.options, replaces=upload), None

    def forget_replaced(self) -> None:
        """Takes note that the upload which the sheet was to replace stands no longer."""
        missing_upload = self.options.replaces
        self.replace_upload(None)
        self.missing_upload = missing_upload

    def set_preview(self, report: FileReport, options: Options, revision: int) -> None:
        """Takes what a sheet would do, read with these options in that state of the store."""
        self.preview, self._preview_options, self._preview_revision = report, options, revision

    @property
    def is_current(self) -> bool:
        """Whether what is known of the sheet holds for all that was said of it."""
        return self.preview is not None and self._preview_options is self.options

    @property
    def is_ready(self) -> bool:
        """Whether something of the sheet can be imported as it stands."""
        importable = self.preview is not None and self.preview.status in (FileStatus.IMPORTED, FileStatus.PARTLY)
        return self.result is None and self.state != "importing" and self.is_current and importable

    @property
    def is_complete(self) -> bool:
        """Whether every row of the sheet counts as it stands."""
        return self.preview is not None and not self.preview.rejected and not self.preview.questions

    def needs_preview(self, revision: int) -> bool:
        """Returns whether the sheet has to be tried, in a state of the store."""
        if self.result or self.state:
            return False
        if self.preview is None:
            return True
        if self.workbook is None:  # what cannot be opened stays so
            return False
        return not self.is_current or (self._preview_revision != revision and self.preview.rows_read < LONG_SHEET)


@dataclass(slots=True, eq=False)
class UploadQueue:
    """All sheets of one visitor. ``round`` empties the file field when it moves."""

    drafts: list[UploadDraft] = field(default_factory=list)
    work: BackgroundWork = field(default_factory=BackgroundWork)
    version: int = 0
    _last: int = 0
    _actor: Actor | None = None

    def set_actor(self, actor: Actor) -> None:
        """Takes who acts; the sheets of another are those of this one from now on."""
        if self._actor not in (None, actor):
            for draft in self.drafts:
                hints = replace(draft.options.hints, partner=actor.partner or None)
                draft.options = replace(draft.options, hints=hints, replaces=None)
        self._actor = actor

    def add_files(self, files: Iterable[tuple[str, bytes]], hints: Hints) -> None:
        """Puts files on the desk; an archive gives the sheets in it."""
        self.work.add([(name, self._unpack_task(name, data, hints)) for name, data in files])
        self.version += 1

    def _unpack_task(self, name: str, data: bytes, hints: Hints) -> Task:
        def task(_progress: ProgressCallback) -> None:
            try:
                sheets = unpacked(name, data)
            except RefusedFile as refusal:
                draft = self._new(name, data, hints)
                draft.set_preview(FileReport.refused(name, refusal), draft.options, -1)
                return
            for sheet, content in sheets:
                self._new(sheet, content, hints)

        return task

    def _new(self, name: str, data: bytes, hints: Hints) -> UploadDraft:
        self._last += 1
        draft = UploadDraft(self._last, name, data, Options(hints))
        self.drafts.append(draft)
        return draft

    def remove(self, draft: UploadDraft) -> None:
        """Takes a sheet off the desk; nothing of it is kept."""
        self.drafts = [one for one in self.drafts if one is not draft]

    def preview_all(self, workspace: Workspace, actor: Actor) -> None:
        """Has it found out what sheets would do that have not been tried as they and the store are now."""
        revision = watch.revision()
        waiting = [draft for draft in self.drafts if draft.needs_preview(revision)]
        for draft in waiting:
            draft.state = "previewing"
        if waiting:
            # Where only the store moved, the page need not wait for the new figures.
            wait = not all(draft.is_current for draft in waiting)
            self.work.add([(draft.file, _preview_task(workspace, actor, draft)) for draft in waiting], wait=wait)

    @property
    def is_awaited(self) -> bool:
        """Whether somebody waits for the work that goes on: it is not only figures that are looked up again."""
        seen = [draft for draft in self.drafts if draft.result or (draft.is_current and draft.state != "importing")]
        return not self.work.idle.is_set() and (len(seen) < len(self.drafts) or not self.drafts)

    def import_drafts(self, workspace: Workspace, actor: Actor, drafts: Sequence[UploadDraft]) -> None:
        """Has sheets imported."""
        for draft in drafts:
            draft.state = "importing"
        self.work.add([(draft.file, _import_task(workspace, actor, draft)) for draft in drafts])


def _preview_task(workspace: Workspace, actor: Actor, draft: UploadDraft) -> Task:
    def task(progress: ProgressCallback) -> None:
        options, revision = draft.options, watch.revision()
        report = _refused_on_error(
            draft, lambda: _import_file(workspace, actor, draft, options, progress, dry_run=True)
        )
        draft.set_preview(report, options, revision)
        if draft.state == "previewing":
            draft.state = ""

    return task


def _import_task(workspace: Workspace, actor: Actor, draft: UploadDraft) -> Task:
    def task(progress: ProgressCallback) -> None:
        options = replace(draft.options, whole=draft.all_or_nothing)
        report = _refused_on_error(
            draft, lambda: _import_file(workspace, actor, draft, options, progress, dry_run=False)
        )
        watch.wrote()
        if report.status is FileStatus.REFUSED:
            draft.set_preview(report, draft.options, watch.revision())
        else:
            draft.result, draft.workbook = report, None
        draft.state = ""

    return task


def _import_file(
    workspace: Workspace,
    actor: Actor,
    draft: UploadDraft,
    options: Options,
    progress: ProgressCallback,
    *,
    dry_run: bool,
) -> FileReport:
    if draft.workbook is None:
        draft.workbook = open_workbook(draft.file, draft.data, workspace.settings.largest_file)
    return import_file(
        workspace, draft.file, draft.data, options,
        actor=actor, workbook=draft.workbook, dry_run=dry_run, progress=progress,
    )  # fmt: skip


def _refused_on_error(draft: UploadDraft, work: Callable[[], FileReport]) -> FileReport:
    try:
        return work()
    except LiaisonError as error:
        return FileReport.refused(draft.file, error)
    except Exception as error:
        # What went wrong may quote a cell: its kind is logged, its words are not.
        _log.error("Reading failed: %s", type(error).__name__)
        return FileReport(
            draft.file,
            FileStatus.REFUSED,
            message=_("This file could not be brought in; nothing of it was stored."),
            hint=_("Save it anew from the program that made it, as XLSX or CSV, and bring that."),
        )
