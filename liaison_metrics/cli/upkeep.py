"""Commands that look after the program: serve, init, demo, doctor."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

import liaison_metrics
from liaison_metrics.cli.actor import command_line_actor
from liaison_metrics.cli.screen import RESULTS, complain, progress_bar, say
from liaison_metrics.errors import SettingsError
from liaison_metrics.services.demo import fill_with_demonstration
from liaison_metrics.services.workspace.health import check_health
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import open_workspace
from liaison_metrics.texts import _

LOOPBACK = "127.0.0.1"
PORT = 8501


def add_to(app: typer.Typer) -> None:
    """Adds these commands to the program's."""
    app.command("serve", help=_("Start the pages, to be opened in a browser on this machine."))(serve)
    app.command("init", help=_("Make the store and the secret key, or bring an older store up to date."))(init)
    app.command("demo", help=_("Fill an empty store with made-up sheets, to look around."))(demo)
    app.command("doctor", help=_("Check settings, project file, store and key, and say what is wrong."))(doctor)


def serve(
    port: Annotated[int, typer.Option(help=_("The port to listen on."))] = PORT,
    demo_if_empty: Annotated[
        bool, typer.Option("--demo-if-empty", help=_("Fill an empty store with made-up sheets first."))
    ] = False,
) -> None:
    """Starts the pages. Until there are accounts, only this machine can reach them."""
    script = Path(liaison_metrics.__file__).parent.parent / "app.py"
    if not script.exists():
        raise SettingsError(
            _("The pages are not here: {path} is missing.").format(path=script),
            hint=_("Start from the project's folder, where app.py stands."),
        )
    workspace = open_workspace()
    if demo_if_empty and workspace.is_empty():
        _fill()
    largest = workspace.settings.largest_file_mb
    workspace.close()
    say(_("The pages are at http://localhost:{port} – stop with Ctrl+C.").format(port=port))
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    options = ["--server.address", LOOPBACK, "--server.port", str(port), "--server.headless", "true"]
    options += ["--server.maxUploadSize", str(largest)]
    try:
        status = subprocess.run([*command, *options], env=_environment(), cwd=script.parent, check=False).returncode
    except KeyboardInterrupt:
        status = 0
    raise typer.Exit(0 if status in (0, -2, 130) else 1)


def init() -> None:
    """Makes or migrates the store."""
    workspace = open_workspace()
    url = workspace.settings.url.render_as_string(hide_password=True)
    say(_("The store is ready: {url}").format(url=url))


def demo() -> None:
    """Fills an empty store with made-up sheets."""
    count = _fill()
    say(_("{count} made-up sheets were added. Start the pages with: liaison-metrics serve").format(count=count))


def doctor() -> None:
    """Checks the installation."""
    checks = check_health()
    for check in checks:
        RESULTS.print(f"{'✓' if check.ok else '✗'} {check.message}", style=None if check.ok else "bold")
        if not check.ok:
            complain(f"  {check.remedy}")
    if not all(check.ok for check in checks):
        raise typer.Exit(1)


def _fill() -> int:
    with progress_bar(_("Demonstration data")) as advance:
        return fill_with_demonstration(open_workspace(), command_line_actor(), advance)


def _environment() -> dict[str, str]:
    """Returns the environment for the pages, with the settings as absolute paths: they start in another folder."""
    settings = Settings()
    url = settings.url
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        url = url.set(database=str(Path(url.database).resolve()))
    return {
        **os.environ,
        "LIAISON_DATABASE_URL": url.render_as_string(hide_password=False),
        "LIAISON_PROJECT_FILE": str(settings.project_file.resolve()),
        "LIAISON_SECRET_KEY_FILE": str(settings.secret_path.resolve()),
    }
