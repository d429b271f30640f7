"""The kept files in which a person is named, and what they become when the person is blacked out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from liaison_metrics.domain.forgotten import Traces
from liaison_metrics.domain.people.encoding import Encoder
from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.access.actors import actor_of
from liaison_metrics.services.access.permissions import open_to_anybody
from liaison_metrics.services.intake import ImportRun, Options, UploadedFile
from liaison_metrics.services.intake.encoded_rows import (
    encode_rows,
    facts_digest,
    identities_of,
    mark,
    remove_identifiers,
)
from liaison_metrics.services.intake.importing import PreparedImport, prepare_import
from liaison_metrics.services.intake.unpacking import opened
from liaison_metrics.services.intake.workbooks.blackout import as_file, blacked_out, is_named_in
from liaison_metrics.services.intake.workbooks.written_person import Blackout, WrittenPerson
from liaison_metrics.services.uploads.contents import kept_file
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import Reading, Workbook
from liaison_metrics.store import uploads as stored
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.uploads import Row

Mark = tuple[str, int, str]
"""Where an attendance stands: sheet, row, and the column of its mark."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """The kept original of an upload, opened, and what it stated when it was read again (None: it cannot be read)."""

    upload: Row
    options: Options
    workbook: Workbook
    reading: Reading | None


@dataclass(frozen=True, slots=True)
class BlackedOutFile:
    """A kept original without a person's texts. ``rows`` is how many rows of the person it has, ``digest`` that of the
    facts that it states now; ``reads_the_same`` is whether reading it again gives these facts."""

    upload: int
    checksum: str
    content: bytes
    rows: int
    digest: str
    reads_the_same: bool


def kept_uploads(
    connection: Connection, secret: bytes, first: Collection[int] = (), *, others: bool = True
) -> Iterator[tuple[Row, bytes]]:
    """Yields the uploads whose file is kept, undone ones too, each with its file: the *first* ones, then the *others*.
    One file at a time is in memory."""
    rows = sorted(stored.read_uploads(connection), key=lambda row: row["id"] not in first)
    for row in rows if others else [row for row in rows if row["id"] in first]:
        try:
            yield row, kept_file(connection, secret, row["id"])
        except LiaisonError:
            continue


@open_to_anybody("whoever plans was checked before")
def open_kept(workspace: Workspace, row: Row, data: bytes, person: Blackout | None) -> KeptFile | None:
    """Returns a kept file, opened and read as it was for its upload; None if it cannot be opened any more, or has no
    text of the *person* (None: any file)."""
    options = Options.from_json(Encryption(workspace.secret).decrypt(row["options"]))
    try:
        workbook = opened(row["file"], data, len(data))
    except LiaisonError:
        return None
    if person and not is_named_in(workbook, person):
        return None
    prepared = _prepared(workspace, row, options, data)
    return KeptFile(row, options, workbook, prepared.file.reading if prepared else None)


def names_person(name: str, data: bytes, person: Blackout) -> bool:
    """Returns whether a file has a text of a person; so does a file that cannot be opened."""
    try:
        return is_named_in(opened(name, data, len(data)), person)
    except LiaisonError:
        return True


def own_rows(workspace: Workspace, reading: Reading, places: set[Mark], traces: Traces) -> list[int]:
    """Returns the positions of a person's attendances in a reading: those at known *places* (sheet, row, column), and
    those that the traces recognise."""
    encoder = Encoder(workspace.people_secret)
    cities = [event.city for event in reading.events]
    found = []
    for at, (row, who) in enumerate(
        zip(reading.attendances, identities_of(reading, workspace.project, encoder), strict=True)
    ):
        form = encoder.name_form(row.name) if row.name else None
        if (row.sheet, row.row, row.column) in places or traces.recognises(who, form, cities[row.event]):
            found.append(at)
    # A row with marks of several sessions names its person once.
    named = {(row.sheet, row.row, row.name, row.email) for row in (reading.attendances[at] for at in found)}
    return [at for at, row in enumerate(reading.attendances) if (row.sheet, row.row, row.name, row.email) in named]


def add_texts(workspace: Workspace, reading: Reading, own: Sequence[int], person: WrittenPerson) -> None:
    """Adds to a person's texts how the person's attendances in a reading write them."""
    for at in own:
        row = reading.attendances[at]
        person.add(row, workspace.project.city(reading.events[row.event].city).country)


@open_to_anybody("whoever plans was checked before")
def black_out(
    workspace: Workspace, file: KeptFile, own: Sequence[int], blackout: Blackout, token: str
) -> BlackedOutFile | None:
    """Returns a kept file without the person's texts, in the form that states the same when it is read again; where
    none does, in the form that has least of the person. None where the file has nothing of the person."""
    reading = file.reading or Reading(file.workbook.file)
    places = {(reading.attendances[at].sheet, reading.attendances[at].row) for at in own}
    forms = [blacked_out(file.workbook, reading, places, blackout, thorough=thorough) for thorough in (True, False)]
    if forms[0] == file.workbook:
        return None
    expected, digest = _stated(workspace, _without(reading, own, token))
    expected = [(blackout.text(sheet), row, blackout.text(column)) for sheet, row, column in expected]
    checksum, number = file.upload["checksum"], file.upload["id"]
    for form in forms if file.reading else ():
        content = as_file(form)
        again = _prepared(workspace, file.upload | {"file": form.file}, file.options, content)
        if again and _stated(workspace, again.file.reading) == (expected, digest):
            return BlackedOutFile(number, checksum, content, len(places), digest, reads_the_same=True)
    same = file.reading is None
    return BlackedOutFile(number, checksum, as_file(forms[0]), len(places), digest, reads_the_same=same)


def _prepared(workspace: Workspace, row: Row, options: Options, data: bytes) -> PreparedImport | None:
    file = UploadedFile(row["file"], data)
    actor = actor_of(workspace.project, row["made_by"])
    try:
        found = prepare_import(workspace, file, options, actor=actor, run=ImportRun(redo_of=row["id"]))
    except LiaisonError:
        return None
    return found if isinstance(found, PreparedImport) else None


def _without(reading: Reading, own: Sequence[int], token: str) -> Reading:
    """Returns a reading in which the person's attendances have no identifiers."""
    rows = [replace(row) for row in reading.attendances]
    changed = replace(reading, attendances=rows)
    for at in own:
        remove_identifiers(rows[at], token)
    mark(changed, [rows[at] for at in own], Reason.FORGOTTEN)
    return changed


def _stated(workspace: Workspace, reading: Reading) -> tuple[list[Mark], str]:
    """Returns where each attendance stands, and the digest of all that a reading states."""
    encoded = encode_rows(reading, workspace.project, Encoder(workspace.people_secret))
    return [(row.sheet, row.row, row.column) for row in reading.attendances], facts_digest(encoded, reading)
