"""What was brought so far, and taking it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from liaison_metrics.errors import LostOriginal, NotAllowed, UnknownUpload
from liaison_metrics.services.access.actors import COORDINATOR, Actor, actor_of
from liaison_metrics.services.intake import FileReport, Options, import_file
from liaison_metrics.services.preview import Preview, preview
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store import history as looking
from liaison_metrics.store import originals
from liaison_metrics.store import uploads as stored
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.texts import _

State = looking.State
"""What the history can be narrowed to: uploads that stand, were undone, have rejected rows or open questions."""


@dataclass(frozen=True, slots=True)
class UploadSummary:
    """One upload: the file, when it came, what it held, how many ``questions`` about it are open, and whether it stands
    or was undone."""

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


@dataclass(frozen=True, slots=True)
class Sums:
    """The uploads that stand, what their reports counted, and the questions about them that are open."""

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
class UploadRemarks:
    """All that an upload's report said besides its figures."""

    uncounted: tuple[UncountedRow, ...]
    rejected: tuple[Rejected, ...]
    questions: tuple[OpenQuestion, ...]


def latest(workspace: Workspace, limit: int | None = None, *, undone: bool = True) -> list[UploadSummary]:
    """Returns uploads, latest first; with *undone* also those that were taken back."""
    with workspace.store.reading() as connection:
        return [_summary(row) for row in stored.read_uploads(connection, limit=limit, undone=undone)]


@dataclass(frozen=True, slots=True)
class History:
    """How many uploads were found, the latest of them, and by their numbers the uploads that took their places."""

    total: int
    latest: list[UploadSummary]
    followers: Mapping[int, int]


def history(
    workspace: Workspace, most: int, made_by: str | None = None, state: State | None = None, words: str = ""
) -> History:
    """Returns the uploads of a party and in a state, where those are given, whose file or number *words* name; at most
    so many are read, the latest."""
    with workspace.store.reading() as connection:
        total, found = looking.look_up(connection, most, made_by, state, words)
        followers = looking.followers(connection, [row["id"] for row in found])
    return History(total, list(map(_summary, found)), followers)


def uploaders(workspace: Workspace) -> list[str]:
    """Returns who brought anything so far, by their codes."""
    with workspace.store.reading() as connection:
        return looking.uploaders(connection)


def one(workspace: Workspace, number: int) -> UploadSummary | None:
    """Returns the upload of a number, also where it was taken back; None where there is none."""
    with workspace.store.reading() as connection:
        found = stored.read_uploads(connection, number=number)
    return _summary(found[0]) if found else None


def sums(workspace: Workspace) -> Sums:
    """Returns what the uploads that stand held, together."""
    with workspace.snapshot() as (_index, connection):
        return Sums(**looking.sums(connection))


def remarks(workspace: Workspace, upload: int, most: int | None = None) -> UploadRemarks:
    """Returns what was said of an upload's rows: not counted, rejected, asked; of each the first, where *most* says how
    many."""
    with workspace.store.reading() as connection:
        uncounted, rejected, questions = stored.read_remarks(connection, upload, most)
    encryption = Encryption(workspace.secret)
    return UploadRemarks(
        tuple(UncountedRow(r["sheet"], r["row"], r["column"], r["reason"]) for r in uncounted),
        tuple(
            Rejected(
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


def undo(workspace: Workspace, upload: int, actor: Actor = COORDINATOR) -> UploadSummary:
    """Takes an upload's facts away, as if it had never been brought; it stays in the history.

    Raises UnknownUpload when there is no such upload, it was undone before, or another party brought it.
    """
    with workspace.store.writing() as connection:
        _standing(connection, upload, actor)
        stored.remove_facts(connection, [upload])
        return _summary(stored.read_uploads(connection, number=upload)[0])


def preview_undo(workspace: Workspace, upload: int) -> Preview:
    """Returns what undoing an upload would do to the figures."""
    return preview(workspace, removed=[upload])


def redo(workspace: Workspace, upload: int, actor: Actor = COORDINATOR) -> FileReport:
    """Brings an undone upload back, read again from the kept original as it was read then; returns what became of it.

    Raises UnknownUpload where there is no such undone upload or another party brought it, and LostOriginal where its
    file was not kept or cannot be opened.
    """
    with workspace.store.reading() as connection:
        found = stored.read_uploads(connection, number=upload)
    if not found or found[0]["undone_at"] is None or not actor.may_change(found[0]["made_by"]):
        raise UnknownUpload(
            _("There is no upload {number} that could be brought back.").format(number=upload),
            hint=_("See the history for what was undone; a partner can bring back what it brought itself."),
        )
    row, data = found[0], _original(workspace, upload)
    options = Options.from_json(Encryption(workspace.secret).decrypt(row["options"]))
    return import_file(workspace, row["file"], data, options, actor=actor_of(row["made_by"]), number=upload)


def original(workspace: Workspace, upload: int, actor: Actor) -> tuple[str, bytes]:
    """Returns name and content of the file that was brought, and notes who opened it.

    Raises NotAllowed for anybody but the coordinator, UnknownUpload and LostOriginal where there is none.
    """
    if not actor.is_coordinator:
        raise NotAllowed(
            _("Only the coordinator can open the original files."),
            hint=_("They hold people’s names; ask the coordinator if you need one."),
        )
    with workspace.store.reading() as connection:
        found = stored.read_uploads(connection, number=upload)
    if not found:
        raise UnknownUpload(_("There is no upload {number}.").format(number=upload))
    data = _original(workspace, upload)
    with workspace.store.writing() as connection:
        originals.log_download(connection, upload, actor.code)
    return found[0]["file"], data


def keeps_original(workspace: Workspace, upload: int) -> bool:
    """Returns whether the file of an upload is in the store."""
    with workspace.store.reading() as connection:
        return originals.keeps(connection, upload)


def fetches(workspace: Workspace, upload: int) -> list[tuple[str, datetime]]:
    """Returns who opened an upload's original and when, the latest first."""
    with workspace.store.reading() as connection:
        return [(row["made_by"], row["made_at"]) for row in originals.read_downloads(connection, upload)]


def _original(workspace: Workspace, upload: int) -> bytes:
    with workspace.store.reading() as connection:
        sealed = originals.read(connection, upload)
        found = stored.read_uploads(connection, number=upload)
    data = Encryption(workspace.secret).decrypt_file(sealed, found[0]["checksum"]) if sealed and found else None
    if data is None:
        raise LostOriginal(
            _("The original file of upload {number} cannot be opened.").format(number=upload),
            hint=_("It was brought before originals were kept, or under another secret key. Bring the file again."),
        )
    return data


def _standing(connection: Connection, upload: int, actor: Actor) -> None:
    found = stored.read_uploads(connection, number=upload)
    if not found or found[0]["undone_at"] is not None:
        raise UnknownUpload(
            _("There is no upload {number} that could be undone.").format(number=upload),
            hint=_("“uploads list” shows all uploads with their numbers."),
        )
    if not actor.may_change(found[0]["made_by"]):
        raise NotAllowed(
            _("Upload {number} was brought by somebody else.").format(number=upload),
            hint=_("A partner can undo what it brought itself; ask the coordinator about other sheets."),
        )


def as_json(upload: UploadSummary) -> dict[str, Any]:
    """Returns an upload in the form that other programs rely on."""
    undone = upload.undone_at.isoformat() if upload.undone_at else None
    return asdict(upload) | {"imported_at": upload.imported_at.isoformat(), "undone_at": undone}


def _summary(row: stored.Row) -> UploadSummary:
    return UploadSummary(**{name: row[name] for name in UploadSummary.__slots__})
