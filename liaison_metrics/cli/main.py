"""The program's entry: commands, exit status, and how an error is shown."""

from __future__ import annotations

import sys

import typer

from liaison_metrics.cli import importing, report, upkeep, uploads
from liaison_metrics.cli.screen import complain
from liaison_metrics.errors import LiaisonError
from liaison_metrics.texts import _

NEEDS_A_PERSON, WRONG_CALL = 1, 2

app = typer.Typer(
    name="liaison-metrics",
    help=_(
        "Attendance sheets in, the project's promised figures out: each person counted once, by community and by city."
    ),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
importing.add_to(app)
uploads.add_to(app)
report.add_to(app)
upkeep.add_to(app)


def main() -> None:
    """Runs the command line and ends the process: 0 all done, 1 something needs a person, 2 the call is wrong."""
    try:
        app()
    except LiaisonError as error:
        complain(error.message, error.hint)
        sys.exit(WRONG_CALL)
    except KeyboardInterrupt:
        complain(_("Stopped. Nothing that was not finished was stored."))
        sys.exit(NEEDS_A_PERSON)
    except BrokenPipeError:
        sys.stderr.close()
