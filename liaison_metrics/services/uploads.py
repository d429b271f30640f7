"""Uploads: the list, the history, the remarks on their rows; undo, redo, and the original files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from liaison_metrics.domain.index import IndexChange
from liaison_metrics.errors import LostOriginal, UnknownUpload
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor, actor_of
from liaison_metrics.services.access.permissions import Resource, check, requires
from liaison_metrics.services.intake import FileReport, ImportRun, Options, UploadedFile, run_import
from liaison_metrics.services.intake.storing import recorded_upload
from liaison_metrics.services.preview import Preview, preview
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import RejectedRow
from liaison_metrics.store import uploads as stored
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.events import AsIf, read_event_decisions
from liaison_metrics.store.records import history as stored_history
from liaison_metrics.store.records import originals
from liaison_metrics.texts import _

State = stored_history.State
"""The states that the history can be filtered by: active, undone, with rejected rows, with open questions."""


@dataclass(frozen=True, slots=True)
class UploadSummary:
    """One upload: its file, what was counted in it, how many ``questions`` are unanswered, and when it was imported and
    undone (None: active)."""

    id: int
    file: str
    partner: str
    cities: tuple[str, ...]
    imported_at: datetime
    undone_at: datetime | None
    status: str
    rows_read: int
    attendances: int
    headcount: int
    headcount_rows: int
    not_counted: int
    repeated: int
    already_known: int
    rejected: int
    made_by: str = ""
    checksum: str = ""
    replaces: int | None = None
    questions: int = 0

    @property
    def uncounted(self) -> int:
        """The rows that were read but are not counted: staff and absent people, and repeated rows."""
        return self.not_counted + self.repeated


@dataclass(frozen=True, slots=True)
class Sums:
    """The number of active uploads, the sums of what was counted in them, and their unanswered questions."""

    uploads: int
    rows_read: int
    attendances: int
    headcount: int
    headcount_rows: int
    not_counted: int
    repeated: int
    already_known: int
    rejected: int
    questions: int


@dataclass(frozen=True, slots=True)
class UncountedRow:
    """A row that is not counted, and why: staff, absent or repeated."""

    sheet: str
    row: int
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question about an upload that only a person can answer."""

    kind: str
    value: str
    suggestions: tuple[str, ...]
    text: str
    sheet: str
    rows: tuple[int, ...]
    column: str


@dataclass(frozen=True, slots=True)
class UploadRemarks:
    """The remarks on an upload's rows: not counted, rejected, and open questions."""

    uncounted: tuple[UncountedRow, ...]
    rejected: tuple[RejectedRow, ...]
    questions: tuple[OpenQuestion, ...]


def latest(workspace: Workspace, limit: int | None = None, *, undone: bool = True) -> list[UploadSummary]:
    """Returns uploads, the latest first: at most *limit*, and the undone ones only with *undone*."""
    with workspace.store.reading() as connection:
        return [_summary(row) for row in stored.read_uploads(connection, limit=limit, undone=undone)]


@dataclass(frozen=True, slots=True)
class History:
    """How many uploads match, the latest of them, and by upload number the upload that replaced it (``followers``)."""

    total: int
    latest: list[UploadSummary]
    followers: Mapping[int, int]


def history(
    workspace: Workspace, most: int, made_by: str | None = None, state: State | None = None, words: str = ""
) -> History:
    """Returns the latest uploads, at most *most*, that match the filters: *made_by* (an actor's code), *state*, and
    *words* (a part of the file name, or the number)."""
    with workspace.store.reading() as connection:
        total, rows = stored_history.look_up(connection, most, made_by, state, words)
        followers = stored_history.followers(connection, [row["id"] for row in rows])
    return History(total, list(map(_summary, rows)), followers)


def uploaders(workspace: Workspace) -> list[str]:
    """Returns the codes of all actors with uploads."""
    with workspace.store.reading() as connection:
        return stored_history.uploaders(connection)


def find(workspace: Workspace, number: int) -> UploadSummary | None:
    """Returns the upload with this number, also an undone one; None where there is none."""
    with workspace.store.reading() as connection:
        row = _read(connection, number)
    return None if row is None else _summary(row)


def sums(workspace: Workspace) -> Sums:
    """Returns the sums over all active uploads."""
    with workspace.snapshot() as (_index, connection):
        return Sums(**stored_history.sums(connection))


def remarks(workspace: Workspace, upload: int, most: int | None = None) -> UploadRemarks:
    """Returns the remarks on an upload's rows; of each kind the first *most* (None: all)."""
    with workspace.store.reading() as connection:
        uncounted, rejected, questions = stored.read_remarks(connection, upload, most)
    encryption = Encryption(workspace.secret)
    return UploadRemarks(
        tuple(UncountedRow(r["sheet"], r["row"], r["column"], r["reason"]) for r in uncounted),
        tuple(
            RejectedRow(
                r["sheet"],
                r["row"],
                r["column"],
                encryption.decrypt(r["value"]),
                encryption.decrypt(r["reason"]),
                r["fix"],
            )
            for r in rejected
        ),
        tuple(
            OpenQuestion(
                q["kind"],
                encryption.decrypt(q["value"]),
                tuple(q["suggestions"]),
                encryption.decrypt(q["text"]),
                q["sheet"],
                tuple(q["rows"]),
                q["column"],
            )
            for q in questions
        ),
    )


@requires(Action.UPLOAD_UNDO)
def undo(workspace: Workspace, upload: int, actor: Actor) -> UploadSummary:
    """Undoes an upload: its facts are removed, and it stays in the history. Returns the undone upload.

    Raises UnknownUpload where there is no such upload or it was undone before, and NotAllowed for somebody else's.
    """
    with workspace.store.writing() as connection:
        row = _read(connection, upload)
        if row is None or row["undone_at"] is not None:
            raise UnknownUpload(
                _("There is no upload {number} that could be undone.").format(number=upload),
                hint=_("“uploads list” shows all uploads with their numbers."),
            )
        check(actor, Action.UPLOAD_UNDO, Resource.upload(row["made_by"]))
        stored.remove_facts(connection, [upload])
        undone = AuditEntry(AuditAction.UPLOAD_UNDO, AuditKind.UPLOAD, upload, before=recorded_upload(row))
        record(connection, workspace, actor, undone)
        return _summary(stored.read_uploads(connection, number=upload)[0])


def preview_undo(workspace: Workspace, upload: int) -> Preview:
    """Returns how the figures would change if an upload were undone. Changes nothing."""
    with workspace.store.reading() as connection:
        decisions = read_event_decisions(connection, as_if=AsIf(undone=[upload]))
    return preview(workspace, IndexChange(removed=[upload], events=decisions))


@requires(Action.UPLOAD_REDO)
def redo(workspace: Workspace, upload: int, actor: Actor) -> FileReport:
    """Restores an undone upload: reads the kept original again, with the same answers. Returns the import's report.

    Raises UnknownUpload where there is no such undone upload, NotAllowed for somebody else's, and LostOriginal where
    its file was not kept or cannot be opened.
    """
    with workspace.store.reading() as connection:
        row = _read(connection, upload)
    if row is None or row["undone_at"] is None:
        raise UnknownUpload(
            _("There is no undone upload {number} to restore.").format(number=upload),
            hint=_("The history shows which uploads have been undone."),
        )
    check(actor, Action.UPLOAD_REDO, Resource.upload(row["made_by"]))
    data = _original(workspace, upload)
    options = Options.from_json(Encryption(workspace.secret).decrypt(row["options"]))
    options = replace(options, replaces=row["replaces"])
    file, actor_then = UploadedFile(row["file"], data), actor_of(workspace.project, row["made_by"])
    return run_import(workspace, file, options, actor=actor_then, run=ImportRun(redo_of=upload, redone_by=actor))


@requires(Action.ORIGINAL_DOWNLOAD)
def original(workspace: Workspace, upload: int, actor: Actor) -> tuple[str, bytes]:
    """Returns the name and the content of an uploaded file, and records who opened it.

    Raises UnknownUpload, NotAllowed, and LostOriginal where the file was not kept or cannot be opened.
    """
    with workspace.store.reading() as connection:
        row = _read(connection, upload)
    if row is None:
        raise UnknownUpload(_("There is no upload {number}.").format(number=upload))
    check(actor, Action.ORIGINAL_DOWNLOAD, Resource.upload(row["made_by"]))
    data = _original(workspace, upload)
    with workspace.store.writing() as connection:
        originals.log_download(connection, upload, actor.code)
        record(connection, workspace, actor, AuditEntry(AuditAction.ORIGINAL_OPEN, AuditKind.UPLOAD, upload))
    return row["file"], data


def keeps_original(workspace: Workspace, upload: int) -> bool:
    """Returns whether the store has the original file of an upload."""
    with workspace.store.reading() as connection:
        return originals.keeps(connection, upload)


def fetches(workspace: Workspace, upload: int) -> list[tuple[str, datetime]]:
    """Returns who opened an upload's original file (actor's code) and when, the latest first."""
    with workspace.store.reading() as connection:
        return [(row["made_by"], row["made_at"]) for row in originals.read_downloads(connection, upload)]


def _original(workspace: Workspace, upload: int) -> bytes:
    with workspace.store.reading() as connection:
        encrypted = originals.read(connection, upload)
        row = _read(connection, upload)
    data = Encryption(workspace.secret).decrypt_file(encrypted, row["checksum"]) if encrypted and row else None
    if data is None:
        raise LostOriginal(
            _("The original file of upload {number} cannot be opened.").format(number=upload),
            hint=_("It was uploaded before originals were kept, or with another secret key. Upload the file again."),
        )
    return data


def _read(connection: Connection, upload: int) -> stored.Row | None:
    return next(iter(stored.read_uploads(connection, number=upload)), None)


def as_json(upload: UploadSummary) -> dict[str, Any]:
    """Returns an upload as the command line's JSON shows it."""
    undone = upload.undone_at.isoformat() if upload.undone_at else None
    return asdict(upload) | {"imported_at": upload.imported_at.isoformat(), "undone_at": undone}


def _summary(row: stored.Row) -> UploadSummary:
    return UploadSummary(**{name: row[name] for name in UploadSummary.__slots__})
