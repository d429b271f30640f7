"""The command that starts the pages: serve."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
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

SECONDS_TO_STOP = 8.0
"""How long the server may take to stop before it is killed; the store is whole whenever it is killed."""

MOST_DESCRIPTORS = 65_536
"""The limit of open files that the server asks for, where the system allows that many."""


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
    folder = _folder_of_pages()
    _check_port(port)
    workspace = open_workspace()
    if demo_if_empty and workspace.is_empty():
        add_sample_data()
    largest = workspace.settings.largest_file_mb
    workspace.close()
    say(_("Open http://localhost:{port} in a browser. Press Ctrl+C to stop.").format(port=port))
    command = [sys.executable, "-m", "liaison_metrics.web.server", str(folder), LOOPBACK, str(port)]
    _raise_descriptor_limit()
    raise typer.Exit(_run(command, _environment(largest), folder))


def _folder_of_pages() -> Path:
    """Returns the folder with app.py and pages/: that of the source code, or else the current one, where the package
    is installed without its source code."""
    source = Path(liaison_metrics.__file__).parent.parent
    for folder in (source, Path.cwd()):
        if (folder / "app.py").is_file() and (folder / "pages").is_dir():
            return folder
    raise SettingsError(
        _("Can’t find the pages: {path} has no app.py and pages/.").format(path=Path.cwd()),
        hint=_("Run this in the folder that contains them."),
    )


def _check_port(port: int) -> None:
    """Raises SettingsError if another program listens on the port, or the system keeps it for itself."""
    try:
        with socket.socket() as trial:
            if os.name == "posix":  # elsewhere this option lets two programs listen on one port
                trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((LOOPBACK, port))
    except (OSError, OverflowError) as error:
        raise SettingsError(
            _("Port {port} is already in use, or can’t be used.").format(port=port),
            hint=_("Stop the other program, or choose another port: liaison-metrics serve --port {other}").format(
                other=port + 1 if 1024 <= port < 65_535 else PORT
            ),
        ) from error


def _raise_descriptor_limit() -> None:
    """Raises the soft limit of open files for the server. Each open page needs a few; macOS gives 256 by default."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_DESCRIPTORS if hard == resource.RLIM_INFINITY else min(MOST_DESCRIPTORS, hard)
    if soft not in (resource.RLIM_INFINITY, wanted) and soft < wanted:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _run(command: list[str], environment: dict[str, str], folder: Path) -> int:
    """Runs the server until it ends, and ends it when this process is told to end. Returns the exit status."""
    stopping = threading.Event()
    servers: list[subprocess.Popen[bytes]] = []

    def stop(_number: int, _frame: object) -> None:
        if not stopping.is_set():
            stopping.set()
            for server in servers:
                _end(server)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    server = subprocess.Popen(command, env=environment, cwd=folder)
    servers.append(server)
    if stopping.is_set():  # it was told so before there was a server
        _end(server)
    status = server.wait()
    return 0 if stopping.is_set() or status == 0 else 1


def _end(server: subprocess.Popen[bytes]) -> None:
    # Not an interrupt: the second one, after that of the terminal, would cut off what is being answered.
    server.terminate()
    last_resort = threading.Timer(SECONDS_TO_STOP, server.kill)
    last_resort.daemon = True
    last_resort.start()


def _environment(largest_file_mb: int) -> dict[str, str]:
    """Returns the environment for the pages. Paths are absolute, because the pages start in another folder."""
    settings = Settings()
    url = settings.url
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        url = url.set(database=str(Path(url.database).resolve()))
    return {
        **os.environ,
        "STREAMLIT_SERVER_MAX_UPLOAD_SIZE": str(largest_file_mb),
        "FORWARDED_ALLOW_IPS": settings.trusted_proxies,
        "LIAISON_DATABASE_URL": url.render_as_string(hide_password=False),
        "LIAISON_PROJECT_FILE": str(settings.project_file.resolve()),
        "LIAISON_SECRET_KEY_FILE": str(settings.secret_path.resolve()),
    }
