"""The command that lists the statements of partners that their sheets of a quarter are complete."""

from __future__ import annotations

import typer
from rich.table import Table as RichTable

from liaison_metrics import format as fmt
from liaison_metrics.cli.events.owed import OfPartner
from liaison_metrics.cli.options import NEEDS_A_PERSON, AsJson, command_line_actor, known_code
from liaison_metrics.cli.screen import RESULTS, print_json, say
from liaison_metrics.services.labels import actor_name
from liaison_metrics.services.uploads.statements.stating import (
    Statement,
    StatementState,
    later_corrections,
    state_words,
    statements,
)
from liaison_metrics.services.workspace.workspace import open_workspace
from liaison_metrics.texts import _


def add_to(app: typer.Typer) -> None:
    """Adds this command to the program's."""
    help_text = _("List by quarter and partner whether the sheets are stated to be complete.")
    app.command("statements", help=help_text)(list_statements)


def list_statements(partner: OfPartner = None, as_json: AsJson = False) -> None:
    """Lists the statements of the quarters that have ended, with the number of later changes. The exit status is 1
    where one is missing, returned or waits to be accepted."""
    workspace, actor = open_workspace(), command_line_actor()
    known_code(workspace.project, "--partner", partner, [one.code for one in workspace.project.partners])
    found = [
        (one, len(later_corrections(workspace, one.partner, one.period, actor)) if one.is_compared else 0)
        for one in statements(workspace, actor)
        if partner in (None, one.partner)
    ]
    if as_json:
        print_json({"statements": [_as_json(one, changes) for one, changes in found]})
    elif not found:
        say(_("No quarter of the project has ended yet."))
    else:
        table = RichTable(box=None, pad_edge=False)
        for heading in (_("quarter"), _("partner"), _("state"), _("changes since")):
            table.add_column(heading, overflow="fold")
        for one, changes in found:
            name, quarter = actor_name(workspace.project, one.partner), fmt.quarter(one.period.code)
            table.add_row(quarter, name, state_words(one.state), fmt.number(changes))
        RESULTS.print(table)
    if any(one.state is not StatementState.ACCEPTED for one, _changes in found):
        raise typer.Exit(NEEDS_A_PERSON)


def _as_json(one: Statement, changes: int) -> dict[str, object]:
    return {
        "partner": one.partner, "period": one.period.code, "state": one.state.value,
        "stated_at": one.made_at.isoformat() if one.made_at else None,
        "decided_at": one.decided_at.isoformat() if one.decided_at else None, "changes": changes,
    }  # fmt: skip
