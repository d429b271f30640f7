"""Commands for the report: write it in any form, issue it, list and get issued reports."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table as Drawn

from liaison_metrics import format as fmt
from liaison_metrics.cli.options import AsOf, command_line_actor, known_code
from liaison_metrics.cli.screen import RESULTS, progress_bar, say
from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.reports import issued, pack
from liaison_metrics.reports.making import make
from liaison_metrics.reports.model import Report
from liaison_metrics.reports.publishing import THRESHOLD
from liaison_metrics.reports.words import as_of_words
from liaison_metrics.services.issued_reports import archive
from liaison_metrics.services.labels import label
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record_alone
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from liaison_metrics.texts import _, ngettext

report_app = typer.Typer(rich_markup_mode=None)

City = Annotated[str | None, typer.Option("--city", metavar="CODE", help=_("One city instead of the whole project."))]
Publish = Annotated[bool, typer.Option("--publish", help=_("Hide small numbers, for publication."))]
Threshold = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        show_default=False,
        help=_("Hide numbers below this; implies --publish (default: {n}).").format(n=THRESHOLD),
    ),
]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="PATH", help=_("The file to write; its suffix sets the form."))
]


def add_to(app: typer.Typer) -> None:
    """Adds these commands to the program."""
    report_app.callback(invoke_without_command=True)(write_report)
    report_app.command("issue", help=_("Issue the report: it gets a number and never changes."))(issue_report)
    report_app.command("list", help=_("List the issued reports."))(list_reports)
    report_app.command("get", help=_("Write the files of an issued report as a ZIP archive."))(get_report)
    app.add_typer(report_app, name="report", help=_("Write the report in any form, or issue it."))


def write_report(
    context: typer.Context,
    as_of: AsOf = None,
    city: City = None,
    publish: Publish = False,
    threshold: Threshold = None,
    output: Output = None,
) -> None:
    """Writes the report."""
    if context.invoked_subcommand:
        return
    if output is None:
        raise typer.BadParameter(_("Name the file to write; its suffix sets the form."), param_hint="-o")
    suffix = _known_suffix(output)
    _check_folder(output)
    workspace = open_workspace()
    report = _report(workspace, as_of, city, publish, threshold)
    prepared = {"forms": [suffix], "city": city or "", "as_of": report.as_of.isoformat(), "threshold": report.threshold}
    entry = AuditEntry(AuditAction.REPORT_DOWNLOAD, AuditKind.REPORT, after=prepared)
    record_alone(workspace, command_line_actor(), entry)
    output.write_bytes(_zip(report) if suffix == "zip" else pack.single(report, suffix))
    say(as_of_words(report))
    if report.threshold is None:
        say(_("Exact figures: don’t publish them. Use --publish to hide small numbers."))
    else:
        say(_("Publish only one version: another threshold, day or city can reveal what this one hides."))
    say(_("Written: {path}").format(path=output))


def issue_report(
    name: Annotated[str, typer.Option(metavar="TEXT", help=_("The report’s name, such as “Interim report”."))],
    as_of: AsOf = None,
    city: City = None,
    publish: Publish = False,
    threshold: Threshold = None,
) -> None:
    """Issues the report."""
    workspace = open_workspace()
    report = issued.issue(
        workspace,
        name,
        lambda: _report(workspace, as_of, city, publish, threshold),
        lambda report: pack.render(report, list(pack.FORMS)),
        command_line_actor(),
    )
    say(_("Issued as report {number}: {digest}").format(number=report.number, digest=report.digest))


def list_reports() -> None:
    """Lists the issued reports, the latest first."""
    workspace = open_workspace()
    reports = archive.all_reports(workspace, command_line_actor())
    if not reports:
        say(_("No issued reports yet. Start with: liaison-metrics report issue --name NAME"))
        return
    table = Drawn(box=None, pad_edge=False)
    for heading in (
        _("No."),
        _("name"),
        _("issued"),
        _("up to"),
        _("city"),
        _("figures"),
        _("checksum"),
        _("state"),
    ):
        table.add_column(heading, no_wrap=True)
    for report in reports:
        figures = " · ".join(f"{code} {fmt.number(people)}" for code, people in report.figures.items())
        table.add_row(
            str(report.number), report.name, fmt.date_time(report.made_at), fmt.day(report.as_of),
            label(workspace.project, "city", report.city) if report.city else _("all"), figures, report.digest[:12],
            report.state_words,
        )  # fmt: skip
    RESULTS.print(table)


def get_report(
    number: Annotated[int, typer.Argument(metavar="N", help=_("The report’s number, from “report list”."))],
    output: Output = None,
) -> None:
    """Writes the files of an issued report."""
    path = output or Path(_("report-{number}.zip").format(number=number))
    if path.suffix.lower() != ".zip":
        raise typer.BadParameter(
            _("An issued report is a ZIP archive: name a file that ends in .zip."), param_hint="-o"
        )
    _check_folder(path)
    workspace = open_workspace()
    files = archive.files_of(workspace, number, command_line_actor())
    entry = AuditEntry(AuditAction.REPORT_DOWNLOAD, AuditKind.REPORT, number, after={"issued": True})
    record_alone(workspace, command_line_actor(), entry)
    path.write_bytes(pack.zipped(files, for_ever=True))
    say(ngettext("{n} file written: {path}", "{n} files written: {path}", len(files)).format(n=len(files), path=path))


def _check_folder(path: Path) -> None:
    if not path.absolute().parent.is_dir():
        raise typer.BadParameter(_("There is no folder {path}.").format(path=path.parent), param_hint="-o")


def _known_suffix(path: Path) -> str:
    suffix = path.suffix.lower().lstrip(".")
    known = [*(form for form, one in pack.FORMS.items() if one.main.endswith(f".{form}")), "zip"]
    if suffix not in known:
        raise typer.BadParameter(
            _("There is no report form for “{path}”. Choose one of: {suffixes}.").format(
                path=path.name, suffixes=", ".join(f".{one}" for one in known)
            ),
            param_hint="-o",
        )
    return suffix


def _report(workspace: Workspace, as_of: date | None, city: str | None, publish: bool, threshold: int | None) -> Report:
    project = workspace.project
    known_code(project, "--city", city, project.codes(VocabularyKind.CITY))
    if publish and threshold is None:
        threshold = THRESHOLD
    return make(workspace, Scope(city=city, until=as_of), threshold, actor=command_line_actor())


def _zip(report: Report) -> bytes:
    left = list(pack.FORMS)
    with progress_bar(_("Report")) as advance:
        advance(0, ", ".join(left))

        def done(form: str) -> None:
            left.remove(form)
            advance(1 - len(left) / len(pack.FORMS), ", ".join(left))

        return pack.zipped(pack.render(report, list(pack.FORMS), done))
