"""Commands for accounts: list, add, disable."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from rich.table import Table as Drawn

from liaison_metrics.cli.options import AsJson, command_line_actor, known_code
from liaison_metrics.cli.screen import RESULTS, print_json, say
from liaison_metrics.errors import UnknownAccount
from liaison_metrics.services.access.actors import Role
from liaison_metrics.services.accounts import links, managing
from liaison_metrics.services.accounts.managing import AccountEntry
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from liaison_metrics.texts import _

accounts_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

LOCAL_URL = "http://localhost:8501"

Email = Annotated[str, typer.Argument(metavar="EMAIL", help=_("The account’s e-mail address."))]


def add_to(app: typer.Typer) -> None:
    """Adds these commands to the program."""
    accounts_app.command("list", help=_("List who may sign in."))(list_accounts)
    accounts_app.command("add", help=_("Add an account and print its one-time link."))(add_account)
    accounts_app.command("disable", help=_("Disable an account and sign its owner out."))(disable_account)
    app.add_typer(accounts_app, name="accounts", help=_("List, add or disable accounts."))


def list_accounts(as_json: AsJson = False) -> None:
    """Lists the accounts by e-mail address."""
    found = managing.all_accounts(open_workspace(), command_line_actor())
    rows = [
        {
            "email": one.email, "role": one.role.value, "partner": one.partner, "cities": sorted(one.cities),
            "state": one.state.value, "second_factor": one.second_factor, "passkeys": one.passkeys,
        }
        for one in found
    ]  # fmt: skip
    if as_json:
        print_json({"accounts": rows})
        return
    table = Drawn(box=None, pad_edge=False)
    for heading in (_("e-mail"), _("role"), _("organisation"), _("cities"), _("state")):
        table.add_column(heading, no_wrap=True)
    for one in found:
        table.add_row(one.email, one.role.value, one.partner, ", ".join(sorted(one.cities)), one.state.value)
    RESULTS.print(table)


def add_account(
    email: Email,
    role: Annotated[Role, typer.Option(help=_("What its owner is in the project."))],
    city: Annotated[list[str] | None, typer.Option(help=_("A partner’s city (code); may be repeated."))] = None,
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help=_("Read the password from standard input; no link is made."))
    ] = False,
) -> None:
    """Adds an account; prints its one-time link, unless a password is given."""
    workspace = open_workspace()
    cities = [code.code for code in workspace.project.cities]
    for code in city or ():
        known_code(workspace.project, "--city", code, cities)
    entry = AccountEntry(email, role, tuple(city or ()))
    if password_stdin:
        managing.add_with_password(workspace, entry, sys.stdin.readline().rstrip("\r\n"), command_line_actor())
        say(_("The account was added."))
        return
    token = managing.invite(workspace, entry, command_line_actor())
    until = links.open_link(workspace, token).expires_at
    RESULTS.print(f"{workspace.settings.public_url or LOCAL_URL}/link/{token}")
    say(_("Hand this link over. It works once, until {when}.").format(when=f"{until:%Y-%m-%d %H:%M} UTC"))


def disable_account(email: Email) -> None:
    """Disables an account."""
    workspace = open_workspace()
    managing.disable(workspace, _number(workspace, email), command_line_actor())
    say(_("The account was disabled."))


def _number(workspace: Workspace, email: str) -> int:
    for one in managing.all_accounts(workspace, command_line_actor()):
        if one.email == email.strip().lower():
            return one.number
    raise UnknownAccount(
        _("There is no account with this e-mail address."), hint=_("See: liaison-metrics accounts list")
    )
