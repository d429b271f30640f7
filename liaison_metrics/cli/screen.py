"""Output of the command line: results to standard output, everything else to standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from liaison_metrics.services.intake import FileStatus
from liaison_metrics.texts import _

WIDTH_OF_A_FILE = 160
"""Characters of a table's width where results do not go to a terminal."""

RESULTS = Console(soft_wrap=True, highlight=False, markup=False, width=None if sys.stdout.isatty() else WIDTH_OF_A_FILE)
ASIDE = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)


class Advance(Protocol):
    """Moves a progress bar: the share that is done (0 to 1), and what is being done."""

    def __call__(self, share: float, what: str) -> None:
        """Moves the bar."""


def complain(message: str, hint: str = "") -> None:
    """Writes an error message and, on the next line, a hint."""
    ASIDE.print(message, style="bold red")
    if hint:
        ASIDE.print(hint)


def say(text: str) -> None:
    """Writes a remark or a warning."""
    ASIDE.print(text)


def print_json(value: Any) -> None:
    """Writes a result as JSON."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


@contextmanager
def progress_bar(title: str) -> Iterator[Advance]:
    """Shows a progress bar on standard error, if that is a terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=ASIDE, transient=True, disable=not ASIDE.is_terminal) as bar:
        task = bar.add_task(title, total=1.0)

        def advance(share: float, what: str) -> None:
            bar.update(task, completed=share, description=f"{title}: {what}" if what else title)

        yield advance


def status_words(status: FileStatus) -> str:
    """Returns the status of a file in words."""
    return {
        FileStatus.IMPORTED: _("imported"),
        FileStatus.PARTLY: _("partly imported"),
        FileStatus.NEEDS_MAPPING: _("needs answers"),
        FileStatus.ALREADY_IMPORTED: _("already imported"),
        FileStatus.REFUSED: _("refused"),
    }[status]
