"""What an upload holds: the remarks on its rows, and its original file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from liaison_metrics.errors import LostOriginal
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import check, requires
from liaison_metrics.services.answers.cells import CELL
from liaison_metrics.services.intake import Options
from liaison_metrics.services.intake.workbooks.retelling import retold
from liaison_metrics.services.uploads.listing import read_row, resource_of
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import RejectedRow
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.store import uploads as stored
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.records.forgotten import read_purge
from liaison_metrics.store.records.uploads import originals
from liaison_metrics.texts import _


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
    """The remarks on an upload's rows: not counted, rejected, and open questions; and the corrections of its cells."""

    uncounted: tuple[UncountedRow, ...]
    rejected: tuple[RejectedRow, ...]
    questions: tuple[OpenQuestion, ...]
    corrections: tuple[Answer, ...] = ()


@requires(Action.UPLOAD_ROWS_READ)
def remarks(workspace: Workspace, upload: int, most: int | None = None, *, actor: Actor) -> UploadRemarks:
    """Returns the remarks on an upload's rows; of each kind the first *most* (None: all).

    Raises UnknownUpload, and NotAllowed for somebody else's.
    """
    with workspace.store.reading() as connection:
        check(actor, Action.UPLOAD_ROWS_READ, resource_of(connection, upload))
        uncounted, rejected, questions = stored.read_remarks(connection, upload, most)
        row = read_row(connection, upload)
    encryption = Encryption(workspace.secret)
    answers = Options.from_json(encryption.decrypt(row["options"]) if row else "").answers
    return UploadRemarks(
        tuple(UncountedRow(r["sheet"], r["row"], r["column"], r["reason"]) for r in uncounted),
        tuple(
            RejectedRow(
                r["sheet"],
                r["row"],
                r["column"],
                encryption.decrypt(r["value"]),
                retold(encryption.decrypt(r["reason"])),
                retold(r["fix"]),
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
        tuple(answer for answer in answers if answer.kind == CELL),
    )


@requires(Action.ORIGINAL_DOWNLOAD)
def original(workspace: Workspace, upload: int, actor: Actor) -> tuple[str, bytes]:
    """Returns the name and the content of an uploaded file, and records who opened it.

    Raises UnknownUpload, NotAllowed, and LostOriginal where the file was not kept or cannot be opened.
    """
    with workspace.store.reading() as connection:
        check(actor, Action.ORIGINAL_DOWNLOAD, resource_of(connection, upload))
        row = read_row(connection, upload)
        data = kept_file(connection, workspace.secret, upload)
    with workspace.store.writing() as connection:
        originals.log_download(connection, upload, actor.code)
        record(connection, workspace, actor, AuditEntry(AuditAction.ORIGINAL_OPEN, AuditKind.UPLOAD, upload))
    return row["file"] if row else "", data


@requires(Action.UPLOAD_READ)
def keeps_original(workspace: Workspace, upload: int, actor: Actor) -> bool:
    """Returns whether the store has the original file of an upload. Raises UnknownUpload, and NotAllowed for somebody
    else's."""
    with workspace.store.reading() as connection:
        check(actor, Action.UPLOAD_READ, resource_of(connection, upload))
        return originals.keeps(connection, upload)


@requires(Action.UPLOAD_READ)
def fetches(workspace: Workspace, upload: int, actor: Actor) -> list[tuple[str, datetime]]:
    """Returns who opened an upload's original file (actor's code) and when, the latest first. Raises UnknownUpload, and
    NotAllowed for somebody else's."""
    with workspace.store.reading() as connection:
        check(actor, Action.UPLOAD_READ, resource_of(connection, upload))
        return [(row["made_by"], row["made_at"]) for row in originals.read_downloads(connection, upload)]


def kept_file(connection: Connection, secret: bytes, upload: int) -> bytes:
    """Returns the original file of an upload. Raises LostOriginal where it was not kept or cannot be opened."""
    encrypted, row = originals.read(connection, upload), read_row(connection, upload)
    data = Encryption(secret).decrypt_file(encrypted, row["checksum"]) if encrypted and row else None
    if data is None and (purge := read_purge(connection)):
        raise LostOriginal(
            _("The original file of upload {number} was deleted on {day}.").format(
                number=upload, day=f"{purge['made_at']:%Y-%m-%d}"
            ),
            hint=_("All personal data were deleted at the end of the retention time. The figures stay."),
        )
    if data is None:
        raise LostOriginal(
            _("The original file of upload {number} cannot be opened.").format(number=upload),
            hint=_("It was uploaded before originals were kept, or with another secret key. Upload the file again."),
        )
    return data
