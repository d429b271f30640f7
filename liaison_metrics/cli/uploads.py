"""Commands for uploads: list, undo, redo."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table as Drawn

from liaison_metrics import format as fmt
from liaison_metrics.cli.importing import show_report
from liaison_metrics.cli.options import AsJson, command_line_actor
from liaison_metrics.cli.screen import RESULTS, print_json, say, status_words
from liaison_metrics.services import uploads
from liaison_metrics.services.intake import FileStatus
from liaison_metrics.services.workspace.workspace import open_workspace
from liaison_metrics.texts import _

uploads_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

Number = Annotated[int, typer.Argument(metavar="ID", help=_("The upload’s number, from “uploads list”."))]


def add_to(app: typer.Typer) -> None:
    """Adds these commands to the program."""
    uploads_app.command("list", help=_("List all uploads."))(list_uploads)
    uploads_app.command("undo", help=_("Undo an upload: figures are as if it had never been uploaded."))(undo_upload)
    uploads_app.command("redo", help=_("Restore an undone upload from its original file."))(redo_upload)
    app.add_typer(uploads_app, name="uploads", help=_("List uploads, undo or restore one."))


def list_uploads(as_json: AsJson = False) -> None:
    """Lists the uploads, the latest first."""
    summaries = uploads.latest(open_workspace(), actor=command_line_actor())
    if as_json:
        print_json({"uploads": [uploads.as_json(upload) for upload in summaries]})
        return
    if not summaries:
        say(_("No uploads yet. Start with: liaison-metrics import SHEET"))
        return
    table = Drawn(box=None, pad_edge=False)
    for heading, align in (
        (_("upload"), "right"), (_("file"), "left"), (_("when"), "left"), (_("attendances"), "right"),
        (_("headcount"), "right"), (_("not counted"), "right"), (_("rejected"), "right"), (_("state"), "left"),
    ):  # fmt: skip
        table.add_column(heading, justify=align, no_wrap=heading != _("file"), overflow="ellipsis")  # type: ignore[arg-type]
    for upload in summaries:
        state = _("undone") if upload.undone_at else status_words(FileStatus(upload.status))
        numbers = (upload.attendances, upload.headcount, upload.uncounted, upload.rejected)
        table.add_row(
            str(upload.id), upload.file, fmt.date_time(upload.imported_at), *map(fmt.number, numbers), state
        )  # fmt: skip
    RESULTS.print(table)


def undo_upload(
    upload: Number,
    as_json: AsJson = False,
) -> None:
    """Undoes an upload."""
    undone = uploads.undo(open_workspace(), upload, command_line_actor())
    if as_json:
        print_json(uploads.as_json(undone))
    else:
        say(_("Upload {number} ({file}) has been undone.").format(number=undone.id, file=undone.file))


def redo_upload(upload: Number, as_json: AsJson = False) -> None:
    """Restores an undone upload."""
    workspace = open_workspace()
    report = uploads.redo(workspace, upload, command_line_actor())
    if as_json:
        print_json({"files": [report.as_json()]})
    else:
        show_report(workspace.project, report)
