"""The entry point: commands, exit status, and how errors are shown."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from liaison_metrics.cli import figures, importing, people, report, template, uploads
from liaison_metrics.cli.events import audit_pack, checking, owed, statements
from liaison_metrics.cli.options import NEEDS_A_PERSON
from liaison_metrics.cli.screen import complain, complain_of_call, in_language
from liaison_metrics.cli.server import accounts, installation, rights, serve
from liaison_metrics.errors import LiaisonError
from liaison_metrics.texts import _, offered

WRONG_CALL = 2
"""The exit status of a call that the program refuses."""

app = typer.Typer(
    name="liaison-metrics",
    help=_("Attendance sheets in, the project’s indicators out: each person counted once, by community and by city."),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for family in (
    importing,
    template,
    figures,
    uploads,
    people,
    rights,
    checking,
    owed,
    statements,
    audit_pack,
    report,
    accounts,
    serve,
    installation,
):
    family.add_to(app)


@app.callback()
def common_options(
    language: Annotated[
        str | None,
        typer.Option(
            "--language",
            metavar="CODE",
            help=_("The language of what is written: {codes}.").format(codes=", ".join(offered())),
        ),
    ] = None,
) -> None:
    """Checks the options of every command; the language itself is chosen before the commands are read."""
    if language is not None and language not in offered():
        raise typer.BadParameter(
            _("There is no language “{code}”. Choose one of: {codes}.").format(
                code=language, codes=", ".join(offered())
            ),
            param_hint="--language",
        )


def run() -> None:
    """Runs the command line and ends the process. Exit status: 0 done, 1 something needs a person, 2 wrong call."""
    try:
        command = typer.main.get_command(app)
        in_language(command)
        sys.exit(command(prog_name="liaison-metrics", standalone_mode=False))
    except TyperException as error:
        complain_of_call(error)
        sys.exit(WRONG_CALL)
    except LiaisonError as error:
        complain(error.message, error.hint)
        sys.exit(NEEDS_A_PERSON if error.needs_a_person else WRONG_CALL)
    except (KeyboardInterrupt, typer.Abort):
        complain(_("Stopped. Unfinished work was not stored."))
        sys.exit(NEEDS_A_PERSON)
    except BrokenPipeError:
        sys.stderr.close()
    except OSError as error:
        what = _("{file} can’t be read or written: {cause}.")
        complain(what.format(file=error.filename or _("A file"), cause=(error.strerror or type(error).__name__)))
        sys.exit(WRONG_CALL)
    except Exception as error:
        # The message may quote a cell of a sheet: say where it happened alone.
        place = traceback.extract_tb(error.__traceback__)[-1]
        what = _("Something went wrong: {kind} in {place}. Nothing unfinished was stored.")
        complain(what.format(kind=type(error).__name__, place=f"{Path(place.filename).name}:{place.lineno}"))
        sys.exit(NEEDS_A_PERSON)
