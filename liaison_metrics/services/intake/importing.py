"""Bringing a file: read it, say who is who by keyed digests, and store what it states in one transaction.

The same path serves a dry run, which stops before the commit, and a redo, which reads the kept original again. A file
that cannot be read, or of which nothing can be counted before a person answers, changes nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

from sqlalchemy import Connection

from liaison_metrics.domain.facts import EventFact, Facts, NameForm
from liaison_metrics.domain.people.encoding import Encoder
from liaison_metrics.errors import RefusedFile, UnknownUpload
from liaison_metrics.services import answers
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, check, requires
from liaison_metrics.services.intake.contents import count
from liaison_metrics.services.intake.encoded_rows import EncodedRows, encode_rows, facts_digest, upload_facts
from liaison_metrics.services.intake.options import NO_OPTIONS, Options
from liaison_metrics.services.intake.outcome import FileReport, FileStatus
from liaison_metrics.services.preview import preview
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Reading, Workbook
from liaison_metrics.sheets.opening import open_workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.store import originals
from liaison_metrics.store import uploads as stored
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.events import title_key
from liaison_metrics.texts import _

Progress = Callable[[float, str], None]
"""Told how much is done (0 to 1) and what is being done."""


@dataclass(slots=True)
class _IncomingFile:
    """A file on its way into the store, or only ``tried``. ``number`` is that of the upload whose facts come back in a
    redo."""

    file: str
    data: bytes
    actor: Actor
    options: Options
    reading: Reading
    encoded: EncodedRows
    number: int | None = None
    tried: bool = False

    @property
    def checksum(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


class _Stopped(Exception):
    """The file is to come whole or not at all, and not all of it can."""

    def __init__(self, report: FileReport) -> None:
        self.report = report


@requires(Action.UPLOAD_IMPORT)
def import_file(
    workspace: Workspace,
    file: str,
    data: bytes,
    options: Options = NO_OPTIONS,
    *,
    actor: Actor,
    workbook: Workbook | None = None,
    dry_run: bool = False,
    demonstration: bool = False,
    number: int | None = None,
    progress: Progress = lambda share, what: None,
) -> FileReport:
    """Reads a file and stores what it states; returns what became of it.

    What is right is stored and what is not is left out and reported. The first real file takes the place of
    demonstration data. With *dry_run* nothing is stored, and the report says what would have been, and what it would
    do to the figures. *workbook* is the file opened already. *number* brings the facts of an undone upload back,
    unless the same stands. Raises UnknownUpload where the upload to replace is not active, and NotAllowed where the
    sheets, or the upload to replace, belong to another partner.
    """
    file = PurePath(file.replace("\\", "/")).name
    options = _for_actor(options, actor)
    check(actor, Action.UPLOAD_IMPORT, Resource.sheets(options.hints.partner or ""))
    encryption = Encryption(workspace.secret)
    progress(0.0, _("Reading"))
    recalled: list[Answer] = []

    def recall(signature: str) -> Iterable[Answer]:
        if number is None:
            with workspace.store.reading() as connection:
                recalled.extend(answers.answers_for(connection, encryption, _shape(options, signature)))
        return (*recalled, *options.answers)

    try:
        # What was taken before is taken again, whatever the limit is now.
        largest = workspace.settings.largest_file if number is None else len(data)
        opened = workbook or open_workbook(file, data, largest)
        reading = read_workbook(opened, workspace.project, options.hints, recall)
    except RefusedFile as refusal:
        return FileReport.refused(file, refusal)
    progress(0.5, _("Recognising people"))
    encoded = encode_rows(reading, workspace.project, Encoder(workspace.secret))
    given = options.answers
    options = replace(options, answers=(*recalled, *given))
    brought = _IncomingFile(file, data, actor, options, reading, encoded, number, dry_run)
    progress(0.7, _("Storing"))
    report = _started(brought, recalled)
    if not (reading.attendances or reading.headcounts or reading.not_counted):
        return _nothing_to_store(report)
    try:
        with workspace.store.writing(keep=not dry_run) as connection:
            facts = _store(connection, workspace, brought, report, encryption, demonstration=demonstration)
            if not dry_run:
                answers.save(connection, encryption, _shape(options, reading.signature), given, actor)
    except _Stopped as stopped:
        return stopped.report
    if dry_run:
        _look_ahead(workspace, options, facts, encoded.names, report)
    progress(1.0, _("Done"))
    return report


def _for_actor(options: Options, actor: Actor) -> Options:
    """Returns the options with the partner who brings the file, where nobody said whose it is."""
    if options.hints.partner or not actor.partner:
        return options
    return replace(options, hints=replace(options.hints, partner=actor.partner))


def _shape(options: Options, signature: str) -> answers.SheetShape:
    return answers.SheetShape(options.hints.partner or "", signature)


def _started(brought: _IncomingFile, recalled: list[Answer]) -> FileReport:
    reading = brought.reading
    return FileReport(
        brought.file, FileStatus.IMPORTED, rows_read=reading.rows_read, tables=reading.tables,
        not_counted=reading.not_counted, rejected=reading.rejected, questions=reading.questions,
        recalled=recalled, signature=reading.signature, order=reading.order,
    )  # fmt: skip


def _nothing_to_store(report: FileReport) -> FileReport:
    rejected = {(row.sheet, row.value) for row in report.rejected}
    waits = any(one.blocking or (one.sheet, one.value) in rejected for one in report.questions)
    report.status = FileStatus.NEEDS_MAPPING if waits else FileStatus.REFUSED
    if not waits and not report.rows_read:
        report.message = _("Nobody is listed in this file.")
        report.hint = _("Write each person in a row under the headers; examples, totals and notes do not count.")
    elif not waits:
        report.message = _("No row of this file can be counted.")
        report.hint = _("See what is said of each row, correct the file, and bring it again.")
    return report


def _store(
    connection: Connection,
    workspace: Workspace,
    brought: _IncomingFile,
    report: FileReport,
    encryption: Encryption,
    *,
    demonstration: bool,
) -> Facts:
    if not demonstration and stored.holds_demonstration(connection):
        stored.clear_demonstration(connection)
    if brought.options.replaces is not None:
        _take_away(connection, brought.options.replaces, brought.actor)
    reading, encoded = brought.reading, brought.encoded
    digest = facts_digest(encoded, reading)
    earlier = stored.same_upload(connection, brought.checksum, digest)
    events = stored.ensure_events(
        connection,
        [
            (EventFact(0, event.activity, event.city, event.date, event.title), title_key(event.title))
            for event in reading.events
        ],
    )
    facts = count(connection, reading, encoded, events, workspace.codebooks, report)
    if earlier is not None:  # also where an undone upload is brought back twice, or stands under a new number
        report.status, report.upload = FileStatus.ALREADY_IMPORTED, earlier
        report.message = _("The same was brought before, as upload {number}; nothing was changed.").format(
            number=earlier
        )
        report.hint = _(
            "To correct it, change the sheet and bring it as the one that replaces upload {number}."
        ).format(number=earlier)
        return facts
    if report.rejected or any(question.blocking for question in report.questions):
        report.status = FileStatus.PARTLY
    if brought.tried:
        return facts
    if brought.options.whole and (report.rejected or report.questions):
        report.status = FileStatus.REFUSED
        report.message = _("Not every row of this file can be counted, so none of it was stored.")
        report.hint = _("Answer the questions and correct the rejected rows, or import what is right now.")
        raise _Stopped(report)
    upload = {
        "file": brought.file, "checksum": brought.checksum, "facts_digest": digest,
        "partner": brought.options.hints.partner or "", "made_by": brought.actor.code,
        "signature": reading.signature, "replaces": brought.options.replaces,
        "options": encryption.encrypt(brought.options.as_json()),
    }  # fmt: skip
    report.upload = stored.save_upload(
        connection, upload_facts(upload, reading, encoded, events, report, encryption), brought.number
    )
    originals.keep(
        connection, report.upload, encryption.encrypt_file(brought.data, brought.checksum), len(brought.data)
    )
    return facts


def _take_away(connection: Connection, upload: int, actor: Actor) -> None:
    found = stored.read_uploads(connection, number=upload)
    if not found or found[0]["undone_at"] is not None:
        raise UnknownUpload(
            _("There is no upload {number} that could be replaced.").format(number=upload),
            hint=_("The history shows which uploads are active."),
        )
    check(actor, Action.UPLOAD_REPLACE, Resource.upload(found[0]["made_by"]))
    stored.remove_facts(connection, [upload])


def _look_ahead(
    workspace: Workspace, options: Options, facts: Facts, names: Mapping[int, NameForm], report: FileReport
) -> None:
    """Says what the file would do to the figures. Beside demonstration data it would stand alone."""
    with workspace.store.reading() as connection:
        made_up = stored.standing_uploads(connection) if stored.holds_demonstration(connection) else []
    removed = made_up or ([options.replaces] if options.replaces is not None else [])
    ahead = preview(workspace, facts, removed, names)
    report.outlook = replace(ahead, effects=tuple(replace(e, before=0) for e in ahead.effects)) if made_up else ahead
