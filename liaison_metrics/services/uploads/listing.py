"""The list of uploads and its history, as far as somebody may see them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.errors import UnknownUpload
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.figure_queries import check_figures
from liaison_metrics.services.access.permissions import Resource, allows, check, requires
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store import uploads as stored
from liaison_metrics.store.records.uploads import history as stored_history
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


@requires(Action.UPLOAD_READ)
def latest(workspace: Workspace, limit: int | None = None, *, undone: bool = True, actor: Actor) -> list[UploadSummary]:
    """Returns the uploads that the actor may see, the latest first: at most *limit*, and the undone ones only with
    *undone*."""
    with workspace.store.reading() as connection:
        made_by = _readable(stored_history.uploaders(connection), actor)
        rows = stored.read_uploads(connection, limit=limit, undone=undone, made_by=made_by)
        return list(map(summary_of, rows))


def _readable(uploaders: Iterable[str], actor: Actor) -> list[str]:
    """Returns those whose uploads the actor may see, by their codes."""
    return [one for one in uploaders if allows(actor, Action.UPLOAD_READ, Resource.upload(one))]


@dataclass(frozen=True, slots=True)
class History:
    """How many uploads match, the latest of them, and by upload number the upload that replaced it (``followers``)."""

    total: int
    latest: list[UploadSummary]
    followers: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class UploadChoice:
    """Which uploads: those *made_by* an actor (its code), in a *state*, with *words* in their file name or number."""

    made_by: str | None = None
    state: State | None = None
    words: str = ""


ALL = UploadChoice()


@requires(Action.UPLOAD_READ)
def history(workspace: Workspace, most: int, choice: UploadChoice = ALL, *, actor: Actor) -> History:
    """Returns the latest of the chosen uploads that the actor may see, at most *most*."""
    with workspace.store.reading() as connection:
        made_by = _readable(stored_history.uploaders(connection), actor)
        made_by = [one for one in made_by if choice.made_by in (None, one)]
        total, rows = stored_history.look_up(connection, most, made_by, choice.state, choice.words)
        followers = stored_history.followers(connection, [row["id"] for row in rows])
    return History(total, list(map(summary_of, rows)), followers)


@requires(Action.UPLOAD_READ)
def uploaders(workspace: Workspace, actor: Actor) -> list[str]:
    """Returns the codes of those with uploads that the actor may see."""
    with workspace.store.reading() as connection:
        return _readable(stored_history.uploaders(connection), actor)


@requires(Action.UPLOAD_READ)
def find(workspace: Workspace, number: int, actor: Actor) -> UploadSummary | None:
    """Returns the upload with this number, also an undone one; None where there is none. Raises NotAllowed for somebody
    else's."""
    with workspace.store.reading() as connection:
        row = read_row(connection, number)
    if row is None:
        return None
    check(actor, Action.UPLOAD_READ, Resource.upload(row["made_by"]))
    return summary_of(row)


@requires(Action.FIGURES_READ)
def sums(workspace: Workspace, city: str | None = None, *, actor: Actor) -> Sums:
    """Returns the sums over all active uploads, or over what they state of a city (code). Raises NotAllowed."""
    check_figures(workspace.project, Scope(city=city), actor)
    with workspace.snapshot() as (_index, connection):
        found = stored_history.sums(connection) if city is None else stored_history.sums_of_city(connection, city)
        return Sums(**found)


def resource_of(connection: Connection, upload: int) -> Resource:
    """Returns the resource that an upload is for the rules. Raises UnknownUpload."""
    row = read_row(connection, upload)
    if row is None:
        raise UnknownUpload(_("There is no upload {number}.").format(number=upload))
    return Resource.upload(row["made_by"])


def read_row(connection: Connection, upload: int) -> stored.Row | None:
    """Returns the row of an upload, None where there is none."""
    return next(iter(stored.read_uploads(connection, number=upload)), None)


def as_json(upload: UploadSummary) -> dict[str, Any]:
    """Returns an upload as the command line's JSON shows it."""
    undone = upload.undone_at.isoformat() if upload.undone_at else None
    return asdict(upload) | {"imported_at": upload.imported_at.isoformat(), "undone_at": undone}


def summary_of(row: stored.Row) -> UploadSummary:
    """Returns the upload of a row."""
    return UploadSummary(**{name: row[name] for name in UploadSummary.__slots__})
