"""What was brought so far, and taking it back."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from liaison_metrics.errors import UnknownUpload
from liaison_metrics.sealing import Seal
from liaison_metrics.store import uploads as stored
from liaison_metrics.texts import _
from liaison_metrics.workspace import Workspace


@dataclass(frozen=True, slots=True)
class UploadSummary:
    """One upload: the file, when it came, what it held, and whether it stands or was undone."""

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


@dataclass(frozen=True, slots=True)
class UncountedRow:
    """A row that does not count and why: staff, absent or repeated."""

    sheet: str
    row: int
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that was rejected: what was found, why not, how to fix it."""

    sheet: str
    row: int
    column: str
    value: str
    reason: str
    fix: str


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """What only a person can say about an upload."""

    kind: str
    value: str
    suggestions: tuple[str, ...]
    text: str
    sheet: str
    rows: tuple[int, ...]
    column: str


@dataclass(frozen=True, slots=True)
class Remarks:
    """All that an upload's report said besides its figures."""

    uncounted: tuple[UncountedRow, ...]
    rejected: tuple[Rejected, ...]
    questions: tuple[OpenQuestion, ...]


def latest(workspace: Workspace, limit: int | None = None, *, undone: bool = True) -> list[UploadSummary]:
    """Returns uploads, latest first; with *undone* also those that were taken back."""
    with workspace.store.reading() as connection:
        return [_summary(row) for row in stored.read_uploads(connection, limit=limit, undone=undone)]


def remarks(workspace: Workspace, upload: int) -> Remarks:
    """Returns what was said of an upload's rows: not counted, rejected, asked."""
    with workspace.store.reading() as connection:
        uncounted, rejected, questions = stored.read_remarks(connection, upload)
    seal = Seal(workspace.secret)
    return Remarks(
        tuple(UncountedRow(r["sheet"], r["row"], r["column"], r["reason"]) for r in uncounted),
        tuple(
            Rejected(r["sheet"], r["row"], r["column"], seal.open(r["value"]), seal.open(r["reason"]), r["fix"])
            for r in rejected
        ),
        tuple(
            OpenQuestion(
                q["kind"],
                seal.open(q["value"]),
                tuple(q["suggestions"]),
                seal.open(q["text"]),
                q["sheet"],
                tuple(q["rows"]),
                q["column"],
            )
            for q in questions
        ),
    )


def undo(workspace: Workspace, upload: int) -> UploadSummary:
    """Takes an upload's facts away, as if it had never been brought; it stays in the history.

    Raises UnknownUpload when there is no such upload or it was undone before.
    """
    with workspace.store.writing() as connection:
        found = stored.read_uploads(connection, number=upload)
        if not found or found[0]["undone_at"] is not None:
            raise UnknownUpload(
                _("There is no upload {number} that could be undone.").format(number=upload),
                hint=_("“uploads list” shows all uploads with their numbers."),
            )
        stored.remove_facts(connection, [upload])
        return _summary(stored.read_uploads(connection, number=upload)[0])


def as_json(upload: UploadSummary) -> dict[str, Any]:
    """Returns an upload in the form that other programs rely on."""
    undone = upload.undone_at.isoformat() if upload.undone_at else None
    return asdict(upload) | {"imported_at": upload.imported_at.isoformat(), "undone_at": undone}


def _summary(row: stored.Row) -> UploadSummary:
    return UploadSummary(**{name: row[name] for name in UploadSummary.__slots__})
