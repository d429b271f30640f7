"""The files of a session that wait to be imported. Does not depend on Streamlit."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from liaison_metrics.errors import LiaisonError, RefusedFile
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.figures.preview import Effect
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
from liaison_metrics.services.uploads import waiting
from liaison_metrics.services.uploads.together import SheetToImport, preview_together
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Hints
from liaison_metrics.texts import _
from liaison_metrics.ui.upload.queue.background import BackgroundWork, ProgressCallback, Task
from liaison_metrics.ui.upload.queue.budget import cells_of, session_id, visits
from liaison_metrics.ui.upload.queue.draft import UploadDraft

CHOSEN = "chosen"
"""What comes next once somebody has said who they are: adding sheets."""

_log = logging.getLogger(__name__)


@dataclass(slots=True, eq=False, weakref_slot=True)
class UploadQueue:
    """All files of one session, in the memory that one session may take. A new ``version`` empties the file field.

    ``attention`` names what comes next for the person, for the focus of the keyboard. ``together`` is the effect of
    importing all sheets that are ready, as of what ``together_of`` says.
    """

    drafts: list[UploadDraft] = field(default_factory=list)
    work: BackgroundWork = field(default_factory=BackgroundWork)
    version: int = 0
    attention: str = ""
    together: Sequence[Effect] = ()
    together_of: object = None
    _last: int = 0
    _actor: Actor | None = None
    _loaded: set[Actor] = field(default_factory=set)
    _removed: list[UploadDraft] = field(default_factory=list)

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
        """Lets all files go from memory. The store keeps them."""
        self.drafts.clear()
        self._loaded.clear()

    def load(self, workspace: Workspace, actor: Actor) -> None:
        """Removes from the store what was removed here, and adds what the store keeps from an earlier visit."""
        for draft in self._removed:
            _forget(workspace, draft)
        self._removed.clear()
        if actor in self._loaded:
            return
        self._loaded.add(actor)
        known = {number for draft in self.drafts for number in draft.kept.values()}
        for sheet in waiting.waiting_sheets(workspace, actor):
            if sheet.number in known or not visits.has_room(self, len(sheet.data)):
                continue
            before = self.attention
            draft = self._new(sheet.file, sheet.data, sheet.options.hints)
            self.attention = before
            draft.options, draft.all_or_nothing = replace(sheet.options, whole=False), sheet.options.whole
            draft.kept[actor], draft.kept_options = sheet.number, draft.options_to_keep

    def set_actor(self, actor: Actor) -> None:
        """Sets who acts; files added by another actor now belong to this one."""
        if self._actor not in (None, actor):
            for draft in self.drafts:
                hints = replace(draft.options.hints, partner=actor.partner or None)
                draft.options = replace(draft.options, hints=hints, replaces=None)
        if self._actor != actor and actor.account is None:
            self.attention = CHOSEN
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
                self._add(sheet, content, hints)

        return task

    def _add(self, name: str, data: bytes, hints: Hints) -> None:
        """Adds a sheet. If the same one waits already, nothing is added and that one comes next."""
        for draft in self.drafts:
            if not draft.result and (draft.file, draft.data) == (visible(name), data) and draft.options.hints == hints:
                draft.times_added += 1
                self.attention = f"read-{draft.number}"
                return
        self._new(name, data, hints)

    def _new(self, name: str, data: bytes, hints: Hints) -> UploadDraft:
        self._last += 1
        self.attention = f"read-{self._last}"
        draft = UploadDraft(self._last, visible(name), data, Options(hints))
        self.drafts.append(draft)
        return draft

    def remove(self, draft: UploadDraft) -> None:
        """Removes a file without importing it."""
        self.drafts = [one for one in self.drafts if one is not draft]
        self._removed.append(draft)

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
    def to_import(self) -> list[UploadDraft]:
        """The sheets that can be imported now."""
        return [draft for draft in list(self.drafts) if draft.may_be_imported]

    @property
    def comes_together(self) -> bool:
        """Whether to import several sheets is what comes next: the sheet that was read last is ready, and so are
        others."""
        ready = self.to_import
        return len(ready) > 1 and any(
            self.attention == f"read-{one.number}" for one in ready if not one.options.answers
        )

    def preview_together(self, workspace: Workspace, actor: Actor) -> None:
        """Computes ``together``, the effect of importing all sheets that are ready, in the background. One sheet alone
        has its own preview."""
        drafts, revision = self.to_import, watch.revision()
        state = revision, [(draft.number, id(draft.options), draft.all_or_nothing) for draft in drafts]
        if len(drafts) < 2 or self.together_of == state:
            return
        self.together, self.together_of = (), state

        def task(_progress: ProgressCallback) -> None:
            sheets = [
                SheetToImport(UploadedFile(draft.file, draft.data, draft.workbook), draft.options) for draft in drafts
            ]
            effects = preview_together(workspace, sheets, actor)
            if self.together_of == state:
                self.together = effects

        self.work.add([("", task)], wait=False)

    @property
    def is_awaited(self) -> bool:
        """Whether the user is waiting for the running tasks, rather than for refreshed figures only."""
        seen = [draft for draft in self.drafts if draft.result or (draft.is_current and draft.state != "importing")]
        return not self.work.idle.is_set() and (len(seen) < len(self.drafts) or not self.drafts)

    def import_drafts(self, workspace: Workspace, actor: Actor, drafts: Sequence[UploadDraft]) -> None:
        """Imports files in the background."""
        self.attention = f"imported-{drafts[0].number}" if drafts else ""
        for draft in drafts:
            draft.state = "importing"
        self.work.add([(draft.file, self._import_task(workspace, actor, draft)) for draft in drafts])

    def _preview_task(self, workspace: Workspace, actor: Actor, draft: UploadDraft) -> Task:
        def task(progress: ProgressCallback) -> None:
            options, revision = draft.options, watch.revision()
            run = ImportRun(dry_run=True, progress=progress)
            report = _refused_on_error(draft, lambda: _import_file(workspace, actor, draft, options, run))
            draft.set_preview(report, options, revision)
            if draft.can_be_opened and draft in self.drafts:
                _keep(workspace, draft, actor)
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
                _forget(workspace, draft)
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


def _keep(workspace: Workspace, draft: UploadDraft, actor: Actor) -> None:
    """Keeps a draft in the store, with its options as they are now."""
    options = draft.options_to_keep
    if draft.kept_options == options and actor in draft.kept:
        return
    try:
        if actor in draft.kept:
            waiting.change_options(workspace, draft.kept[actor], options, actor)
        else:
            draft.kept[actor] = waiting.keep(workspace, draft.file, draft.data, options, actor)
        draft.kept_options = options
    except LiaisonError as error:  # it waits in memory alone
        _log.warning("A waiting sheet was not kept: %s", error.name)


def _forget(workspace: Workspace, draft: UploadDraft) -> None:
    for owner, number in draft.kept.items():
        try:
            waiting.remove(workspace, [number], owner)
        except LiaisonError as error:  # it goes when it is too old
            _log.warning("A waiting sheet was not removed: %s", error.name)
    draft.kept.clear()


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
