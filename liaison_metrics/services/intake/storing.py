"""Storing what a file contains, within the writer's transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import Connection

from liaison_metrics.domain.events.decisions import EventDecisions
from liaison_metrics.domain.events.titles import title_key
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.errors import UnknownUpload
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows, check
from liaison_metrics.services.intake.contents import FileContents, count_contents
from liaison_metrics.services.intake.encoded_rows import EncodedRows, attendance_columns, facts_digest, headcount_rows
from liaison_metrics.services.intake.event_facts import FileEvents, file_events, mentions_in
from liaison_metrics.services.intake.options import ImportRun, Options, UploadedFile
from liaison_metrics.services.intake.outcome import FileStatus
from liaison_metrics.services.intake.questions.event_questions import (
    is_put_off,
    questions_about_file,
    questions_to_decide,
)
from liaison_metrics.services.intake.workbooks.rejected_rows import rejected_name
from liaison_metrics.services.intake.workbooks.retelling import retold
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import AttendanceRow, NotCountedRow, Question, Reading, RejectedRow
from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.store import events as store_events
from liaison_metrics.store import uploads as stored
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.events import AsIf
from liaison_metrics.store.records.events import evidence
from liaison_metrics.store.records.uploads import originals
from liaison_metrics.store.records.work_plan import made_up
from liaison_metrics.store.uploads import Row, UploadFacts
from liaison_metrics.texts import ENGLISH, _, speaking


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read and whose people are encoded. ``options`` are those that it was read with, including saved
    answers. ``kept`` is the file as it is to be kept, where rows are blacked out in it; empty: as it was uploaded."""

    source: UploadedFile
    options: Options
    reading: Reading
    encoded: EncodedRows
    kept: bytes = b""

    @property
    def must_be_refused(self) -> bool:
        """Whether the file is to be imported whole or not at all, and some of it cannot be counted."""
        return self.options.whole and bool(self.reading.rejected or self.reading.open_questions)


@dataclass(frozen=True, slots=True)
class StoreResult:
    """What was done with a file, and what it contains. ``upload`` is the number of the upload that has its facts."""

    status: FileStatus
    contents: FileContents
    upload: int | None = None
    message: str = ""
    hint: str = ""
    questions: Sequence[Question] = ()
    decisions: EventDecisions | None = None


def store_file(
    connection: Connection, workspace: Workspace, file: ReadFile, actor: Actor, run: ImportRun
) -> StoreResult:
    """Stores a file's facts and its original, unless they are stored already; returns the result.

    The first real file replaces demonstration data. If the file must be refused, or in a dry run, the caller has to
    roll the transaction back. Raises UnknownUpload if the upload to replace is not active, and NotAllowed if it belongs
    to another partner, or if an answer decides about another partner's events.
    """
    if not run.demonstration and stored.holds_demonstration(connection):
        stored.clear_demonstration(connection)
        evidence.remove_all(connection)
        made_up.clear(connection)
        record(connection, workspace, actor, AuditEntry(AuditAction.DEMONSTRATION_REMOVE, AuditKind.PROJECT))
    if file.options.replaces is not None:
        _remove_replaced(connection, workspace, file.options.replaces, actor, run)
    reading, checksum = file.reading, run.checksum or hashlib.sha256(file.source.data).hexdigest()
    digest = facts_digest(file.encoded, reading)
    existing = stored.same_upload(connection, checksum, digest)
    events = _file_events(connection, file, run)
    for city in frozenset[str]().union(*(one.cities for one in events.decided)):
        check(actor, Action.EVENT_DECIDE, Resource.event(workspace.project, city))
    contents = count_contents(connection, reading, file.encoded, events, workspace.codebooks)
    if existing is not None:  # also if an undone upload is redone twice, or was uploaded again under a new number
        return _already_imported(existing, contents)
    asked = _questions(connection, workspace, file, _CountedFile(events, contents, actor))
    has_problems = reading.rejected or any(question.blocking for question in reading.questions)
    status = FileStatus.PARTLY if has_problems else FileStatus.IMPORTED
    if run.dry_run:
        return StoreResult(status, contents, questions=asked, decisions=events.calendar.sources.decisions)
    if file.must_be_refused:
        return _refused(contents)
    encryption = Encryption(workspace.secret)
    upload_row = {
        "file": file.source.name, "checksum": checksum, "facts_digest": digest,
        "partner": file.options.hints.partner or "", "made_by": actor.code,
        "signature": reading.signature, "replaces": file.options.replaces,
        "completes": events.completes or None,
        "options": encryption.encrypt(file.options.as_json()), "status": status.value,
    }  # fmt: skip
    facts = _upload_facts(upload_row | _counts(reading, contents), file, contents, events, encryption)
    upload = stored.save_upload(connection, facts, run.redo_of)
    originals.keep(connection, upload, encryption.encrypt_file(file.kept or file.source.data, checksum))
    store_events.decide_all(connection, events.decided, actor.code, upload)
    action = AuditAction.UPLOAD_IMPORT if run.redo_of is None else AuditAction.UPLOAD_REDO
    stored_upload = recorded_upload(upload_row | _counts(reading, contents)) | {"decisions": len(events.decided)}
    done = AuditEntry(action, AuditKind.UPLOAD, upload, after=stored_upload)
    record(connection, workspace, run.redone_by or actor, done)
    return StoreResult(status, contents, upload, questions=asked)


def _file_events(connection: Connection, file: ReadFile, run: ImportRun) -> FileEvents:
    """Returns the file's events. A redo brings back what its answers decided then, so they decide nothing again."""
    facts = _event_facts(connection, file.reading)
    mentions = mentions_in(file.reading, facts, completed_upload(connection, file) or 0)
    standing = [upload for upload in (run.redo_of, file.options.replaces) if upload is not None]
    decisions = store_events.read_event_decisions(connection, as_if=AsIf(active=standing))
    answers = file.options.answers if run.redo_of is None else ()
    return file_events(connection, facts, mentions, decisions, answers)


def _event_facts(connection: Connection, reading: Reading) -> list[EventFact]:
    """Returns the reading's events with their ids in the store; new ones are added."""
    facts = [EventFact(0, event.activity, event.city, event.date, event.title) for event in reading.events]
    ids = stored.ensure_events(connection, [(fact, title_key(fact.title)) for fact in facts])
    return [replace(fact, id=number) for fact, number in zip(facts, ids, strict=True)]


@dataclass(frozen=True, slots=True)
class _CountedFile:
    """A file's events and contents, and who imports it."""

    events: FileEvents
    contents: FileContents
    actor: Actor


def _questions(connection: Connection, workspace: Workspace, file: ReadFile, counted: _CountedFile) -> list[Question]:
    """Returns the questions about the file's events, without those that the actor may not decide."""
    project, state, events = workspace.project, counted.contents.state, counted.events
    cities = {
        city
        for city in project.codes(VocabularyKind.CITY)
        if allows(counted.actor, Action.EVENT_DECIDE, Resource.event(project, city))
    }
    theirs = set(stored.uploads_of_partner(connection, file.options.hints.partner or ""))
    before = [fact for fact in counted.contents.stated_before if fact.upload in theirs]
    about_file = questions_about_file(state, events.events, file.reading, before)
    to_decide = [event for event in sorted(events.events) if state.calendar.derived[event].fact.city in cities]
    found = [*questions_to_decide(project, state, to_decide, counted.contents.checks), *about_file]
    return [one for one in found if not is_put_off(one, file.options.answers)]


def completed_upload(connection: Connection, file: ReadFile) -> int | None:
    """Returns the upload whose rejected rows a file has, corrected; None for any other file. Such a file has the
    columns of ``rejected_sheet``, and its name is that of the upload's file."""
    headers = {normal(column.header) for table in file.reading.tables for column in table.columns}
    if headers.isdisjoint(tools("rejection")):
        return None
    found = stored.uploads_with_rejected_rows(connection, file.options.hints.partner or "")
    named = (upload for upload, original in found if rejected_name(original) == file.source.name)
    return next(named, None)


def recorded_upload(upload: Row) -> dict[str, object]:
    """Returns what the audit record says about an upload: never the name of its file, which can be a person's, nor its
    checksum, which a guessed file would give again."""
    names = ("partner", "status", "attendances", "headcount", "not_counted", "rejected", "replaces")
    return {name: upload[name] for name in names if upload[name]}


def _remove_replaced(connection: Connection, workspace: Workspace, upload: int, actor: Actor, run: ImportRun) -> None:
    rows = stored.read_uploads(connection, number=upload)
    if not rows or rows[0]["undone_at"] is not None:
        if run.redo_of is not None:
            return
        raise UnknownUpload(
            _("There is no active upload {number} to replace.").format(number=upload),
            hint=_("The history shows which uploads are active."),
        )
    check(actor, Action.UPLOAD_REPLACE, Resource.upload(rows[0]["made_by"]))
    stored.remove_facts(connection, [upload])
    removed = AuditEntry(AuditAction.UPLOAD_REPLACE, AuditKind.UPLOAD, upload, before=recorded_upload(rows[0]))
    record(connection, workspace, run.redone_by or actor, removed)


def _already_imported(upload: int, contents: FileContents) -> StoreResult:
    return StoreResult(
        FileStatus.ALREADY_IMPORTED,
        contents,
        upload,
        _("Already uploaded as no. {number}; nothing changed.").format(number=upload),
        _("To correct it, edit the file and upload it as a replacement."),
    )


def _refused(contents: FileContents) -> StoreResult:
    return StoreResult(
        FileStatus.REFUSED,
        contents,
        message=_("Nothing was imported, because some rows cannot be counted."),
        hint=_("Answer the questions and correct the rejected rows, or import only the valid rows."),
    )


def _counts(reading: Reading, contents: FileContents) -> Row:
    return {
        "imported_at": datetime.now(UTC), "rows_read": reading.rows_read, "attendances": contents.attendances,
        "headcount": contents.headcount, "headcount_rows": len(reading.headcounts),
        "not_counted": len(reading.not_counted), "repeated": len(contents.repeated_rows),
        "already_known": contents.already_known, "rejected": len(reading.rejected),
    }  # fmt: skip


def _in_english(rejected: Iterable[RejectedRow]) -> Iterator[tuple[RejectedRow, str, str]]:
    """Returns rejected rows with reason and advice as they are kept: pages tell them in their own language."""
    with speaking(ENGLISH):
        return iter([(row, retold(row.reason), retold(row.fix)) for row in rejected])


def _upload_facts(
    upload: Row, file: ReadFile, contents: FileContents, events: FileEvents, encryption: Encryption
) -> UploadFacts:
    """Returns all rows to store for an upload, whose own row is *upload*."""
    reading = file.reading
    uncounted = [_place(row) | {"reason": row.reason.value} for row in reading.not_counted]
    uncounted += [_place(reading.attendances[position]) | {"reason": "repeated"} for position in contents.repeated_rows]
    return UploadFacts(
        upload=upload,
        attendances=attendance_columns(file.encoded, events.ids),
        headcounts=headcount_rows(reading.headcounts, events.ids),
        mentions=events.mention_rows(
            {place: encryption.encrypt(data.as_json()) for place, data in reading.event_data.items()}
        ),
        uncounted=uncounted,
        rejected=[
            _place(row)
            | {"value": encryption.encrypt(row.value), "reason": encryption.encrypt(reason), "fix": fix}
            for row, reason, fix in _in_english(reading.rejected)
        ],
        questions=[
            {
                "kind": question.kind, "value": encryption.encrypt(question.value),
                "text": encryption.encrypt(question.text),
                "suggestions": list(question.suggestions), "sheet": question.sheet, "rows": list(question.rows),
                "column": question.column,
            }
            for question in reading.open_questions
        ],
        names=file.encoded.names,
    )  # fmt: skip


def _place(row: AttendanceRow | NotCountedRow | RejectedRow) -> Row:
    return {"sheet": row.sheet, "row": row.row, "column": row.column}
