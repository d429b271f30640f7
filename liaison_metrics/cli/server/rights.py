"""Commands for the rights of participants: forget a person, give out a person's data.

What identifies the person is asked at a prompt. As an argument it would stay in the history of the terminal.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from liaison_metrics import format as fmt
from liaison_metrics.cli.options import AsJson, command_line_actor
from liaison_metrics.cli.people import people_app
from liaison_metrics.cli.screen import RESULTS, agreed, print_json, say
from liaison_metrics.services.uploads.personal_data.disclosing import disclose
from liaison_metrics.services.uploads.personal_data.finding import TypedPerson
from liaison_metrics.services.uploads.personal_data.forgetting import forget
from liaison_metrics.services.uploads.personal_data.planning import plan_forgetting
from liaison_metrics.services.uploads.personal_data.retention import preview_purge, purge, retention, retention_words
from liaison_metrics.services.workspace.workspace import open_workspace
from liaison_metrics.texts import _, ngettext

retention_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


def add_to(app: typer.Typer) -> None:
    """Adds these commands to the program, and to those about people."""
    people_app.command("forget", help=_("Delete a person’s data; figures stay. Asks who."))(forget_person)
    people_app.command("access", help=_("Write what is kept about a person into a file. Asks who."))(access_person)
    retention_app.command("show", help=_("Say until when personal data are kept."))(show_retention)
    retention_app.command("purge", help=_("Delete all personal data after that day; figures stay."))(purge_data)
    app.add_typer(retention_app, name="retention", help=_("The time for which personal data are kept."))


def forget_person(
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Show what is found; change nothing."))] = False,
    yes: Annotated[bool, typer.Option("--yes", help=_("Do not ask whether to go on."))] = False,
    output: Annotated[
        Path | None, typer.Option("-o", metavar="PATH", help=_("Write the receipt to this file."))
    ] = None,
) -> None:
    """Forgets a person, after showing what is found."""
    workspace, typed = open_workspace(), ask_person()
    plan = plan_forgetting(workspace, typed, command_line_actor())
    person = plan.person
    say(
        _("Found: {attendances}, {events}, {uploads}, {rows}.").format(
            attendances=_counted(ngettext("{n} attendance", "{n} attendances", person.attendances), person.attendances),
            events=_counted(ngettext("{n} event", "{n} events", person.events), person.events),
            uploads=_counted(ngettext("{n} upload", "{n} uploads", len(person.uploads)), len(person.uploads)),
            rows=_counted(ngettext("{n} row in files", "{n} rows in files", plan.rows_in_files), plan.rows_in_files),
        )
    )
    if dry_run:
        say(_("Dry run: nothing was changed."))
        return
    if not yes and not agreed(_("Delete this person’s data? It cannot be undone.")):
        raise typer.Abort
    receipt = forget(workspace, typed, command_line_actor())
    if output:
        output.write_text(receipt.text, encoding="utf-8")
        say(_("The receipt is in {file}.").format(file=output))
    else:
        RESULTS.print(receipt.text)


def access_person(
    output: Annotated[Path, typer.Option("-o", metavar="PATH", help=_("The file to write: .json or .html."))],
) -> None:
    """Writes what is kept about a person, for the person."""
    if output.suffix not in (".json", ".html"):
        raise typer.BadParameter(_("Write a name that ends with .json or .html."), param_hint="-o")
    found = disclose(open_workspace(), ask_person(), command_line_actor())
    output.write_bytes(found.as_json() if output.suffix == ".json" else found.as_html())
    output.chmod(0o600)
    count = len(found.attendances)
    say(ngettext("{n} attendance is in {file}.", "{n} attendances are in {file}.", count).format(n=count, file=output))


def show_retention(as_json: AsJson = False) -> None:
    """Shows until when personal data are kept, and what will be deleted."""
    workspace, actor = open_workspace(), command_line_actor()
    found, counted = retention(workspace, actor), preview_purge(workspace, actor)
    if as_json:
        until, gone = (str(day) if day else None for day in (found.until, found.deleted_at))
        print_json({"until": until, "years": found.years, "deleted_at": gone, "would_delete": dict(counted)})
        return
    say(retention_words(found))
    _show_counts(counted)


def purge_data(
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Show what would be deleted; change nothing."))] = False,
    yes: Annotated[bool, typer.Option("--yes", help=_("Do not ask whether to go on."))] = False,
) -> None:
    """Deletes all personal data, after the day until which they are kept."""
    workspace, actor = open_workspace(), command_line_actor()
    _show_counts(preview_purge(workspace, actor))
    if dry_run:
        say(_("Dry run: nothing was changed."))
        return
    if not yes and not agreed(_("Delete all personal data? It cannot be undone.")):
        raise typer.Abort
    purge(workspace, actor)
    say(_("All personal data were deleted. The figures stay."))


def _show_counts(counted: Mapping[str, int]) -> None:
    for name, number in counted.items():
        RESULTS.print(f"{name}: {fmt.number(number)}")


def ask_person() -> TypedPerson:
    """Asks who is meant: at a terminal field by field, else in four lines of standard input (e-mail, phone, name,
    birth date). Raises BadParameter for a birth date that is none."""
    questions = (
        _("E-mail address (empty: unknown)"), _("Phone number (empty: unknown)"), _("Name (empty: unknown)"),
        _("Birth date, as 1984-03-25 (empty: unknown)"),
    )  # fmt: skip
    if sys.stdin.isatty():
        answers = [typer.prompt(question, default="", show_default=False, err=True) for question in questions]
    else:
        answers = [sys.stdin.readline().rstrip("\r\n") for _question in questions]
    email, phone, name, birth = answers
    return TypedPerson(email, phone, name, _birth(birth))


def _birth(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        # The text is not repeated: it is about a person.
        raise typer.BadParameter(_("The birth date isn’t a date. Write it as 1984-03-25.")) from None


def _counted(words: str, number: int) -> str:
    return words.format(n=fmt.number(number))
