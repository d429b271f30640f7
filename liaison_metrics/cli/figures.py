"""Commands for figures: indicators, export."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Annotated

import pandas as pd
import typer
from rich.table import Table as Drawn

from liaison_metrics import format as fmt
from liaison_metrics.cli.options import AsOf, command_line_actor
from liaison_metrics.cli.screen import RESULTS, print_json, say
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.exports import files, frames
from liaison_metrics.exports.indicators_json import indicators_as_json
from liaison_metrics.exports.made_up import marked
from liaison_metrics.services import figures, labels
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record_alone
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from liaison_metrics.texts import _


def add_to(app: typer.Typer) -> None:
    """Adds these commands to the program."""
    app.command("indicators", help=_("Show progress towards the project’s targets."))(indicators)
    app.command("export", help=_("Write attendances, events or indicators as a file."))(export)


class ShownAs(StrEnum):
    """How figures are shown."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class FileForm(StrEnum):
    """The format of an exported file."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    PARQUET = "parquet"


BINARY = (FileForm.XLSX, FileForm.PARQUET)


class ExportOf(StrEnum):
    """What can be exported."""

    ATTENDANCES = "attendances"
    EVENTS = "events"
    INDICATORS = "indicators"


def indicators(
    as_of: AsOf = None,
    shown_as: Annotated[ShownAs, typer.Option("--format", help=_("The output format."))] = ShownAs.TABLE,
) -> None:
    """Shows the indicators and their targets."""
    workspace, actor = open_workspace(), command_line_actor()
    scope = Scope(until=as_of)
    if shown_as is ShownAs.CSV:
        table = iter([frames.indicators(workspace, scope=scope, actor=actor)])
        _write_bytes(b"".join(files.write_chunks("indicators", _marked(workspace, table), "csv")))
    elif shown_as is ShownAs.JSON:
        print_json(indicators_as_json(workspace, scope, actor=actor))
    else:
        _show_indicators(figures.indicators(workspace, scope, actor=actor))


def export(
    what: Annotated[ExportOf, typer.Argument(help=_("What to write."))],
    form: Annotated[
        FileForm | None, typer.Option("--format", help=_("The file format (default: by the file’s suffix, else CSV)."))
    ] = None,
    as_of: AsOf = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="PATH", help=_("The file to write (default: standard output).")),
    ] = None,
) -> None:
    """Exports a table as a file."""
    by_name = output.suffix.lstrip(".").lower() if output else ""
    chosen = form or (FileForm(by_name) if by_name in list(FileForm) else FileForm.CSV)
    if chosen in BINARY and output is None and sys.stdout.isatty():
        raise typer.BadParameter(_("This format can’t be shown on the screen. Name a file with -o."))
    workspace = open_workspace()
    scope = Scope(until=as_of)
    _record(workspace, f"{what.value}.{chosen.value}", as_of)
    parts = files.write_chunks(what.value, _marked(workspace, _chunks(workspace, what, scope)), chosen.value)
    first = next(parts)  # an error here leaves an existing file as it was
    if output is None:
        sys.stdout.buffer.writelines(chain([first], parts))
        sys.stdout.buffer.flush()
    else:
        with output.open("wb") as file:
            file.writelines(chain([first], parts))
        say(_("Written: {path}").format(path=output))


def _record(workspace: Workspace, table: str, as_of: date | None) -> None:
    after = {"filters": f"as_of={as_of.isoformat()}" if as_of else ""}
    exported = AuditEntry(AuditAction.TABLE_EXPORT, AuditKind.TABLE, table, after=after)
    record_alone(workspace, command_line_actor(), exported)


def _chunks(workspace: Workspace, what: ExportOf, scope: Scope) -> Iterator[pd.DataFrame]:
    if what is ExportOf.ATTENDANCES:
        return frames.attendances_in_chunks(workspace, scope=scope, actor=command_line_actor())
    table = frames.events if what is ExportOf.EVENTS else frames.indicators
    return iter([table(workspace, scope=scope, actor=command_line_actor())])


def _marked(workspace: Workspace, parts: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    made_up = workspace.demonstration()
    return (marked(part, made_up) for part in parts)


def _write_bytes(content: bytes) -> None:
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _show_indicators(found: list[figures.IndicatorFigure]) -> None:
    table = Drawn(box=None, pad_edge=False)
    for heading, align in (
        ("", "left"), (_("indicator"), "left"), (_("reached"), "right"), (_("target"), "right"),
        (_("identified"), "right"), (_("unidentified"), "right"), (_("at least"), "right"), (_("state"), "left"),
    ):  # fmt: skip
        table.add_column(heading, justify=align, no_wrap=heading != _("indicator"))  # type: ignore[arg-type]
    for figure in found:
        reach = figure.reach
        numbers = (reach.reached, figure.target, reach.identified, reach.unidentified, reach.floor)
        state = labels.status_words(figure)
        table.add_row(figure.code, figure.title, *map(fmt.number, numbers), state)
    RESULTS.print(table)
    if found:
        say(_("Events up to {day}.").format(day=fmt.day(found[0].as_of)) + f" {labels.counting_sentence()}")
