"""Commands for the installation: init, demo, key, backup, restore, doctor."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from liaison_metrics.cli.options import NEEDS_A_PERSON, command_line_actor
from liaison_metrics.cli.screen import RESULTS, agreed, complain, progress_bar, say
from liaison_metrics.services.accounts.factors.requirement import check_second_factor
from liaison_metrics.services.accounts.openid.provider_health import check_provider
from liaison_metrics.services.installation.demo import fill_with_demonstration
from liaison_metrics.services.installation.making import make_backup
from liaison_metrics.services.installation.manifest import Manifest
from liaison_metrics.services.installation.restoring import restore_backup
from liaison_metrics.services.installation.rotating import lost_files, rotate_key
from liaison_metrics.services.workspace.health import check_health
from liaison_metrics.services.workspace.secret_key import check_key
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import open_workspace
from liaison_metrics.texts import _, ngettext


def add_to(app: typer.Typer) -> None:
    """Adds these commands to the program."""
    app.command("init", help=_("Create the store and its key, or upgrade a store."))(init)
    app.command("demo", help=_("Fill an empty store with sample data, to try the program."))(demo)
    key = typer.Typer(no_args_is_help=True, help=_("The store's secret key."))
    key.command("check", help=_("Check that the key file is the one of this store."))(check_key_file)
    key.command("rotate", help=_("Change the key: everything is encrypted anew with a new one."))(rotate)
    app.add_typer(key, name="key")
    app.command("backup", help=_("Write a backup while the program runs."))(backup)
    app.command("restore", help=_("Restore a backup into an empty store."))(restore)
    app.command("doctor", help=_("Check the installation and report problems."))(doctor)


def init() -> None:
    """Creates or upgrades the store."""
    workspace = open_workspace()
    url = workspace.settings.url.render_as_string(hide_password=True)
    say(_("The store is ready: {url}").format(url=url))
    say(_("Its secret key: {path}. Keep a copy of it in another place.").format(path=workspace.key.place))


def demo() -> None:
    """Fills an empty store with sample data."""
    count = add_sample_data()
    say(_("Added {count} sample sheets. Start the pages with: liaison-metrics serve").format(count=count))


def check_key_file() -> None:
    """Says where the store's key is; exit status 1 if it is missing or another one."""
    key = check_key()
    say(_("{path} is the key of this store.").format(path=key.place))


def rotate(
    to: Annotated[
        Path | None, typer.Option(help=_("Write the new key to this file, not in the place of the present one."))
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help=_("Do not ask."))] = False,
) -> None:
    """Changes the store's key, after saying what is lost."""
    workspace, actor = open_workspace(), command_line_actor()
    if lost := lost_files(workspace, actor):
        text = ngettext(
            "The original file of this upload cannot be opened, before or after: {numbers}. Its rows and figures stay.",
            "The original files of these uploads cannot be opened, before or after: {numbers}. Their rows and figures"
            " stay.",
            len(lost),
        )
        complain(text.format(numbers=", ".join(map(str, lost))))
    else:
        say(_("Nothing is lost: every original file can be opened."))
    say(_("Stop the server first. Older backups open with the present key: keep it for as long as you keep them."))
    if not yes and not agreed(_("Change the key?")):
        raise typer.Exit(NEEDS_A_PERSON)
    with progress_bar(_("Changing the key")) as advance:
        rotated = rotate_key(workspace, actor, to, lambda share: advance(share, ""))
    say(_("The new key: {path}. Keep a copy of it in another place.").format(path=rotated.path))
    say(_("The key before: {path}. It opens nothing but older backups and copies.").format(path=rotated.before))
    if to is not None:
        say(_("Set LIAISON_SECRET_KEY_FILE to {path}, and remove the key before from the settings.").format(path=to))
    say(_("Start the server again, and make a backup."))


def backup(path: Annotated[Path, typer.Argument(help=_("A new file, or a folder."))]) -> None:
    """Writes a backup and says what is in it, and where its key is."""
    made = make_backup(open_workspace(), path, command_line_actor())
    say(_("Backup: {path} ({size})").format(path=made.path, size=_megabytes(made.size)))
    say(_contents(made.manifest))
    say(_("The secret key is not in it. Keep a copy of {path} in another place.").format(path=made.key_place))


def restore(
    path: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help=_("A file that “backup” wrote."))],
) -> None:
    """Restores a backup; exit status 1 if a figure is not what it was."""
    restored = restore_backup(Settings(), path, command_line_actor())
    say(_("Restored the state of {time}.").format(time=restored.manifest.made_at.isoformat(" ", "minutes")))
    say(_contents(restored.manifest))
    for code, figure in restored.figures.items():
        before = restored.manifest.figures.get(code, {}).get("reached")
        say(f"  {code}: {figure['reached']}" + (f" ≠ {before}" if before != figure["reached"] else ""))
    if restored.figures_differ:
        complain(
            _("All rows are as in the backup, but figures differ."),
            _("Use the project file and the version of the program that the backup was made with."),
        )
        raise typer.Exit(NEEDS_A_PERSON)


def _contents(manifest: Manifest) -> str:
    uploads, originals, reports = (manifest.rows.get(name, 0) for name in ("upload", "original", "issued_report"))
    return _("Uploads: {uploads}, original files: {originals}, issued reports: {reports}").format(
        uploads=uploads, originals=originals, reports=reports
    )


def _megabytes(size: int) -> str:
    return _("{n} MB").format(n=round(size / 1_000_000, 1))


def doctor() -> None:
    """Runs the health checks; exit status 1 where one fails."""
    checks = [*check_health(), *check_second_factor(Settings()), *check_provider(Settings())]
    for check in checks:
        RESULTS.print(f"{'✓' if check.ok else '✗'} {check.message}", style=None if check.ok else "bold")
        if check.remedy:
            (say if check.ok else complain)(f"  {check.remedy}")
    if not all(check.ok for check in checks):
        raise typer.Exit(NEEDS_A_PERSON)


def add_sample_data() -> int:
    """Fills an empty store with sample data; returns the number of sheets. Raises StoreError where it has uploads."""
    with progress_bar(_("Sample data")) as advance:
        return fill_with_demonstration(open_workspace(), command_line_actor(), advance)
