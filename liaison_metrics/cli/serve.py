"""The command that starts the pages: serve."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

import liaison_metrics
from liaison_metrics.cli.installation import add_sample_data
from liaison_metrics.cli.screen import say
from liaison_metrics.errors import SettingsError
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import open_workspace
from liaison_metrics.texts import _

LOOPBACK = "127.0.0.1"
PORT = 8501


def add_to(app: typer.Typer) -> None:
    """Adds the command to the program."""
    app.command("serve", help=_("Start the pages on this machine."))(serve)


def serve(
    port: Annotated[int, typer.Option(help=_("The port to listen on."))] = PORT,
    demo_if_empty: Annotated[
        bool, typer.Option("--demo-if-empty", help=_("Fill an empty store with sample data first."))
    ] = False,
) -> None:
    """Starts the pages on this machine and waits until they are stopped."""
    script = Path(liaison_metrics.__file__).parent.parent / "app.py"
    if not script.exists():
        raise SettingsError(
            _("Can’t find the pages: {path} is missing.").format(path=script),
            hint=_("Run this from the folder that contains app.py."),
        )
    workspace = open_workspace()
    if demo_if_empty and workspace.is_empty():
        add_sample_data()
    largest = workspace.settings.largest_file_mb
    workspace.close()
    say(_("Open http://localhost:{port} in a browser. Press Ctrl+C to stop.").format(port=port))
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    options = ["--server.address", LOOPBACK, "--server.port", str(port), "--server.headless", "true"]
    options += ["--server.maxUploadSize", str(largest)]
    try:
        status = subprocess.run([*command, *options], env=_environment(), cwd=script.parent, check=False).returncode
    except KeyboardInterrupt:
        status = 0
    raise typer.Exit(0 if status in (0, -2, 130) else 1)


def _environment() -> dict[str, str]:
    """Returns the environment for the pages. Paths are absolute, because the pages start in another folder."""
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
