"""The command that imports attendance sheets: import."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from liaison_metrics import format as fmt
from liaison_metrics.cli.options import NEEDS_A_PERSON, AsJson, command_line_actor, known_code, parse_day
from liaison_metrics.cli.screen import RESULTS, complain, print_json, progress_bar, say, status_words
from liaison_metrics.domain.project import NOT_STATED, Project, VocabularyKind
from liaison_metrics.errors import RefusedFile
from liaison_metrics.services.answers.saved import SavedAnswer
from liaison_metrics.services.figures.preview import Preview
from liaison_metrics.services.intake import (
    ASK_AGAIN,
    EventInFile,
    FileReport,
    FileStatus,
    ImportRun,
    Options,
    UploadedFile,
    answer_to,
    run_import,
    take_back,
    unpacked,
)
from liaison_metrics.services.labels import (
    actor_name,
    event_name,
    every_answer_words,
    figures_words,
    label,
    separate_hint,
    taken_as_same_words,
)
from liaison_metrics.services.labels.event_counts import count_words
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from liaison_metrics.sheets.model import Hints, Question
from liaison_metrics.sheets.words.answers import LEFT_OUT, Answer, way_out
from liaison_metrics.texts import _, ngettext

MOST_EVENTS = 50
"""Events of a file that are shown; a log can have hundreds."""


def add_to(app: typer.Typer) -> None:
    """Adds the command to the program."""
    app.command("import", help=_("Import attendance sheets: files, folders or ZIP archives."))(import_sheets)


def import_sheets(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH…", help=_("Sheets, or folders and ZIP archives of sheets."))
    ],
    activity: Annotated[
        str | None, typer.Option(metavar="CODE", help=_("The activity type, if a sheet doesn’t give one."))
    ] = None,
    city: Annotated[str | None, typer.Option(metavar="CODE", help=_("The city, if a sheet doesn’t give one."))] = None,
    day: Annotated[
        date | None,
        typer.Option(
            "--date", parser=parse_day, metavar="YYYY-MM-DD", help=_("The event’s date, if a sheet doesn’t give one.")
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help=_("The event’s title, if a sheet doesn’t give one."))
    ] = None,
    partner: Annotated[str | None, typer.Option(metavar="CODE", help=_("The partner the sheets belong to."))] = None,
    replaces: Annotated[int | None, typer.Option(metavar="ID", help=_("The upload that the sheet replaces."))] = None,
    answers: Annotated[
        list[str] | None,
        typer.Option(
            "--answer", metavar="KIND:WORD=CODE", help=_("The answer to a question about the sheets; can be repeated.")
        ),
    ] = None,
    whole: Annotated[
        bool, typer.Option("--all-or-nothing", help=_("Import a sheet only if every row is valid."))
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Show what would happen; store nothing."))] = False,
    as_json: AsJson = False,
    rows: Annotated[bool, typer.Option("--rows", help=_("With --json: say what became of every row."))] = False,
) -> None:
    """Imports sheets, each in one transaction; exit status 1 where a file needs a person."""
    if rows and not as_json:
        raise typer.BadParameter(_("It goes with --json."), param_hint="--rows")
    workspace = open_workspace()
    project = workspace.project
    hints = Hints(
        activity=known_code(project, "--activity", activity, project.codes(VocabularyKind.ACTIVITY)),
        city=known_code(project, "--city", city, project.codes(VocabularyKind.CITY)),
        date=day,
        title=title,
        partner=known_code(project, "--partner", partner, [p.code for p in project.partners]),
    )
    made_up = workspace.demonstration()
    reports = []
    given = tuple(parse_answer(project, text) for text in answers or ())
    options = Options(hints, given, replaces=replaces, whole=whole)
    for report in _import_all(workspace, _files(paths), options, dry_run=dry_run):
        reports.append(report)
        if not as_json:
            show_report(project, report)
    if made_up and not workspace.demonstration():
        say(_("Your data replaced the sample data."))
    if as_json:
        print_json({"files": [_as_json(report, rows=rows) for report in reports]})
    elif dry_run:
        say(_("Dry run: nothing was stored."))
    if any(report.needs_a_person for report in reports):
        raise typer.Exit(NEEDS_A_PERSON)


def parse_answer(project: Project, text: str) -> Answer:
    """Returns an answer from KIND:WORD=CODE. Raises BadParameter for any other text, and for an unknown code."""
    kind, _colon, rest = text.partition(":")
    word, equals, code = rest.rpartition("=")
    if not kind or not equals or not code:
        raise typer.BadParameter(
            _("“{text}” isn’t an answer. Write it as KIND:WORD=CODE, for example community:Bangla=bangladeshi.").format(
                text=text
            ),
            param_hint="--answer",
        )
    if kind in set(VocabularyKind):
        codes = [*project.codes(VocabularyKind(kind)), NOT_STATED, way_out(kind), ASK_AGAIN]
        known_code(project, "--answer", code, list(dict.fromkeys(codes)))
    return Answer(kind, word, "" if code == ASK_AGAIN else code)


def _as_json(report: FileReport, *, rows: bool) -> dict[str, Any]:
    return report.as_json() | ({"fates": report.fates_as_json()} if rows else {})


def _import_all(
    workspace: Workspace, paths: Iterable[Path], options: Options, *, dry_run: bool
) -> Iterator[FileReport]:
    for path in paths:
        try:
            sheets = unpacked(path.name, path.read_bytes())
        except RefusedFile as refusal:
            yield FileReport.refused(path.name, refusal)
            continue
        for name, data in sheets:
            with progress_bar(name) as advance:
                run = ImportRun(dry_run=dry_run, progress=advance)
                report = run_import(workspace, UploadedFile(name, data), options, actor=command_line_actor(), run=run)
            yield report


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.iterdir() if p.is_file() and not p.name.startswith((".", "~$")))
        elif path.is_file():
            yield path
        else:
            raise typer.BadParameter(_("There is no file or folder {path}.").format(path=path), param_hint="PATH")


def show_report(project: Project, report: FileReport) -> None:
    """Shows the report of a file's import."""
    head = f"{report.file}: {status_words(report.status)}"
    RESULTS.print(head + (f" ({_('upload')} {report.upload})" if report.upload else ""), style="bold")
    if report.message and report.status is FileStatus.ALREADY_IMPORTED:
        say(f"  {report.message} {report.hint}")
    elif report.message:
        complain(f"  {report.message}", f"  {report.hint}" if report.hint else "")
    counted = (
        (report.attendances, ngettext("{n} attendance", "{n} attendances", report.attendances)),
        (report.headcount, ngettext("{n} person by headcount", "{n} people by headcount", report.headcount)),
        (len(report.not_counted), ngettext("{n} row not counted", "{n} rows not counted", len(report.not_counted))),
        (report.repeated, ngettext("{n} row repeated", "{n} rows repeated", report.repeated)),
        (report.already_known, _("{n} already known")),
        (
            report.without_consent,
            ngettext("{n} row without consent", "{n} rows without consent", report.without_consent),
        ),
        (report.forgotten, ngettext("{n} forgotten person", "{n} forgotten people", report.forgotten)),
        (len(report.waiting), ngettext("{n} row waiting", "{n} rows waiting", len(report.waiting))),
        (len(report.wrong), ngettext("{n} row rejected", "{n} rows rejected", len(report.wrong))),
    )
    stated = [text.format(n=fmt.number(number)) for number, text in counted if number]
    if stated:
        RESULTS.print("  " + " · ".join(stated))
    _show_events(project, report.events)
    if report.preview:
        _show_preview(report.preview)
    for row in report.wrong:
        where = _("{sheet}, row {row}, {column}: “{value}”").format(
            sheet=row.sheet, row=row.row, column=row.column, value=row.value
        )
        RESULTS.print(f"  ✗ {where} {row.reason} {row.fix}")
    for answer in report.recalled:
        _show_remembered(project, answer)
    _show_presumed([question for question in report.questions if question.preset == NOT_STATED])
    _show_other_visits([question for question in report.questions if question.preset == LEFT_OUT])
    _show_questions(report)


def _show_presumed(questions: Sequence[Question]) -> None:
    """Shows the words that are none of the project's and need no answer: countries without a community, professions."""
    if not questions:
        return
    people = sum(question.people for question in questions)
    words = ngettext("{n} person counts as “not stated”: {words}", "{n} people count as “not stated”: {words}", people)
    RESULTS.print("  " + words.format(n=fmt.number(people), words=", ".join(one.value for one in questions)))


def _show_other_visits(questions: Sequence[Question]) -> None:
    """Shows for what else than an event visitors of a house came, who don't count and about whom nothing is asked."""
    if not questions:
        return
    people = sum(len(question.rows) for question in questions)
    words = ngettext(
        "{n} person came for something else and doesn’t count: {words}",
        "{n} people came for something else and don’t count: {words}",
        people,
    )
    RESULTS.print("  " + words.format(n=fmt.number(people), words=", ".join(one.value for one in questions)))


def _show_remembered(project: Project, answer: SavedAnswer) -> None:
    """Shows a remembered answer that was used: who gave it and when, and how to take it back."""
    said = f"{answer.kind}:{answer.value}={answer.code}"
    who, when = actor_name(project, answer.made_by), fmt.ago(answer.made_at)
    RESULTS.print("  " + _("remembered: {answer} ({who}, {when})").format(answer=said, who=who, when=when))
    RESULTS.print("    " + _("to take it back: --answer '{answer}'").format(answer=take_back(answer)))


def _show_questions(report: FileReport) -> None:
    """Shows the weightiest questions with what the file counts for with each answer, and how many wait."""
    now = [question for question in report.asked_now if not question.preset]
    for question in now:
        alike = every_answer_words(question)
        RESULTS.print(f"  ? {question.asked}" + (f" {alike}" if alike else ""))
        codes = ", ".join(question.codes)
        RESULTS.print(f"    --answer '{answer_to(question, 'CODE')}'" + (f"  ({codes})" if codes else ""))
        for figures in question.figures if not alike else ():
            RESULTS.print(f"      {figures.code or 'YYYY-MM-DD'}: {figures_words(figures)}")
    if more := len(report.open_questions) - len(now):
        words = ngettext("{n} more question after these.", "{n} more questions after these.", more)
        RESULTS.print("  " + words.format(n=fmt.number(more)))


def _show_events(project: Project, events: Sequence[EventInFile]) -> None:
    """Shows the events of a file: how many people each has and why, and the titles that were taken as the same."""
    for one in events[:MOST_EVENTS]:
        about = (fmt.day(one.date), label(project, "city", one.city), event_name(project, one))
        RESULTS.print(f"  {' · '.join(about)}: {count_words(one.count, one.stated_by)}")
        if one.near:
            RESULTS.print(f"    {taken_as_same_words(one.near)} {separate_hint()}")
    more = len(events) - MOST_EVENTS
    if more > 0:
        words = ngettext("… and {n} more event", "… and {n} more events", more).format(n=fmt.number(more))
        RESULTS.print(f"  {words}")


def _show_preview(preview: Preview) -> None:
    people = ngettext("{n} person", "{n} people", preview.people).format(n=fmt.number(preview.people))
    new = ngettext("{n} new to the project", "{n} new to the project", preview.people - preview.known).format(
        n=fmt.number(preview.people - preview.known)
    )
    others = _("unidentified people: {change}").format(change=fmt.change(preview.unidentified))
    RESULTS.print(f"  {people}, {new}, {others}")
    for one in preview.effects:
        change, after, target = fmt.change(one.change), fmt.number(one.after), fmt.number(one.target)
        RESULTS.print(f"  {one.indicator}: {change} → {after} / {target}")
