"""The command that starts the pages: serve."""

from __future__ import annotations

import contextlib
import ipaddress
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
from liaison_metrics.cli.screen import say
from liaison_metrics.cli.server.installation import add_sample_data
from liaison_metrics.errors import SettingsError
from liaison_metrics.services.accounts import links
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
    address: Annotated[
        str, typer.Option(help=_("The network address to listen on; others than this machine’s own need accounts."))
    ] = LOOPBACK,
    demo_if_empty: Annotated[
        bool, typer.Option("--demo-if-empty", help=_("Fill an empty store with sample data first."))
    ] = False,
) -> None:
    """Starts the pages on this machine and waits until they are stopped."""
    folder = _folder_of_pages()
    settings = Settings()
    _check_access(settings, address)
    _check_port(address, port)
    workspace = open_workspace()
    if demo_if_empty and workspace.is_empty() and not settings.needs_accounts:
        add_sample_data()
    link = links.first_link(workspace) if settings.needs_accounts else None
    key_file = workspace.key.path
    workspace.close()
    url = settings.public_url or f"http://localhost:{port}"
    say(_("Open {url} in a browser. Press Ctrl+C to stop.").format(url=url))
    if link:
        say(_("Make the coordinator’s account first, within a day: {url}").format(url=f"{url}/link/{link}"))
    command = [sys.executable, "-m", "liaison_metrics.web.server", str(folder), address, str(port)]
    _raise_descriptor_limit()
    raise typer.Exit(_run(command, _environment(settings, key_file), folder))


def _check_access(settings: Settings, address: str) -> None:
    """Raises SettingsError where others could reach a server without accounts."""
    try:
        alone = ipaddress.ip_address(address).is_loopback
    except ValueError:
        alone = address == "localhost"
    if not alone and not settings.needs_accounts:
        raise SettingsError(
            _("Without accounts, the server answers this machine alone, not {address}.").format(address=address),
            hint=_("Set LIAISON_PUBLIC_URL to the address that people open. Then everybody signs in."),
        )


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


def _check_port(address: str, port: int) -> None:
    """Raises SettingsError if another program listens on the port, or the system keeps it for itself."""
    try:
        with socket.socket() as trial:
            if os.name == "posix":  # elsewhere this option lets two programs listen on one port
                trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((address, port))
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


def _environment(settings: Settings, key_file: Path | None) -> dict[str, str]:
    """Returns the environment for the pages. Paths are absolute, because the pages start in another folder."""
    url = settings.url
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        url = url.set(database=str(Path(url.database).resolve()))
    backups = settings.backup_folder
    return {
        **os.environ,
        **({"LIAISON_BACKUP_FOLDER": str(backups.resolve())} if backups else {}),
        "STREAMLIT_SERVER_MAX_UPLOAD_SIZE": str(settings.largest_file_mb),
        "FORWARDED_ALLOW_IPS": settings.trusted_proxies,
        "LIAISON_DATABASE_URL": url.render_as_string(hide_password=False),
        "LIAISON_ACCESS": "accounts" if settings.needs_accounts else "this_machine",
        "LIAISON_PROJECT_FILE": str(settings.project_file.resolve()),
        **({"LIAISON_SECRET_KEY_FILE": str(key_file.resolve())} if key_file else {}),
    }
