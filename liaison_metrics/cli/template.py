"""The command that writes the template: a workbook that partners fill in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from liaison_metrics.cli.screen import say
from liaison_metrics.services.intake.workbooks.template import LANGUAGES, template
from liaison_metrics.services.workspace.workspace import open_workspace
from liaison_metrics.texts import _


def add_to(app: typer.Typer) -> None:
    """Adds the command to the program."""
    app.command("template", help=_("Write an Excel template with drop-down lists for partners."))(write_template)


def write_template(
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="PATH", help=_("The file to write (default: a file named after the project).")
        ),
    ] = None,
    language: Annotated[
        str, typer.Option(metavar="CODE", help=_("The language: {codes}.").format(codes=", ".join(LANGUAGES)))
    ] = "en",
) -> None:
    """Writes the template."""
    if language not in LANGUAGES:
        raise typer.BadParameter(
            _("There is no template in “{code}”. Choose one of: {codes}.").format(
                code=language, codes=", ".join(LANGUAGES)
            ),
            param_hint="--language",
        )
    name, content = template(open_workspace().project, language)
    path = output or Path(name)
    path.write_bytes(content)
    say(_("Written: {path}").format(path=path))
