"""What the command line writes: results to standard output, everything else to standard error."""

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
"""Where results do not go to a terminal, tables are this wide."""

RESULTS = Console(soft_wrap=True, highlight=False, markup=False, width=None if sys.stdout.isatty() else WIDTH_OF_A_FILE)
ASIDE = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)


class Advance(Protocol):
    """Tells a progress bar how much is done (0 to 1) and what is being done."""

    def __call__(self, share: float, what: str) -> None:
        """Moves the bar."""


def complain(message: str, hint: str = "") -> None:
    """Writes an error as a sentence and, under it, what to do."""
    ASIDE.print(message, style="bold red")
    if hint:
        ASIDE.print(hint)


def say(text: str) -> None:
    """Writes something that is no result: a remark, a warning, an ending."""
    ASIDE.print(text)


def print_json(value: Any) -> None:
    """Writes a result for another program."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


@contextmanager
def progress_bar(title: str) -> Iterator[Advance]:
    """Gives a progress bar on standard error; silent where that is no terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=ASIDE, transient=True, disable=not ASIDE.is_terminal) as bar:
        task = bar.add_task(title, total=1.0)

        def advance(share: float, what: str) -> None:
            bar.update(task, completed=share, description=f"{title}: {what}" if what else title)

        yield advance


def status_words(status: FileStatus) -> str:
    """Returns what became of a file, in words."""
    return {
        FileStatus.IMPORTED: _("imported"),
        FileStatus.PARTLY: _("partly imported"),
        FileStatus.NEEDS_MAPPING: _("waits for an answer"),
        FileStatus.ALREADY_IMPORTED: _("imported before"),
        FileStatus.REFUSED: _("refused"),
    }[status]
