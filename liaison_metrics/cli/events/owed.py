"""The command that lists what partners owe."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer
from rich.table import Table as RichTable

from liaison_metrics import format as fmt
from liaison_metrics.cli.options import NEEDS_A_PERSON, AsJson, command_line_actor, known_code, parse_day
from liaison_metrics.cli.screen import RESULTS, print_json, say
from liaison_metrics.services.events.owed.finding import Owed, owed, owed_words
from liaison_metrics.services.labels import actor_name, label
from liaison_metrics.services.workspace.workspace import open_workspace
from liaison_metrics.texts import _

OfPartner = Annotated[
    str | None,
    typer.Option("--partner", metavar="CODE", show_default=False, help=_("List what one partner owes (default: all).")),
]

OnDay = Annotated[
    date | None,
    typer.Option(
        "--as-of", parser=parse_day, metavar="YYYY-MM-DD", show_default=False,
        help=_("List what was owed by this day (default: today)."),
    ),
]  # fmt: skip


def add_to(app: typer.Typer) -> None:
    """Adds this command to the program's."""
    app.command("owed", help=_("List what partners owe: sheets, answers, corrections, decisions, evidence."))(list_owed)


def list_owed(partner: OfPartner = None, as_of: OnDay = None, as_json: AsJson = False) -> None:
    """Lists what partners owe by a day, today by default. The exit status is 1 where they owe anything."""
    workspace = open_workspace()
    known_code(workspace.project, "--partner", partner, [one.code for one in workspace.project.partners])
    found = owed(workspace, command_line_actor(), partner, as_of)
    if as_json:
        print_json({"owed": [_as_json(one) for one in found]})
    elif not found:
        say(_("Nothing is owed."))
    else:
        table = RichTable(box=None, pad_edge=False)
        for heading in (_("partner"), _("what"), _("city"), _("date"), _("event or file"), _("days")):
            table.add_column(heading, overflow="fold")
        for one in found:
            city = label(workspace.project, "city", one.city) if one.city else ""
            table.add_row(
                actor_name(workspace.project, one.partner), owed_words(one.kind, one.count), city, fmt.day(one.date),
                one.title or label(workspace.project, "activity", one.activity), fmt.number(one.days),
            )  # fmt: skip
        RESULTS.print(table)
    if found:
        raise typer.Exit(NEEDS_A_PERSON)


def _as_json(one: Owed) -> dict[str, object]:
    return {
        "partner": one.partner, "kind": one.kind.value, "activity": one.activity, "city": one.city,
        "date": one.date.isoformat(), "title": one.title, "days": one.days, "count": one.count,
    }  # fmt: skip
