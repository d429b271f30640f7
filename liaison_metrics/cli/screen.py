"""Output of the command line: results to standard output, everything else to standard error."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn
from typer.exceptions import TyperException

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


def agreed(question: str) -> bool:
    """Asks a question on standard error and returns whether the answer is yes, in the current language or in English.
    Whoever just presses Enter says no. Raises Abort where nobody can answer."""
    answer = typer.prompt(f"{question} {_('[y/N]')}", default="", show_default=False, err=True).strip().casefold()
    yes = _("yes").casefold()
    return answer in ("y", "yes", yes[:1], yes)


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


class _SpokenContext(typer.Context):
    """A call whose help and usage are in the current language."""

    def get_help(self) -> str:
        return _help(super().get_help())

    def get_usage(self) -> str:
        return _help(super().get_usage())


def in_language(command: Any) -> None:
    """Has a command of Typer, and all below it, write its help in the current language."""
    command.context_class = _SpokenContext
    for below in getattr(command, "commands", {}).values():
        in_language(below)


def complain_of_call(error: TyperException) -> None:
    """Writes what is wrong with a call, how the command is used, and where its help is."""
    context, text = getattr(error, "ctx", None), error.format_message()
    if context is None:
        complain(spoken(text))
    elif text == context.get_help():  # called without anything: its help is the answer
        say(text)
    else:
        say(f"{context.get_usage()}\n")
        complain(spoken(text), _("“{command} --help” lists what there is.").format(command=context.command_path))


def _help(text: str) -> str:
    """Returns a help text with the words that Typer writes into it in the current language."""
    for english, said in {
        r"^Usage:": _("Usage:"),
        r"^Arguments:$": _("Arguments:"),
        r"^Options:$": _("Options:"),
        r"^Commands:$": _("Commands:"),
        r"\[OPTIONS\]": _("[OPTIONS]"),
        r"\bCOMMAND \[ARGS\]": _("COMMAND [ARGS]"),
        r"Show this message and exit\.": _("Show this help and end."),
        r"\[required\]": _("[required]"),
        r"\[default: ": _("[default: "),
    }.items():
        text = re.sub(english, lambda _found, said=said: said, text, flags=re.MULTILINE)  # type: ignore[misc]
    return text


def spoken(text: str) -> str:
    """Returns an error message of Typer in the current language; one that is not known as it is."""
    for pattern, message in _messages().items():
        if found := re.fullmatch(pattern, text, re.DOTALL):
            parts = {name: part or "" for name, part in found.groupdict().items()}
            cause = {"cause": spoken(parts["cause"])} if "cause" in parts else {}
            return message.format(**parts | cause)
    return text


def _messages() -> dict[str, str]:
    return {
        r"Missing command\.": _("Name a command."),
        r"Missing \w+ '(?P<name>.*)'\.": _("{name} is missing."),
        r"No such option: (?P<name>\S+)": _("There is no option {name}."),
        r"No such option: (?P<name>\S+) \(Possible options: (?P<others>.*)\)": _(
            "There is no option {name}. Did you mean {others}?"
        ),
        r"No such command '(?P<name>.*)'\.": _("There is no command “{name}”."),
        r"No such command '(?P<name>.*)'\. Did you mean '(?P<others>.*)'\?": _(
            "There is no command “{name}”. Did you mean {others}?"
        ),
        r"Option '(?P<name>.*)' requires an argument\.": _("{name} needs a value."),
        r"Option '(?P<name>.*)' does not take a value\.": _("{name} takes no value."),
        r"Got unexpected extra argument\(s\) \((?P<words>.*)\)": _("This command takes no “{words}”."),
        r"Invalid value for '?(?P<name>[^:]*?)'?: (?P<cause>.*)": "{name}: {cause}",
        r"Invalid value: (?P<cause>.*)": "{cause}",
        r".*valid integer.*": _("Write a whole number."),
        r".*greater than or equal to (?P<least>\S+)": _("Write {least} or more."),
        r"(?i:file|path|directory) '(?P<path>.*)' does not exist\.": _("There is no file or folder {path}."),
        r"(?i:file|path) '(?P<name>.*)' is a directory\.": _("{name} is a folder, not a file."),
        r"(?i:file|path) '(?P<name>.*)' is not readable\.": _("{name} can’t be read."),
    }
