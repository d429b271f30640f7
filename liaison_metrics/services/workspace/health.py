"""Examining an installation: what is well, what is wrong, and how to mend it."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass

from sqlalchemy import text

from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.workspace.project_file import load_project
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import open_workspace
from liaison_metrics.store.engine import open_store
from liaison_metrics.store.uploads import revision, standing_uploads
from liaison_metrics.texts import _, ngettext


@dataclass(frozen=True, slots=True)
class HealthCheck:
    """One thing that was examined; where it is not well, the remedy says what to do."""

    well: bool
    what: str
    remedy: str = ""


def examine(settings: Settings | None = None) -> list[HealthCheck]:
    """Returns what was found, in the order in which a person would look; stops where nothing further can be said."""
    settings = settings or Settings()
    findings: list[HealthCheck] = []
    for look in (_project, _key, _store, _index):
        try:
            findings.append(look(settings))
        except LiaisonError as error:
            findings.append(HealthCheck(False, error.message, error.hint))
            break
    return findings


def _project(settings: Settings) -> HealthCheck:
    project = load_project(settings.project_file)
    return HealthCheck(
        True,
        _("Project {acronym}: {indicators} indicators, {cities} cities, {communities} communities ({path})").format(
            acronym=project.acronym,
            indicators=len(project.indicators),
            cities=len(project.cities),
            communities=len(project.communities),
            path=settings.project_file,
        ),
    )


def _key(settings: Settings) -> HealthCheck:
    settings.secret()
    path = settings.secret_path
    open_to_others = os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077
    if open_to_others:
        return HealthCheck(
            False,
            _("The secret key {path} can be read by other users of this machine.").format(path=path),
            _("Close it: chmod 600 {path}").format(path=path),
        )
    return HealthCheck(True, _("Secret key ({path})").format(path=path))


def _store(settings: Settings) -> HealthCheck:
    store = open_store(settings.url)
    name = settings.url.render_as_string(hide_password=True)
    with store.reading() as connection:
        uploads, state = len(standing_uploads(connection)), revision(connection)
        if connection.dialect.name == "sqlite":
            verdict = connection.scalar(text("PRAGMA quick_check"))
            if verdict != "ok":
                return HealthCheck(
                    False,
                    _("The database {name} is damaged.").format(name=name),
                    _("Bring back a copy of the file, or make a new store and bring the sheets again."),
                )
    store.close()
    count = ngettext("{n} upload", "{n} uploads", uploads).format(n=uploads)
    return HealthCheck(True, _("Store: {count}, revision {state} ({name})").format(count=count, state=state, name=name))


def _index(settings: Settings) -> HealthCheck:
    index = open_workspace(settings).index()
    people = ngettext("{n} identified person", "{n} identified people", index.people).format(n=index.people)
    return HealthCheck(True, _("Counting: {people}").format(people=people))
