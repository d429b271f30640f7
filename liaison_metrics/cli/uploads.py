"""Commands about what was brought: list it, take it back, bring it back."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table as Drawn

from liaison_metrics.cli.actor import command_line_actor
from liaison_metrics.cli.importing import show_report
from liaison_metrics.cli.options import AsJson
from liaison_metrics.cli.screen import RESULTS, print_json, say, status_words
from liaison_metrics.services import uploads
from liaison_metrics.services.intake import FileStatus
from liaison_metrics.services.workspace.workspace import open_workspace
from liaison_metrics.texts import _

uploads_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

Number = Annotated[int, typer.Argument(metavar="ID", help=_("The upload's number, from “uploads list”."))]


def add_to(app: typer.Typer) -> None:
    """Adds these commands to the program's."""
    uploads_app.command("list", help=_("List what was brought so far."))(list_uploads)
    uploads_app.command("undo", help=_("Take an upload back, as if it had never been brought."))(undo_upload)
    uploads_app.command("redo", help=_("Bring an upload back that was undone, from the kept file."))(redo_upload)
    app.add_typer(uploads_app, name="uploads", help=_("List the uploads, take one back, or bring one back."))


def list_uploads(as_json: AsJson = False) -> None:
    """Lists the uploads, latest first."""
    found = uploads.latest(open_workspace())
    if as_json:
        print_json({"uploads": [uploads.as_json(upload) for upload in found]})
        return
    if not found:
        say(_("Nothing was brought yet. Start with: liaison-metrics import SHEET"))
        return
    table = Drawn(box=None, pad_edge=False)
    for heading, align in (
        (_("upload"), "right"), (_("file"), "left"), (_("when"), "left"), (_("attendances"), "right"),
        (_("headcount"), "right"), (_("not counted"), "right"), (_("rejected"), "right"), (_("state"), "left"),
    ):  # fmt: skip
        table.add_column(heading, justify=align, no_wrap=heading != _("file"), overflow="ellipsis")  # type: ignore[arg-type]
    for one in found:
        when = one.imported_at.astimezone().strftime("%Y-%m-%d %H:%M")
        state = _("undone") if one.undone_at else status_words(FileStatus(one.status))
        numbers = (one.attendances, one.headcount)
        rest = (one.not_counted, one.rejected)
        table.add_row(str(one.id), one.file, when, *map(str, numbers), *map(str, rest), state)
    RESULTS.print(table)


def undo_upload(
    upload: Number,
    as_json: AsJson = False,
) -> None:
    """Takes an upload back."""
    gone = uploads.undo(open_workspace(), upload, command_line_actor())
    if as_json:
        print_json(uploads.as_json(gone))
    else:
        say(_("Upload {number} ({file}) was taken back.").format(number=gone.id, file=gone.file))


def redo_upload(upload: Number, as_json: AsJson = False) -> None:
    """Brings an undone upload back."""
    report = uploads.redo(open_workspace(), upload, command_line_actor())
    if as_json:
        print_json({"files": [report.as_json()]})
    else:
        show_report(report)
