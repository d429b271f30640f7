"""The command that makes an audit pack: an archive that proves chosen events."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from liaison_metrics.cli.options import command_line_actor, known_code
from liaison_metrics.cli.screen import say
from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.reports.audit_pack.making import make_audit_pack
from liaison_metrics.services.events.evidence.packing import Draw
from liaison_metrics.services.workspace.workspace import open_workspace
from liaison_metrics.texts import _

Numbers = Annotated[
    list[int] | None,
    typer.Option("--event", metavar="ID", show_default=False, help=_("An event's id; repeat it for several events.")),
]
Size = Annotated[int, typer.Option("--sample", metavar="N", min=0, help=_("Draw so many events by lot."))]
Seed = Annotated[int, typer.Option(metavar="N", min=0, help=_("The number that decides the lot."))]
City = Annotated[str | None, typer.Option("--city", metavar="CODE", help=_("Draw from the events of one city."))]
Activity = Annotated[
    str | None, typer.Option("--activity", metavar="CODE", help=_("Draw from the events of one activity type."))
]


def add_to(app: typer.Typer) -> None:
    """Adds this command to the program's."""
    words = _("Write the proof of chosen events, or of a random sample, as a ZIP archive.")
    app.command("audit-pack", help=words)(write_audit_pack)


def write_audit_pack(
    output: Annotated[Path, typer.Option("-o", "--output", metavar="PATH.zip", help=_("The file to write."))],
    event: Numbers = None,
    sample: Size = 0,
    seed: Seed = 0,
    city: City = None,
    activity: Activity = None,
) -> None:
    """Writes an audit pack. It holds the names in the sheets and the evidence: nobody else can read the file."""
    if bool(event) == bool(sample):
        raise typer.BadParameter(_("Name events with --event, or draw some with --sample."))
    if not output.absolute().parent.is_dir():
        raise typer.BadParameter(_("There is no folder {path}.").format(path=output.parent), param_hint="-o")
    workspace = open_workspace()
    known_code(workspace.project, "--city", city, workspace.project.codes(VocabularyKind.CITY))
    known_code(workspace.project, "--activity", activity, workspace.project.codes(VocabularyKind.ACTIVITY))
    draw = Draw(tuple(event or ()), sample, seed, city, activity)
    pack = make_audit_pack(workspace, draw, command_line_actor())
    output.touch()
    output.chmod(0o600)
    with output.open("wb") as file:
        for piece in pack.pieces:
            file.write(piece)
    say(_("Written: {path}. It holds names: keep it as safe as the sheets.").format(path=output))
