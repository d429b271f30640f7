"""Commands for the installation: init, demo, doctor."""

from __future__ import annotations

import typer

from liaison_metrics.cli.options import NEEDS_A_PERSON, command_line_actor
from liaison_metrics.cli.screen import RESULTS, complain, progress_bar, say
from liaison_metrics.services.demo import fill_with_demonstration
from liaison_metrics.services.workspace.health import check_health
from liaison_metrics.services.workspace.workspace import open_workspace
from liaison_metrics.texts import _


def add_to(app: typer.Typer) -> None:
    """Adds these commands to the program."""
    app.command("init", help=_("Create the store and its key, or upgrade a store."))(init)
    app.command("demo", help=_("Fill an empty store with sample data, to try the program."))(demo)
    app.command("doctor", help=_("Check the installation and report problems."))(doctor)


def init() -> None:
    """Creates or upgrades the store."""
    workspace = open_workspace()
    url = workspace.settings.url.render_as_string(hide_password=True)
    say(_("The store is ready: {url}").format(url=url))


def demo() -> None:
    """Fills an empty store with sample data."""
    count = add_sample_data()
    say(_("Added {count} sample sheets. Start the pages with: liaison-metrics serve").format(count=count))


def doctor() -> None:
    """Runs the health checks; exit status 1 where one fails."""
    checks = check_health()
    for check in checks:
        RESULTS.print(f"{'✓' if check.ok else '✗'} {check.message}", style=None if check.ok else "bold")
        if not check.ok:
            complain(f"  {check.remedy}")
    if not all(check.ok for check in checks):
        raise typer.Exit(NEEDS_A_PERSON)


def add_sample_data() -> int:
    """Fills an empty store with sample data; returns the number of sheets. Raises StoreError where it has uploads."""
    with progress_bar(_("Sample data")) as advance:
        return fill_with_demonstration(open_workspace(), command_line_actor(), advance)
