"""Importing a file: read it, encode the people in it, and store what it states in one transaction.

A dry run does the same but rolls the transaction back. A redo reads the original of an undone upload again. A file that
cannot be read, or that needs an answer before anything of it can be counted, changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from liaison_metrics import format as fmt
from liaison_metrics.domain.index import IndexChange
from liaison_metrics.domain.people.encoding import Encoder
from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.errors import Place, RefusedFile
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, check, requires
from liaison_metrics.services.answers import saved as answers
from liaison_metrics.services.answers.cells import CELL, corrected
from liaison_metrics.services.answers.saved import SavedAnswer
from liaison_metrics.services.figures.preview import Preview, preview
from liaison_metrics.services.intake.encoded_rows import (
    encode_rows,
    facts_digest,
    forget_again,
    withhold_without_consent,
)
from liaison_metrics.services.intake.options import NO_OPTIONS, NORMAL_RUN, ImportRun, Options, UploadedFile
from liaison_metrics.services.intake.outcome import FileReport, FileStatus, RepeatedRow
from liaison_metrics.services.intake.questions.asking import AnsweredReading, asking, nothing_to_store
from liaison_metrics.services.intake.questions.event_questions import in_addition, replaced_upload
from liaison_metrics.services.intake.questions.other_cities import ALL, ONLY_OWN, OTHER_CITIES, other_cities, without
from liaison_metrics.services.intake.questions.other_cities import answered as said_of_others
from liaison_metrics.services.intake.storing import ReadFile, StoreResult, store_file
from liaison_metrics.services.intake.unpacking import opened, visible
from liaison_metrics.services.intake.workbooks.blackout import as_file, without_identifiers
from liaison_metrics.services.intake.workbooks.coded_events import coded_events, valid_codes
from liaison_metrics.services.workspace.workspace import Workspace, not_collecting
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import Reading, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.remarks import RefusedContent
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.store import uploads as stored
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.records.forgotten import read_purge, read_traces
from liaison_metrics.texts import _, language


@requires(Action.UPLOAD_IMPORT)
def import_file(
    workspace: Workspace, name: str, data: bytes, options: Options = NO_OPTIONS, *, actor: Actor
) -> FileReport:
    """Imports a file, given by its name and content; returns the report. Valid rows are stored, the others reported.

    Raises UnknownUpload if the upload to replace is not active, and NotAllowed if the sheets, or the upload to replace,
    belong to another partner.
    """
    return run_import(workspace, UploadedFile(name, data), options, actor=actor)


@requires(Action.UPLOAD_IMPORT)
def preview_import(
    workspace: Workspace, name: str, data: bytes, options: Options = NO_OPTIONS, *, actor: Actor
) -> FileReport:
    """Returns the report that importing a file would give, and the effect on the figures. Stores nothing.

    Raises what ``import_file`` raises.
    """
    return run_import(workspace, UploadedFile(name, data), options, actor=actor, run=ImportRun(dry_run=True))


@requires(Action.UPLOAD_IMPORT)
@not_collecting()
def run_import(
    workspace: Workspace,
    file: UploadedFile,
    options: Options = NO_OPTIONS,
    *,
    actor: Actor,
    run: ImportRun = NORMAL_RUN,
) -> FileReport:
    """Imports a file as the settings of the run say; returns the report.

    Raises what ``import_file`` raises.
    """
    prepared = prepare_import(workspace, file, options, actor=actor, run=run)
    if isinstance(prepared, FileReport):
        return prepared
    read_file, answered = prepared.file, prepared.answered
    run.progress(0.7, _("Storing"))
    keep = not (run.dry_run or read_file.must_be_refused)
    with workspace.store.writing(keep=keep) as connection:
        result = store_file(connection, workspace, read_file, actor, run)
        if keep:
            shape = _shape(read_file.options, read_file.reading.signature)
            answers.save(connection, workspace, shape, options.answers, run.redone_by or actor)
    effect = _preview(workspace, read_file, result, actor) if run.dry_run else None
    run.progress(1.0, _("Done"))
    report = _report_on_reading(read_file.source, answered)
    report = replace(report, forgotten=prepared.forgotten, without_consent=prepared.without_consent)
    report = _report(report, read_file.reading, result, effect)
    return asking(report, answered, workspace.project)


@dataclass(frozen=True, slots=True)
class PreparedImport:
    """A file that was read and whose people are encoded, ready to be stored, and its reading as it was asked about.
    ``forgotten`` is how many of its attendances are of people who were forgotten, ``without_consent`` how many of rows
    that say no to data processing."""

    file: ReadFile
    answered: AnsweredReading
    forgotten: int = 0
    without_consent: int = 0


@requires(Action.UPLOAD_IMPORT)
def prepare_import(
    workspace: Workspace, file: UploadedFile, options: Options, *, actor: Actor, run: ImportRun = NORMAL_RUN
) -> PreparedImport | FileReport:
    """Reads a file and encodes its people. Returns the report instead where nothing of it can be stored.

    Raises NotAllowed if the sheets belong to another partner.
    """
    file = replace(file, name=visible(PurePath(file.name.replace("\\", "/")).name))
    options = _with_partner(options, actor)
    check(actor, Action.UPLOAD_IMPORT, Resource.sheets(options.hints.partner or ""))
    run.progress(0.0, _("Reading"))
    try:
        _refuse_after_purge(workspace, file)
        answered = _read(workspace, file, options, run)
        answers_given = (*(one.answer for one in answered.recalled), *answered.coded, *options.answers)
        if run.redo_of is None or said_of_others(answers_given):  # what counted then counts again
            answered = _own_events(workspace.project, answered, answers_given, file.name, actor)
    except RefusedContent as refusal:
        return replace(FileReport.refused(file.name, refusal), ledger=refusal.ledger)
    except RefusedFile as refusal:
        return FileReport.refused(file.name, refusal)
    reading = in_addition(answered.reading, answers_given)
    options = replace(options, replaces=options.replaces or replaced_upload(options.answers))
    if not (reading.attendances or reading.headcounts or reading.not_counted):
        report = nothing_to_store(_report_on_reading(file, answered), is_sign_in_sheet=bool(answered.coded))
        return asking(report, answered, workspace.project)
    run.progress(0.5, _("Recognising people"))
    encoder = Encoder(workspace.people_secret)
    with workspace.store.reading() as connection:
        people = read_traces(connection, Encryption(workspace.secret))
    without_consent = withhold_without_consent(reading, answered.workbook, workspace.project)
    forgotten = forget_again(reading, workspace.project, encoder, people)
    encoded = encode_rows(reading, workspace.project, encoder)
    if any(question.kind == OTHER_CITIES for question in reading.questions):
        answers_given = (*answers_given, Answer(OTHER_CITIES, "", ONLY_OWN))  # so that a redo leaves them out too
    read_with = replace(options, answers=answers_given)
    read_file = ReadFile(file, read_with, reading, encoded)
    if without_consent:
        read_file = replace(read_file, kept=_without_refused_rows(workspace, read_file, answered.workbook))
    return PreparedImport(read_file, answered, forgotten, without_consent)


def _without_refused_rows(workspace: Workspace, file: ReadFile, workbook: Workbook) -> bytes:
    """Returns a file in which the rows that say no to data processing are blacked out; nothing if it would then be read
    otherwise, or has corrected cells."""
    reading, answers = file.reading, file.options.answers
    if any(answer.kind == CELL for answer in answers):
        return b""
    refused = {(row.sheet, row.row) for row in reading.ledger if row.reason is Reason.NO_CONSENT}
    content = as_file(without_identifiers(workbook, reading, refused))
    try:
        black = opened(file.source.name, content, len(content))
        again = read_workbook(black, workspace.project, file.options.hints, lambda _signature: answers)
    except (RefusedContent, RefusedFile):
        return b""
    again = in_addition(again, answers)
    withhold_without_consent(again, black, workspace.project)
    encoded = encode_rows(again, workspace.project, Encoder(workspace.people_secret))
    same = facts_digest(encoded, again) == facts_digest(file.encoded, reading)
    return content if same and _places(again) == _places(reading) else b""


def _places(reading: Reading) -> list[tuple[str, int, str]]:
    return [(row.sheet, row.row, row.column) for row in reading.attendances]


def _refuse_after_purge(workspace: Workspace, file: UploadedFile) -> None:
    """Raises RefusedFile if all personal data were deleted: nobody would be recognised, and people count twice."""
    with workspace.store.reading() as connection:
        purge = read_purge(connection)
    if purge:
        raise RefusedFile(
            _("The personal data of this project were deleted on {day}.").format(day=fmt.day(purge["made_at"].date())),
            hint=_("No sheets can be uploaded any more. The figures stay."), place=Place(file=file.name),
        )  # fmt: skip


def _own_events(
    project: Project, answered: AnsweredReading, answers: Sequence[Answer], file: str, actor: Actor
) -> AnsweredReading:
    """Returns the reading without the events in other partners' cities, unless the actor may import them and says so.

    Raises RefusedFile if there are no others, and the actor may not import these.
    """
    reading, others = answered.reading, other_cities(project, answered.reading, actor)
    if others is None:
        return answered
    if not others.may_import and len(others.events) == len(reading.events):
        raise _tells_of_others(project, others.cities, file)
    code = said_of_others(answers)
    if code == ALL and others.may_import:
        return answered
    kept = without(reading, others.events, asked=code != ONLY_OWN)
    if code != ONLY_OWN:
        kept = replace(kept, questions=[others.question(project, reading), *kept.questions])

    def read_again(more: Sequence[Answer]) -> Reading:
        again = answered.read_again(more)
        foreign = other_cities(project, again, actor)
        return without(again, foreign.events, asked=code != ONLY_OWN) if foreign else again

    return replace(answered, reading=kept, read_again=read_again)


def _tells_of_others(project: Project, cities: Sequence[str], file: str) -> RefusedFile:
    names = fmt.names([project.label(VocabularyKind.CITY, city, language()) for city in cities])
    return RefusedFile(
        _("The file tells of events in {cities}, where your organisation does not work.").format(cities=names),
        hint=_("Correct the city, or ask the coordinator to upload the file."), place=Place(file=file),
    )  # fmt: skip


def _with_partner(options: Options, actor: Actor) -> Options:
    """Returns the options with the acting partner as the one that the sheets belong to, if no partner was given."""
    if options.hints.partner or not actor.partner:
        return options
    return replace(options, hints=replace(options.hints, partner=actor.partner))


def _shape(options: Options, signature: str) -> answers.SheetShape:
    return answers.SheetShape(options.hints.partner or "", signature)


def _read(workspace: Workspace, file: UploadedFile, options: Options, run: ImportRun) -> AnsweredReading:
    """Raises RefusedFile if the file cannot be read."""
    encryption = Encryption(workspace.secret)
    recalled: list[SavedAnswer] = []
    # A file that was accepted before is accepted again, even if the limit is lower now.
    largest = workspace.settings.largest_file if run.redo_of is None else len(file.data)
    workbook = corrected(file.workbook or opened(file.name, file.data, largest), options.answers)
    coded: tuple[Answer, ...] = ()
    if run.redo_of is None and (codes := valid_codes(workbook)):  # a redo has the events of then among its options
        with workspace.store.reading() as connection:
            coded = coded_events(connection, workspace, codes)

    def all_answers() -> list[Answer]:
        return [*(one.answer for one in recalled), *coded, *options.answers]

    def answers_to(signature: str) -> Iterable[Answer]:
        if run.redo_of is None:  # a redo has the answers of then among its options
            with workspace.store.reading() as connection:
                recalled.extend(answers.answers_for(connection, encryption, _shape(options, signature)))
        return all_answers()

    reading = read_workbook(workbook, workspace.project, options.hints, answers_to)

    def read_again(more: Sequence[Answer]) -> Reading:
        given = [*all_answers(), *more]
        return in_addition(read_workbook(workbook, workspace.project, options.hints, lambda _signature: given), given)

    own = {(answer.kind, answer.value) for answer in options.answers}
    used = tuple(one for one in recalled if (one.kind, one.value) not in own)
    return AnsweredReading(reading, used, read_again, workbook, coded)


def _preview(workspace: Workspace, file: ReadFile, result: StoreResult, actor: Actor) -> Preview:
    """Returns the effect of importing the file on the figures. Demonstration data would be replaced."""
    with workspace.store.reading() as connection:
        made_up = stored.active_uploads(connection) if stored.holds_demonstration(connection) else []
    replaced = [file.options.replaces] if file.options.replaces is not None else []
    change = IndexChange(result.contents.facts, made_up or replaced, events=result.decisions)
    effect = preview(workspace, change, file.encoded.names, actor=actor)
    if not made_up:
        return effect
    effects = tuple(replace(one, before=0) for one in effect.effects)
    return replace(effect, effects=effects, unidentified_before=0)


def _report_on_reading(file: UploadedFile, answered: AnsweredReading) -> FileReport:
    reading = answered.reading
    return FileReport(
        file.name, FileStatus.IMPORTED, rows_read=reading.rows_read, tables=reading.tables,
        not_counted=reading.not_counted, rejected=reading.rejected, questions=reading.questions,
        recalled=answered.recalled, signature=reading.signature, order=reading.order,
        ledger=reading.ledger,
    )  # fmt: skip


def _report(report: FileReport, reading: Reading, result: StoreResult, effect: Preview | None) -> FileReport:
    contents = result.contents
    repeated = (reading.attendances[position] for position in contents.repeated_rows)
    return replace(
        report, status=result.status, upload=result.upload, message=result.message, hint=result.hint,
        attendances=contents.attendances, headcount=contents.headcount, headcount_rows=len(reading.headcounts),
        repeated=len(contents.repeated_rows), already_known=contents.already_known, beside=contents.beside,
        repeats=[RepeatedRow(row.sheet, row.row, row.column) for row in repeated], events=contents.events,
        checks=contents.checks, questions=[*report.questions, *result.questions], ledger=contents.ledger,
        preview=effect,
    )  # fmt: skip
