"""The command line: the same services as the pages, for a terminal and for other programs."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from liaison_metrics.texts import use_language, wanted, wanted_by


def main() -> None:
    """Runs the command line and ends the process, in the language of the option --language or of the environment."""
    use_language(wanted(_asked_language(sys.argv[1:])) or wanted_by(os.environ))
    # The commands name their options and helps when they are imported: the language is to be known before.
    from liaison_metrics.cli.commands import run

    run()


def _asked_language(arguments: Sequence[str]) -> str:
    """Returns the value of --language before the name of the command, "" if there is none."""
    for place, argument in enumerate(arguments):
        name, sign, value = argument.partition("=")
        if name == "--language":
            return value if sign else next(iter(arguments[place + 1 :]), "")
        if not argument.startswith("-"):
            break
    return ""


__all__ = ["main"]
