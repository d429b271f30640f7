"""The readable text of the rows of two people, from the encrypted original files, for one look."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from liaison_metrics.errors import LostOriginal
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, check, requires
from liaison_metrics.services.people.comparing import PersonRows, cities_of
from liaison_metrics.services.people.review import number_of
from liaison_metrics.services.uploads.contents import kept_file
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.opening import open_workbook
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.store.facts import Source, read_sources

MOST_ROWS = 20
"""So many rows of each person are shown: enough to compare, and few files to open."""


@dataclass(frozen=True, slots=True)
class ReadableRow:
    """The text of one row as its file has it; no cells where the file is not kept."""

    attendance: int
    cells: tuple[str, ...]


@requires(Action.PEOPLE_TEXT_READ)
def readable_rows(workspace: Workspace, pair: tuple[str, str], actor: Actor) -> dict[int, ReadableRow]:
    """Returns the text of the rows of two persons by attendance, and records who looked at which rows.

    Raises UnknownPerson, and NotAllowed where one was seen in another partner's city.
    """
    with workspace.snapshot() as (index, connection):
        people = PersonRows.of(index)
        persons = [number_of(index, name) for name in pair]
        check(actor, Action.PEOPLE_TEXT_READ, Resource.people(cities_of(index, people, persons)))
        wanted = [number for one in persons for number in people.rows.id[people.at(one)][:MOST_ROWS].tolist()]
        sources = dict(read_sources(connection, wanted))
        found = _texts(workspace, connection, sources)
    with workspace.store.writing() as connection:
        looked = {"people": list(pair), "attendances": sorted(found)}
        entry = AuditEntry(AuditAction.PEOPLE_TEXT_OPEN, AuditKind.PERSON_DECISION, after=looked)
        record(connection, workspace, actor, entry)
    return found


def _texts(workspace: Workspace, connection: Connection, sources: dict[int, Source]) -> dict[int, ReadableRow]:
    found: dict[int, ReadableRow] = {}
    for upload in sorted({source.upload for source in sources.values()}):
        of_upload = {number: source for number, source in sources.items() if source.upload == upload}
        try:
            data = kept_file(connection, workspace.secret, upload)
        except LostOriginal:
            grids = {}
        else:
            file = next(iter(of_upload.values())).file
            grids = {grid.name: grid.rows for grid in open_workbook(file, data).grids}
        for number, source in of_upload.items():
            rows = grids.get(source.sheet, ())
            cells = rows[source.row - 1] if 0 < source.row <= len(rows) else ()
            found[number] = ReadableRow(number, tuple(filter(None, map(text_of, cells))))
    return found
