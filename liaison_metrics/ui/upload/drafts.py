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
from liaison_metrics.ui.upload.background import Step, Tell, Work

LONG = 20_000
"""Rows from which a sheet is not tried again only because something else was brought meanwhile."""

_log = logging.getLogger(__name__)


@dataclass(slots=True, eq=False)
class Draft:
    """One sheet: the file, what was said of it, and what it would do (``tried``) or did (``done``).

    ``tried`` stays to be looked at while the sheet is tried again. ``doing`` is "trying" or "importing" while that goes
    on or waits for its turn; with ``whole`` the sheet comes with every row or not at all. ``gone`` is the upload whose
    place it was to take, where somebody undid that meanwhile.
    """

    number: int
    file: str
    data: bytes
    options: Options = field(default_factory=Options)
    whole: bool = False
    workbook: Workbook | None = None
    tried: FileReport | None = None
    done: FileReport | None = None
    doing: str = ""
    undoing: bool = False
    gone: int | None = None
    _tried_with: Options | None = None
    _tried_at: int = -1

    def say(self, answers: Iterable[Answer]) -> None:
        """Takes answers, each in place of an earlier one about the same; the sheet has to be tried again."""
        about = {(one.kind, one.value, one.sheet): one for one in (*self.options.answers, *answers)}
        self.options = replace(self.options, answers=tuple(about.values()))

    def unsay(self, answer: Answer) -> None:
        """Takes an answer back."""
        kept = tuple(one for one in self.options.answers if one != answer)
        self.options = replace(self.options, answers=kept)

    def said(self, kind: str, value: str, sheet: str = "") -> str | None:
        """Returns what was said of something, on an earlier sheet too; None where nothing was."""
        given = (*(self.tried.recalled if self.tried else ()), *self.options.answers)
        codes = [one.code for one in given if (one.kind, one.value) == (kind, value) and one.sheet in ("", sheet)]
        return codes[-1] if codes else None

    def takes_place_of(self, upload: int | None) -> None:
        """Says which upload the sheet replaces."""
        if upload != self.options.replaces:
            self.options, self.gone = replace(self.options, replaces=upload), None

    def stands_alone(self) -> None:
        """Takes note that the upload which the sheet was to replace stands no longer."""
        gone = self.options.replaces
        self.takes_place_of(None)
        self.gone = gone

    def tried_as(self, report: FileReport, options: Options, revision: int) -> None:
        """Takes what a sheet would do, read with these options in that state of the store."""
        self.tried, self._tried_with, self._tried_at = report, options, revision

    @property
    def is_current(self) -> bool:
        """Whether what is known of the sheet holds for all that was said of it."""
        return self.tried is not None and self._tried_with is self.options

    @property
    def is_ready(self) -> bool:
        """Whether something of the sheet can be imported as it stands."""
        can = self.tried is not None and self.tried.status in (FileStatus.IMPORTED, FileStatus.PARTLY)
        return self.done is None and self.doing != "importing" and self.is_current and can

    @property
    def is_whole(self) -> bool:
        """Whether every row of the sheet counts as it stands."""
        return self.tried is not None and not self.tried.rejected and not self.tried.questions

    def is_to_be_tried(self, revision: int) -> bool:
        """Returns whether the sheet has to be tried, in a state of the store."""
        if self.done or self.doing:
            return False
        if self.tried is None:
            return True
        if self.workbook is None:  # what cannot be opened stays so
            return False
        return not self.is_current or (self._tried_at != revision and self.tried.rows_read < LONG)


@dataclass(slots=True, eq=False)
class Desk:
    """All sheets of one visitor. ``round`` empties the file field when it moves."""

    drafts: list[Draft] = field(default_factory=list)
    work: Work = field(default_factory=Work)
    round: int = 0
    _last: int = 0
    _party: Actor | None = None

    def serve(self, actor: Actor) -> None:
        """Takes who acts; the sheets of another are those of this one from now on."""
        if self._party not in (None, actor):
            for draft in self.drafts:
                hints = replace(draft.options.hints, partner=actor.partner or None)
                draft.options = replace(draft.options, hints=hints, replaces=None)
        self._party = actor

    def take(self, files: Iterable[tuple[str, bytes]], hints: Hints) -> None:
        """Puts files on the desk; an archive gives the sheets in it."""
        self.work.add([(name, self._taking(name, data, hints)) for name, data in files])
        self.round += 1

    def _taking(self, name: str, data: bytes, hints: Hints) -> Step:
        def step(_tell: Tell) -> None:
            try:
                sheets = unpacked(name, data)
            except RefusedFile as refusal:
                draft = self._new(name, data, hints)
                draft.tried_as(FileReport.refused(name, refusal), draft.options, -1)
                return
            for sheet, content in sheets:
                self._new(sheet, content, hints)

        return step

    def _new(self, name: str, data: bytes, hints: Hints) -> Draft:
        self._last += 1
        draft = Draft(self._last, name, data, Options(hints))
        self.drafts.append(draft)
        return draft

    def leave(self, draft: Draft) -> None:
        """Takes a sheet off the desk; nothing of it is kept."""
        self.drafts = [one for one in self.drafts if one is not draft]

    def try_all(self, workspace: Workspace, actor: Actor) -> None:
        """Has it found out what sheets would do that have not been tried as they and the store are now."""
        revision = watch.revision()
        waiting = [draft for draft in self.drafts if draft.is_to_be_tried(revision)]
        for draft in waiting:
            draft.doing = "trying"
        if waiting:
            # Where only the store moved, the page need not wait for the new figures.
            wait = not all(draft.is_current for draft in waiting)
            self.work.add([(draft.file, _trying(workspace, actor, draft)) for draft in waiting], wait=wait)

    @property
    def is_waited_for(self) -> bool:
        """Whether somebody waits for the work that goes on: it is not only figures that are looked up again."""
        seen = [draft for draft in self.drafts if draft.done or (draft.is_current and draft.doing != "importing")]
        return not self.work.over.is_set() and (len(seen) < len(self.drafts) or not self.drafts)

    def bring(self, workspace: Workspace, actor: Actor, drafts: Sequence[Draft]) -> None:
        """Has sheets imported."""
        for draft in drafts:
            draft.doing = "importing"
        self.work.add([(draft.file, _bringing(workspace, actor, draft)) for draft in drafts])


def _trying(workspace: Workspace, actor: Actor, draft: Draft) -> Step:
    def step(tell: Tell) -> None:
        options, revision = draft.options, watch.revision()
        report = _safely(draft, lambda: _import(workspace, actor, draft, options, tell, dry_run=True))
        draft.tried_as(report, options, revision)
        if draft.doing == "trying":
            draft.doing = ""

    return step


def _bringing(workspace: Workspace, actor: Actor, draft: Draft) -> Step:
    def step(tell: Tell) -> None:
        options = replace(draft.options, whole=draft.whole)
        report = _safely(draft, lambda: _import(workspace, actor, draft, options, tell, dry_run=False))
        watch.wrote()
        if report.status is FileStatus.REFUSED:
            draft.tried_as(report, draft.options, watch.revision())
        else:
            draft.done, draft.workbook = report, None
        draft.doing = ""

    return step


def _import(
    workspace: Workspace, actor: Actor, draft: Draft, options: Options, tell: Tell, *, dry_run: bool
) -> FileReport:
    if draft.workbook is None:
        draft.workbook = open_workbook(draft.file, draft.data, workspace.settings.largest_file)
    return import_file(
        workspace, draft.file, draft.data, options,
        actor=actor, workbook=draft.workbook, dry_run=dry_run, progress=tell,
    )  # fmt: skip


def _safely(draft: Draft, work: Callable[[], FileReport]) -> FileReport:
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
