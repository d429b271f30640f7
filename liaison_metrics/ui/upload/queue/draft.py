"""One sheet on its way to the store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.answers.cells import corrected
from liaison_metrics.services.intake import FileReport, FileStatus, Options
from liaison_metrics.sheets.model import Workbook
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.texts import language

LONG_SHEET = 20_000
"""Rows from which a sheet's preview is not repeated just because the store has changed."""


@dataclass(slots=True, eq=False)
class UploadDraft:
    """One sheet on its way to the store: the file, the options chosen for it, its preview and its result.

    ``preview`` stays visible while a new one is being made. ``state`` is "previewing" or "importing" while that runs or
    waits in the queue. With ``all_or_nothing`` the sheet is imported only if every row is valid. ``missing_upload`` is
    the upload that this sheet should have replaced and that somebody has undone since. ``workbook`` is kept only while
    there is room for it; ``can_be_opened`` says whether it could be read. ``kept`` are the numbers under which the
    store keeps the sheet, by whose it was, with ``kept_options``; ``seen_options`` are those that the page showed last.
    ``times_added`` counts how often somebody added the same sheet.
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
    kept: dict[Actor, int] = field(default_factory=dict)
    kept_options: Options | None = None
    seen_options: Options | None = None
    times_added: int = 1
    _preview_options: Options | None = None
    _preview_revision: int = -1
    _preview_language: str = ""

    @property
    def read_workbook(self) -> Workbook:
        """The workbook as it is read: with the corrections of its cells. Raises ValueError if it is not kept open."""
        if self.workbook is None:
            raise ValueError("the workbook is not open")
        return corrected(self.workbook, self.options.answers)

    @property
    def may_be_imported(self) -> bool:
        """Whether the sheet can be imported now as the person wants it: in part, or only if every row is valid."""
        return self.is_ready and (self.is_complete or not self.all_or_nothing)

    @property
    def options_to_keep(self) -> Options:
        """The options as the store keeps them while the sheet waits."""
        return replace(self.options, whole=self.all_or_nothing)

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
        self._preview_language = language()

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
        if not self.is_current or self._preview_language != language():
            return True
        return self._preview_revision != revision and self.preview.rows_read < LONG_SHEET
